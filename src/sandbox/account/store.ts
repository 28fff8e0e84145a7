import {DEFAULT_CAPTURE, type CaptureSettings} from '../model/capture-settings.js';
import type {
  Attempt,
  Card,
  Instrument,
  LineItem,
  Order,
  OrderRequest,
  Payment,
  Refund,
} from '../model/entities.js';
import type {MandateTerms} from '../model/mandate-terms.js';
import {newId} from '../model/random-id.js';
import type {Clock} from '../runtime/clock.js';
import {newPayment} from './new-payment.js';
import {Records} from './records.js';

/** An order, and what Razorpay keeps of it without showing it in the API. */
export interface OrderRecord {
  readonly order: Order;
  readonly lineItems: readonly LineItem[];
  readonly capture: CaptureSettings;
  /** The amount that the merchant asked for, before the checkout changed it. */
  readonly askedAmount: number;
  /** The mandate that the shopper may approve by paying it. */
  readonly terms: MandateTerms | undefined;
  /** The registration link that it belongs to. */
  readonly invoiceId: string | undefined;
}

interface PaymentRecord {
  readonly payment: Payment;
  readonly instrument: Instrument;
}

/**
 * Orders, payments and refunds, in memory. `PaymentMoves` and `Refunds` change them; the store only
 * keeps them.
 */
export class Store {
  readonly #clock: Clock;
  readonly #orders = new Records<OrderRecord>('order');
  readonly #payments = new Records<PaymentRecord>('pay');
  readonly #refunds = new Records<Refund>('rfnd');
  readonly #cards = new Records<Card>('card');

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  addOrder(request: OrderRequest): Order {
    const {customerId, mandate, method, notification, token} = request;
    const order: Order = {
      id: newId('order'),
      entity: 'order',
      amount: request.amount,
      amount_paid: 0,
      amount_due: request.amount,
      currency: request.currency,
      receipt: request.receipt,
      offer_id: null,
      status: 'created',
      attempts: 0,
      notes: request.notes,
      created_at: this.#clock.seconds(),
      ...(request.lineItemsTotal !== undefined && {line_items_total: request.lineItemsTotal}),
      ...(method !== undefined && {method}),
      ...(request.partialPayment !== undefined && {partial_payment: request.partialPayment}),
      ...(request.firstPaymentMinAmount !== undefined && {
        first_payment_min_amount: request.firstPaymentMinAmount,
      }),
      ...(customerId !== undefined && {customer_id: customerId}),
      ...(token && {token: mandate?.token ?? token}),
      ...(notification && {notification}),
    };
    Object.assign(order, request.kept);
    this.#orders.add(order.id, {
      order,
      lineItems: request.lineItems,
      capture: request.capture,
      askedAmount: request.amount,
      terms: mandate?.terms,
      invoiceId: request.invoiceId,
    });
    return order;
  }

  /** All orders, the newest first. */
  orders(): Order[] {
    return this.#orders.all().map(({order}) => order);
  }

  /** @throws {ApiError} for an id that is malformed or unknown. */
  order(id: string): Order {
    return this.orderRecord(id).order;
  }

  /** @throws {ApiError} for an id that is malformed or unknown. */
  orderRecord(id: string): OrderRecord {
    return this.#orders.get(id);
  }

  /** What the payment's order says of its capture; without an order nothing captures it. */
  captureSettings({order_id: id}: Payment): CaptureSettings {
    return id === null ? {...DEFAULT_CAPTURE, mode: 'manual'} : this.orderRecord(id).capture;
  }

  createPayment(attempt: Attempt, order: Order | undefined): Payment {
    const payment = newPayment(attempt, order, {
      createdAt: this.#clock.seconds(),
      invoiceId: order && this.orderRecord(order.id).invoiceId,
    });
    const {instrument} = attempt;
    this.#payments.add(payment.id, {payment, instrument});
    if (instrument.method === 'card') this.#cards.add(instrument.card.id, instrument.card);
    return payment;
  }

  /** All payments, or those of an order, the newest first. */
  payments(orderId?: string): Payment[] {
    return this.#payments
      .all()
      .map(({payment}) => payment)
      .filter(({order_id}) => orderId === undefined || order_id === orderId);
  }

  /** @throws {ApiError} for an id that is malformed or unknown. */
  payment(id: string): Payment {
    return this.#payments.get(id).payment;
  }

  instrument(paymentId: string): Instrument {
    return this.#payments.get(paymentId).instrument;
  }

  card(paymentId: string): Card | undefined {
    const instrument = this.instrument(paymentId);
    return instrument.method === 'card' ? instrument.card : undefined;
  }

  /** @throws {ApiError} for an id that is malformed or unknown. */
  cardById(id: string): Card {
    return this.#cards.get(id);
  }

  addRefund(refund: Refund): void {
    this.#refunds.add(refund.id, refund);
  }

  /** All refunds, or those of a payment, the newest first. */
  refunds(paymentId?: string): Refund[] {
    const id = paymentId === undefined ? undefined : this.payment(paymentId).id;
    return this.#refunds.all().filter((refund) => id === undefined || refund.payment_id === id);
  }

  /** @throws {ApiError} for an id that is malformed or unknown. */
  refund(id: string): Refund {
    return this.#refunds.get(id);
  }
}
