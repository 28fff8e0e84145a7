import {judge, type Verdict} from './assess-payment.js';
import type {Kit} from '../kit/context.js';
import {moveOrder} from './move-order.js';
import type {Order, OrderPayment} from '../model/order.js';
import {RazorpayError} from '../razorpay/error.js';
import type {RemoteOrder, RemotePayment} from '../razorpay/entities.js';

/** A genuine payment that does not fit the order: a person must look at it. */
export class PaymentMismatchError extends Error {
  override readonly name = 'PaymentMismatchError';
  readonly orderId: string;
  readonly paymentId: string;

  constructor(order: Order, paymentId: string, reason: string) {
    super(`Payment ${paymentId} does not fit order ${order.id}. ${reason}`);
    this.orderId = order.id;
    this.paymentId = paymentId;
  }
}

/**
 * Draws the conclusion from a payment that Razorpay told us of: captures it if need be and moves
 * the order. Gives the order as it stands afterwards, unconfirmed or not. Throws a
 * `PaymentMismatchError` once the order is in review, or when it was confirmed by another payment.
 */
export async function confirmPayment(
  kit: Kit,
  order: Order,
  remote: RemoteOrder,
  payment: RemotePayment,
  verdict: Verdict = judge(order, remote, payment),
): Promise<Order> {
  switch (verdict.is) {
    case 'paid':
    case 'placed': {
      const move = {to: verdict.is, payment: toOrderPayment(payment), details: verdict.details};
      const moved = refuseSecond(await moveOrder(kit, order, move), payment);
      if (moved.status === 'cancelled')
        throw new PaymentMismatchError(order, payment.id, 'The order was cancelled before.');
      return noteRefund(kit, moved, payment);
    }
    case 'capture': {
      // Cash on delivery may be paid beforehand after all.
      if (order.status !== 'placed') refuseSecond(order, payment);
      const captured = await capture(kit, payment);
      // Not yet captured, although Razorpay did not refuse: whoever asks next finds out.
      return judge(order, remote, captured).is === 'capture'
        ? noteAttempt(kit, order)
        : confirmPayment(kit, order, remote, captured);
    }
    case 'refunded':
      return noteRefund(kit, order, payment);
    case 'cancelled':
      return moveOrder(kit, order, {to: 'cancelled', payment: toOrderPayment(payment)});
    case 'unconfirmed':
      return noteAttempt(kit, order);
    case 'mismatch':
      await moveOrder(kit, order, {
        to: 'review',
        payment: toOrderPayment(payment),
        details: verdict.details,
        reason: verdict.reason,
      });
      throw new PaymentMismatchError(order, payment.id, verdict.reason);
  }
}

/** Notes that a payment was tried. It confirms nothing, so that `onStatus` does not hear of it. */
export const noteAttempt = (kit: Kit, order: Order): Promise<Order> =>
  moveOrder(kit, order, {to: 'attempted'});

/** Notes what has gone back to the shopper. What is told twice, or late, changes nothing. */
export async function noteRefund(kit: Kit, order: Order, payment: RemotePayment): Promise<Order> {
  const {amount} = payment;
  const amountRefunded = refunded(payment);
  if (amountRefunded <= order.amountRefunded) return order;
  if (order.status === 'paid') refuseSecond(order, payment);
  return moveOrder(kit, order, {
    to: amountRefunded < amount ? 'partly_refunded' : 'refunded',
    payment: toOrderPayment(payment),
    amountRefunded,
  });
}

/** What of a payment has gone back, in the currency's smallest unit. */
export const refunded = ({status, amount, amountRefunded}: RemotePayment): number =>
  status === 'refunded' ? amount : amountRefunded;

/** Throws when another payment has confirmed the order already: money came, or would come, twice. */
function refuseSecond(order: Order, payment: RemotePayment): Order {
  if (order.payment && order.payment.id !== payment.id)
    throw new PaymentMismatchError(order, payment.id, `${order.payment.id} has confirmed it.`);
  return order;
}

async function capture({razorpay}: Kit, payment: RemotePayment): Promise<RemotePayment> {
  try {
    return await razorpay.capture(payment);
  } catch (error) {
    // Automatic capture, or a second caller, was faster.
    if (error instanceof RazorpayError && /already been captured/i.test(error.message))
      return razorpay.payment(payment.id);
    throw error;
  }
}

const toOrderPayment = ({id, method, amount}: RemotePayment): OrderPayment => ({
  id,
  method,
  amount,
});
