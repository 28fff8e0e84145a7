import type {ReporterInit} from './checkout/events/reporter.js';

/** The checkout without a button. */
export {startCheckout} from './checkout/start-checkout.js';
export {resumeCheckouts, type ResumeSettings} from './checkout/recovery/resume-checkouts.js';
export type {CheckoutRequest} from './checkout/request/checkout-request.js';
export type {Action} from './checkout/said/action.js';
export type {PurchaseHandle, ReporterInit} from './checkout/events/reporter.js';
export {EVENT_NAMES} from './checkout/events/event-names.js';
export * from './checkout/vocabulary.js';

/** @deprecated It is `ReporterInit` now. */
export type StageInit = ReporterInit;
