import type {VerifyReply} from '../../wire/merchant.js';
import {VerifyRequest} from '../../wire/verify-request.js';
import {json, type Incoming, type Reply} from '../http/exchange.js';
import {HttpError} from '../http/http-error.js';
import {readJson} from '../http/read-body.js';
import type {Context} from '../kit/context.js';
import {isClosed, isConfirmed, type Order} from '../model/order.js';
import {confirmResponse} from '../orders/confirm-response.js';
import {PaymentMismatchError} from '../orders/payment-mismatch-error.js';

/** `POST /verify`: the handler response in, what has become of the order out. Idempotent. */
export async function answerVerify(context: Context, incoming: Incoming): Promise<Reply> {
  const response = parse(await readJson(incoming));
  const order = await context.orders.find(response.razorpay_order_id);
  if (!order) throw new HttpError('ORDER_NOT_FOUND', 'This shop has no such order.');
  try {
    const confirmed = await confirmResponse(context, order, response);
    // Nothing follows any more: a page that asked on would ask for ever.
    if (isClosed(confirmed.status) && !isConfirmed(confirmed.status))
      throw new HttpError('PAYMENT_MISMATCH', `The order was ${confirmed.status}.`);
    return reply(confirmed, response.razorpay_payment_id);
  } catch (error) {
    if (!(error instanceof PaymentMismatchError)) throw error;
    throw new HttpError('PAYMENT_MISMATCH', 'The payment does not fit the order.', {cause: error});
  }
}

function parse(body: unknown): VerifyRequest {
  const {data, error} = VerifyRequest.safeParse(body);
  if (data) return data;
  const field = String(error.issues[0]?.path[0] ?? 'razorpay_payment_id');
  throw new HttpError('INVALID_REQUEST', `"${field}" is missing or malformed.`, {field});
}

const reply = ({id, status, payment}: Order, paymentId: string): Reply =>
  json({
    // Of this payment: another one may have confirmed the order.
    status: payment?.id === paymentId && isConfirmed(status) ? status : 'unconfirmed',
    order_id: id,
    payment_id: paymentId,
  } satisfies VerifyReply);
