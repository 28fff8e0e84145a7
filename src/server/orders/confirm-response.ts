import type {VerifyRequest} from '../../wire/merchant.js';
import {HttpError} from '../http/http-error.js';
import {assessPayment} from './assess-payment.js';
import type {Kit} from '../kit/context.js';
import {isClosed, type Order} from '../model/order.js';
import {ASK_INTERVAL_MS} from '../ledger/orders-table.js';
import {RazorpayError} from '../razorpay/error.js';
import type {RemotePayment} from '../razorpay/entities.js';
import {leadsFrom} from '../model/move.js';
import {moveOrder} from './move-order.js';
import {PaymentMismatchError} from './payment-mismatch-error.js';
import {settle, settleOrder} from './settle-order.js';
import {verifyPayment} from '../../wire/signature.js';

/**
 * Confirms an order from what the checkout answered, whichever way it came. Gives the order as it
 * stands afterwards. Throws a `PaymentMismatchError` where the payment is not what it is, or can be,
 * confirmed by; an `HttpError` `SIGNATURE_MISMATCH` when Razorpay has not said so, `RATE_LIMITED`
 * while Razorpay is not asked whether it has.
 */
export async function confirmResponse(
  kit: Kit,
  order: Order,
  {razorpay_payment_id: paymentId, razorpay_signature: signature}: VerifyRequest,
): Promise<Order> {
  // Razorpay has confirmed this pair before, so that the signature adds nothing.
  if (order.payment?.id === paymentId) return order;

  const signed = await verifyPayment(kit.keySecrets, {orderId: order.id, paymentId}, signature);
  // Anybody can send a pair that is not: Razorpay is asked no faster for it.
  if (!signed && !(await kit.book.mayAsk(order.id)))
    throw new HttpError('RATE_LIMITED', 'This order was asked about a moment ago. Try again.', {
      headers: {'Retry-After': String(ASK_INTERVAL_MS / 1000)},
    });
  // A signature proves the pair, not that money moved, nor how much. And a pair that is not
  // proven may have been signed with a secret that has been rotated away since.
  const [payment, remote] = await Promise.all([
    signed ? kit.razorpay.payment(paymentId) : unprovenPayment(kit, order, paymentId),
    kit.razorpay.order(order.id),
  ]).catch(async (error: unknown) => {
    // Whoever looks at the order meanwhile finds that money may have moved.
    if (signed && leadsFrom(order.status, 'attempted'))
      await moveOrder(kit, order, {to: 'attempted'});
    throw error;
  });
  // Razorpay gives back what was paid twice: the payment that counts may not have been told yet.
  if (assessPayment(order, remote, payment).is === 'refunded' && !isClosed(order.status))
    return settleOrder(kit, order);
  const settled = await settle(kit, {order, remote, payments: [payment]});
  const [misfit] = settled.misfits;
  if (misfit) throw new PaymentMismatchError(settled.order, misfit);
  return settled.order;
}

/** The payment if Razorpay says that money moved for this order; else the request is forged. */
async function unprovenPayment(
  {razorpay}: Kit,
  order: Order,
  paymentId: string,
): Promise<RemotePayment> {
  const payment = await razorpay.payment(paymentId).catch((error: unknown) => {
    if (error instanceof RazorpayError && error.code === 'not_found') return undefined;
    throw error;
  });
  if (payment?.orderId !== order.id || !isConfirming(payment))
    throw new HttpError('SIGNATURE_MISMATCH', 'The signature does not match.', {
      field: 'razorpay_signature',
    });
  return payment;
}

const isConfirming = ({status, method}: RemotePayment): boolean =>
  status === 'captured' || status === 'authorized' || (status === 'pending' && method === 'cod');
