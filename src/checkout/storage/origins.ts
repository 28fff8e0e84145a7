import {resolveAddress} from '../shell/resolve-address.js';

/** Returns where an address leads; without one it is the page itself that answers. */
export const originOf = (address: string | null | undefined): string =>
  new URL((address && resolveAddress(address)) || location.href).origin;

/**
 * Returns an address if it leads where a kept checkout was opened with, or nothing: HTML alone can
 * name another one, and what is kept, with the signature of a payment, is not for it.
 */
export const ifOfOrigin = (
  address: string | null | undefined,
  origin = location.origin,
): string | undefined => (address && originOf(address) === origin ? address : undefined);
