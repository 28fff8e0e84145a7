/** The checkout without a button. */
export {startCheckout} from './checkout/start-checkout.js';
export {resumeCheckouts, type ResumeSettings} from './checkout/resume.js';
export type {CheckoutRequest} from './checkout/checkout-request.js';
export type {Action, StageInit} from './checkout/stage.js';
export * from './checkout/vocabulary.js';
