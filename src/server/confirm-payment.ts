import {judge} from './judge.js';
import type {Kit} from './kit.js';
import {confirmOrder, noteAttempt} from './move-order.js';
import type {Order, OrderPayment} from './order.js';
import {RazorpayError} from './razorpay-error.js';
import type {RemoteOrder, RemotePayment} from './razorpay-client.js';

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
 * the order. Gives the order as it stands afterwards, unconfirmed or not.
 */
export async function confirmPayment(
  kit: Kit,
  order: Order,
  remote: RemoteOrder,
  payment: RemotePayment,
): Promise<Order> {
  const verdict = judge(order, remote, payment);
  switch (verdict.is) {
    case 'paid':
    case 'placed':
      return refuseSecond(
        await confirmOrder(kit, order.id, verdict.is, toOrderPayment(payment)),
        payment,
      );
    case 'capture': {
      refuseSecond(order, payment);
      const captured = await capture(kit, payment);
      // Not yet captured, although Razorpay did not refuse: whoever asks next finds out.
      return judge(order, remote, captured).is === 'capture'
        ? noteAttempt(kit, order)
        : confirmPayment(kit, order, remote, captured);
    }
    case 'unconfirmed':
      return noteAttempt(kit, order);
    case 'mismatch':
      throw new PaymentMismatchError(order, payment.id, verdict.reason);
  }
}

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
