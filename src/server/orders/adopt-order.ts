import type {Context} from '../kit/context.js';
import {totalled, type PricedCart} from '../model/line-items.js';
import type {Order} from '../model/order.js';
import {settleOrder} from './settle-order.js';

/**
 * An order that was made at Razorpay without the kit, and what it is for.
 *
 * @example
 * ```ts
 * import type {Checkout, ForeignOrder} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * const made: ForeignOrder = {
 *   id: 'order_IEIaMR65cu6nz3',
 *   lineItems: [
 *     {
 *       sku: 'assam',
 *       variantId: 'assam',
 *       name: 'Assam Gold',
 *       description: 'Whole leaf, 100 g',
 *       price: 34_900,
 *       offerPrice: 34_900,
 *       taxAmount: 0,
 *       quantity: 1,
 *     },
 *   ],
 * };
 * const order = await checkout.adopt(made);
 * console.log(order.status);
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (1.3, Create an Order)
 */
export interface ForeignOrder extends PricedCart {
  /** Razorpay's id, `order_…`. */
  readonly id: string;
}

/**
 * Enters an order that was made elsewhere, once it is found to be of these line items, and moves it
 * to where Razorpay says it is.
 */
export async function adoptOrder(context: Context, {id, ...priced}: ForeignOrder): Promise<Order> {
  const {orders, reservations, razorpay, keyId} = context;
  const known = await orders.find(id);
  if (known) return known;
  const cart = totalled(priced, 'adopt() was given');
  const remote = await razorpay.getOrder(id);
  const total = remote.lineItemsTotal ?? remote.amount;
  if (total !== cart.amount || remote.currency !== cart.currency)
    throw new Error(
      `Order ${id} is of ${total} ${remote.currency}, its line items are of ${cart.amount} ${cart.currency}.`,
    );
  // The kit itself may have asked for it, and not have heard the answer.
  const {receipt} = remote;
  const own = receipt === undefined ? undefined : await reservations.findUnanswered(receipt);
  const order = own
    ? await reservations.enterId(own.receipt, id)
    : await orders.adopt({id, receipt, keyId, cart});
  return settleOrder(context, order);
}
