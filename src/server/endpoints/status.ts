import type {StatusReply} from '../../wire/merchant.js';
import {statusWord} from '../../wire/order-status.js';
import {json, type Incoming, type Reply} from '../http/exchange.js';
import {HttpError} from '../http/http-error.js';
import type {Context} from '../kit/context.js';
import {ASK_INTERVAL_MS} from '../ledger/orders-table.js';
import {isClosed, type Order} from '../model/order.js';
import {settleOrder} from '../orders/settle-order.js';

/** `GET /status?order_id=…`: what has become of an order, also when no handler response came. */
export async function answerStatus(context: Context, incoming: Incoming): Promise<Reply> {
  const {orders} = context;
  const orderId = incoming.url.searchParams.get('order_id');
  if (!orderId) throw new HttpError('INVALID_REQUEST', 'Add "?order_id=…".', {field: 'order_id'});
  const order = await orders.find(orderId);
  if (!order) throw new HttpError('ORDER_NOT_FOUND', 'This shop has no such order.');
  const isOver = isClosed(order.status);
  // What went back may come in again: the shopper's bank does not take it.
  if (isOver && order.amountRefunded === 0) return reply(order);
  if (!(await orders.mayAsk(order.id))) {
    if (order.status !== 'created') return reply(order);
    // After "created" the page stops asking, so that it must be true now and not a moment ago.
    await new Promise((resolve) => setTimeout(resolve, ASK_INTERVAL_MS));
    if (!(await orders.mayAsk(order.id))) return reply(await orders.get(order.id));
  }
  const tell = (error: unknown) => context.report(error, incoming.request);
  const settled = settleOrder(context, order, tell);
  if (!isOver) return reply(await settled);
  // What is known of an order that is over is answer enough while Razorpay cannot be asked.
  return reply(
    await settled.catch((error: unknown) => {
      tell(error);
      return order;
    }),
  );
}

function reply({id, status, payment, review}: Order): Reply {
  const paymentId = (payment ?? review?.payment)?.id;
  return json({
    status: statusWord(status),
    order_id: id,
    ...(paymentId !== undefined && {payment_id: paymentId}),
  } satisfies StatusReply);
}
