/** The words of a checkout, the same with a button and without: events, errors, outcomes. */
export * from './events/events.js';
export {CheckoutError, type CheckoutErrorCode} from './shell/checkout-error.js';
export type {CheckoutOptions} from './request/option-kinds.js';
export type {Outcome} from './events/outcome.js';
export type {AttemptError, PaymentResponse} from '../wire/page-script.js';
export type {OrderReply} from '../wire/merchant.js';
export type {HeaderSource} from './shell/request-settings.js';
export type {CheckoutState} from './shell/checkout-state.js';
export type {Confirmation, Doubt} from './shell/confirmation.js';
