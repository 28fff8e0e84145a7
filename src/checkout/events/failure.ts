import type {CheckoutError} from '../shell/checkout-error.js';
import {RzpDismissEvent, RzpErrorEvent, type DismissReason} from './events.js';
import type {Outcome} from './outcome.js';
import type {Stage} from './reporter.js';
import {words} from '../words/en.js';

/** Ends a checkout that closed without a payment. */
export function dismiss(stage: Stage, reason: DismissReason, orderId?: string): Outcome {
  stage.enter('idle', reason === 'payment_failed' ? words.paymentFailed : '');
  stage.tell(new RzpDismissEvent(reason, orderId));
  return {type: 'dismissed', reason, ...(orderId && {orderId})};
}

/** Ends a checkout that could not open, or broke. */
export function fail(stage: Stage, error: CheckoutError): Outcome {
  stage.enter('idle', words.error(error));
  stage.tell(new RzpErrorEvent(error));
  return {type: 'failed', error};
}
