import type {CheckoutError, CheckoutErrorCode} from '../shell/checkout-error.js';
import type {CheckoutState} from '../shell/checkout-state.js';
import type {Doubt} from '../shell/confirmation.js';

/** Where the money of a cart is, as far as anybody knows; said in the place of the `%`. */
const STANDING = {
  /** No order was made, or the shop has just said that nobody paid it, nor did anybody press Pay. */
  uncharged: ' You have not been charged.',
  /** An order was made, and nobody could be asked: nothing is known. */
  unasked: '',
  /** Pay was pressed in a checkout of an order. */
  tried: ' No payment has reached us so far.',
  /** A payment was made that the shop has not acknowledged. */
  paid: ' Your earlier payment is not confirmed yet: please do not pay again.',
};
export type Standing = keyof typeof STANDING;

const UNAVAILABLE = 'Payment is not available right now.%';
const TROUBLE = 'The shop has a problem just now.% Please try again.';
const NOT_LOADED =
  'The payment window could not be loaded. Check your connection or ad blocker, then try again.';

/** What the shopper reads when a checkout fails; the developer reads the error. */
const ERRORS: Readonly<Record<CheckoutErrorCode, string>> = {
  config_invalid: UNAVAILABLE,
  chunk_failed: TROUBLE,
  order_refused: UNAVAILABLE,
  order_failed: TROUBLE,
  order_reply_invalid: UNAVAILABLE,
  script_failed: NOT_LOADED,
  script_timeout: 'The payment window is slow to load. Please try again in a moment.',
  // An ad blocker's empty script, or the login page of a Wi-Fi in its place.
  script_no_constructor: NOT_LOADED,
  checkout_failed: UNAVAILABLE,
  checkout_fault: 'The payment window closed. Please try again or contact the shop.',
  checkout_silent: 'The payment window did not appear. Please try again.',
  checkout_busy: 'Another payment is open on this page.',
  unexpected: 'Something went wrong. Please try again.',
};

/** What the shopper is told, in English. */
export const words = {
  /** What the button says while it is not idle. */
  label: {
    idle: '',
    preparing: 'Opening…',
    open: 'Waiting for payment…',
    verifying: 'Confirming…',
    unconfirmed: 'Not confirmed',
    paid: 'Paid',
    placed: 'Order placed',
  } satisfies Record<CheckoutState, string>,
  preparing: 'Opening the payment window…',
  verifying: 'Confirming your payment…',
  paid: 'Paid. Thank you!',
  placed: 'Order placed. You pay on delivery.',
  paymentFailed: 'The payment did not go through. You can try again.',
  checking: 'Checking your payment…',
  attempted: 'We are checking whether your payment went through. Please do not pay again yet.',
  earlier: (orderId: string) => `Your earlier payment went through: ${orderId}.`,
  failed: 'The last attempt did not go through. You can try again.',
  unseen:
    'No payment has reached us so far. If your bank says that you paid, check again in a moment.',
  unreachable:
    'We could not ask the shop whether a payment has arrived. Please check again in a moment.',
  unasked:
    'No payment has reached us so far. If your bank says that you paid, contact the shop before you pay again.',
  checkAgain: 'Check again',
  buyAgain: 'Buy again',
  tryAgain: 'Try again',
  unconfirmed: (doubt: Doubt, paymentId: string) =>
    doubt === 'rejected'
      ? `Your payment ${paymentId} could not be confirmed. Please do not pay again; contact the shop with this number.`
      : `Your payment ${paymentId} is not confirmed yet. Please do not pay again; we keep checking.`,
  /** The order endpoint's own words, where it refuses, are for the shopper. */
  error: ({code, message}: CheckoutError, standing: Standing) =>
    code === 'order_refused' ? message : ERRORS[code].replace('%', STANDING[standing]),
};
