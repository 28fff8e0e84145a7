import {askStatus} from '../../checkout/merchant/ask-status.js';
import {confirmationOf} from '../../checkout/merchant/confirmation-of.js';
import {
  askDevice,
  tellDevice,
  type DeviceAnswer,
  type DeviceSettings,
} from '../device/ask-device.js';
import type {PosOutcome} from '../shell/outcome.js';
import {PosError} from '../shell/pos-error.js';
import {saidCancelled, saidDoubt, saidUnreachable} from '../words/say.js';
import {fill} from '../../checkout/words/fill.js';
import {dismiss, doubt, endUnpaid, fail, succeed} from './sale-endings.js';
import type {Sale} from './sale.js';
import {SaleTurn} from './sale-turn.js';

/** A customer looks at the till: while it is on the device it is asked for often. */
const PROCESSING_PAUSE_MS = 1_000;
const LONGEST_PROCESSING_PAUSE_MS = 4_000;
const DOUBT_PAUSE_MS = 1_000;
const LONGEST_DOUBT_PAUSE_MS = 30_000;
const GROWTH = 1.5;
/** The request that was to put it on the device may still be under way when it is asked for first. */
const ENOUGH_MISSING = 2;
const STATUS_TIMEOUT_MS = 5_000;

export interface FollowSettings extends DeviceSettings {
  statusUrl: string | undefined;
}

/**
 * Asks what became of a sale until it is known: the device first, and where that leaves a doubt the
 * order. Takes it from the device as soon as somebody cancels it. It never gives up.
 */
export async function followDevice(
  sale: Sale,
  settings: FollowSettings,
  first?: DeviceAnswer,
): Promise<PosOutcome> {
  const {orderId = '', turn = new SaleTurn()} = sale;
  const ask = () => turn.unlessCancelled(askDevice(settings, orderId));
  const close = () => tellDevice(settings, {action: 'close_checkout', order_id: orderId});
  const pauses = new Pauses();
  let missing = 0;
  let isClosed = false;
  let answer = first ?? (await ask());
  for (;;) {
    // Nothing where it was cancelled meanwhile: the device is told first.
    if (answer) {
      missing = isUnknown(answer) ? missing + 1 : 0;
      const outcome =
        missing < ENOUGH_MISSING ? await learn(sale, settings, answer, isClosed) : notSent(sale);
      if (outcome) return outcome;
    }
    if (!turn.isCancelling) await turn.pause(pauses.next(sale.face.state));
    isClosed = turn.takeCancel();
    answer = isClosed ? await close() : await ask();
  }
}

/** Tells what an answer says; resolves with the outcome where it is an end. */
async function learn(
  sale: Sale,
  settings: FollowSettings,
  answer: DeviceAnswer,
  isClosed: boolean,
): Promise<PosOutcome | undefined> {
  const {reply} = answer;
  const {words} = sale;
  if (reply?.status === 'paid') {
    const {order_id: orderId, payment_id: paymentId = ''} = reply;
    return succeed(sale, {status: 'paid', orderId, paymentId}, reply);
  }
  if (reply?.status === 'processing') {
    sale.turn?.knows();
    if (sale.turn?.isCancelling) return undefined;
    const message = isClosed ? words.notCancelled : words.processing;
    // What was said of a cancel that came to nothing stays.
    if (isClosed || sale.face.message !== words.notCancelled)
      sale.enter('processing', {message, actions: [sale.cancelling], isUrgent: isClosed});
    return undefined;
  }
  if (reply?.status !== 'failed') tellDoubt(sale, answer);
  const status = await statusOf(sale, settings);
  const confirmation = status && confirmationOf(status);
  if (confirmation) return succeed(sale, confirmation, reply);
  if (reply?.status !== 'failed') return undefined;
  // A payment has come, and a person at the shop decides about it.
  if (status?.status === 'unconfirmed') {
    doubt(sale, 'pending', words.doubt, status.payment_id);
    return undefined;
  }
  return endUnpaid(sale, reply);
}

function tellDoubt(sale: Sale, {reply, refusal, isWithoutEffect}: DeviceAnswer): void {
  const {words} = sale;
  if (reply) {
    const {error, payment_id: paymentId} = reply;
    doubt(sale, 'pending', saidDoubt(words, error), paymentId);
    return;
  }
  const isRefused = isWithoutEffect && /^(FORBIDDEN|DEVICE_NOT_ALLOWED)$/.test(refusal?.code ?? '');
  doubt(
    sale,
    'unreachable',
    isRefused ? fill(words.signedOut, {action: words.checkAgain}) : saidUnreachable(words),
  );
}

const statusOf = (sale: Sale, {statusUrl, ...settings}: FollowSettings) =>
  statusUrl
    ? askStatus({...settings, statusUrl}, sale.orderId ?? '', STATUS_TIMEOUT_MS)
    : Promise.resolve(undefined);

/** The server never heard that this order was to be on a device. */
const isUnknown = ({refusal}: DeviceAnswer) =>
  /^(ACTIVITY_NOT_FOUND|ORDER_NOT_FOUND)$/.test(refusal?.code ?? '');

function notSent(sale: Sale): PosOutcome {
  if (sale.turn?.wasCancelled) return dismiss(sale, 'cancelled', saidCancelled(sale.words));
  const error = new PosError('device_unreachable', 'device-url knows nothing of the sale.', {
    retryable: true,
  });
  return fail(sale, error, sale.words.notSent);
}

/** Pauses that grow for as long as nothing changes. */
class Pauses {
  #state = '';
  #ms = 0;

  next(state: string): number {
    const isOnDevice = state === 'processing';
    const first = isOnDevice ? PROCESSING_PAUSE_MS : DOUBT_PAUSE_MS;
    const longest = isOnDevice ? LONGEST_PROCESSING_PAUSE_MS : LONGEST_DOUBT_PAUSE_MS;
    this.#ms = this.#state === state ? Math.min(this.#ms * GROWTH, longest) : first;
    this.#state = state;
    return this.#ms;
  }
}
