import {resolveAddress} from '../shell/resolve-address.js';

/** Where the addresses of each element lead, by what is written in it. */
const known = new WeakMap<Element, Map<string, string>>();

/**
 * Returns where an address of an element led when it was read first. A later `pushState()` does not
 * make another cart of the same button. What is no address stays as written; a press names it.
 */
export function addressOf(
  host: Element,
  written: string | null | undefined,
): string | null | undefined {
  if (!written) return written;
  const led = known.get(host) ?? new Map<string, string>();
  known.set(host, led);
  const address = led.get(written) ?? resolveAddress(written) ?? written;
  led.set(written, address);
  return address;
}
