import {
  RzpDismissEvent,
  RzpSuccessEvent,
  RzpUnconfirmedEvent,
} from '../../checkout/events/events.js';
import type {Confirmation, Doubt} from '../../checkout/shell/confirmation.js';
import {sharedState} from '../../checkout/storage/shared-state.js';
import {dropKey} from '../../checkout/storage/idempotency-key.js';
import {keepTold} from '../../checkout/storage/told-outcomes.js';
import {DEVICE_ERRORS, deviceErrorOf, type DeviceReply} from '../../wire/device.js';
import {formatMoney} from '../../wire/money.js';
import type {PosDismissReason, PosOutcome} from '../shell/outcome.js';
import {PosError} from '../shell/pos-error.js';
import {PosErrorEvent, type PosEventMap} from '../shell/pos-events.js';
import {saidCancelled, saidNotPaid, saidPaid, saidUnpaid} from '../words/say.js';
import {dropSale, isKept} from './kept-sales.js';
import type {Sale} from './sale.js';

/** The same class. To the compiler its words are a till's. */
const PosDismissEvent = RzpDismissEvent as unknown as new (
  reason: PosDismissReason,
  orderId?: string,
) => PosEventMap['rzp-dismiss'];

/** Ends a sale that the merchant's server says is paid. Its cart is sold again only on purpose. */
export function succeed(sale: Sale, confirmation: Confirmation, reply?: DeviceReply): PosOutcome {
  const {orderId} = confirmation;
  const tell = teller(sale, orderId);
  if (sale.keyName) dropKey(sale.keyName);
  keepTold(sale.key, confirmation);
  const amount = reply ? formatMoney(reply.amount, reply.currency) : '';
  sale.enter('paid', {message: saidPaid(sale.words, amount)});
  tell(new RzpSuccessEvent(confirmation, sale.turn?.isResumed));
  return {type: 'success', ...confirmation};
}

/** Ends a try of which the server says that nothing was paid. */
export function endUnpaid(sale: Sale, reply?: DeviceReply): PosOutcome {
  const {words} = sale;
  const {error} = reply ?? {};
  const key = error && deviceErrorOf(error);
  if (sale.turn?.wasCancelled) return dismiss(sale, 'cancelled', saidCancelled(words));
  if (key === 'TRANSACTION_CANCELLED')
    return dismiss(sale, 'cancelled', saidUnpaid(words, key), true);
  const {orderId = ''} = sale;
  const tell = teller(sale, orderId);
  const again = key ? DEVICE_ERRORS[key].again : 'now';
  const why = error ? `${error.code}: ${error.description}` : 'nothing was paid';
  const device = new PosError('device_failed', `${orderId} ended: ${why}.`, {
    device: error,
    retryable: again !== 'no',
  });
  sale.enter('failed', {
    message: key ? saidUnpaid(words, key) : saidNotPaid(words),
    next: again === 'no' ? undefined : sale.tryAgain,
    isUrgent: true,
  });
  tell(new PosErrorEvent(device));
  return {type: 'failed', error: device, orderId};
}

/** Ends a try that somebody ended. */
export function dismiss(
  sale: Sale,
  reason: PosDismissReason,
  message = '',
  isUrgent = false,
): PosOutcome {
  const {orderId} = sale;
  const tell = teller(sale, orderId);
  sale.enter('idle', {
    message,
    isUrgent,
    isCancelled: true,
    next: orderId ? sale.tryAgain : undefined,
  });
  tell(new PosDismissEvent(reason, orderId));
  return {type: 'dismissed', reason, ...(orderId && {orderId})};
}

/** Ends a try that did not reach the device. */
export function fail(sale: Sale, error: PosError, message: string): PosOutcome {
  const {orderId} = sale;
  const tell = teller(sale, orderId);
  const next = error.retryable && orderId ? sale.tryAgain : undefined;
  sale.enter('idle', {message, next, isUrgent: true});
  tell(new PosErrorEvent(error));
  return {type: 'failed', error, ...(orderId && {orderId})};
}

/** Nobody knows: says so, once a reason, and goes on asking. */
export function doubt(sale: Sale, why: Doubt, message: string, paymentId?: string): void {
  const {orderId = '', turn} = sale;
  if (!turn) return;
  const isNews = turn.doubt !== why;
  turn.doubts({type: 'unconfirmed', doubt: why, orderId, ...(paymentId && {paymentId})});
  const {checkAgain: next, cancelling} = sale;
  sale.enter('unconfirmed', {message, next, actions: [cancelling], isUrgent: true});
  if (isNews) sale.reporter.tell(new RzpUnconfirmedEvent(why, orderId, paymentId, turn.isResumed));
}

/**
 * Returns how the end of a sale is told, and forgets the row of it. A sale that was taken up is told by
 * one tab, and only where nobody else has told it.
 */
function teller(sale: Sale, orderId: string | undefined): (event: Event) => void {
  const {turn} = sale;
  const isOthersToo = turn?.isResumed === true || sale.isReset;
  const isMine = turn?.isTeller === true && !(isOthersToo && orderId && !isKept(orderId));
  if (isMine && orderId) dropSale(orderId);
  if (orderId) sharedState().live.delete(orderId);
  return (event) => {
    if (isMine) sale.reporter.tell(event);
  };
}
