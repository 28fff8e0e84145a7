import {BUBBLING, type RzpErrorEvent, type RzpStateChangeEvent} from '../shell/shell-events.js';
import type {AttemptError, PaymentResponse} from '../../wire/page-script.js';
import type {Confirmation, Doubt} from '../shell/confirmation.js';

export {RzpErrorEvent, RzpStateChangeEvent} from '../shell/shell-events.js';

/**
 * Why a checkout closed without a payment.
 *
 * @example
 * ```ts
 * import type {DismissReason} from 'rzp-magic-button';
 *
 * const lost: readonly DismissReason[] = ['timeout', 'payment_failed'];
 *
 * document.addEventListener('rzp-dismiss', ({reason}) => {
 *   if (lost.includes(reason)) alert('Shall we call you?');
 * });
 * ```
 */
export type DismissReason = 'closed' | 'timeout' | 'payment_failed' | 'prevented';

/**
 * The checkout is about to open; `preventDefault()` keeps it from doing so.
 *
 * @example
 * ```ts
 * import type {RzpOpenEvent} from 'rzp-magic-button';
 *
 * const needsTerms = (event: RzpOpenEvent) => {
 *   const terms = document.querySelector<HTMLInputElement>('#terms');
 *   if (!terms?.checked) event.preventDefault(); // no order is made
 * };
 *
 * document.addEventListener('rzp-open', needsTerms);
 * ```
 * @hideconstructor
 */
export class RzpOpenEvent extends Event {
  constructor() {
    super('rzp-open', {...BUBBLING, cancelable: true});
  }
}

/**
 * One attempt to pay failed. The checkout stays open and the shopper may try again.
 *
 * @example
 * ```ts
 * import type {RzpAttemptFailedEvent} from 'rzp-magic-button';
 *
 * const log = ({orderId, error}: RzpAttemptFailedEvent) =>
 *   navigator.sendBeacon('/log', `${orderId} ${error.code}`);
 *
 * document.addEventListener('rzp-attempt-failed', log);
 * ```
 * @hideconstructor
 */
export class RzpAttemptFailedEvent extends Event {
  declare readonly error: AttemptError;
  declare readonly orderId: string;
  constructor(orderId: string, error: AttemptError) {
    super('rzp-attempt-failed', BUBBLING);
    this.orderId = orderId;
    this.error = error;
  }
}

/**
 * What a listener that takes over the verification answers.
 *
 * @example
 * ```ts
 * import type {PaymentAnswer, PaymentResponse} from 'rzp-magic-button';
 *
 * // A confirmation by code of your own, in place of verify-url.
 * async function confirm(payment: PaymentResponse): Promise<PaymentAnswer> {
 *   const reply = await fetch('/confirm', {method: 'POST', body: JSON.stringify(payment)});
 *   return {status: reply.ok ? 'paid' : 'unconfirmed'};
 * }
 *
 * document
 *   .querySelector('rzp-magic-button')
 *   ?.addEventListener('rzp-payment', (event) => event.respondWith(confirm(event.payment)));
 * ```
 */
export type PaymentAnswer = Pick<Confirmation, 'status'> | {status: 'unconfirmed'};

/**
 * The handler response arrived; nothing is confirmed yet. `respondWith()` takes over the
 * verification: its promise decides what the button says.
 *
 * @example
 * ```ts
 * import type {RzpPaymentEvent} from 'rzp-magic-button';
 *
 * async function confirm({payment}: RzpPaymentEvent): Promise<{status: 'paid' | 'unconfirmed'}> {
 *   const reply = await fetch('/confirm', {method: 'POST', body: JSON.stringify(payment)});
 *   return {status: reply.ok ? 'paid' : 'unconfirmed'};
 * }
 *
 * // On the element itself, and once the tag is defined.
 * document
 *   .querySelector('rzp-magic-button')
 *   ?.addEventListener('rzp-payment', (event) => event.respondWith(confirm(event)));
 * ```
 * @hideconstructor
 */
