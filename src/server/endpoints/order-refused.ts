/**
 * Thrown by `price` to refuse a cart; the description is shown to the shopper.
 *
 * @example
 * ```ts
 * import {OrderRefused, type CheckoutConfig} from 'rzp-magic-button/server.js';
 *
 * const stock = 0;
 *
 * export const price: CheckoutConfig['price'] = () => {
 *   if (stock === 0) throw new OrderRefused('Assam Gold is sold out.'); // 422 ORDER_REFUSED
 *   return {lineItems: []};
 * };
 * ```
 */
export class OrderRefused extends Error {
  override readonly name = 'OrderRefused';
}
