import {BUBBLING, type RzpErrorEvent, type RzpStateChangeEvent} from '../shell/shell-events.js';
import type {AttemptError, PaymentResponse} from '../../wire/page-script.js';
import type {Confirmation, Doubt} from '../shell/confirmation.js';

export {RzpErrorEvent, RzpStateChangeEvent} from '../shell/shell-events.js';

/** Why a checkout closed without a payment. */
export type DismissReason = 'closed' | 'timeout' | 'payment_failed' | 'prevented';

/** The checkout is about to open; `preventDefault()` keeps it from doing so. */
export class RzpOpenEvent extends Event {
  constructor() {
    super('rzp-open', {...BUBBLING, cancelable: true});
  }
}

/** One attempt to pay failed. The checkout stays open and the shopper may try again. */
export class RzpAttemptFailedEvent extends Event {
  readonly error: AttemptError;
  readonly orderId: string;
  constructor(orderId: string, error: AttemptError) {
    super('rzp-attempt-failed', BUBBLING);
    this.orderId = orderId;
    this.error = error;
  }
}

/** What a listener that takes over the verification answers. */
export type PaymentAnswer = Pick<Confirmation, 'status'> | {status: 'unconfirmed'};

/**
 * The handler response arrived; nothing is confirmed yet. `respondWith()` takes over the
 * verification: its promise decides what the button says.
 */
export class RzpPaymentEvent extends Event {
  /** What your server needs to verify the payment. The only event with the signature. */
  readonly payment: PaymentResponse;
  /** @internal */
  answer: Promise<PaymentAnswer> | undefined;
  constructor(payment: PaymentResponse) {
    super('rzp-payment', BUBBLING);
    this.payment = payment;
  }

  /** Takes over the verification; call it while the event is dispatched. */
  respondWith(answer: PaymentAnswer | Promise<PaymentAnswer>): void {
    this.answer ??= Promise.resolve(answer);
  }
}

/**
 * The merchant's server confirmed the order: thank the shopper. Shipping belongs to the server's
 * hook. `preventDefault()` keeps the page from going to `success-url`.
 */
export class RzpSuccessEvent extends Event {
  /** `placed` is cash on delivery. */
  readonly status: 'paid' | 'placed';
  readonly orderId: string;
  readonly paymentId: string;
  /** Whether the outcome is one of an earlier page view. */
  readonly resumed: boolean;
  constructor({status, orderId, paymentId}: Confirmation, resumed = false) {
    super('rzp-success', {...BUBBLING, cancelable: true});
    this.status = status;
    this.orderId = orderId;
    this.paymentId = paymentId;
    this.resumed = resumed;
  }
}

/** Money may have moved and the merchant's server has not confirmed it: do not ask for another payment. */
export class RzpUnconfirmedEvent extends Event {
  readonly doubt: Doubt;
  readonly orderId: string;
  /** Absent where the checkout closed before it said which. */
  readonly paymentId: string | undefined;
  /** Whether the outcome is one of an earlier page view. */
  readonly resumed: boolean;
  constructor(doubt: Doubt, orderId: string, paymentId?: string, resumed = false) {
    super('rzp-unconfirmed', BUBBLING);
    this.doubt = doubt;
    this.orderId = orderId;
    this.paymentId = paymentId;
    this.resumed = resumed;
  }
}

/** The checkout closed without a payment. */
export class RzpDismissEvent extends Event {
  readonly reason: DismissReason;
  readonly orderId: string | undefined;
  constructor(reason: DismissReason, orderId?: string) {
    super('rzp-dismiss', BUBBLING);
    this.reason = reason;
    this.orderId = orderId;
  }
}

/** A step of Magic Checkout's funnel, without personal data. It confirms nothing. */
export class RzpAnalyticsEvent extends Event {
  /** Razorpay's word for the step, `payment_initiated` for example. */
  readonly step: string;
  readonly data: Readonly<Record<string, unknown>>;
  constructor(step: string, data: Readonly<Record<string, unknown>>) {
    super('rzp-analytics', BUBBLING);
    this.step = step;
    this.data = data;
  }
}

export interface RzpEventMap {
  'rzp-open': RzpOpenEvent;
  'rzp-attempt-failed': RzpAttemptFailedEvent;
  'rzp-payment': RzpPaymentEvent;
  'rzp-success': RzpSuccessEvent;
  'rzp-unconfirmed': RzpUnconfirmedEvent;
  'rzp-dismiss': RzpDismissEvent;
  'rzp-error': RzpErrorEvent;
  'rzp-analytics': RzpAnalyticsEvent;
  'rzp-statechange': RzpStateChangeEvent;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it merges
  interface HTMLElementEventMap extends RzpEventMap {}
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it merges
  interface DocumentEventMap extends RzpEventMap {}
}
