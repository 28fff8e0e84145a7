import type {Order, OrderPayment} from '../model/order.js';

/**
 * A genuine payment that does not fit the order: a person must look at it.
 *
 * @example
 * ```ts
 * import {PaymentMismatchError, type CheckoutConfig} from 'rzp-magic-button/server.js';
 *
 * export const onError: CheckoutConfig['onError'] = (error) => {
 *   if (error instanceof PaymentMismatchError) {
 *     console.error(`Look at ${error.orderId}: ${error.message}`); // it is in review, nothing ships
 *   }
 * };
 * ```
 * @hideconstructor
 */
export class PaymentMismatchError extends Error {
  override readonly name = 'PaymentMismatchError';
  readonly orderId: string;
  readonly paymentId: string;
  /** Of the payment, in the currency's smallest unit. */
  readonly amount: number;

  constructor(order: Order, payment: Pick<OrderPayment, 'id' | 'amount'>, reason: string) {
    super(`Payment ${payment.id} does not fit order ${order.id}. ${reason}`);
    this.orderId = order.id;
    this.paymentId = payment.id;
    this.amount = payment.amount;
  }
}
