import {confirmPayment, noteAttempt, noteRefund, PaymentMismatchError} from './confirm-payment.js';
import {decide} from './judge.js';
import type {Kit} from './kit.js';
import type {Order} from './order.js';
import type {RemotePayment} from './razorpay-client.js';

/**
 * Moves an order to where Razorpay says it is, whatever we were told or not told before. Gives the
 * order as it stands afterwards; a payment that does not fit is reported.
 */
export async function settleOrder(kit: Kit, order: Order, request?: Request): Promise<Order> {
  const remote = await kit.razorpay.order(order.id);
  if (remote.attempts === 0 && remote.status === 'created') return order;

  const payments = await kit.razorpay.payments(order.id);
  if (order.status === 'paid') return settlePaid(kit, order, payments, request);
  const decided = decide(order, remote, payments);
  if (!decided) return noteAttempt(kit, order);
  try {
    return await confirmPayment(kit, order, remote, decided.payment, decided.verdict);
  } catch (error) {
    if (!(error instanceof PaymentMismatchError)) throw error;
    kit.report(error, request);
    return kit.book.get(order.id);
  }
}

/** Of a paid order only refunds are news, and money that came twice. */
async function settlePaid(
  kit: Kit,
  order: Order,
  payments: readonly RemotePayment[],
  request: Request | undefined,
): Promise<Order> {
  const own = payments.find(({id}) => id === order.payment?.id);
  for (const payment of payments)
    if (payment !== own && payment.status === 'captured')
      kit.report(new PaymentMismatchError(order, payment.id, 'The order is paid twice.'), request);
  return own ? noteRefund(kit, order, own) : order;
}
