import type {CheckoutRequest} from '../checkout/request/checkout-request.js';
import {resolveAddress} from '../checkout/shell/resolve-address.js';
import type {PressHost} from './press-host.js';

const NAMES = [
  'orderUrl',
  'verifyUrl',
  'statusUrl',
  'successUrl',
  'callbackUrl',
  'scriptUrl',
] as const;
type Addresses = Pick<CheckoutRequest, (typeof NAMES)[number]>;

/** Where the addresses of each button lead, by what is written in it. */
const known = new WeakMap<PressHost, Map<string, string>>();

/**
 * Returns the addresses of a button as they led when they were read first. A later `pushState()` does
 * not make another cart of the same button. What is no address stays as written; a press names it.
 */
export function addressesOf(host: PressHost): Addresses {
  const led = known.get(host) ?? new Map<string, string>();
  known.set(host, led);
  const lead = (written: string) => {
    const address = led.get(written) ?? resolveAddress(written) ?? written;
    led.set(written, address);
    return address;
  };
  return Object.fromEntries(
    NAMES.map((name) => {
      const written = host[name];
      return [name, written ? lead(written) : written];
    }),
  );
}
