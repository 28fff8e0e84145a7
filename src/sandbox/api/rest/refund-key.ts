import {ApiError} from '../../model/api-error.js';

/**
 * Checks the header `X-Refund-Idempotency`; undefined where there is none.
 *
 * @throws {ApiError} for one that is too short or has other characters. What Razorpay says then is
 * not published.
 */
export function readRefundKey(header: string | undefined): string | undefined {
  if (header === undefined || /^[\w-]{10,}$/.test(header)) return header;
  throw new ApiError(
    'X-Refund-Idempotency must have at least 10 characters: letters, digits, hyphens, underscores.',
  );
}
