import {ORDER_ID} from '../../wire/ids.js';
import {VerifyRequest} from '../../wire/verify-request.js';
import {errorReply, toHttpError, type EndpointConfig} from '../http/endpoint.js';
import type {Incoming, Reply} from '../http/exchange.js';
import {HttpError} from '../http/http-error.js';
import {readForm} from '../http/read-body.js';
import type {Context} from '../kit/context.js';
import {withOrderId} from '../kit/return-url.js';
import type {Order} from '../model/order.js';
import {confirmResponse} from '../orders/confirm-response.js';
import {settleOrder} from '../orders/settle-order.js';
import {waitAtMost} from '../runtime/wait-at-most.js';

/** How long the shopper waits on a blank page. The page that they come to asks on. */
const ANSWER_WITHIN_MS = 4_000;

/**
 * `POST /callback`: the form that Razorpay sends the browser with, without cookies; `GET` too, with
 * its fields in the address or with none, because a shopper may come back to where they have been.
 * Sends the shopper on to `returnUrl` whatever it says, with nothing of it but the id of an order of
 * ours.
 *
 * https://razorpay.com/docs/payments/payment-gateway/callback-url/
 */
export async function answerCallback(context: Context, incoming: Incoming): Promise<Reply> {
  const form = incoming.method === 'POST' ? await readForm(incoming) : incoming.url.searchParams;
  const response = VerifyRequest.safeParse(Object.fromEntries(form)).data;
  const orderId = response?.razorpay_order_id ?? failedOrderId(form);
  const order = orderId === undefined ? undefined : await context.orders.find(orderId);
  if (order) {
    const confirmed = context.background.run(() =>
      response
        ? confirmResponse(context, order, response).catch(passOverHaste)
        : askAboutFailure(context, order),
    );
    await waitAtMost(ANSWER_WITHIN_MS, confirmed);
  }
  return sendOn(context, order);
}

/**
 * Sends the shopper on after an error too, of which the merchant is told: they may have paid a moment
 * ago, and can do nothing with an error. Only what no browser navigates with is refused.
 */
export function callbackErrorReply(
  config: EndpointConfig,
  incoming: Incoming,
  error: unknown,
  context: Context,
): Reply {
  const {code} = HttpError.from(error);
  if (code === 'METHOD_NOT_ALLOWED' || code === 'UNSUPPORTED_MEDIA_TYPE')
    return errorReply(config, incoming, error);
  toHttpError(config, incoming, error);
  return sendOn(context);
}

const sendOn = ({returnUrl}: Context, order?: Order): Reply => ({
  status: 303,
  headers: {Location: withOrderId(returnUrl, order?.id), 'Cache-Control': 'no-store'},
  body: null,
});

/** Anybody can post a failure: it moves nothing by itself, and Razorpay is asked no faster. */
async function askAboutFailure(context: Context, order: Order): Promise<void> {
  if (await context.orders.mayAsk(order.id, 'unsigned')) await settleOrder(context, order);
}

/**
 * Does not report a refusal to ask so soon again: anybody can forge responses by the hundred, and
 * would fill the merchant's log with them.
 */
function passOverHaste(error: unknown): void {
  if (!(error instanceof HttpError && error.code === 'RATE_LIMITED')) throw error;
}

/** The order of a failed attempt: `error[metadata]` is a JSON text. */
function failedOrderId(form: URLSearchParams): string | undefined {
  try {
    const metadata: unknown = JSON.parse(form.get('error[metadata]') ?? '');
    const {order_id} = (metadata ?? {}) as {order_id?: unknown};
    return typeof order_id === 'string' && ORDER_ID.test(order_id) ? order_id : undefined;
  } catch {
    return undefined;
  }
}
