import type {WebhookEventName} from '../../../wire/events.js';
import type {Faults} from '../../faults/faults.js';
import {ApiError, invalidField, orderAlreadyPaid} from '../../model/api-error.js';
import {chargeFailure, type ChargeReason} from '../../model/charge-failures.js';
import type {Order, Payment} from '../../model/entities.js';
import type {ChargeRequest, Notification} from '../../model/mandate.js';
import {newId} from '../../model/random-id.js';
import type {Announce, EventEntities} from '../../model/webhook-event.js';
import type {Clock} from '../../runtime/clock.js';
import type {PaymentMoves} from '../payment-moves.js';
import type {PaymentProcessor} from '../payment-processor.js';
import type {Store} from '../store.js';
import {cycleOf, isExecutionDay} from './cycles.js';
import type {Customers} from './customers.js';
import type {TokenRecord, Tokens} from './tokens.js';

const HOUR_SECONDS = 60 * 60;
/** The shopper has to be told so long before the debit. */
const NOTICE_SECONDS = 24 * HOUR_SECONDS;
/** When the debit comes of which Razorpay tells the shopper by itself. */
const DEBITED_AFTER_SECONDS = 25 * HOUR_SECONDS;
/** Above ₹15,000 the shopper approves each debit. */
const MOST_WITHOUT_APPROVAL_PAISE = 1_500_000;

interface ChargesParts {
  readonly store: Store;
  readonly moves: PaymentMoves;
  readonly processor: PaymentProcessor;
  readonly customers: Customers;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly announce: Announce;
}

/** A debit that was asked for. */
interface Charge {
  readonly paymentId: string;
  readonly record: TokenRecord;
  /** When the bank is asked. */
  readonly dueAt: number;
  /** The cycle in which the bank was asked; undefined until then, and where there are no cycles. */
  cycle: string | undefined;
  /** Whether the shopper approved it, where that is needed. */
  isApproved: boolean;
}

/** Debits of mandates: the merchant asks, the shopper is told, and a day later the bank is asked. */
export class Charges {
  readonly #store: Store;
  readonly #moves: PaymentMoves;
  readonly #processor: PaymentProcessor;
  readonly #customers: Customers;
  readonly #tokens: Tokens;
  readonly #faults: Faults;
  readonly #clock: Clock;
  readonly #announce: Announce;
  /** By payment. */
  readonly #charges = new Map<string, Charge>();
  /** By order, where the merchant asked for one. */
  readonly #notifications = new Map<string, Notification>();

  constructor(parts: ChargesParts) {
    this.#store = parts.store;
    this.#moves = parts.moves;
    this.#processor = parts.processor;
    this.#customers = parts.customers;
    this.#tokens = parts.tokens;
    this.#faults = parts.faults;
    this.#clock = parts.clock;
    this.#announce = parts.announce;
  }

  /** Tells the shopper of the debit, where the order asks for that. */
  notify({id, notification}: Order): void {
    if (!notification) return;
    const isFailed =
      this.#faults.take('charge', {orderId: id}, 'pre-debit-notification-failed') !== undefined;
    const told: Notification = {
      id: newId('notification'),
      entity: 'notification',
      order_id: id,
      token_id: notification.token_id,
      delivered_at: isFailed ? null : this.#clock.seconds(),
      status: isFailed ? 'failed' : 'delivered',
      payment_after: notification.payment_after,
    };
    this.#notifications.set(id, told);
    this.#announce(`order.notification.${told.status}`, {notification: told});
  }