export class RzpPaymentEvent extends Event {
  /** What your server needs to verify the payment. The only event with the signature. */
  declare readonly payment: PaymentResponse;
  /** @internal */
  declare answer: Promise<PaymentAnswer> | undefined;
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
 * hook. `preventDefault()` keeps the page from going to `success-url`, and the form of `submit` from
 * being sent.
 *
 * @example
 * ```ts
 * import type {RzpSuccessEvent} from 'rzp-magic-button';
 *
 * const thank = ({orderId, resumed}: RzpSuccessEvent) =>
 *   alert(resumed ? `Your earlier order ${orderId} is confirmed.` : `Thank you for ${orderId}!`);
 *
 * document.addEventListener('rzp-success', thank);
 * ```
 * @hideconstructor
 */
export class RzpSuccessEvent extends Event {
  /** `placed` is cash on delivery. */
  declare readonly status: 'paid' | 'placed';
  declare readonly orderId: string;
  declare readonly paymentId: string;
  /** The mandate that was asked for with `recurring`: `initiated` mostly, and confirmed later. */
  declare readonly mandate: Confirmation['mandate'];
  /** Whether the outcome is one of an earlier page view. */
  declare readonly resumed: boolean;
  constructor({status, orderId, paymentId, mandate}: Confirmation, resumed = false) {
    super('rzp-success', {...BUBBLING, cancelable: true});
    this.status = status;
    this.orderId = orderId;
    this.paymentId = paymentId;
    this.mandate = mandate;
    this.resumed = resumed;
  }
}

/**
 * Money may have moved and the merchant's server has not confirmed it: do not ask for another payment.
 *
 * @example
 * ```ts
 * import type {RzpUnconfirmedEvent} from 'rzp-magic-button';
 *
 * const calm = ({orderId, paymentId}: RzpUnconfirmedEvent) =>
 *   alert(`Please do not pay ${orderId} again. Your payment is ${paymentId ?? 'being looked for'}.`);
 *
 * document.addEventListener('rzp-unconfirmed', calm);
 * ```
 * @hideconstructor
 */
export class RzpUnconfirmedEvent extends Event {
  declare readonly doubt: Doubt;
  declare readonly orderId: string;
  /** Absent where the checkout closed before it said which. */
  declare readonly paymentId: string | undefined;
  /** Whether the outcome is one of an earlier page view. */
  declare readonly resumed: boolean;
  constructor(doubt: Doubt, orderId: string, paymentId?: string, resumed = false) {
    super('rzp-unconfirmed', BUBBLING);
    this.doubt = doubt;
    this.orderId = orderId;
    this.paymentId = paymentId;
    this.resumed = resumed;
  }
}

/**
 * The checkout closed without a payment.
 *
 * @example
 * ```ts
 * import type {RzpDismissEvent} from 'rzp-magic-button';
 *
 * const note = ({reason, orderId}: RzpDismissEvent) => console.info('left:', reason, orderId);
 *
 * document.addEventListener('rzp-dismiss', note);
 * ```
 * @hideconstructor
 */
export class RzpDismissEvent extends Event {
  declare readonly reason: DismissReason;
  declare readonly orderId: string | undefined;
  constructor(reason: DismissReason, orderId?: string) {
    super('rzp-dismiss', BUBBLING);
    this.reason = reason;
    this.orderId = orderId;
  }
}

/**
 * A step of Magic Checkout's funnel, without personal data. It confirms nothing.
 *
 * @example
 * ```ts
 * import type {RzpAnalyticsEvent} from 'rzp-magic-button';
 *
 * const track = ({step, data}: RzpAnalyticsEvent) => console.info('funnel:', step, data);
 *
 * document.addEventListener('rzp-analytics', track);
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/analytics-event-reference/
 * @hideconstructor
 */
export class RzpAnalyticsEvent extends Event {
  /** Razorpay's word for the step, `payment_initiated` for example. */
  declare readonly step: string;
  declare readonly data: Readonly<Record<string, unknown>>;
  constructor(step: string, data: Readonly<Record<string, unknown>>) {
    super('rzp-analytics', BUBBLING);
    this.step = step;
    this.data = data;
  }
}

/**
 * The events by name; elements and the document know them by it.
 *
 * @example
 * ```ts
 * import type {RzpEventMap} from 'rzp-magic-button';
 *
 * function on<Name extends keyof RzpEventMap>(name: Name, hear: (event: RzpEventMap[Name]) => void) {
 *   document.addEventListener(name, hear);
 * }
 *
 * on('rzp-success', ({orderId}) => console.info(orderId));
 * ```
 */
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
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds to the browser's own
  interface HTMLElementEventMap extends RzpEventMap {}
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds to the browser's own
  interface DocumentEventMap extends RzpEventMap {}
}
