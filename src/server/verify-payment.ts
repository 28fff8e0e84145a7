import {VerifyRequest, type VerifyReply} from '../checkout/wire.js';
import {confirmPayment, PaymentMismatchError} from './confirm-payment.js';
import {HttpError} from './http-error.js';
import {json} from './http.js';
import type {Kit} from './kit.js';
import {isConfirmed, type Order} from './order.js';
import {RazorpayError} from './razorpay-error.js';
import type {RemotePayment} from './razorpay-client.js';
import {readJson} from './read-json.js';
import {verifyPayment as verifySignature} from './signature.js';

/** `POST /verify`: the handler response in, what has become of the order out. Idempotent. */
export async function verifyPayment(kit: Kit, request: Request): Promise<Response> {
  const {orderId, paymentId, signature} = parse(await readJson(request));
  const order = await kit.book.find(orderId);
  if (!order) throw new HttpError('ORDER_NOT_FOUND', 'This shop has no such order.');
  // Razorpay has confirmed this pair before, so that the signature adds nothing.
  if (order.payment?.id === paymentId) return reply(order, paymentId);

  const signed = await verifySignature(kit.keySecrets, {orderId: order.id, paymentId}, signature);
  // A signature proves the pair, not that money moved, nor how much. And a pair that is not
  // proven may have been signed with a secret that has been rotated away since.
  const [payment, remote] = await Promise.all([
    signed ? kit.razorpay.payment(paymentId) : unprovenPayment(kit, order, paymentId),
    kit.razorpay.order(order.id),
  ]);
  try {
    return reply(await confirmPayment(kit, order, remote, payment), paymentId);
  } catch (error) {
    if (!(error instanceof PaymentMismatchError)) throw error;
    throw new HttpError('PAYMENT_MISMATCH', 'The payment does not fit the order.', {cause: error});
  }
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

function parse(body: unknown) {
  const {data, error} = VerifyRequest.safeParse(body);
  if (!data) {
    const field = String(error.issues[0]?.path[0] ?? 'razorpay_payment_id');
    throw new HttpError('INVALID_REQUEST', `"${field}" is missing or malformed.`, {field});
  }
  return {
    orderId: data.razorpay_order_id,
    paymentId: data.razorpay_payment_id,
    signature: data.razorpay_signature,
  };
}

const reply = ({id, status, payment}: Order, paymentId: string): Response =>
  json({
    // Of this payment: another one may have confirmed the order.
    status: payment?.id === paymentId && isConfirmed(status) ? status : 'unconfirmed',
    order_id: id,
    payment_id: paymentId,
  } satisfies VerifyReply);
