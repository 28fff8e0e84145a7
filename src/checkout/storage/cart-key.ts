import {pageState} from '../shell/page-state.js';
import type {OrderSource} from '../shell/order-source.js';
import {hashOf, keyName} from './idempotency-key.js';

const FUNCTION = 'function:';

/**
 * Returns what tells a cart from others: the function that makes its order, or the address that
 * does, each with the order data, or the id of an order that is there already.
 */
export function cartKey({createOrder, orderUrl, orderData, orderId}: OrderSource): string {
  const data = orderData ?? {};
  try {
    if (createOrder) return FUNCTION + hashOf(numberOf(createOrder), data);
    if (orderUrl) return keyName(orderUrl, data);
  } catch {
    // An address or data that no request can carry: a press says so.
    return FUNCTION;
  }
  return orderKey(orderId ?? '');
}

/** The cart of a button that names its order. */
export const orderKey = (orderId: string): string => `order:${orderId}`;

/** Whether a later page view knows the cart by its key: a function is another one there. */
export const outlivesPage = (key: string): boolean => !key.startsWith(FUNCTION);

/** Has a function that calls another one make the order of the same cart. */
export function standFor(caller: object, called: object): void {
  pageState().functions.set(caller, numberOf(called));
}

/** Functions have no names that tell them apart. */
function numberOf(createOrder: object): string {
  const {functions} = pageState();
  const number = functions.get(createOrder) ?? String(Math.random());
  functions.set(createOrder, number);
  return number;
}
