import {VerifyRequest} from '../../wire/merchant.js';
import {within} from '../runtime/background.js';
import type {Incoming, Reply} from '../http/exchange.js';
import {confirmResponse} from '../orders/confirm-response.js';
import {HttpError} from '../http/http-error.js';
import type {Kit} from '../kit/context.js';
import type {Order} from '../model/order.js';
import {readForm} from '../http/read-body.js';
import {settleOrder} from '../orders/settle-order.js';

/** How long the shopper waits on a blank page, in ms. The page asks on. */
const PATIENCE = 4_000;

/**
 * `POST /callback`: the form that Razorpay sends the browser with, without cookies. Sends the
 * shopper on to `returnUrl` whatever it says, with nothing of it but the id of an order of ours.
 *
 * https://razorpay.com/docs/payments/payment-gateway/callback-url/
 */
export async function callback(kit: Kit, incoming: Incoming): Promise<Reply> {
  const form = await readForm(incoming);
  const response = VerifyRequest.safeParse(Object.fromEntries(form)).data;
  const orderId = response?.razorpay_order_id ?? failedOrderId(form);
  const order = orderId === undefined ? undefined : await kit.book.find(orderId);
  if (order) {
    const settled = kit.background.run(() =>
      response
        ? confirmResponse(kit, order, response).catch(passOverHaste)
        : settleFailed(kit, order),
    );
    await within(settled, PATIENCE);
  }
  return {
    status: 303,
    headers: {Location: location(kit.returnUrl, order), 'Cache-Control': 'no-store'},
    body: null,
  };
}

/** Anybody can post a failure: it moves nothing by itself, and Razorpay is asked no faster. */
async function settleFailed(kit: Kit, order: Order): Promise<void> {
  if (await kit.book.mayAsk(order.id)) await settleOrder(kit, order);
}

/** Strangers fill no log: what is forged is told as often as Razorpay is asked about it. */
function passOverHaste(error: unknown): void {
  if (!(error instanceof HttpError && error.code === 'RATE_LIMITED')) throw error;
}

/** The order of a failed attempt: `error[metadata]` is a JSON text. */
function failedOrderId(form: URLSearchParams): string | undefined {
  try {
    const metadata: unknown = JSON.parse(form.get('error[metadata]') ?? '');
    const {order_id} = (metadata ?? {}) as {order_id?: unknown};
    return typeof order_id === 'string' ? order_id : undefined;
  } catch {
    return undefined;
  }
}

function location(returnUrl: string, order: Order | undefined): string {
  const url = new URL(returnUrl, HERE);
  if (order) url.searchParams.set('order_id', order.id);
  // A path stays a path: behind a proxy the kit does not know its own origin.
  return url.href.startsWith(HERE) ? url.href.slice(HERE.length) : url.href;
}
const HERE = 'http://here.invalid';
