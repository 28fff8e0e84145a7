import {HELP_URL} from '../../wire/reference/help-url.js';
import type {ErrorReply, WireErrorCode} from '../../wire/merchant.js';
import {LedgerError} from '../ledger/ledger-error.js';
import {RazorpayError} from '../razorpay/error.js';
import {unwrapHookError} from '../runtime/hook-error.js';

const STATUS = {
  INVALID_REQUEST: 400,
  SIGNATURE_MISMATCH: 400,
  IDEMPOTENCY_KEY_INVALID: 400,
  FORBIDDEN: 403,
  DEVICE_NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  ORDER_NOT_FOUND: 404,
  ACTIVITY_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  DEVICE_BUSY: 409,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  IDEMPOTENCY_CONFLICT: 422,
  ORDER_REFUSED: 422,
  PAYMENT_MISMATCH: 422,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  RAZORPAY_ERROR: 502,
  RAZORPAY_UNAVAILABLE: 503,
  GATEWAY_UNREACHABLE: 503,
  LEDGER_UNAVAILABLE: 503,
} as const satisfies Record<WireErrorCode, number>;

interface Details {
  /** The field of the request that is wrong, as it was sent. */
  readonly field?: string;
  /** Why, for a program, where the code leaves it open. */
  readonly reason?: 'order_complete';
  readonly headers?: Readonly<Record<string, string>>;
  /** For the merchant's log; never sent. */
  readonly cause?: unknown;
}

/** An answer that refuses: thrown anywhere in a handler, turned into a reply at the edge. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly code: WireErrorCode;
  /** Where the reference says more of it, for the merchant's log; never sent. */
  readonly help: string;
  readonly field: string | undefined;
  readonly reason: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: WireErrorCode,
    description: string,
    {field, reason, headers, cause}: Details = {},
  ) {
    super(description, {cause});
    this.code = code;
    this.help = HELP_URL + code;
    this.field = field;
    this.reason = reason;
    this.headers = headers ?? {};
  }

  /**
   * What to answer to any error: 500 where a hook of the merchant's threw, 502 and 503 where Razorpay
   * or the ledger failed. What is not ours says nothing of itself to the browser.
   */
  static from(error: unknown): HttpError {
    if (error instanceof HttpError) return error;
    if (error instanceof LedgerError)
      return new HttpError(
        'LEDGER_UNAVAILABLE',
        'The shop cannot look it up just now. Try again.',
        {
          headers: {'Retry-After': '2'},
          cause: error,
        },
      );
    if (!(error instanceof RazorpayError))
      return new HttpError('INTERNAL', 'Something went wrong in the shop.', {
        cause: unwrapHookError(error),
      });
    return TRANSIENT.has(error.code)
      ? new HttpError('RAZORPAY_UNAVAILABLE', 'Razorpay cannot be reached. Try again.', {
          headers: {'Retry-After': '2'},
          cause: error,
        })
      : new HttpError('RAZORPAY_ERROR', 'Razorpay answered with an error.', {cause: error});
  }

  get status(): number {
    return STATUS[this.code];
  }

  /** The reply's body. */
  toJSON(): ErrorReply {
    const {code, message: description, field, reason} = this;
    return {
      error: {
        code,
        description,
        ...(field !== undefined && {field}),
        ...(reason !== undefined && {reason}),
      },
    };
  }
}

const TRANSIENT: ReadonlySet<RazorpayError['code']> = new Set([
  'unreachable',
  'timeout',
  'rate_limited',
]);
