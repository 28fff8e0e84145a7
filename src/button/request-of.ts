import {misplaced} from '../checkout/request/misplaced.js';
import type {CheckoutRequest} from '../checkout/request/checkout-request.js';
import {seatOf} from '../checkout/storage/cart-key.js';
import {addressesOf} from './addresses-of.js';
import {dataOf, orderDataOf} from './data-attributes.js';
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

/** What is bought, and where nothing says it, by which button. */
export function dataAndSeatOf(host: PressHost) {
  const orderData = orderDataOf(host);
  const {createOrder} = host;
  const isAlone = createOrder && !Object.keys(orderData).length;
  return {orderData, seat: isAlone ? seatOf(createOrder, host) : ''};
}

/** A secret in the page has the press refused by its name alone, so its value is not read. */
const namedSecrets = (host: Element) =>
  Object.fromEntries(
    host
      .getAttributeNames()
      .filter((name) => name.includes('secret'))
      .map((name) => [name, true]),
  );
