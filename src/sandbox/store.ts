import {ApiError, idNotFound, orderAlreadyPaid} from './api-error.js';
import type {Clock} from './clock.js';
import type {
  Attempt,
  Card,
  Instrument,
  LineItem,
  Notes,
  Order,
  OrderRequest,
  Payment,
  PaymentFailure,
  Refund,
  RefundRequest,
} from './entities.js';
import {addBasket} from './basket.js';
import {acquirerData, newPayment} from './new-payment.js';
import {newId} from './random.js';
import type {EventEntities, EventName} from './webhook-event.js';

interface OrderRecord {
  readonly order: Order;
  readonly lineItems: readonly LineItem[];
  readonly capture: OrderRequest['capture'];
  /** The amount that the merchant asked for, before the checkout changed it. */
  readonly askedAmount: number;
}

interface PaymentRecord {
  readonly payment: Payment;
  readonly instrument: Instrument;
}

interface StoreSettings {
  readonly clock: Clock;
  /** Hears of every change that Razorpay tells merchants. */
  readonly announce: (event: EventName, entities: EventEntities) => void;
}

/** All that the sandbox remembers. It lives in memory, and only its methods change it. */
export class Store {
  readonly #clock: Clock;
  readonly #announce: StoreSettings['announce'];
  readonly #orders = new Map<string, OrderRecord>();
  readonly #payments = new Map<string, PaymentRecord>();
  readonly #refunds = new Map<string, Refund>();

  constructor({clock, announce}: StoreSettings) {
    this.#clock = clock;
    this.#announce = announce;
  }

