import type {CheckoutError} from '../shell/errors.js';
import {RzpDismissEvent, RzpErrorEvent, type DismissReason} from './events.js';
import type {Outcome} from './outcome.js';
import type {Stage} from './stage.js';
import {words} from '../words/words.js';

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
