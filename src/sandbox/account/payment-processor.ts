import {ApiError, orderAlreadyPaid} from '../model/api-error.js';
import type {Clock} from '../runtime/clock.js';
import type {Attempt, Order, Payment, PaymentFailure} from '../model/entities.js';
import type {Faults} from '../faults/faults.js';
import {ORDER_ALREADY_PAID, TIMED_OUT} from '../model/payment-failures.js';
import type {PaymentMoves} from './payment-moves.js';
import type {Refunds} from './refunds.js';
import type {Store} from './store.js';

/** Seconds until money goes back that came for an order that was paid already. */
const RETURNED_AFTER = 60;

interface BankParts {
  readonly store: Store;
  readonly moves: PaymentMoves;
  readonly refunds: Refunds;
  readonly faults: Faults;
  readonly clock: Clock;
}

/** Who decides about payments: the shopper's bank, and Razorpay's rules for orders that are paid. */
export class Bank {
  readonly #store: Store;
  readonly #moves: PaymentMoves;
  readonly #refunds: Refunds;
  readonly #faults: Faults;
  readonly #clock: Clock;

  constructor({store, moves, refunds, faults, clock}: BankParts) {
    this.#store = store;
    this.#moves = moves;
    this.#refunds = refunds;
    this.#faults = faults;
    this.#clock = clock;
  }

  /** Whether an order may be paid: once only, unless a fault lets a second payment through. */
  takesPayments(orderId: string): boolean {
    return (
      !isSettled(this.#store.order(orderId)) || this.#faults.has('payment', 'second', {orderId})
    );
  }

  /** @throws {ApiError} `order_already_paid` when the order takes no more payments. */
  begin(attempt: Attempt): Payment {
    const {orderId} = attempt;
    if (orderId !== null && !this.takesPayments(orderId)) throw orderAlreadyPaid();
    return this.#moves.start(attempt);
  }

  /**
   * The shopper confirmed. A payment that is decided stays as it is, and of two attempts at once
   * only the first one gets through.
   */
  approve(paymentId: string, options?: {capture?: boolean}): Payment {
    const payment = this.#store.payment(paymentId);
    if (payment.status !== 'created') return payment;
    const place = {orderId: payment.order_id};
    if (this.#isOrderPaid(payment)) {
      const second = this.#faults.take('payment', place, 'second');
      return second
        ? this.#authorize(paymentId, second.seconds)
        : this.#moves.fail(paymentId, ORDER_ALREADY_PAID);
    }
    const late = this.#faults.take('payment', place, 'late');
    if (!late) return this.#moves.authorize(paymentId, options);
    this.#clock.after(late.seconds, () => {
      if (payment.status === 'failed') this.approveLate(paymentId);
    });
    return this.#moves.fail(paymentId, TIMED_OUT);
  }

  /** The shopper pays at the door. */
  place(paymentId: string): Payment {
    const payment = this.#store.payment(paymentId);
    return this.#isOrderPaid(payment)
      ? this.#moves.fail(paymentId, ORDER_ALREADY_PAID)
      : this.#moves.place(paymentId);
  }

  decline(paymentId: string, failure: PaymentFailure): Payment {
    return this.#moves.fail(paymentId, failure);
  }

  /** The bank agrees to a payment that counts as failed. */
  approveLate(paymentId: string): Payment {
    if (this.#store.payment(paymentId).status !== 'failed') {
      throw new ApiError('Only a failed payment can be authorized late.');
    }
    return this.#authorize(paymentId, RETURNED_AFTER);
  }

  /** What comes for an order that is paid is not taken, and goes back after a while. */
  #authorize(paymentId: string, seconds: number): Payment {
    const payment = this.#moves.authorize(paymentId);
    if (payment.status === 'authorized' && this.#isOrderPaid(payment)) {
      this.#clock.after(seconds, () => this.#refunds.returnUncaptured(paymentId));
    }
    return payment;
  }

  #isOrderPaid({order_id: id}: Payment): boolean {
    return id !== null && isSettled(this.#store.order(id));
  }
}

/** Paid, or to be paid at the door, or not any more: it takes no other payment. */
const isSettled = ({status}: Order): boolean => status !== 'created' && status !== 'attempted';
