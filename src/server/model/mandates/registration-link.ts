import * as z from 'zod/mini';
import {flag, object, optional, text} from '../check-returned.js';
import {LEAST_PAISE, Moment, TERMS, termsUpTo} from '../mandate-terms.js';
import {Notes} from '../notes.js';
import {CustomerDetails} from './customer.js';

const AMOUNT = `must be an integer of paise, ${LEAST_PAISE} or more`;
const RECEIPT = 'must be a text of at most 40 characters';

export const NewRegistrationLink = object({
  /** Who approves it. Razorpay makes a customer of them, or finds the one that it has. */
  customer: CustomerDetails,
  /** What approving costs, in paise. */
  amount: z.int(AMOUNT).check(z.minimum(LEAST_PAISE, AMOUNT)),
  /** What the shopper reads it is for. */
  description: text,
  mandate: object(TERMS),
  /** Your own name for it; Razorpay's samples write a number too. */
  receipt: optional(
    z.pipe(
      z.union([z.string(), z.int()], RECEIPT),
      z.pipe(
        z.transform((value: string | number) => String(value)),
        z.string().check(z.maxLength(40, RECEIPT)),
      ),
    ),
  ),
  /** Whether Razorpay sends it by mail, and by SMS. */
  emailNotify: optional(flag),
  smsNotify: optional(flag),
  /** Until when it can be opened. */
  expireBy: optional(Moment),
  notes: optional(Notes),
});
/**
 * A link by which a shopper approves a mandate without a page of yours.
 *
 * @example
 * ```ts
 * import type {NewRegistrationLink} from 'rzp-magic-button/server.js';
 *
 * const link: NewRegistrationLink = {
 *   customer: {name: 'Asha Rao', email: 'asha@example.com', contact: '+919000090000'},
 *   amount: 100,
 *   description: 'A tea each month',
 *   mandate: {maxAmount: 49_900, frequency: 'monthly'},
 *   smsNotify: true,
 * };
 * console.log(link.mandate.maxAmount); // 49900
 * ```
 * @see https://razorpay.com/docs/api/payments/recurring-payments/upi/create-authorization-transaction
 * @interface
 */
export type NewRegistrationLink = z.input<typeof NewRegistrationLink>;
/** As `NewRegistrationLink`, with another limit of `mandate.maxAmount`. */
export const newLinkUpTo = (most: number) =>
  z.extend(NewRegistrationLink, {mandate: termsUpTo(most)});
/** One that was checked: times in seconds since 1970. */
export type WantedLink = z.output<typeof NewRegistrationLink>;

/**
 * A registration link as Razorpay has it.
 *
 * @example
 * ```ts
 * import type {Checkout, NewRegistrationLink, RegistrationLink} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 * declare const wanted: NewRegistrationLink;
 *
 * const link: RegistrationLink = await checkout.mandates.links.create(wanted);
 * console.log(`Open ${link.url} to subscribe.`);
 * ```
 * @see https://razorpay.com/docs/api/payments/recurring-payments/upi/create-authorization-transaction
 */
export interface RegistrationLink {
  /** Razorpay's id, `inv_…`. */
  readonly id: string;
  /** The order that is paid by approving: the ledger has it too. */
  readonly orderId: string;
  readonly customerId: string;
  /** Razorpay's word: `issued`, `paid`, `cancelled`, `expired` and what may come. */
  readonly status: string;
  /** To be opened by the shopper. */
  readonly url: string;
  readonly amount: number;
  readonly currency: string;
  readonly receipt: string | undefined;
  readonly paymentId: string | undefined;
  readonly expiresAt: Date | undefined;
}
