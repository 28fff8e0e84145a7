import type {PaymentResponse} from '../../src/wire/razorpay.js';

export const KEY_ID = 'rzp_test_Unit0000000001';
export const ORDER_ID = 'order_Unit0000000001';

/** What the checkout hands over after a payment. */
export const PAYMENT: Readonly<PaymentResponse> = Object.freeze({
  razorpay_payment_id: 'pay_Unit0000000001',
  razorpay_order_id: ORDER_ID,
  razorpay_signature: 'a'.repeat(64),
});

export const PAID = Object.freeze({
  status: 'paid',
  order_id: ORDER_ID,
  payment_id: PAYMENT.razorpay_payment_id,
});
