import {ApiError, orderAlreadyPaid} from '../model/api-error.js';
import type {Attempt, Order, OrderRequest, Payment, PaymentFailure} from '../model/entities.js';
import {TIMED_OUT} from '../model/payment-failures.js';
import type {Announce} from '../model/webhook-event.js';
import {fitOrder} from './fit-order.js';
import {hasRoomFor} from './fit-payment.js';
import {acquirerData} from './new-payment.js';
import type {Store} from './store.js';

interface PaymentMovesParts {
  readonly store: Store;
  readonly announce: Announce;
}

/** Moves payments and their orders from one status to the next, and announces each move. */
export class PaymentMoves {
  readonly #store: Store;
  readonly #announce: Announce;
  /** By payment id. */
  readonly #attempts = new Map<string, Attempt>();

  constructor({store, announce}: PaymentMovesParts) {
    this.#store = store;
    this.#announce = announce;
  }

  /** Makes an order. Of those of Standard Checkout Razorpay documents no event. */
  addOrder(request: OrderRequest): Order {
    const order = this.#store.addOrder(request);
    if (order.line_items_total !== undefined) this.#announce('order.created', {order});
    return order;
  }

  /** Begins an attempt: the payment is `created`, the order `attempted`. */
  start(attempt: Attempt): Payment {
    const record = attempt.orderId === null ? undefined : this.#store.orderRecord(attempt.orderId);
    const order = record?.order;
    if (record) fitOrder(record, attempt);
    const payment = this.#store.createPayment(attempt, order);
    this.#attempts.set(payment.id, attempt);
    if (order) {
      order.attempts += 1;
      if (order.status === 'created') order.status = 'attempted';
    }
    return payment;
  }

  /**
   * The bank agreed, at once or after the attempt had failed. With `capture` the money is taken, but
   * never twice for one order: what comes for a paid one stays `authorized`.
   */
  authorize(paymentId: string, {capture}: {readonly capture: boolean}): Payment {
    const payment = this.#store.payment(paymentId);
    if (payment.status !== 'created' && payment.status !== 'failed') return payment;
    payment.status = 'authorized';
    payment.acquirer_data = acquirerData(this.#store.instrument(paymentId));
    Object.assign(payment, errorFields(undefined));
    this.#announce('payment.authorized', {payment});
    return capture && this.#isUnpaid(payment) ? this.#take(payment) : payment;
  }

  /** The order is to be paid at the door: the payment is `pending`, the order `placed`. */
  place(paymentId: string): Payment {
    const payment = this.#store.payment(paymentId);
    if (payment.status !== 'created' || payment.method !== 'cod') return payment;
    payment.status = 'pending';
    this.#fitOrder(payment);
    this.#announce('payment.pending', {payment});
    if (payment.order_id !== null) {
      const order = this.#store.order(payment.order_id);
      order.status = 'placed';
      this.#announce('order.placed', {order});
    }
    return payment;
  }

  /** What was to be paid at the door has come in: the payment is `captured`, the order `paid`. */
  collect(paymentId: string): Payment {
    const payment = this.#store.payment(paymentId);
    if (payment.status !== 'pending') {
      throw new ApiError('Only a payment that is pending can be collected.');
    }
    if (payment.order_id !== null && this.#store.order(payment.order_id).status === 'cancelled') {
      throw new ApiError('The order is cancelled.');
    }
    return this.#take(payment);
  }

  /** The parcel was refused or never left. Razorpay documents no webhook event for it. */
  cancel(orderId: string): Order {
    const order = this.#store.order(orderId);
    if (order.status !== 'placed') {
      throw new ApiError('Only an order that is placed can be cancelled.');
    }
    order.status = 'cancelled';
    return order;
  }

  /** The attempt failed; the shopper may begin another one. */
  fail(paymentId: string, failure: PaymentFailure): Payment {
    const payment = this.#store.payment(paymentId);
    return payment.status === 'created' ? this.#fail(payment, failure) : payment;
  }

  /** Nobody paid at the door for so long that nobody will. The order stays placed. */
  lapse(paymentId: string): Payment {
    const payment = this.#store.payment(paymentId);
    return payment.status === 'pending' ? this.#fail(payment, TIMED_OUT) : payment;
  }

  /** Takes an authorized payment, as the merchant asks for it. */
  capture(paymentId: string, {amount, currency}: {amount: number; currency: string}): Payment {
    const payment = this.#store.payment(paymentId);
    if (payment.captured) throw new ApiError('This payment has already been captured.');
    if (payment.status !== 'authorized') {
      throw new ApiError(
        'Only payments which have been authorized and not yet captured can be captured',
      );
    }
    if (amount !== payment.amount || currency !== payment.currency) {
      throw new ApiError('Capture amount must be equal to the amount authorized', {
        field: 'amount',
      });
    }
    const order = payment.order_id === null ? undefined : this.#store.order(payment.order_id);
    if (order && (order.status === 'paid' || !hasRoomFor(amount, order))) throw orderAlreadyPaid();
    return this.#take(payment);
  }

  /** The order tells what this payment is for: a later attempt may have written something else. */
  #fitOrder({id, order_id}: Payment): void {
    const attempt = this.#attempts.get(id);
    if (attempt && order_id !== null) fitOrder(this.#store.orderRecord(order_id), attempt);
  }

  #fail(payment: Payment, failure: PaymentFailure): Payment {
    payment.status = 'failed';
    Object.assign(payment, errorFields(failure));
    this.#announce('payment.failed', {payment});
    return payment;
  }

  #isUnpaid({amount, order_id: id}: Payment): boolean {
    if (id === null) return false;
    const order = this.#store.order(id);
    return (
      (order.status === 'created' || order.status === 'attempted') && hasRoomFor(amount, order)
    );
  }

  #take(payment: Payment): Payment {
    this.#fitOrder(payment);
    const charge = Math.round(payment.amount * FEE_RATE);
    payment.tax = Math.round(charge * TAX_RATE);
    payment.fee = charge + payment.tax;
    payment.status = 'captured';
    payment.captured = true;
    this.#announce('payment.captured', {payment});
    if (payment.order_id !== null) {
      const order = this.#store.order(payment.order_id);
      order.amount_paid = payment.amount + (order.partial_payment ? order.amount_paid : 0);
      order.amount_due = order.partial_payment ? order.amount - order.amount_paid : 0;
      if (order.amount_due > 0) return payment;
      order.status = 'paid';
      this.#announce('order.paid', {payment, order});
    }
    return payment;
  }
}

/** Razorpay's standard price: 2 % of the payment, and 18 % tax on that. */
const FEE_RATE = 0.02;
const TAX_RATE = 0.18;

const errorFields = (failure: PaymentFailure | undefined) =>
  ({
    error_code: failure?.code ?? null,
    error_description: failure?.description ?? null,
    error_source: failure?.source ?? null,
    error_step: failure?.step ?? null,
    error_reason: failure?.reason ?? null,
  }) satisfies Partial<Payment>;
