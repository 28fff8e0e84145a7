/** The class of the tag, unregistered; its events, errors and types. */
export {RzpMagicButton} from './button/rzp-magic-button.js';
export * from './checkout/events.js';
export {CheckoutError, type CheckoutErrorCode} from './checkout/errors.js';
export type {CheckoutOptions} from './checkout/options.js';
export type {Outcome} from './checkout/outcome.js';
export type {HeaderSource} from './checkout/request-json.js';
export type {AttemptError, PaymentResponse} from './checkout/razorpay.js';
export type {CheckoutState} from './checkout/state.js';
export type {Confirmation, Doubt} from './checkout/verification.js';
