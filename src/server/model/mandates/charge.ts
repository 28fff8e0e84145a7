import type {ChargeFailure} from './charge-failure.js';

/**
 * Where a charge stands: `created` (Razorpay has yet to be asked), `pending` (it was asked, and the
 * bank answers within 36 hours), `captured` (the money is yours) or `failed`, from where a late answer
 * of the bank still leads to `captured`.
 *
 * @example
 * ```ts
 * import type {ChargeStatus} from 'rzp-magic-button/server.js';
 *
 * const isOver: Record<ChargeStatus, boolean> = {
 *   created: false,
 *   pending: false,
 *   captured: true,
 *   failed: true,
 * };
 * console.log(isOver.pending); // false
 * ```
 */
export type ChargeStatus = 'created' | 'pending' | 'captured' | 'failed';

/**
 * One attempt to charge a mandate for a period. Money in paise.
 *
 * @example
 * ```ts
 * import type {Charge, Checkout} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * const charge: Charge = await checkout.mandates.charge({
 *   mandate: 'token_FHfAzGzREc1ug6',
 *   period: '2026-12',
 *   amount: 49_900,
 * });
 * console.log(charge.status, charge.needsApproval);
 * ```
 */
export interface Charge {
  /** The mandate's id, `token_…`. */
  readonly mandateId: string;
  /** Your own name of what is charged for, such as `2026-12`. */
  readonly period: string;
  /** 1, and one more with each `retry`. */
  readonly attempt: number;
  readonly status: ChargeStatus;
  readonly amount: number;
  readonly currency: string;
  /** How much of it has gone back: the period stays charged. */
  readonly amountRefunded: number;
  readonly notes: Readonly<Record<string, string>>;
  readonly description: string | undefined;
  /** When the shopper is debited at the earliest; undefined where Razorpay chooses, a day later. */
  readonly debitAfter: Date | undefined;
  /** Whether the shopper must approve it in the UPI app: above ₹15,000. */
  readonly needsApproval: boolean;
  /** The name of its order at Razorpay. */
  readonly receipt: string;
  /** Undefined until Razorpay has made one. */
  readonly orderId: string | undefined;
  readonly paymentId: string | undefined;
  /** When Razorpay was asked to charge. From then on it is never asked again for this attempt. */
  readonly sentAt: Date | undefined;
  /** Only while it is `failed`. */
  readonly failure: ChargeFailure | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/**
 * A charge has been captured or has failed, or money of it went back. Told once per change.
 *
 * @example
 * ```ts
 * import type {ChargeChange} from 'rzp-magic-button/server.js';
 *
 * // For `onCharge` of createCheckout.
 * export function noteOf({status, charge, refund, isExtra}: ChargeChange): string {
 *   if (refund !== 0) return `${charge.period}: ${refund} paise went back.`;
 *   if (isExtra) return `Give ${charge.paymentId ?? '?'} back: ${charge.period} was paid before.`;
 *   return `${charge.period} is ${status}${charge.failure ? `: ${charge.failure.message}` : ''}`;
 * }
 * ```
 */
export interface ChargeChange {
  /**
   * What happened. Money that went back makes no charge less of a success: `partly_refunded` and
   * `refunded` (all of it) leave it `captured`, and so does `refund_failed`, where the shopper's bank
   * has refused what was to go back.
   */
  readonly status: 'captured' | 'failed' | 'partly_refunded' | 'refunded' | 'refund_failed';
  readonly previous: ChargeStatus;
  /** The charge after the change. */
  readonly charge: Charge;
  /**
   * What went back with this change, in paise: negative where it came back, 0 where nothing moved so.
   */
  readonly refund: number;
  /**
   * Whether another attempt of the period was captured before: the bank said no to one of them, and
   * yes much later. Give it back.
   */
  readonly isExtra: boolean;
}

/** Above this the shopper approves each debit: ₹15,000. */
const MOST_WITHOUT_APPROVAL_PAISE = 1_500_000;

/** Whether the shopper must approve a charge of so much in the UPI app. */
export const needsApproval = (amount: number): boolean => amount > MOST_WITHOUT_APPROVAL_PAISE;

/** Whether a charge has yet to end. While it has, no other of the mandate begins. */
export const isOpen = ({status}: Charge): boolean => status === 'created' || status === 'pending';
