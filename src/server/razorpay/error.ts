import {HELP_URL} from '../../wire/reference/help-url.js';

/**
 * What went wrong with a request to Razorpay. After `unreachable`, `timeout`, `server` and
 * `invalid_reply` it is unknown whether Razorpay did what was asked.
 *
 * @example
 * ```ts
 * import {RAZORPAY_ERROR_CODES} from 'rzp-magic-button/server.js';
 *
 * console.log(RAZORPAY_ERROR_CODES.includes('timeout')); // true
 * ```
 */
export const RAZORPAY_ERROR_CODES = [
  /** No connection, or it broke. */
  'unreachable',
  /** No complete answer in time. */
  'timeout',
  /** 4xx: Razorpay will not do it. */
  'refused',
  /** Razorpay knows no such order or payment under this key. */
  'not_found',
  /** The key id and secret are not a pair. */
  'unauthorized',
  /** 429. */
  'rate_limited',
  /** 5xx. */
  'server',
  /** An answer that is not Razorpay's. */
  'invalid_reply',
] as const;
/**
 * One of `RAZORPAY_ERROR_CODES`.
 *
 * @example
 * ```ts
 * import {RazorpayError, type RazorpayErrorCode} from 'rzp-magic-button/server.js';
 *
 * // After these nobody knows whether Razorpay did what was asked.
 * const unsure: readonly RazorpayErrorCode[] = ['unreachable', 'timeout', 'server', 'invalid_reply'];
 *
 * export const isUnsure = (error: unknown) =>
 *   error instanceof RazorpayError && unsure.includes(error.code);
 * ```
 * @useDeclaredType
 */
export type RazorpayErrorCode = (typeof RAZORPAY_ERROR_CODES)[number];

interface Details {
  readonly status?: number | undefined;
  readonly body?: unknown;
  readonly cause?: unknown;
}

/**
 * A request to Razorpay that failed. The message never holds a secret.
 *
 * @example
 * ```ts
 * import {RazorpayError, type CheckoutConfig} from 'rzp-magic-button/server.js';
 *
 * export const onError: CheckoutConfig['onError'] = (error) => {
 *   if (error instanceof RazorpayError && error.code === 'unauthorized') {
 *     console.error('The key id and the secret are not a pair.');
 *   }
 * };
 * ```
 * @hideconstructor
 */
export class RazorpayError extends Error {
  override readonly name = 'RazorpayError';
  readonly code: RazorpayErrorCode;
  /** Where the reference says what happened, what was seen of it, and what to do. */
  readonly help: string;
  /** HTTP status, when there was an answer. */
  readonly status: number | undefined;
  /** Razorpay's own error object, when there was one. */
  readonly body: unknown;

  constructor(code: RazorpayErrorCode, message: string, {status, body, cause}: Details = {}) {
    super(message, {cause});
    this.code = code;
    this.help = HELP_URL + `razorpay-${code}`;
    this.status = status;
    this.body = body;
  }
}

/** The same error, if it is Razorpay's, with the order that was asked about in its message. */
export function namingOrder(error: unknown, orderId: string): unknown {
  if (!(error instanceof RazorpayError) || error.message.includes(orderId)) return error;
  const {code, message} = error;
  return new RazorpayError(code, `${orderId}: ${message}`, error);
}
