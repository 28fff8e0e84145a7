import {sharedState} from './shared-state.js';
import type {OrderSource} from '../shell/order-source.js';
import {hashOf, keyName} from './idempotency-key.js';

const FUNCTION = 'function:';

/**
 * Returns what tells a cart from others: the function that makes its order, or the address that
 * does, each with the order data, or the id of an order that is there already.
 */
export function cartKey({
  createOrder,
  orderUrl,
  orderData,
  orderId,
  seat = '',
}: OrderSource): string {
  const data = orderData ?? {};
  try {
    if (createOrder) return FUNCTION + hashOf(numberOf(createOrder) + seat, data);
    if (orderUrl) return keyName(orderUrl, data);
  } catch {
    // An address or data that no request can carry: a press says so.
    return FUNCTION;
  }
  return orderKey(orderId ?? '');
}

/** The cart of a button that names its order. */
export const orderKey = (orderId: string): string => `order:${orderId}`;

/** All by which the buttons of a cart know it, as far as it has them. */
export const keysOf = (key: string | undefined, orderId: string | undefined): string[] => [
  ...(key ? [key] : []),
  ...(orderId ? [orderKey(orderId)] : []),
];

/** Whether a later page view knows the cart by its key: a function is another one there. */
export const outlivesPage = (key: string): boolean => !key.startsWith(FUNCTION);

/** Has a function that calls another one make the order of the same cart. */
export function standFor(caller: object, called: object): void {
  sharedState().functions.set(caller, numberOf(called));
}

/** Buttons by the function that makes their orders. */
const seats = new Map<string, WeakRef<Node>[]>();

/**
 * Returns which of the buttons with one function a button is. Without data nothing else tells their
 * carts apart. One that takes the place of another, which has left the page, has the cart of that.
 */
export function seatOf(createOrder: object, button: Node): string {
  const number = numberOf(createOrder);
  const taken = seats.get(number) ?? [];
  seats.set(number, taken);
  let seat = taken.findIndex((other) => other.deref() === button);
  if (seat < 0) seat = taken.findIndex((other) => !other.deref()?.isConnected);
  if (seat < 0) seat = taken.length;
  taken[seat] = new WeakRef(button);
  // The first has the cart of the function itself.
  return seat ? String(seat) : '';
}

/** Functions have no names that tell them apart. */
function numberOf(createOrder: object): string {
  const {functions} = sharedState();
  const number = functions.get(createOrder) ?? String(Math.random());
  functions.set(createOrder, number);
  return number;
}