  /**
   * Charges a mandate. The payment is `created` and stays so until the bank was asked.
   *
   * @throws {ApiError} for a mandate that can not be charged now, or not so much.
   */
  create(request: ChargeRequest): Payment {
    const {orderId, customerId, tokenId, amount, currency, email, contact} = request;
    const order = this.#store.order(orderId);
    if (!this.#processor.takesPayments(orderId)) throw orderAlreadyPaid();
    if (amount !== order.amount || currency !== order.currency) throw amountMismatch();
    const record = this.#tokens.recordOf(this.#customers.get(customerId).id, tokenId);
    if (order.notification && order.notification.token_id !== tokenId) {
      throw invalidField('token', 'The order was made with a notification for another token.');
    }
    if (amount > record.token.max_amount) {
      throw new ApiError('Amount exceeds maximum amount allowed', {field: 'amount'});
    }
    const hindrance = this.#tokens.hindrance(record);
    if (hindrance) {
      const {description, reason} = chargeFailure(hindrance);
      throw new ApiError(description, {reason, field: 'token'});
    }
    const {username, handle} = record.token.vpa;
    const payment = this.#moves.start({
      orderId,
      amount,
      currency,
      email,
      contact,
      description: request.description,
      notes: request.notes,
      customerId,
      tokenId,
      instrument: {method: 'upi', vpa: `${username}@${handle}`},
    });
    const seconds = this.#secondsUntilDebit(orderId);
    const dueAt = this.#clock.seconds() + seconds;
    const charge = {paymentId: payment.id, record, dueAt, cycle: undefined, isApproved: false};
    this.#charges.set(payment.id, charge);
    this.#clock.after(seconds, () => this.#fallDue(charge));
    return payment;
  }

  /** The shopper approves a debit of more than the bank takes without being asked. */
  approve(paymentId: string): void {
    const charge = this.#charges.get(paymentId);
    if (!charge || !this.needsApproval(paymentId)) {
      throw new ApiError('Only a debit that waits for the shopper can be approved.');
    }
    charge.isApproved = true;
  }

  /** Whether a debit waits for the shopper. */
  needsApproval(paymentId: string): boolean {
    const {amount, status} = this.#store.payment(paymentId);
    const charge = this.#charges.get(paymentId);
    return (
      status === 'created' && charge?.isApproved === false && amount > MOST_WITHOUT_APPROVAL_PAISE
    );
  }

  /** The debits of a mandate with the time at which the bank is asked, the newest first. */
  of(tokenId: string): {readonly payment: Payment; readonly dueAt: number}[] {
    return [...this.#charges.values()]
      .filter(({record}) => record.token.id === tokenId)
      .map(({paymentId, dueAt}) => ({payment: this.#store.payment(paymentId), dueAt}))
      .reverse();
  }

  /** A mandate says when it was charged last. */
  hear(event: WebhookEventName, {payment}: EventEntities): void {
    if (event !== 'payment.authorized' || !payment) return;
    const charge = this.#charges.get(payment.id);
    if (charge) charge.record.token.used_at = this.#clock.seconds();
  }

  #secondsUntilDebit(orderId: string): number {
    const told = this.#notifications.get(orderId);
    if (!told) return DEBITED_AFTER_SECONDS;
    const earliest = (told.delivered_at ?? 0) + NOTICE_SECONDS;
    return Math.max(0, Math.max(told.payment_after, earliest) - this.#clock.seconds());
  }

  #fallDue(charge: Charge): void {
    const {order_id: orderId} = this.#store.payment(charge.paymentId);
    const slow = this.#faults.take('charge', {orderId}, 'slow');
    if (slow) this.#clock.after(slow.seconds, () => this.#debit(charge));
    else this.#debit(charge);
  }

  #debit(charge: Charge): void {
    charge.cycle = cycleOf(charge.record.terms.frequency, this.#clock.seconds());
    const problem = this.#problemOf(charge);
    if (problem) this.#processor.decline(charge.paymentId, chargeFailure(problem));
    else this.#processor.approve(charge.paymentId);
  }

  #problemOf({record, paymentId, cycle}: Charge): ChargeReason | undefined {
    const {order_id: orderId} = this.#store.payment(paymentId);
    const hindrance = this.#tokens.hindrance(record);
    if (hindrance) return hindrance;
    if (orderId !== null && this.#notifications.get(orderId)?.status === 'failed') {
      return 'pre_debit_notification_failed';
    }
    const fault = this.#faults.take('charge', {orderId});
    if (fault && fault.word !== 'slow') {
      return fault.word.replaceAll('-', '_') as ChargeReason;
    }
    if (cycle !== undefined && this.#isDebited(record, cycle)) {
      return 'mandate_current_cycle_allowed_debit_exceeds';
    }
    if (!isExecutionDay(record.terms, this.#clock.seconds())) return 'execution_day_rule_mismatch';
    return this.needsApproval(paymentId) ? 'payment_timed_out' : undefined;
  }

  /** Whether a debit of this cycle was successful, also one that came late. */
  #isDebited(record: TokenRecord, cycle: string): boolean {
    return [...this.#charges.values()].some(
      (charge) =>
        charge.record === record &&
        charge.cycle === cycle &&
        SUCCESSFUL.has(this.#store.payment(charge.paymentId).status),
    );
  }
}

const SUCCESSFUL: ReadonlySet<Payment['status']> = new Set(['authorized', 'captured', 'refunded']);

const amountMismatch = (): ApiError =>
  new ApiError(
    'Your payment amount is different from your order amount. To pay successfully, please try using right amount.',
    {field: 'amount', reason: 'order_amount_mismatch'},
  );
