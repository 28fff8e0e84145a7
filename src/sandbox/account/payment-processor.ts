import type {Faults} from '../faults/faults.js';
import {ApiError, orderAlreadyPaid} from '../model/api-error.js';
import type {Attempt, Order, Payment, PaymentFailure} from '../model/entities.js';
import {ORDER_ALREADY_PAID, TIMED_OUT} from '../model/payment-failures.js';
import type {Clock} from '../runtime/clock.js';
import {checkAttempt, hasRoomFor} from './fit-payment.js';
import type {PaymentMoves} from './payment-moves.js';
import type {Refunds} from './refunds.js';
import type {Store} from './store.js';

/** How long money is kept that came for an order that was paid already. */
const RETURNED_AFTER_SECONDS = 60;
/**
 * How long the bank may take before the payment counts as failed. It may still come.
 *
 * https://razorpay.com/docs/payments/payments/late-authorisation/
 */
const BANK_ANSWERS_WITHIN_SECONDS = 10 * 60;
/**
 * How long money may take that is paid at the door.
 *
 * https://razorpay.com/docs/payments/magic-checkout/web/ (1.8)
 */
const COLLECTED_WITHIN_SECONDS = 45 * 24 * 60 * 60;

interface PaymentProcessorParts {
  readonly store: Store;
  readonly moves: PaymentMoves;
  readonly refunds: Refunds;
  readonly faults: Faults;
  readonly clock: Clock;
}

/**
 * Decides what becomes of payments: what the bank answers, that an order is paid only once, and what
 * becomes of a payment when nobody does anything.
 */
export class PaymentProcessor {
  readonly #store: Store;
  readonly #moves: PaymentMoves;
  readonly #refunds: Refunds;
  readonly #faults: Faults;
  readonly #clock: Clock;
  /** Payments of which the bank said nothing in time. */
  readonly #timedOut = new Set<string>();

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
    checkAttempt(attempt, orderId === null ? undefined : this.#store.order(orderId));
    const payment = this.#moves.start(attempt);
    this.#clock.after(BANK_ANSWERS_WITHIN_SECONDS, () => this.#timeOut(payment));
    return payment;
  }

  /**
   * The shopper confirmed. A payment that is decided stays as it is, unless it only timed out: then
   * it comes late. Of two attempts at once the second one fails: the order is paid by then.
   */
  approve(paymentId: string, {capture = true} = {}): Payment {
    const payment = this.#store.payment(paymentId);
    if (payment.status === 'failed' && this.#timedOut.has(paymentId)) {
      return this.approveLate(paymentId);
    }
    if (payment.status !== 'created') return payment;
    const order = {orderId: payment.order_id};
    if (this.#isOrderPaid(payment)) {
      const second = this.#faults.take('payment', order, 'second');
      return second
        ? this.#authorize(payment, {capture, returnedAfter: second.seconds})
        : this.#moves.fail(paymentId, ORDER_ALREADY_PAID);
    }
    const late = this.#faults.take('payment', order, 'late');
    if (!late) return this.#authorize(payment, {capture});
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
      : this.#place(paymentId);
  }

  decline(paymentId: string, failure: PaymentFailure): Payment {
    return this.#moves.fail(paymentId, failure);
  }

  /** The bank agrees to a payment that counts as failed. */
  approveLate(paymentId: string): Payment {
    const payment = this.#store.payment(paymentId);
    if (payment.status !== 'failed' || payment.method === 'cod') {
      throw new ApiError('Only a failed payment can be authorized late.');
    }
    return this.#authorize(payment, {capture: true});
  }

  #place(paymentId: string): Payment {
    this.#clock.after(COLLECTED_WITHIN_SECONDS, () => this.#moves.lapse(paymentId));
    return this.#moves.place(paymentId);
  }

  #timeOut({id}: Payment): void {
    if (this.#store.payment(id).status !== 'created') return;
    this.#timedOut.add(id);
    this.#moves.fail(id, TIMED_OUT);
  }

  /**
   * Captures what comes in time. What is not captured goes back: when its time is over, and sooner
   * where its order is paid already.
   */
  #authorize(
    {id, created_at}: Payment,
    {
      capture,
      returnedAfter = RETURNED_AFTER_SECONDS,
    }: {readonly capture: boolean; readonly returnedAfter?: number},
  ): Payment {
    const settings = this.#store.captureSettings(this.#store.payment(id));
    const age = this.#clock.seconds() - created_at;
    const payment = this.#moves.authorize(id, {
      capture: capture && settings.mode === 'automatic' && age <= settings.automaticSeconds,
    });
    if (payment.status === 'authorized') {
      const left = this.#isOrderPaid(payment) ? returnedAfter : settings.manualSeconds - age;
      this.#clock.after(Math.max(0, left), () => this.#refunds.returnUncaptured(id));
    }
    return payment;
  }

  #isOrderPaid({amount, order_id: id}: Payment): boolean {
    if (id === null) return false;
    const order = this.#store.order(id);
    return isFinal(order) || !hasRoomFor(amount, order);
  }
}

/** Whether an order takes no further payment: it is paid, to be paid at the door, or cancelled. */
const isFinal = ({status}: Order): boolean => status !== 'created' && status !== 'attempted';
