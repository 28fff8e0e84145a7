import {RzpOpenEvent} from '../../checkout/events/events.js';
import {askStatus} from '../../checkout/merchant/ask-status.js';
import {confirmationOf} from '../../checkout/merchant/confirmation-of.js';
import {obtainOrder} from '../../checkout/merchant/obtain-order.js';
import {explain} from '../../checkout/words/refusal.js';
import {CheckoutError} from '../../checkout/shell/checkout-error.js';
import type {Confirmation} from '../../checkout/shell/confirmation.js';
import {sharedState} from '../../checkout/storage/shared-state.js';
import {keyName} from '../../checkout/storage/idempotency-key.js';
import {tellDevice, type DeviceAnswer} from '../device/ask-device.js';
import {checkSale, type CheckedSale} from '../request/check-sale.js';
import type {PosOutcome} from '../shell/outcome.js';
import {PosError, type PosErrorCode} from '../shell/pos-error.js';
import {saidCancelled, saidRefused} from '../words/say.js';
import {fill} from '../../checkout/words/fill.js';
import {followDevice} from './follow-device.js';
import {keepSale} from './kept-sales.js';
import {dismiss, fail, succeed} from './sale-endings.js';
import type {Sale} from './sale.js';

const STATUS_TIMEOUT_MS = 10_000;

/**
 * Takes a sale from the press to what became of it: makes the order, puts it on the device, and asks
 * until it is known. Always resolves.
 */
export async function runSale(sale: Sale, isAgain: boolean): Promise<PosOutcome> {
  try {
    if (!sale.reporter.tell(new RzpOpenEvent())) return dismiss(sale, 'prevented');
    sale.enter('preparing', {message: sale.words.label.preparing});
    const checked = checkSale(sale.request, sale.reporter.warn);
    const {createOrder, orderUrl, orderData} = checked.source;
    sale.keyName = orderUrl && !createOrder ? keyName(orderUrl, orderData ?? {}) : '';
    const orderId = await sale.turn?.unlessCancelled(obtain(sale, checked, isAgain));
    if (!orderId || sale.turn?.isCancelling)
      return dismiss(sale, 'cancelled', saidCancelled(sale.words));
    sale.orderId = orderId;
    sharedState().live.add(orderId);
    // Kept before anything is sent: from here on an answer may be lost.
    const {deviceUrl} = checked;
    keepSale({orderId, cart: sale.key, keyName: sale.keyName, deviceUrl, at: Date.now()});
    void sale.turn?.tellAlone(orderId);
    const settings = settingsOf(sale, checked);
    const answer = await tellDevice(settings, {...checked.checkout, order_id: orderId});
    return answer.isWithoutEffect
      ? refuse(sale, answer)
      : await followDevice(sale, settings, answer);
  } catch (thrown) {
    if (thrown instanceof PaidBefore) return succeed(sale, thrown.confirmation);
    const error = asPosError(thrown);
    if (thrown instanceof CheckoutError) {
      await explain(thrown);
      error.message = thrown.message;
    }
    return fail(sale, error, saidRefused(sale.words, error.code, error.message));
  }
}

/** Where the sale is asked for. */
const settingsOf = (sale: Sale, {deviceUrl, statusUrl}: CheckedSale) => {
  const {requestHeaders, credentials} = sale.request;
  return {deviceUrl, statusUrl, requestHeaders, credentials};
};

/** Returns the order: the one that the sale has, where it is tried again. */
async function obtain(sale: Sale, checked: CheckedSale, isAgain: boolean): Promise<string> {
  if (sale.orderId && (isAgain || sale.request.createOrder)) return sale.orderId;
  const {orderId} = await obtainOrder(checked.source, async (isComplete) => {
    if (isComplete) await lookUp(sale, checked);
  });
  return orderId;
}

/** The order of this cart is over: says so instead of charging for another one. */
async function lookUp(sale: Sale, {statusUrl}: CheckedSale): Promise<never> {
  const {orderId, request} = sale;
  const reply =
    orderId && statusUrl
      ? await askStatus({...request, statusUrl}, orderId, STATUS_TIMEOUT_MS)
      : undefined;
  const confirmation = reply && confirmationOf(reply);
  if (confirmation) throw new PaidBefore(confirmation);
  sale.isOver = true;
  const {orderOver, newSale} = sale.words;
  throw new PosError('order_refused', fill(orderOver, {action: newSale}));
}

/** The order of the cart was paid after all. */
class PaidBefore extends Error {
  readonly confirmation: Confirmation;

  constructor(confirmation: Confirmation) {
    super();
    this.confirmation = confirmation;
  }
}

const CODES: Readonly<Record<string, PosErrorCode>> = {
  DEVICE_BUSY: 'device_busy',
  GATEWAY_UNREACHABLE: 'device_unreachable',
};

/** Ends a try that the server refused: nothing is on the device. */
function refuse(sale: Sale, {refusal}: DeviceAnswer): PosOutcome {
  const {code = '', description = ''} = refusal ?? {};
  const known = CODES[code] ?? 'device_refused';
  sale.isOver = code === 'ORDER_NOT_FOUND';
  const error = new PosError(known, `device-url refused the sale: ${code} ${description}`, {
    cause: refusal,
    retryable: known !== 'device_refused' || code === 'RATE_LIMITED',
  });
  return fail(sale, error, saidRefused(sale.words, known, description, code));
}

/** Returns what was thrown as an error of the till. */
function asPosError(thrown: unknown): PosError {
  if (thrown instanceof PosError) return thrown;
  const {code, message, cause, retryable} =
    thrown instanceof CheckoutError
      ? thrown
      : {code: 'unexpected', message: String(thrown), cause: thrown, retryable: true};
  return new PosError(code as PosErrorCode, message, {cause, retryable});
}
