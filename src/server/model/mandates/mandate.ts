import type {MandateFrequency} from '../mandate-terms.js';

/**
 * Where a mandate stands:
 *
 * - `initiated` → `confirmed` (the shopper's bank has entered it: it can be charged) or `rejected`.
 * - `confirmed` ⇄ `paused`, as often as the shopper likes.
 * - `cancelled`, by the shopper or by you, and `expired`, by its time: nothing follows.
 *
 * @example
 * ```ts
 * import type {MandateStatus} from 'rzp-magic-button/server.js';
 *
 * const words: Record<MandateStatus, string> = {
 *   initiated: 'on its way',
 *   confirmed: 'active',
 *   paused: 'paused in the UPI app',
 *   cancelled: 'cancelled',
 *   rejected: 'not accepted by the bank',
 *   expired: 'over',
 * };
 * console.log(words.paused); // paused in the UPI app
 * ```
 */
export type MandateStatus =
  'initiated' | 'confirmed' | 'paused' | 'cancelled' | 'rejected' | 'expired';

/**
 * A shopper's leave to be charged again, as the ledger has it. Money in paise.
 *
 * @example
 * ```ts
 * import type {Checkout, Mandate} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * const mandate: Mandate | undefined = await checkout.mandates.find('token_FHfAzGzREc1ug6');
 * if (mandate?.status === 'confirmed') console.log(`Up to ${mandate.maxAmount} paise.`);
 * ```
 * @see https://razorpay.com/docs/api/payments/recurring-payments/upi/tokens
 */
export interface Mandate {
  /** Razorpay's id, `token_…`. */
  readonly id: string;
  /** Whose it is, `cust_…`. */
  readonly customerId: string;
  /** The order by whose payment it was approved. */
  readonly orderId: string;
  readonly paymentId: string;
  /** The key that asked for it. */
  readonly keyId: string;
  readonly status: MandateStatus;
  /** Why the bank rejected it, in Razorpay's words. */
  readonly failureReason: string | undefined;
  /** What one charge takes at most. */
  readonly maxAmount: number;
  readonly frequency: MandateFrequency;
  /** Undefined where Razorpay does not say. */
  readonly expiresAt: Date | undefined;
  /** The shopper's UPI address. */
  readonly vpa: string | undefined;
  /** As the shopper gave them when they approved it. */
  readonly email: string | undefined;
  readonly contact: string | undefined;
  /** Whether you have had Razorpay forget it: the shopper's bank still has it. */
  readonly isDeleted: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/**
 * Something happened to a mandate. Told once per change.
 *
 * @example
 * ```ts
 * import type {MandateChange} from 'rzp-magic-button/server.js';
 *
 * // For `onMandate` of createCheckout.
 * export const mailOf = ({status, previous, mandate}: MandateChange): string | undefined =>
 *   status === 'confirmed' && previous !== 'paused' ? `Welcome! ${mandate.id} is active.` : undefined;
 * ```
 */
export interface MandateChange {
  readonly status: MandateStatus;
  /** Undefined where the mandate has come into the ledger with this change. */
  readonly previous: MandateStatus | undefined;
  /** The mandate after the change. */
  readonly mandate: Mandate;
}

/** From where each status is entered. */
const FROM: Readonly<Record<MandateStatus, readonly MandateStatus[]>> = {
  initiated: [],
  confirmed: ['initiated', 'paused'],
  paused: ['initiated', 'confirmed'],
  cancelled: ['initiated', 'confirmed', 'paused'],
  rejected: ['initiated'],
  expired: ['initiated', 'confirmed', 'paused'],
};

/** Whether a mandate can go from one status to another. */
export const mandateLeads = (from: MandateStatus, to: MandateStatus): boolean =>
  FROM[to].includes(from);
