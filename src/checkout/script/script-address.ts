import {MAGIC_CHECKOUT_URL} from '../../wire/addresses.js';
import {CHECKOUT_URL} from '../../wire/standard-script.js';
import {sharedState} from '../storage/shared-state.js';
import {resolveAddress} from '../shell/resolve-address.js';

/**
 * Returns the address of the vendor's script, or nothing if the one asked for is refused.
 *
 * A script sees everything on the page, and HTML can be injected. So HTML alone may name Razorpay's
 * two scripts, and what is on this machine (the sandbox) where the page is too. Everything else, the
 * page's own origin with its uploads included, must stand in `allowed`, which only the page's
 * JavaScript sets: whole addresses, or origins.
 */
export function scriptAddress(
  asked: string | null | undefined,
  allowed: readonly string[] = [],
  fallback = MAGIC_CHECKOUT_URL,
): string | undefined {
  const address = resolveAddress(asked || fallback);
  if (!address) return undefined;
  const listed = allowed.some((entry) => {
    const known = resolveAddress(entry);
    // An origin is an address with nothing behind it.
    return known === address || known === `${new URL(address).origin}/`;
  });
  // A page without an origin has the origin `null`, as every data: address has.
  if (listed && /^https?:/.test(address)) sharedState().scripts.add(address);
  else if (!isOpenToHtml(address)) return undefined;
  return address;
}

/** Whether an address was accepted: the page's Trusted Types policy makes no other. */
export const isScript = (address: string): boolean =>
  isOpenToHtml(address) || sharedState().scripts.has(address);

function isOpenToHtml(address: string): boolean {
  return (
    address === MAGIC_CHECKOUT_URL ||
    address === CHECKOUT_URL ||
    (isOnThisMachine(new URL(address)) && isOnThisMachine(location))
  );
}

const isOnThisMachine = ({protocol, hostname}: URL | Location) =>
  /^https?:$/.test(protocol) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
