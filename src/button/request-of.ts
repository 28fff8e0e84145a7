import {misplaced} from '../checkout/request/misplaced.js';
import type {CheckoutRequest} from '../checkout/request/checkout-request.js';
import {dataAndSeatOf, dataOf, namedSecrets} from '../checkout/request/data-attributes.js';
import {addressesOf} from './addresses-of.js';
import type {PressHost, PressHostClass} from './press-host.js';

/** Reads the element once: what is changed while the checkout is open is for the next press. */
export function requestOf(host: PressHost, answered = false): CheckoutRequest {
  const {properties, allowedScriptOrigins} = host.constructor as unknown as PressHostClass;
  const names = Object.keys(properties) as (keyof PressHost)[];
  return {
    ...Object.fromEntries(names.map((name) => [name, host[name]])),
    ...addressesOf(host),
    ...dataAndSeatOf(host),
    notes: host.notes ?? dataOf(host, 'data-note-'),
    // From the property, because browsers empty the attribute.
    nonce: host.nonce,
    allowedScriptOrigins,
    answered,
    misplaced: misplaced(host, names),
    ...namedSecrets(host),
  };
}
