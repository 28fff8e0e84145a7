import {verifyPaymentSignature} from '../../wire/signature.js';
import type {VerifyRequest} from '../../wire/verify-request.js';
import {HttpError} from '../http/http-error.js';
import type {Context} from '../kit/context.js';
import {ASK_INTERVAL_MS} from '../ledger/orders-table.js';
import {leadsFrom} from '../model/move.js';
import type {Order} from '../model/order.js';
import type {RemotePayment} from '../razorpay/entities.js';
import {namingOrder, RazorpayError} from '../razorpay/error.js';
import type {Facts} from './apply-step.js';
import {isReturned} from './assess.js';
import {moveOrder} from './move-order.js';
import {PaymentMismatchError} from './payment-mismatch-error.js';
import {settle, settleOrder} from './settle-order.js';

/** An order after a handler response, and whether the payment in it is known to be this order's. */
export interface Confirmation {
  readonly order: Order;
  /** By the signature, or because Razorpay has just said so. */
  readonly isProven: boolean;
}

/**
 * Confirms an order by the handler response, whichever way it came. Throws a `PaymentMismatchError` where the payment is not what the order is, or can be,
 * confirmed by; an `HttpError` `SIGNATURE_MISMATCH` when Razorpay has not said so, `RATE_LIMITED`
 * while Razorpay is not asked whether it has.
 */
export const confirmResponse = (
  context: Context,
  order: Order,
  response: VerifyRequest,
): Promise<Confirmation> =>
  confirm(context, order, response).catch((error: unknown) => {
    throw namingOrder(error, order.id);
  });

async function confirm(
  context: Context,
  order: Order,
  response: VerifyRequest,
): Promise<Confirmation> {
  const {razorpay_payment_id: paymentId, razorpay_signature: signature} = response;
  const {keySecrets, orders} = context;
  const pair = {orderId: order.id, paymentId};
  const isSigned = await verifyPaymentSignature(keySecrets, pair, signature);
  // Razorpay has confirmed this pair before. Who has no signature of it may have read its ids.
  if (order.payment?.id === paymentId) return {order, isProven: isSigned};

  // Anybody can send a pair that is not signed: Razorpay is asked no faster for it.
  if (!isSigned && !(await orders.mayAsk(order.id, 'unsigned')))
    throw new HttpError('RATE_LIMITED', 'This order was asked about a moment ago. Try again.', {
      headers: {'Retry-After': String(ASK_INTERVAL_MS / 1000)},
    });
  const facts = await askAboutPayment(context, order, paymentId, isSigned);
  // Razorpay gives back what was paid for an order that is paid already: another payment may be the
  // one that paid it, and nobody may have told us of that one yet.
  if (isReturned(order, facts.remote, facts.payment))
    return {order: await settleOrder(context, order), isProven: true};
  const settled = await settle(context, facts);
  const [misfit] = settled.misfits;
  if (misfit) throw new PaymentMismatchError(settled.order, misfit.payment, misfit.reason);
  return {order: settled.order, isProven: true};
}

/**
 * What Razorpay says of the order and of this payment. A signature proves that they belong together,
 * not that money moved, nor how much. And a pair whose signature does not match may have been signed
 * with a secret that has been rotated away since.
 */
async function askAboutPayment(
  context: Context,
  order: Order,
  paymentId: string,
  isSigned: boolean,
): Promise<Facts & {readonly payment: RemotePayment}> {
  const {razorpay} = context;
  try {
    const [payment, remote] = await Promise.all([
      isSigned ? razorpay.getPayment(paymentId) : unsignedPayment(context, order, paymentId),
      razorpay.getOrder(order.id, order.deviceMode),
    ]);
    return {order, remote, payment, payments: [payment]};
  } catch (error) {
    // Whoever looks at the order meanwhile finds that money may have moved.
    if (isSigned && leadsFrom(order.status, 'attempted'))
      await moveOrder(context, order, {to: 'attempted'});
    throw error;
  }
}

/** The payment if Razorpay says that money moved for this order; else the request is forged. */
async function unsignedPayment(
  {razorpay}: Context,
  order: Order,
  paymentId: string,
): Promise<RemotePayment> {
  const payment = await razorpay.getPayment(paymentId).catch((error: unknown) => {
    if (error instanceof RazorpayError && error.code === 'not_found') return undefined;
    throw error;
  });
  if (payment?.orderId !== order.id || !hasMovedMoney(payment))
    throw new HttpError('SIGNATURE_MISMATCH', 'The signature does not match.', {
      field: 'razorpay_signature',
    });
  return payment;
}

const hasMovedMoney = ({status, method}: RemotePayment): boolean =>
  status === 'captured' || status === 'authorized' || (status === 'pending' && method === 'cod');
