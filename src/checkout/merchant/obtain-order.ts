import {
  isForShopper,
  readErrorReply,
  readOrderReply,
  type ErrorReply,
} from '../../wire/merchant.js';
import {CheckoutError} from '../shell/checkout-error.js';
import type {OrderSource, OrderToPay} from '../shell/order-source.js';
import {freshKey, keptKey} from '../storage/idempotency-key.js';
import {refused} from '../words/refusal.js';
import {moneyOf} from './money-of.js';
import {requestJson} from './request-json.js';

const TIMEOUT_MS = 15_000;

/**
 * Resolves with the order to be paid: `createOrder()` first, then `order-url`, then `order-id`.
 *
 * The endpoint is asked with the same `Idempotency-Key` for the same order data until that order is
 * paid, so that a reload, a second click or a lost reply does not make another order. Before another
 * order may come of it, `beforeAnother` is called, with whether the endpoint has said that the order
 * of the key is over, and may throw.
 *
 * @throws CheckoutError `order_refused`, `order_failed`, `order_reply_invalid`
 */
export async function obtainOrder(
  source: OrderSource,
  beforeAnother: BeforeAnother,
): Promise<OrderToPay> {
  const {createOrder, orderUrl, orderId} = source;
  if (createOrder) {
    await beforeAnother(false);
    return readOrder(await callCreateOrder(createOrder), 'createOrder()');
  }
  if (orderUrl)
    return readOrder(await postOrder(source, orderUrl, beforeAnother), `order-url="${orderUrl}"`);
  return {orderId: orderId ?? ''};
}

type BeforeAnother = (isComplete: boolean) => Promise<void>;

async function callCreateOrder(createOrder: () => unknown): Promise<unknown> {
  try {
    return await createOrder();
  } catch (error) {
    if (error instanceof CheckoutError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw refused(['createOrder', message], {
      code: 'order_failed',
      cause: error,
      retryable: true,
    });
  }
}

async function postOrder(
  source: OrderSource,
  orderUrl: string,
  beforeAnother: BeforeAnother,
): Promise<unknown> {
  const data = source.orderData ?? {};
  const send = (key: string) => post(source, orderUrl, data, key);
  let key = keptKey(orderUrl, data);
  if (!key) {
    await beforeAnother(false);
    // Another tab may have made one meanwhile.
    key = keptKey(orderUrl, data) ?? freshKey(orderUrl, data);
  }
  let response = await send(key);
  // A tab that was pressed in the same moment has made a key too: the one that is kept is the key of both.
  const latest = keptKey(orderUrl, data);
  if (latest && latest !== key) response = await send(latest);
  // Either the session's cart has changed since, or the order of this key is paid.
  const conflict = response.status === 422 ? await errorOf(response) : undefined;
  if (conflict?.code === 'IDEMPOTENCY_CONFLICT') {
    await beforeAnother(conflict.reason === 'order_complete');
    response = await send(freshKey(orderUrl, data));
  }
  // Why it is no JSON is told with the error: it quotes how a page of HTML begins.
  if (response.ok) return response.json().catch((error: unknown) => error);
  const error = await errorOf(response);
  if (error && response.status < 500 && isForShopper(error.code)) {
    throw new CheckoutError('order_refused', error.description, {cause: error, retryable: true});
  }
  throw refused(['orderAnswer', orderUrl, response.status, error?.description], {
    code: 'order_failed',
    cause: error,
    retryable: true,
  });
}

async function post(
  source: OrderSource,
  url: string,
  data: unknown,
  key: string,
): Promise<Response> {
  const {requestHeaders, credentials} = source;
  const headers = {'Idempotency-Key': key};
  const request = () =>
    requestJson(url, {body: data, requestHeaders, credentials, headers, timeoutMs: TIMEOUT_MS});
  try {
    // Once more is safe: by the key the server knows that it is the same order.
    return await request().catch((error: unknown) => {
      if (error instanceof TypeError) return request();
      throw error;
    });
  } catch (error) {
    throw new CheckoutError('order_failed', `order-url="${url}" can't be reached.`, {
      cause: error,
      retryable: true,
    });
  }
}

/** Reads an error reply without using up the response. */
async function errorOf(response: Response): Promise<ErrorReply['error'] | undefined> {
  const reply: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return readErrorReply(reply);
}

function readOrder(reply: unknown, from: string): OrderToPay {
  const order = readOrderReply(reply);
  if (order) {
    const {order_id: orderId, key_id: keyId, options} = order;
    const money = moneyOf(order);
    return {orderId, keyId, options, ...(money && {money})};
  }
  throw refused(['orderReply', from], {code: 'order_reply_invalid', cause: reply});
}
