import {HELP_URL} from '../../../wire/reference/help-url.js';

/**
 * Why a call of `mandates` was refused before Razorpay was asked to do anything.
 *
 * @example
 * ```ts
 * import {MANDATE_ERROR_CODES} from 'rzp-magic-button/server.js';
 *
 * console.log(MANDATE_ERROR_CODES.includes('last_day')); // true
 * ```
 */
export const MANDATE_ERROR_CODES = [
  /** A field is missing, malformed or beyond a limit: `field` says which. */
  'invalid',
  /** The ledger has no such mandate, or the payment has approved none. */
  'not_found',
  /** The mandate is not `confirmed`, or was deleted. */
  'not_chargeable',
  /** The amount is more than the shopper has approved. */
  'over_max_amount',
  /** Another charge of the mandate has yet to end. */
  'charge_open',
  /** The period was charged with another amount. */
  'period_taken',
  /** The last attempt failed with a reason that allows no other. */
  'no_retry',
  /** The period has no captured charge, or several: `attempt` says which. */
  'not_refundable',
  /** The mandate's cycle ends before a debit could come, on its last day mostly: charge in the next. */
  'last_day',
] as const;
/**
 * One of `MANDATE_ERROR_CODES`.
 *
 * @example
 * ```ts
 * import {MandateError, type MandateErrorCode} from 'rzp-magic-button/server.js';
 *
 * const later: readonly MandateErrorCode[] = ['charge_open', 'last_day'];
 *
 * export const isForLater = (error: unknown) =>
 *   error instanceof MandateError && later.includes(error.code);
 * ```
 * @useDeclaredType
 */
export type MandateErrorCode = (typeof MANDATE_ERROR_CODES)[number];

/**
 * A call of `mandates` that was refused. Nothing was charged and nothing was entered.
 *
 * @example
 * ```ts
 * import {MandateError, type Checkout} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * try {
 *   await checkout.mandates.charge({mandate: 'token_1', period: '2026-12', amount: 50});
 * } catch (error) {
 *   if (error instanceof MandateError) console.log(error.code, error.field); // invalid amount
 * }
 * ```
 * @hideconstructor
 */
export class MandateError extends Error {
  override readonly name = 'MandateError';
  readonly code: MandateErrorCode;
  /** Where the reference says what happened, what was seen of it, and what to do. */
  readonly help: string;
  /** The field that is wrong, as you have written it. */
  readonly field: string | undefined;

  constructor(code: MandateErrorCode, message: string, field?: string) {
    super(message);
    this.code = code;
    this.help = HELP_URL + `mandate-${code}`;
    this.field = field;
  }
}
