import * as z from 'zod/mini';
import {object, optional, text, yesOrNo} from '../check-returned.js';
import {LEAST_PAISE, Moment} from '../mandate-terms.js';
import {Notes} from '../notes.js';

const AMOUNT = `must be an integer of paise, ${LEAST_PAISE} or more`;
const MANDATE = 'must be the id of a mandate, "token_…"';
const PERIOD = 'must be a text of 1 to 64 letters, digits, ".", ":", "/", "-" or "_"';

export const MandateId = z.string(MANDATE).check(z.regex(/^token_\w{1,64}$/, MANDATE));
export const Period = z.string(PERIOD).check(z.regex(/^[\w.:/-]{1,64}$/, PERIOD));

export const ChargeRequest = object({
  /** The mandate's id, `token_…`. */
  mandate: MandateId,
  /** Your own name of what is charged for, such as `2026-12`: it is paid once at most. */
  period: Period,
  /** In paise: 100 or more, and at most what the mandate allows. */
  amount: z.int(AMOUNT).check(z.minimum(LEAST_PAISE, AMOUNT)),
  /** What the shopper reads it is for. */
  description: optional(text),
  /** Up to 15, of up to 256 characters. */
  notes: optional(Notes),
  /**
   * When the shopper is debited at the earliest, 24 hours or more from now (48 are better): Razorpay
   * tells the shopper at once. Left out, it tells them by itself and debits 25 hours after.
   */
  debitAfter: optional(Moment),
  /** True opens another attempt, where the last one has failed with a reason that allows it. */
  retry: optional(yesOrNo),
});
/**
 * What to charge.
 *
 * @example
 * ```ts
 * import type {ChargeRequest, Checkout} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * const december: ChargeRequest = {
 *   mandate: 'token_FHfAzGzREc1ug6',
 *   period: '2026-12',
 *   amount: 49_900,
 * };
 * await checkout.mandates.charge(december); // asked twice, it charges once
 * ```
 * @see https://razorpay.com/docs/api/payments/recurring-payments/upi/create-subsequent-payments
 * @interface
 */
export type ChargeRequest = z.input<typeof ChargeRequest>;
export type WantedCharge = z.output<typeof ChargeRequest>;
