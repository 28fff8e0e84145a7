/** The words of a checkout, the same with a button and without: events, errors, outcomes. */
export * from './events.js';
export {CheckoutError, type CheckoutErrorCode} from './errors.js';
export type {CheckoutOptions} from './options.js';
export type {Outcome} from './outcome.js';
export type {AttemptError, PaymentResponse} from '../wire/razorpay.js';
export type {HeaderSource} from './request-json.js';
export type {CheckoutState} from './state.js';
export type {Confirmation, Doubt} from './verification.js';
