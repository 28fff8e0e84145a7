import {RzpSuccessEvent} from './events.js';
import {dropKey} from '../storage/idempotency-key.js';
import type {Outcome} from './outcome.js';
import type {Stage} from './reporter.js';
import {dropUnfinished, type UnfinishedCheckout} from '../storage/unfinished.js';
import type {Confirmation} from '../merchant/verify-payment.js';
import {words} from '../words/en.js';

/** Ends a checkout that the merchant's server confirmed: the same cart may be bought again. */
export function succeed(
  stage: Stage,
  {orderId, keyName}: UnfinishedCheckout,
  confirmation: Confirmation,
  successUrl?: string | null,
): Outcome {
  dropUnfinished(orderId);
  if (keyName) dropKey(keyName);
  stage.enter(confirmation.status, words[confirmation.status]);
  const goes = stage.tell(new RzpSuccessEvent(confirmation, stage.resumed));
  if (goes && successUrl && !stage.resumed) location.assign(successUrl);
  return {type: 'success', ...confirmation};
}
