import type {Faults} from '../faults/faults.js';
import {ApiError, orderAlreadyPaid} from '../model/api-error.js';
import type {Attempt, Order, Payment, PaymentFailure} from '../model/entities.js';
import {ORDER_ALREADY_PAID, TIMED_OUT} from '../model/payment-failures.js';
import type {Clock} from '../runtime/clock.js';
import type {PaymentMoves} from './payment-moves.js';
import type {Refunds} from './refunds.js';
import type {Store} from './store.js';

/** How long money is kept that came for an order that was paid already. */
const RETURNED_AFTER_SECONDS = 60;

interface PaymentProcessorParts {
  readonly store: Store;
  readonly moves: PaymentMoves;
  readonly refunds: Refunds;
  readonly faults: Faults;
  readonly clock: Clock;
}

/** Decides what becomes of payments: what the bank answers, and that an order is paid only once. */
export class PaymentProcessor {
  readonly #store: Store;
  readonly #moves: PaymentMoves;
  readonly #refunds: Refunds;
  readonly #faults: Faults;
  readonly #clock: Clock;

  constructor({store, moves, refunds, faults, clock}: PaymentProcessorParts) {
    this.#store = store;
    this.#moves = moves;
    this.#refunds = refunds;
    this.#faults = faults;
    this.#clock = clock;
  }

  /** Whether an order may be paid: once only, unless a fault lets a second payment through. */
  takesPayments(orderId: string): boolean {
    return !isFinal(this.#store.order(orderId)) || this.#faults.has('payment', 'second', {orderId});
  }

  /** @throws {ApiError} `order_already_paid` when the order takes no more payments. */
  begin(attempt: Attempt): Payment {
    const {orderId} = attempt;
    if (orderId !== null && !this.takesPayments(orderId)) throw orderAlreadyPaid();
    return this.#moves.start(attempt);
  }

  /**
   * The shopper confirmed. A payment that is decided stays as it is. Of two attempts at once the
   * second one fails: the order is paid by then.
   */
  approve(paymentId: string, options?: {capture?: boolean}): Payment {
    const payment = this.#store.payment(paymentId);
    if (payment.status !== 'created') return payment;
    const order = {orderId: payment.order_id};
    if (this.#isOrderPaid(payment)) {
      const second = this.#faults.take('payment', order, 'second');
      return second
        ? this.#authorize(paymentId, second.seconds)
        : this.#moves.fail(paymentId, ORDER_ALREADY_PAID);
    }
    const late = this.#faults.take('payment', order, 'late');
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
    return this.#authorize(paymentId, RETURNED_AFTER_SECONDS);
  }

  /** Money for an order that is paid already is not captured, and goes back after a while. */
  #authorize(paymentId: string, seconds: number): Payment {
    const payment = this.#moves.authorize(paymentId);
    if (payment.status === 'authorized' && this.#isOrderPaid(payment)) {
      this.#clock.after(seconds, () => this.#refunds.returnUncaptured(paymentId));
    }
    return payment;
  }

  #isOrderPaid({order_id: id}: Payment): boolean {
    return id !== null && isFinal(this.#store.order(id));
  }
}

/** Whether an order takes no further payment: it is paid, to be paid at the door, or cancelled. */
const isFinal = ({status}: Order): boolean => status !== 'created' && status !== 'attempted';
