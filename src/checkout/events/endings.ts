import type {CheckoutError} from '../shell/checkout-error.js';
import type {Confirmation} from '../shell/confirmation.js';
import {dropKey} from '../storage/idempotency-key.js';
import {dropUnfinished, type UnfinishedCheckout} from '../storage/unfinished.js';
import {words} from '../words/en.js';
import {RzpDismissEvent, RzpErrorEvent, RzpSuccessEvent, type DismissReason} from './events.js';
import type {Outcome} from './outcome.js';
import type {Reporter} from './reporter.js';

/** Ends a checkout that the merchant's server confirmed: the same cart may be bought again. */
export function succeed(
  reporter: Reporter,
  {orderId, keyName}: UnfinishedCheckout,
  confirmation: Confirmation,
  successUrl?: string | null,
): Outcome {
  dropUnfinished(orderId);
  if (keyName) dropKey(keyName);
  reporter.enter(confirmation.status, words[confirmation.status]);
  const goes = reporter.tell(new RzpSuccessEvent(confirmation, reporter.resumed));
  if (goes && successUrl && !reporter.resumed) location.assign(successUrl);
  return {type: 'success', ...confirmation};
}

/** Ends a checkout that closed without a payment. */
export function dismiss(reporter: Reporter, reason: DismissReason, orderId?: string): Outcome {
  reporter.enter('idle', reason === 'payment_failed' ? words.paymentFailed : '');
  reporter.tell(new RzpDismissEvent(reason, orderId));
  return {type: 'dismissed', reason, ...(orderId && {orderId})};
}

/** Ends a checkout that could not open, or broke. */
export function fail(reporter: Reporter, error: CheckoutError): Outcome {
  reporter.enter('idle', words.error(error));
  reporter.tell(new RzpErrorEvent(error));
  return {type: 'failed', error};
}
