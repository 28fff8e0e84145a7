/** What Razorpay's page script and API say, in their own spelling. This file holds types only. */

/**
 * What the checkout hands over after a payment: the only signal of success in the browser.
 *
 * @example
 * ```ts
 * import type {PaymentResponse} from 'rzp-magic-button';
 *
 * const post = (payment: PaymentResponse) =>
 *   fetch('/confirm', {method: 'POST', body: JSON.stringify(payment)});
 *
 * document.addEventListener('rzp-payment', ({payment}) => void post(payment));
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (1.7, Verify Payment Signature)
 */
export interface PaymentResponse {
  razorpay_payment_id: string;
  razorpay_order_id: string;
  /** Hex HMAC-SHA256 of `order_id|payment_id` under the key secret. */
  razorpay_signature: string;
}

/**
 * Why an attempt failed; the shopper may try again in the same checkout.
 *
 * @example
 * ```ts
 * import type {AttemptError} from 'rzp-magic-button';
 *
 * const note = ({code, reason}: AttemptError) => console.info('declined:', code, reason);
 *
 * document.addEventListener('rzp-attempt-failed', ({error}) => note(error));
 * ```
 * @see https://razorpay.com/docs/errors/payments/list
 */
export interface AttemptError {
  code: string;
  description: string;
  source?: string;
  step?: string;
  reason?: string;
  field?: string | null;
  metadata?: {order_id?: string; payment_id?: string};
}

/** Options as the page script takes them. It mutates them: hand over a fresh copy each time. */
export interface RazorpayOptions {
  [option: string]: unknown;
  key?: string;
  order_id?: string;
  callback_url?: string;
  handler?: (response: PaymentResponse) => void;
  modal?: {[option: string]: unknown; ondismiss?: (reason?: unknown) => void};
}

/** One checkout, made by the page script. */
export interface RazorpayCheckout {
  open(): unknown;
  /** Undocumented: asks the frame to close, which answers through `modal.ondismiss`. */
  close(): void;
  on(event: string, listener: (payload: never) => void): unknown;
}

/** What `magic-checkout.js` leaves at `window.Razorpay`. */
export type RazorpayConstructor = new (options: RazorpayOptions) => RazorpayCheckout;
