import type {Kit} from '../kit/context.js';
import {quote, type PricedCart} from '../model/line-items.js';
import type {Order} from '../model/order.js';
import {settleOrder} from './settle-order.js';

/** An order that was made at Razorpay without the kit, and what it is for. */
export interface ForeignOrder extends PricedCart {
  /** Razorpay's id, `order_…`. */
  readonly id: string;
}

/**
 * Enters an order that was made elsewhere, once it is found to be of these line items, and moves it
 * to where Razorpay says it is.
 */
export async function adoptOrder(kit: Kit, {id, ...cart}: ForeignOrder): Promise<Order> {
  const known = await kit.book.find(id);
  if (known) return known;
  const priced = quote(cart, 'adopt() was given');
  const remote = await kit.razorpay.order(id);
  const total = remote.lineItemsTotal ?? remote.amount;
  if (total !== priced.amount || remote.currency !== priced.currency)
    throw new Error(
      `Order ${id} is of ${total} ${remote.currency}, its line items are of ${priced.amount} ${priced.currency}.`,
    );
  const order = await kit.book.adopt({
    id,
    receipt: remote.receipt ?? id,
    keyId: kit.keyId,
    quote: priced,
  });
  return settleOrder(kit, order);
}
