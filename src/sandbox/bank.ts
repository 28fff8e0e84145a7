import {ApiError} from './api-error.js';
import type {Attempt, Payment, PaymentFailure} from './entities.js';
import {ORDER_ALREADY_PAID} from './failures.js';
import type {Store} from './store.js';

/** Who decides about payments: the shopper's bank, and Razorpay's rules for orders that are paid. */
export class Bank {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** @throws {ApiError} `order_already_paid` when the order takes no more payments. */
  begin(attempt: Attempt): Payment {
    return this.#store.startPayment(attempt);
  }

  /**
   * The shopper confirmed. A payment that is decided stays as it is, and of two attempts at once
   * only the first one gets through.
   */
  approve(paymentId: string, options?: {capture?: boolean}): Payment {
    const payment = this.#store.payment(paymentId);
    if (payment.status !== 'created') return payment;
    return this.#isOrderPaid(payment)
      ? this.#store.fail(paymentId, ORDER_ALREADY_PAID)
      : this.#store.authorize(paymentId, options);
  }

  decline(paymentId: string, failure: PaymentFailure): Payment {
    return this.#store.fail(paymentId, failure);
  }

  /** The bank agrees to a payment that counts as failed. */
  approveLate(paymentId: string): Payment {
    if (this.#store.payment(paymentId).status !== 'failed') {
      throw new ApiError('Only a failed payment can be authorized late.');
    }
    return this.#store.authorize(paymentId);
  }

  #isOrderPaid({order_id: id}: Payment): boolean {
    return id !== null && this.#store.order(id).status === 'paid';
  }
}
