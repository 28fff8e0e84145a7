/**
 * A mandate as Razorpay has it now, where it is called a token. Money in paise.
 *
 * @example
 * ```ts
 * import type {Checkout, Token} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * const tokens: readonly Token[] = await checkout.mandates.list('cust_1Aa00000000001');
 * console.log(tokens.map(({id, status}) => `${id}: ${status ?? '?'}`));
 * ```
 * @see https://razorpay.com/docs/api/payments/recurring-payments/upi/tokens
 */
export interface Token {
  /** `token_…`. */
  readonly id: string;
  /** Razorpay's word, such as `confirmed` or `cancellation_initiated`; undefined where it says none. */
  readonly status: string | undefined;
  readonly failureReason: string | undefined;
  /** Razorpay's word, such as `upi` or `card`. */
  readonly method: string | undefined;
  readonly maxAmount: number | undefined;
  readonly vpa: string | undefined;
  readonly startsAt: Date | undefined;
  readonly expiresAt: Date | undefined;
  readonly usedAt: Date | undefined;
  readonly createdAt: Date | undefined;
}
