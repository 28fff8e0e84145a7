import {HELP_URL} from '../../wire/reference/help-url.js';

/**
 * What went wrong with the ledger.
 *
 * @example
 * ```ts
 * import {LEDGER_ERROR_CODES} from 'rzp-magic-button/server.js';
 *
 * console.log(LEDGER_ERROR_CODES.join(' ')); // failed closed
 * ```
 */
export const LEDGER_ERROR_CODES = [
  /** The database can't be reached, is locked, full or broken; the cause says which. */
  'failed',
  /** `close()` was called before, or while a transaction ran that took too long. */
  'closed',
] as const;
/**
 * One of `LEDGER_ERROR_CODES`.
 *
 * @example
 * ```ts
 * import {LedgerError, type LedgerErrorCode} from 'rzp-magic-button/server.js';
 *
 * export const codeOf = (error: unknown): LedgerErrorCode | undefined =>
 *   error instanceof LedgerError ? error.code : undefined;
 * ```
 * @useDeclaredType
 */
export type LedgerErrorCode = (typeof LEDGER_ERROR_CODES)[number];

/**
 * The ledger could not do what was asked of it. Nothing was entered; whoever asked may ask again.
 *
 * @example
 * ```ts
 * import {LedgerError, type CheckoutConfig} from 'rzp-magic-button/server.js';
 *
 * export const onError: CheckoutConfig['onError'] = (error) => {
 *   // The answer was 503: pages and Razorpay come back by themselves.
 *   if (error instanceof LedgerError && error.code === 'failed') console.error(error.cause);
 * };
 * ```
 * @hideconstructor
 */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  readonly code: LedgerErrorCode;
  /** Where the reference says what happened, what was seen of it, and what to do. */
  readonly help: string;

  constructor(code: LedgerErrorCode, message: string, cause?: unknown) {
    super(message, {cause});
    this.code = code;
    this.help = HELP_URL + `ledger-${code}`;
  }
}
