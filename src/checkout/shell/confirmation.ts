/**
 * An amount in the smallest unit of its currency: paise for INR.
 * @inline
 */
export interface Money {
  amount: number;
  currency: string;
}

/**
 * What the merchant's server says of a payment. `placed` is cash on delivery.
 *
 * @example
 * ```ts
 * import type {Confirmation} from 'rzp-magic-button';
 *
 * const thank = ({status, orderId}: Confirmation) =>
 *   status === 'paid' ? `${orderId} is paid.` : `You pay ${orderId} on delivery.`;
 *
 * document.addEventListener('rzp-success', (event) => alert(thank(event)));
 * ```
 */
export interface Confirmation {
  status: 'paid' | 'placed';
  orderId: string;
  paymentId: string;
  /** What was paid, or is to be paid on delivery, with shipping and fees; where the server says so. */
  money?: Money | undefined;
  /**
   * The mandate that was asked for with `recurring`, where the server says so: `token_…`, and mostly
   * `initiated`, because the shopper's bank confirms it later. Your server's hook hears of that.
   */
  mandate?: {id: string; status: string} | undefined;
}

/**
 * Why the merchant's server has not confirmed: it can't be reached or does not answer as agreed, it
 * does not know yet, or it says that the payment is not genuine. Money may have moved in each case.
 *
 * @example
 * ```ts
 * import type {Doubt} from 'rzp-magic-button';
 *
 * const told: Record<Doubt, string> = {
 *   unreachable: 'We lost the connection and keep asking.',
 *   pending: 'Your bank has not answered yet.',
 *   rejected: 'Please contact us.',
 * };
 *
 * document.addEventListener('rzp-unconfirmed', ({doubt}) => alert(told[doubt]));
 * ```
 */
export type Doubt = 'unreachable' | 'pending' | 'rejected';
