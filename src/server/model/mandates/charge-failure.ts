/**
 * What to do about a charge that failed: `retry` it later, `ask` the shopper to do something first
 * and then retry, or `stop`: this period can't be charged by this mandate any more.
 *
 * @example
 * ```ts
 * import type {Advice} from 'rzp-magic-button/server.js';
 *
 * const words: Record<Advice, string> = {
 *   retry: 'We try again tomorrow.',
 *   ask: 'Please look into your UPI app.',
 *   stop: 'Please subscribe again.',
 * };
 * console.log(words.retry); // We try again tomorrow.
 * ```
 */
export type Advice = 'retry' | 'ask' | 'stop';

/** Why charges fail, in Razorpay's words unless said otherwise; what to do; and a sentence. */
const FAILURES = {
  insufficient_funds: ['retry', "The shopper's account does not hold so much."],
  payment_timed_out: ['retry', "The shopper's bank, or the shopper, did not answer in time."],
  pre_debit_notification_failed: ['retry', 'The shopper could not be told of the debit before.'],
  execution_day_rule_mismatch: ['retry', 'The mandate allows no debit on that day.'],
  debit_declined: ['ask', "The shopper's bank declined the debit."],
  mandate_paused: ['ask', 'The shopper has paused the mandate, and can resume it in the UPI app.'],
  mandate_not_active: ['ask', 'The mandate is not active.'],
  mandate_debit_beyond_psp_amount_cap: [
    'ask',
    "The amount is beyond what the shopper's app allows.",
  ],
  amount_does_not_match_mandate_amount: ['stop', 'The amount is not the one that was approved.'],
  mandate_expired: ['stop', 'The mandate has expired: the shopper has to approve a new one.'],
  mandate_cancelled: ['stop', 'The mandate was cancelled: the shopper has to approve a new one.'],
  mandate_current_cycle_allowed_debit_exceeds: ['stop', 'The cycle had its debit already.'],
  duplicate_mandate_request: ['stop', "The shopper's bank has such a mandate already."],
  /** Ours: Razorpay was asked, did not answer, and has no payment 36 hours later. */
  not_received: ['retry', 'Razorpay never received the charge.'],
  /** Ours: Razorpay refused the request itself; the description says why. */
  refused: ['stop', 'Razorpay refused the charge.'],
  /** Ours: Razorpay says something else; the description says what. */
  other: ['ask', 'The charge failed.'],
} as const satisfies Readonly<Record<string, readonly [Advice, string]>>;

/**
 * Why a charge failed.
 *
 * @example
 * ```ts
 * import type {ChargeFailure, ChargeFailureReason} from 'rzp-magic-button/server.js';
 *
 * const later: readonly ChargeFailureReason[] = ['insufficient_funds', 'payment_timed_out'];
 *
 * export const isForTomorrow = ({reason}: ChargeFailure) => later.includes(reason);
 * ```
 * @useDeclaredType
 */
export type ChargeFailureReason = keyof typeof FAILURES;

/**
 * All reasons for which a charge can fail.
 *
 * @example
 * ```ts
 * import {CHARGE_FAILURE_REASONS} from 'rzp-magic-button/server.js';
 *
 * console.log(CHARGE_FAILURE_REASONS.includes('not_received')); // true
 * ```
 */
export const CHARGE_FAILURE_REASONS = Object.keys(FAILURES) as readonly ChargeFailureReason[];

/**
 * How a charge failed, and what to do about it.
 *
 * @example
 * ```ts
 * import type {Charge, ChargeFailure} from 'rzp-magic-button/server.js';
 *
 * declare const charge: Charge; // await checkout.mandates.charge({…})
 *
 * const failure: ChargeFailure | undefined = charge.failure;
 * if (failure?.advice === 'ask') console.log(`Write to the shopper: ${failure.message}`);
 * ```
 * @see https://razorpay.com/docs/payments/payment-gateway/s2s-integration/recurring-payments/upi/error-codes
 */
export interface ChargeFailure {
  readonly reason: ChargeFailureReason;
  readonly advice: Advice;
  /** One sentence for the merchant. */
  readonly message: string;
  /** Razorpay's own words, where it had some. */
  readonly description: string | undefined;
}

/** What is known of a failure besides Razorpay's word for it. */
interface Told {
  /** Razorpay's own sentence. */
  readonly description?: string | undefined;
  /** Whether the shopper had to approve the charge in the UPI app. */
  readonly needsApproval?: boolean;
  /** Of a word that is none of ours: whether the request was refused, or something else happened. */
  readonly otherwise?: 'refused' | 'other';
}

/** A failure by Razorpay's word for it, which may be one of tomorrow. */
export function chargeFailure(
  word: string | undefined,
  {description, needsApproval = false, otherwise = 'other'}: Told = {},
): ChargeFailure {
  const reason = word !== undefined && isReason(word) ? word : otherwise;
  const [advice, message] =
    needsApproval && LACKS_APPROVAL.has(reason) ? NOT_APPROVED : FAILURES[reason];
  return {reason, advice, message, description};
}

const isReason = (word: string): word is ChargeFailureReason => Object.hasOwn(FAILURES, word);

/** Razorpay has no word of its own for a charge that the shopper had to approve and did not. */
const LACKS_APPROVAL: ReadonlySet<ChargeFailureReason> = new Set([
  'payment_timed_out',
  'debit_declined',
  'other',
]);
const NOT_APPROVED = [
  'ask',
  'The shopper has to approve each charge above ₹15,000 in the UPI app, and has not.',
] as const;
