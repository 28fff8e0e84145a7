import type {StatusReply} from '../../wire/merchant.js';
import {statusWord} from '../../wire/order-status.js';
import {json, type Incoming, type Reply} from '../http/exchange.js';
import {HttpError} from '../http/http-error.js';
import type {Context} from '../kit/context.js';
import {ASK_INTERVAL_MS} from '../ledger/orders-table.js';
import {repeatedMandateReply} from '../mandates/mandate-reply.js';
import {isClosed, type Order} from '../model/order.js';
import {settleOrder} from '../orders/settle-order.js';
import {runHook} from '../runtime/hook-error.js';
import {hashSession} from './idempotency-key.js';
import {tillOf} from './till.js';

/** `GET /status?order_id=…`: what has become of an order, also when no handler response came. */
export async function answerStatus(context: Context, incoming: Incoming): Promise<Reply> {
  const orderId = incoming.url.searchParams.get('order_id');
  if (!orderId) throw new HttpError('INVALID_REQUEST', 'Add "?order_id=…".', {field: 'order_id'});
  const order = await context.orders.find(orderId);
  if (!order) throw new HttpError('ORDER_NOT_FOUND', 'This shop has no such order.');
  const found = await upToDate(context, incoming, order);
  const {id, status, payment, review, currency} = found;
  const mandate = await repeatedMandateReply(context, order, found);
  const paymentId = (payment ?? review?.payment)?.id;
  const isTold = paymentId !== undefined && (await isOfSession(context, incoming, order));
  return json({
    status: statusWord(status),
    order_id: id,
    ...(isTold && {payment_id: paymentId, ...mandate}),
    ...(isTold && payment && {amount: payment.amount, currency}),
  } satisfies StatusReply);
}

/** The order as Razorpay says it is, which is asked once in a while only. */
async function upToDate(context: Context, incoming: Incoming, order: Order): Promise<Order> {
  const {orders} = context;
  const isOver = isClosed(order.status);
  // What went back may come in again: the shopper's bank does not take it.
  if (isOver && order.amountRefunded === 0) return order;
  if (!(await orders.mayAsk(order.id, 'status'))) {
    if (order.status !== 'created') return order;
    // After "created" the page stops asking, so that it must be true now and not a moment ago.
    await new Promise((resolve) => setTimeout(resolve, ASK_INTERVAL_MS));
    if (!(await orders.mayAsk(order.id, 'status'))) return orders.get(order.id);
  }
  const tell = (error: unknown) => context.report(error, incoming.request);
  const settled = settleOrder(context, order, tell);
  if (!isOver) return settled;
  // What is known of an order that is over is answer enough while Razorpay cannot be asked.
  return settled.catch((error: unknown) => {
    tell(error);
    return order;
  });
}

/** Whether the order was made in the session of who asks: where there are sessions, ids leak. */
async function isOfSession(
  {orders, session, devices}: Context,
  incoming: Incoming,
  {id, deviceMode}: Order,
): Promise<boolean> {
  if (devices && deviceMode !== undefined) {
    const cashier = await devices.authorize(incoming.request);
    const till = cashier === undefined ? undefined : await hashSession(tillOf(cashier));
    return till !== undefined && (await orders.sessionOf(id)) === till;
  }
  if (!session) return true;
  const asker = await runHook(() => session(incoming.request));
  return asker !== null && (await orders.sessionOf(id)) === (await hashSession(asker));
}
