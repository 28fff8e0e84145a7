import {decimalAmount} from '../../wire/money.js';
import {checkAmount} from '../model/amounts.js';
import {ApiError, invalidField} from '../model/api-error.js';
import type {Attempt, Order} from '../model/entities.js';

/**
 * Checks that an attempt pays an order as the order wants it, or that it may be paid without one.
 *
 * @throws {ApiError} for another way of paying than the order's, for UPI in another currency than
 * rupees, and for a part that is too small or too large.
 */
export function checkAttempt(attempt: Attempt, order: Order | undefined): void {
  const {method} = attempt.instrument;
  if (order?.method !== undefined && order.method !== method) {
    throw new ApiError(
      'The payment method is different from the method that the order was created with.',
      {field: 'method', reason: 'order_payment_method_mismatch'},
    );
  }
  if (method === 'upi' && (order ?? attempt).currency !== 'INR') {
    throw new ApiError('The currency should be INR when method is upi');
  }
  if (order?.partial_payment) checkPart(amountToPay(attempt, order), order);
}

/** What an attempt pays of an order: all of it, or the part that the shopper chose. */
export const amountToPay = ({amount}: Attempt, order: Order): number =>
  order.partial_payment ? (Number.isNaN(amount) ? order.amount_due : amount) : order.amount;

/** What the checkout asks for: what is left where parts were paid, otherwise what the merchant sent. */
export const amountAsked = ({
  askedAmount,
  order,
}: {
  readonly askedAmount: number;
  readonly order: Order;
}): number => (order.partial_payment ? order.amount_due : askedAmount);

/** Whether an order still has room for an amount: of parts that are paid at once one may be too much. */
export const hasRoomFor = (amount: number, order: Order): boolean =>
  !order.partial_payment || amount <= order.amount_due;

/** A part is an amount like any other; only the whole rest may be less than the least one. */
function checkPart(amount: number, order: Order): void {
  if (amount === order.amount_due) return;
  if (!Number.isInteger(amount)) throw invalidField('amount', 'The amount must be an integer.');
  if (amount > order.amount_due) {
    throw invalidField('amount', 'Payment amount is greater than the amount due for order');
  }
  checkAmount(amount, order.currency);
  const least = order.amount_paid ? 0 : (order.first_payment_min_amount ?? 0);
  if (amount < least) {
    const text = `${order.currency} ${decimalAmount(least, order.currency)}`;
    throw invalidField('amount', `The first payment must be at least ${text}.`);
  }
}
