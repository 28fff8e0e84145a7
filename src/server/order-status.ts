import type {StatusReply} from '../checkout/wire.js';
import {confirmPayment, PaymentMismatchError} from './confirm-payment.js';
import {HttpError} from './http-error.js';
import {json} from './http.js';
import type {Kit} from './kit.js';
import {noteAttempt} from './move-order.js';
import {isConfirmed, type Order} from './order.js';

/** How long Razorpay is left alone about an order once it was asked, in ms. */
const INTERVAL = 2_000;

/** `GET /status?order_id=…`: what has become of an order, also when no handler response came. */
export async function orderStatus(kit: Kit, request: Request): Promise<Response> {
  const orderId = new URL(request.url).searchParams.get('order_id');
  if (!orderId) throw new HttpError('INVALID_REQUEST', 'Add "?order_id=…".', {field: 'order_id'});
  const order = await kit.book.find(orderId);
  if (!order) throw new HttpError('ORDER_NOT_FOUND', 'This shop has no such order.');
  if (isConfirmed(order.status) || !(await kit.book.mayAsk(order.id, INTERVAL)))
    return reply(order);
  return reply(await askRazorpay(kit, order, request));
}

/** Moves the order to where Razorpay says it is. */
async function askRazorpay(kit: Kit, order: Order, request: Request): Promise<Order> {
  const remote = await kit.razorpay.order(order.id);
  if (remote.attempts === 0 && remote.status === 'created') return order;

  const payments = await kit.razorpay.payments(order.id);
  // Those that moved money come first: an earlier attempt that failed must not hide them.
  const likely = payments.toSorted((a, b) => rank(a.status) - rank(b.status));
  let current = order;
  for (const payment of likely) {
    try {
      current = await confirmPayment(kit, current, remote, payment);
      if (isConfirmed(current.status)) return current;
    } catch (error) {
      if (!(error instanceof PaymentMismatchError)) throw error;
      kit.report(error, request);
    }
  }
  return noteAttempt(kit, current);
}

const LIKELY = ['captured', 'authorized', 'pending'];
const rank = (status: string): number => LIKELY.indexOf(status) + 1 || LIKELY.length + 1;

const reply = ({id, status, payment}: Order): Response =>
  json({status, order_id: id, ...(payment && {payment_id: payment.id})} satisfies StatusReply);
