import type {VerifyReply} from '../../wire/merchant.js';
import {VerifyRequest} from '../../wire/verify-request.js';
import {json, type Incoming, type Reply} from '../http/exchange.js';
import {HttpError} from '../http/http-error.js';
import {readJson} from '../http/read-body.js';
import type {Context} from '../kit/context.js';
import {mandateReply} from '../mandates/mandate-reply.js';
import {isClosed, isConfirmed, type Order} from '../model/order.js';
import {confirmResponse, type Confirmation} from '../orders/confirm-response.js';
import {PaymentMismatchError} from '../orders/payment-mismatch-error.js';

/**
 * `POST /verify`: the handler response in, what has become of the order out. Idempotent. It is bound
 * to no session, because sessions end during payments: the signature is the right to confirm.
 */
export async function answerVerify(context: Context, incoming: Incoming): Promise<Reply> {
  const response = parse(await readJson(incoming));
  const order = await context.orders.find(response.razorpay_order_id);
  if (!order) throw new HttpError('ORDER_NOT_FOUND', 'This shop has no such order.');
  try {
    const confirmation = await confirmResponse(context, order, response);
    const {status} = confirmation.order;
    // Nothing follows any more: a page that asked on would ask for ever.
    if (isClosed(status) && !isConfirmed(status))
      throw overBefore(confirmation.order, response.razorpay_payment_id);
    return json(await reply(context, confirmation, response.razorpay_payment_id));
  } catch (error) {
    if (!(error instanceof PaymentMismatchError)) throw error;
    throw new HttpError('PAYMENT_MISMATCH', 'The payment does not fit the order.', {cause: error});
  }
}

/** The shopper is told that it is over; the merchant, of which order and payment. */
function overBefore(order: Order, id: string): HttpError {
  const reason = `The order was ${order.status}.`;
  const cause = new PaymentMismatchError(order, {id, amount: order.amount}, reason);
  return new HttpError('PAYMENT_MISMATCH', reason, {cause});
}

function parse(body: unknown): VerifyRequest {
  const {data, error} = VerifyRequest.safeParse(body);
  if (data) return data;
  const field = String(error.issues[0]?.path[0] ?? 'razorpay_payment_id');
  throw new HttpError('INVALID_REQUEST', `"${field}" is missing or malformed.`, {field});
}

async function reply(
  context: Context,
  {order, isProven}: Confirmation,
  paymentId: string,
): Promise<VerifyReply> {
  const {id, status, payment, currency} = order;
  // Of this payment: another one may have confirmed the order.
  const isOwn = isProven && payment?.id === paymentId;
  return {
    status: isOwn && isConfirmed(status) ? status : 'unconfirmed',
    order_id: id,
    payment_id: paymentId,
    ...(isOwn && (await mandateReply(context, order))),
    ...(isOwn && {amount: payment.amount, currency}),
  };
}
