import type * as z from 'zod/mini';
import {atLeast, object, optional, paise} from '../check-returned.js';
import {MandateId, Period} from './charge-request.js';

export const RefundRequest = object({
  /** The mandate's id, `token_…`. */
  mandate: MandateId,
  /** What was charged for. */
  period: Period,
  /** Which attempt, where two of the period were captured. */
  attempt: optional(atLeast(1)),
  /**
   * How much shall have gone back of the charge in all, in paise, with what went back before: all of it
   * unless said otherwise.
   */
  total: optional(paise(100)),
});
/**
 * What to give back.
 *
 * @example
 * ```ts
 * import type {Checkout, RefundRequest} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * const december: RefundRequest = {mandate: 'token_FHfAzGzREc1ug6', period: '2026-12'};
 * await checkout.mandates.refund({...december, total: 10_000}); // ₹100 went back
 * await checkout.mandates.refund({...december, total: 10_000}); // and no more
 * await checkout.mandates.refund(december); // all of it went back
 * ```
 * @see https://razorpay.com/docs/api/refunds/create-normal
 * @interface
 */
export type RefundRequest = z.input<typeof RefundRequest>;
