import type {PaymentResponse} from '../../wire/page-script.js';
import {hmacHex, paymentMessage} from '../../wire/signature.js';
import type {Payment} from '../model/entities.js';

/** What the page's handler gets. A payment without an order has no signature, only its id. */
export async function signResponse(
  {id, order_id: orderId}: Payment,
  keySecret: string,
): Promise<PaymentResponse | Pick<PaymentResponse, 'razorpay_payment_id'>> {
  if (orderId === null) return {razorpay_payment_id: id};
  return {
    razorpay_payment_id: id,
    razorpay_order_id: orderId,
    razorpay_signature: await hmacHex(keySecret, paymentMessage(orderId, id)),
  };
}
