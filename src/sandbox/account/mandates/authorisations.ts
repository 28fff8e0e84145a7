import type {Faults} from '../../faults/faults.js';
import {ApiError} from '../../model/api-error.js';
import {DUPLICATE_MANDATE} from '../../model/charge-failures.js';
import type {Attempt, Payment} from '../../model/entities.js';
import {newId} from '../../model/random-id.js';
import type {EventEntities} from '../../model/webhook-event.js';
import type {WebhookEventName} from '../../../wire/events.js';
import type {Clock} from '../../runtime/clock.js';
import type {PaymentProcessor} from '../payment-processor.js';
import type {Store} from '../store.js';
import type {RegistrationLinks} from './registration-links.js';
import type {Tokens} from './tokens.js';

/** How long the shopper's bank takes to enter a mandate that was approved. */
const CONFIRMED_AFTER_SECONDS = 2;

interface AuthorisationsParts {
  readonly store: Store;
  readonly processor: PaymentProcessor;
  readonly tokens: Tokens;
  readonly links: RegistrationLinks;
  readonly faults: Faults;
  readonly clock: Clock;
}

/** The payments with which shoppers approve mandates. */
export class Authorisations {
  readonly #store: Store;
  readonly #processor: PaymentProcessor;
  readonly #tokens: Tokens;
  readonly #links: RegistrationLinks;
  readonly #faults: Faults;
  readonly #clock: Clock;
  /** What the bank is about to say, by token. */
  readonly #decisions = new Map<string, () => void>();

  constructor({store, processor, tokens, links, faults, clock}: AuthorisationsParts) {
    this.#store = store;
    this.#processor = processor;
    this.#tokens = tokens;
    this.#links = links;
    this.#faults = faults;
    this.#clock = clock;
  }

  /**
   * Begins to pay. Where the page asks for a mandate and the order has one, its token is there from
   * now on, `initiated`.
   */
  begin(attempt: Attempt): Payment {
    const {orderId, instrument} = attempt;
    this.#links.checkOpen(orderId);
    const record = orderId === null ? undefined : this.#store.orderRecord(orderId);
    const {terms, order} = record ?? {};
    if (!attempt.isRecurring || !terms || order?.customer_id === undefined) {
      return this.#processor.begin(attempt);
    }
    if (instrument.method !== 'upi') {
      throw new ApiError('The payment method must be upi for this order.', {field: 'method'});
    }
    const id = newId('token');
    const payment = this.#processor.begin({...attempt, customerId: order.customer_id, tokenId: id});
    this.#tokens.add({
      id,
      customerId: order.customer_id,
      terms,
      paymentId: payment.id,
      vpa: instrument.vpa,
      startTime: order.created_at,
    });
    return this.#faults.take('mandate', {orderId}, 'duplicate-request')
      ? this.#processor.decline(payment.id, DUPLICATE_MANDATE)
      : payment;
  }

  /** What becomes of the payment becomes of the mandate, a little later. */
  hear(event: WebhookEventName, {payment}: EventEntities): void {
    const id = payment?.token_id;
    if (id === undefined || this.#tokens.record(id).paymentId !== payment?.id) return;
    if (event === 'payment.authorized') this.#enter(id, payment.order_id);
    else if (event === 'payment.failed') {
      this.#settle(id, () =>
        this.#tokens.reject(id, payment.error_description ?? 'Payment failed'),
      );
    }
  }

  /** The bank says at once what it would say a moment later, unless a fault makes it slow. */
  hurry(tokenId: string): void {
    this.#decisions.get(tokenId)?.();
  }

  #enter(id: string, orderId: string | null): void {
    const fault = this.#faults.take('mandate', {orderId}, 'rejected', 'slow');
    const decide = (): void =>
      this.#settle(id, () =>
        fault?.word === 'rejected'
          ? this.#tokens.reject(id, 'Rejected by bank')
          : this.#tokens.confirm(id),
      );
    if (fault?.word !== 'slow') this.#decisions.set(id, decide);
    this.#clock.after(fault?.word === 'slow' ? fault.seconds : CONFIRMED_AFTER_SECONDS, decide);
  }

  /** Decides a mandate, unless something else did so meanwhile. */
  #settle(id: string, decide: () => unknown): void {
    this.#decisions.delete(id);
    if (this.#tokens.record(id).token.recurring_details.status === 'initiated') decide();
  }
}
