/**
 * Why a checkout could not be opened or went wrong: a closed set.
 *
 * @example
 * ```ts
 * import type {CheckoutErrorCode} from 'rzp-magic-button';
 *
 * const ours: readonly CheckoutErrorCode[] = ['config_invalid', 'order_reply_invalid'];
 *
 * document.addEventListener('rzp-error', ({error}) => {
 *   if (ours.includes(error.code)) console.error('Mend the shop:', error.message);
 * });
 * ```
 */
export type CheckoutErrorCode =
  /** An attribute or property is missing or malformed; the message names it. */
  | 'config_invalid'
  /** A chunk of this package could not be loaded. */
  | 'chunk_failed'
  /**
   * The order endpoint says no to this shopper ("out of stock"), or an earlier order of the same cart
   * was, or may have been, paid; the message is theirs to read.
   */
  | 'order_refused'
  /** The order endpoint can't be reached, is too slow or answers with an error. */
  | 'order_failed'
  /** The order endpoint answers with something else than an order. */
  | 'order_reply_invalid'
  /** The vendor's script can't be loaded: offline, blocked, or not there. */
  | 'script_failed'
  /** The vendor's script is still loading; the next click waits for it again. */
  | 'script_timeout'
  /** The vendor's script loaded and left no constructor. */
  | 'script_no_constructor'
  /** The vendor's script refused the options or could not open. */
  | 'checkout_failed'
  /** The vendor's checkout closed itself: a wrong key, a wrong order, no payment method. */
  | 'checkout_fault'
  /** The vendor's checkout never appeared. */
  | 'checkout_silent'
  /** Another checkout is open on this page. */
  | 'checkout_busy'
  /** Not foreseen; the cause says more. */
  | 'unexpected';

/**
 * What an error is made with.
 * @inline
 */
export interface CheckoutErrorInit {
  cause?: unknown;
  /** Whether the same click may succeed later. */
  retryable?: boolean;
}

/**
 * An error of the checkout: a code to act on, a message for the developer, the cause.
 *
 * @example
 * ```ts
 * import {CheckoutError} from 'rzp-magic-button';
 *
 * document.addEventListener('rzp-error', ({error}) => {
 *   if (error instanceof CheckoutError && error.code === 'script_failed') {
 *     console.warn('Is an ad blocker on?', error.cause);
 *   }
 * });
 * ```
 * @hideconstructor
 */
export class CheckoutError extends Error {
  override readonly name = 'CheckoutError';
  declare readonly code: CheckoutErrorCode;
  declare readonly retryable: boolean;

  constructor(
    code: CheckoutErrorCode,
    message: string,
    {cause, retryable = false}: CheckoutErrorInit = {},
  ) {
    super(message, {cause});
    this.code = code;
    this.retryable = retryable;
  }
}
