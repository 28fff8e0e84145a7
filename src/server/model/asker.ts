import type {Order} from './order.js';

/**
 * Who asks while the shopper is in the checkout: Razorpay, in the name of somebody.
 *
 * @example
 * ```ts
 * import type {Asker, Promotion} from 'rzp-magic-button/server.js';
 *
 * // A code of the regulars, for whom Razorpay vouches.
 * export const list = ({contact, trusted}: Asker): Promotion[] =>
 *   trusted && contact === '+919000090000' ? [{code: 'FRIENDS', summary: '₹100 off'}] : [];
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (1.4, Interact with Shipping Info API)
 */
export interface Asker {
  readonly order: Order;
  /** With the country's code, such as `+919000090000`. A hint only, unless `trusted`. */
  readonly contact: string | undefined;
  /** A hint only, unless `trusted`. */
  readonly email: string | undefined;
  /** Whether Razorpay has signed the request. Without, anybody who knows the receipt can ask. */
  readonly trusted: boolean;
}
