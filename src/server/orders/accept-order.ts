import type {Context} from '../kit/context.js';
import {isConfirmed, type ConfirmedStatus, type Order} from '../model/order.js';
import type {RemoteOrder, RemotePayment} from '../razorpay/entities.js';
import {capture} from './apply-step.js';
import {toOrderPayment} from './assess.js';
import {detailsOf, meaningOf} from './assess-payment.js';
import {moveOrder} from './move-order.js';
import {settleOrder} from './settle-order.js';

/**
 * Takes the payment of an order in review for good, because a person has said so: the order is `paid`,
 * or `placed`, as if the payment had fitted. Asked again, it is as good as done.
 */
export async function acceptOrder(context: Context, id: string): Promise<Order> {
  const known = await context.orders.find(id);
  if (!known) throw new Error(`The ledger has no order ${id}.`);
  // What went back since it was looked at is not there to accept.
  const order = await settleOrder(context, known);
  if (isConfirmed(order.status)) return order;
  if (!order.review)
    throw new Error(`Order ${id} is ${order.status}. Only one in review can be accepted.`);
  const {remote, payment} = await askRazorpay(context, order, order.review.payment.id);
  const to = confirmedBy(order, remote, payment);
  const details = detailsOf(order, remote, payment);
  const move = {to, payment: toOrderPayment(payment), details, isAccepted: true} as const;
  // Where somebody else was faster they may have accepted it, or given the money back.
  return (await moveOrder(context, order, move)) ?? acceptOrder(context, id);
}

/** The order and the payment as Razorpay has them now; what is only authorised is captured. */
async function askRazorpay(context: Context, order: Order, paymentId: string) {
  const {razorpay} = context;
  const remote = await razorpay.getOrder(order.id, order.deviceMode);
  const payment = await razorpay.getPayment(paymentId);
  if (payment.orderId !== order.id || payment.currency !== order.currency)
    throw new Error(
      `The payment ${payment.id} is of ${payment.currency} for ${payment.orderId ?? 'no order'}. It can't be that of ${order.id}, which is of ${order.currency}. Give it back.`,
    );
  const isToCapture = meaningOf(order, remote, payment) === 'capture';
  return {remote, payment: isToCapture ? await capture(context, payment) : payment};
}

/** What a payment makes of an order, whether it fits or not. */
function confirmedBy(order: Order, remote: RemoteOrder, payment: RemotePayment): ConfirmedStatus {
  const meaning = meaningOf(order, remote, payment);
  if (meaning === 'paid' || meaning === 'placed') return meaning;
  throw new Error(
    `The payment ${payment.id} of ${order.id} is ${payment.status} at Razorpay. There is nothing to accept.`,
  );
}
