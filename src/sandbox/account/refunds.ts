import {checkAmount} from '../model/amounts.js';
import {ApiError} from '../model/api-error.js';
import type {Payment, Refund, RefundRequest} from '../model/entities.js';
import {newId} from '../model/random-id.js';
import type {Announce} from '../model/webhook-event.js';
import type {Clock} from '../runtime/clock.js';
import type {Store} from './store.js';

interface RefundsParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly announce: Announce;
}

/** A refund that was asked for with an idempotency key. */
interface KeyedRefund {
  /** The request, to tell a repetition from another request with the same key. */
  readonly request: string;
  readonly refund: Refund;
}

/** Gives money back. */
export class Refunds {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #announce: Announce;
  readonly #byKey = new Map<string, KeyedRefund>();

  constructor({store, clock, announce}: RefundsParts) {
    this.#store = store;
    this.#clock = clock;
    this.#announce = announce;
  }

  /**
   * Gives captured money back, all of it or a part. The same request with the same key makes no
   * second refund: it is answered with the first one.
   */
  refund(paymentId: string, request: RefundRequest = {}, key?: string): Refund {
    const text = JSON.stringify([paymentId, request]);
    const known = key === undefined ? undefined : this.#byKey.get(key);
    if (known?.request === text) return known.refund;
    if (known) {
      throw new ApiError(
        'Different request with the same idempotency key has already been processed.',
      );
    }
    const refund = this.#refundOnce(paymentId, request);
    if (key !== undefined) this.#byKey.set(key, {request: text, refund});
    return refund;
  }

  /**
   * A refund that the shopper's bank does not take, days after it was processed: the money is the
   * merchant's again.
   */
  fail(refundId: string): Refund {
    const refund = this.#store.refund(refundId);
    const payment = this.#store.payment(refund.payment_id);
    if (refund.status === 'failed') throw new ApiError('The refund has failed already');
    if (!payment.captured) {
      throw new ApiError('The payment status should be captured for action to be taken');
    }
    refund.status = 'failed';
    payment.amount_refunded -= refund.amount;
    payment.refund_status = payment.amount_refunded === 0 ? null : 'partial';
    payment.status = 'captured';
    this.#announce('refund.failed', {refund, payment});
    return refund;
  }

  /** Gives back what was authorized and will not be taken. */
  returnUncaptured(paymentId: string): void {
    const payment = this.#store.payment(paymentId);
    const {refundSpeed: speed} = this.#store.captureSettings(payment);
    if (payment.status === 'authorized') this.#giveBack(payment, {speed});
  }

  #refundOnce(paymentId: string, request: RefundRequest): Refund {
    const payment = this.#store.payment(paymentId);
    if (payment.status === 'refunded') {
      throw new ApiError('The payment has been fully refunded already');
    }
    if (!payment.captured) {
      throw new ApiError('The payment status should be captured for action to be taken');
    }
    const left = payment.amount - payment.amount_refunded;
    if (request.amount !== undefined) checkAmount(request.amount, payment.currency);
    if ((request.amount ?? left) > left) {
      throw new ApiError('The total refund amount is greater than the refund payment amount', {
        field: 'amount',
      });
    }
    return this.#giveBack(payment, request);
  }

  #giveBack(payment: Payment, request: RefundRequest): Refund {
    const amount = request.amount ?? payment.amount - payment.amount_refunded;
    const refund: Refund = {
      id: newId('rfnd'),
      entity: 'refund',
      amount,
      currency: payment.currency,
      payment_id: payment.id,
      notes: request.notes ?? [],
      receipt: request.receipt ?? null,
      acquirer_data: {arn: null},
      created_at: this.#clock.seconds(),
      batch_id: null,
      status: 'pending',
      speed_processed: request.speed === 'optimum' ? 'instant' : 'normal',
      speed_requested: request.speed ?? 'normal',
    };
    this.#store.addRefund(refund);
    payment.amount_refunded += amount;
    const isAll = payment.amount_refunded === payment.amount;
    payment.refund_status = isAll ? 'full' : 'partial';
    if (isAll) payment.status = 'refunded';
    this.#announce('refund.created', {refund, payment});
    refund.status = 'processed';
    this.#announce('refund.processed', {refund, payment});
    return refund;
  }
}