  createOrder(request: OrderRequest): Order {
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
    };
    this.#orders.set(order.id, {
      order,
      lineItems: request.lineItems,
      capture: request.capture,
      askedAmount: request.amount,
    });
    return order;
  }

  /** All orders, the newest first. */
  orders(): Order[] {
    return Array.from(this.#orders.values(), ({order}) => order).reverse();
  }

  /** @throws {ApiError} for an id that is malformed or unknown. */
  order(id: string): Order {
    return this.#orderRecord(id).order;
  }

  /** The amount that the merchant asked for, before the checkout changed it. */
  askedAmount(orderId: string): number {
    return this.#orderRecord(orderId).askedAmount;
  }

  lineItems(orderId: string): readonly LineItem[] {
    return this.#orderRecord(orderId).lineItems;
  }

  editNotes(orderId: string, notes: Notes): Order {
    const order = this.order(orderId);
    order.notes = notes;
    return order;
  }

  /** All payments, or those of an order, the newest first. */
  payments(orderId?: string): Payment[] {
    return Array.from(this.#payments.values(), ({payment}) => payment)
      .filter(({order_id}) => orderId === undefined || order_id === orderId)
      .reverse();
  }

  /** @throws {ApiError} for an id that is malformed or unknown. */
  payment(id: string): Payment {
    return this.#paymentRecord(id).payment;
  }

  instrument(paymentId: string): Instrument {
    return this.#paymentRecord(paymentId).instrument;
  }

  card(paymentId: string): Card | undefined {
    const instrument = this.instrument(paymentId);
    return instrument.method === 'card' ? instrument.card : undefined;
  }

  /** Begins an attempt: the payment is `created`, the order `attempted`. */
  startPayment(attempt: Attempt): Payment {
    const record = attempt.orderId === null ? undefined : this.#orderRecord(attempt.orderId);
    const order = record?.order;
    if (record && attempt.basket) addBasket(record, attempt, attempt.basket);
    const payment = newPayment(attempt, order, this.#clock.seconds());
    this.#payments.set(payment.id, {payment, instrument: attempt.instrument});
    if (order) {
      order.attempts += 1;
      if (order.status === 'created') order.status = 'attempted';
    }
    return payment;
  }

  /**
   * The bank agreed, at once or after the attempt had failed. With automatic capture the money is
   * taken, but never twice for one order: what comes for a paid one stays `authorized`.
   */
  authorize(paymentId: string, {capture = true} = {}): Payment {
    const {payment, instrument} = this.#paymentRecord(paymentId);
    if (payment.status !== 'created' && payment.status !== 'failed') return payment;
    const record = payment.order_id === null ? undefined : this.#orderRecord(payment.order_id);
    payment.status = 'authorized';
    payment.acquirer_data = acquirerData(instrument);
    Object.assign(payment, errorFields(undefined));
    this.#announce('payment.authorized', {payment});
    const takes =
      capture &&
      record?.capture === 'automatic' &&
      record.order.status !== 'paid' &&
      record.order.status !== 'placed';
    return takes ? this.#take(payment) : payment;
  }

  /** The order is to be paid at the door: the payment is `pending`, the order `placed`. */
  place(paymentId: string): Payment {
    const {payment, instrument} = this.#paymentRecord(paymentId);
    if (payment.status !== 'created' || instrument.method !== 'cod') return payment;
    payment.status = 'pending';
    this.#announce('payment.pending', {payment});
    if (payment.order_id !== null) {
      const order = this.order(payment.order_id);
      order.status = 'placed';
      this.#announce('order.placed', {order});
    }
    return payment;
  }

  /** The attempt failed; the shopper may begin another one. */
  fail(paymentId: string, failure: PaymentFailure): Payment {
    const payment = this.payment(paymentId);
    if (payment.status !== 'created') return payment;
    payment.status = 'failed';
    Object.assign(payment, errorFields(failure));
    this.#announce('payment.failed', {payment});
    return payment;
  }

  /** Takes an authorized payment, as the merchant asks for it. */
  capture(paymentId: string, {amount, currency}: {amount: number; currency: string}): Payment {
    const payment = this.payment(paymentId);
    if (payment.captured) throw new ApiError('This payment has already been captured.');
    if (payment.status !== 'authorized') {
      throw new ApiError(
        'Only payments which have been authorized and not yet captured can be captured',
      );
    }
    if (amount !== payment.amount || currency !== payment.currency) {
      throw new ApiError('Capture amount must be equal to the amount authorized', {
        field: 'amount',
      });
    }
    if (payment.order_id !== null && this.order(payment.order_id).status === 'paid') {
      throw orderAlreadyPaid();
    }
    return this.#take(payment);
  }

  /** The refunds of a payment, the newest first. */
  refunds(paymentId: string): Refund[] {
    const {id} = this.payment(paymentId);
    return [...this.#refunds.values()].filter((refund) => refund.payment_id === id).reverse();
  }

  /** @throws {ApiError} for an id that is malformed or unknown. */
  refund(id: string): Refund {
    return find(this.#refunds, 'rfnd', id);
  }

  /** Gives captured money back, all of it or a part, as the merchant asks for it. */
  refundPayment(paymentId: string, request: RefundRequest = {}): Refund {
    const payment = this.payment(paymentId);
    if (payment.status === 'refunded') {
      throw new ApiError('The payment has been fully refunded already');
    }
    if (!payment.captured) {
      throw new ApiError('The payment status should be captured for action to be taken');
    }
    const left = payment.amount - payment.amount_refunded;
    if ((request.amount ?? left) > left) {
      throw new ApiError('The total refund amount is greater than the refund payment amount', {
        field: 'amount',
      });
    }
    return this.#giveBack(payment, request);
  }

  /** Gives back what was authorized and will not be taken. */
  returnUncaptured(paymentId: string): void {
    const payment = this.payment(paymentId);
    if (payment.status === 'authorized') this.#giveBack(payment, {});
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
      speed_processed: 'normal',
      speed_requested: request.speed ?? 'normal',
    };
    this.#refunds.set(refund.id, refund);
    payment.amount_refunded += amount;
    const isAll = payment.amount_refunded === payment.amount;
    payment.refund_status = isAll ? 'full' : 'partial';
    if (isAll) payment.status = 'refunded';
    this.#announce('refund.created', {refund, payment});
    refund.status = 'processed';
    this.#announce('refund.processed', {refund, payment});
    return refund;
  }

  #take(payment: Payment): Payment {
    const charge = Math.round(payment.amount * FEE);
    payment.tax = Math.round(charge * TAX_ON_FEE);
    payment.fee = charge + payment.tax;
    payment.status = 'captured';
    payment.captured = true;
    this.#announce('payment.captured', {payment});
    if (payment.order_id !== null) {
      const order = this.order(payment.order_id);
      order.status = 'paid';
      order.amount_paid = payment.amount;
      order.amount_due = 0;
      this.#announce('order.paid', {payment, order});
    }
    return payment;
  }

  #orderRecord(id: string): OrderRecord {
    return find(this.#orders, 'order', id);
  }

  #paymentRecord(id: string): PaymentRecord {
    return find(this.#payments, 'pay', id);
  }
}

/** Razorpay's standard price: 2 % and the tax of 18 % on it. */
const FEE = 0.02;
const TAX_ON_FEE = 0.18;

const errorFields = (failure: PaymentFailure | undefined) =>
  ({
    error_code: failure?.code ?? null,
    error_description: failure?.description ?? null,
    error_source: failure?.source ?? null,
    error_step: failure?.step ?? null,
    error_reason: failure?.reason ?? null,
  }) satisfies Partial<Payment>;

function find<Item>(items: ReadonlyMap<string, Item>, prefix: string, id: string): Item {
  if (!new RegExp(`^${prefix}_[A-Za-z0-9]{14}$`).test(id)) {
    throw new ApiError(`${id} is not a valid id`);
  }
  const item = items.get(id);
  if (!item) throw idNotFound();
  return item;
}
