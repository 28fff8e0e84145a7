import {ApiError, idNotFound, orderAlreadyPaid} from './api-error.js';
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
} from './entities.js';
import {acquirerData, newPayment} from './new-payment.js';
import {newId} from './random.js';
import {unixSeconds} from './unix-seconds.js';

interface OrderRecord {
  readonly order: Order;
  readonly lineItems: readonly LineItem[];
  readonly capture: OrderRequest['capture'];
}

interface PaymentRecord {
  readonly payment: Payment;
  readonly instrument: Instrument;
}

/** All that the sandbox remembers. It lives in memory, and only its methods change it. */
export class Store {
  readonly #orders = new Map<string, OrderRecord>();
  readonly #payments = new Map<string, PaymentRecord>();

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
      created_at: unixSeconds(),
      ...(request.lineItemsTotal !== undefined && {line_items_total: request.lineItemsTotal}),
    };
    this.#orders.set(order.id, {order, lineItems: request.lineItems, capture: request.capture});
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
    const order = attempt.orderId === null ? undefined : this.order(attempt.orderId);
    if (order?.status === 'paid') throw orderAlreadyPaid();
    const payment = newPayment(attempt, order);
    this.#payments.set(payment.id, {payment, instrument: attempt.instrument});
    if (order) {
      order.attempts += 1;
      order.status = 'attempted';
    }
    return payment;
  }

  /** The bank agreed. With automatic capture the money is taken at once. */
  authorize(paymentId: string): Payment {
    const {payment, instrument} = this.#paymentRecord(paymentId);
    if (payment.status !== 'created') return payment;
    const record = payment.order_id === null ? undefined : this.#orderRecord(payment.order_id);
    if (record?.order.status === 'paid') return this.fail(paymentId, ALREADY_PAID);
    payment.status = 'authorized';
    payment.acquirer_data = acquirerData(instrument);
    return record?.capture === 'automatic' ? this.#take(payment) : payment;
  }

  /** The attempt failed; the shopper may begin another one. */
  fail(paymentId: string, failure: PaymentFailure): Payment {
    const payment = this.payment(paymentId);
    if (payment.status !== 'created') return payment;
    return Object.assign(payment, {
      status: 'failed',
      error_code: failure.code,
      error_description: failure.description,
      error_source: failure.source,
      error_step: failure.step,
      error_reason: failure.reason,
    } satisfies Partial<Payment>);
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

  #take(payment: Payment): Payment {
    const charge = Math.round(payment.amount * FEE);
    payment.tax = Math.round(charge * TAX_ON_FEE);
    payment.fee = charge + payment.tax;
    payment.status = 'captured';
    payment.captured = true;
    if (payment.order_id !== null) {
      const order = this.order(payment.order_id);
      order.status = 'paid';
      order.amount_paid = payment.amount;
      order.amount_due = 0;
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

const ALREADY_PAID: PaymentFailure = {
  code: 'BAD_REQUEST_ERROR',
  description: 'Payment already done for this order.',
  source: 'business',
  step: 'payment_authorization',
  reason: 'order_already_paid',
};

function find<Item>(items: ReadonlyMap<string, Item>, prefix: string, id: string): Item {
  if (!new RegExp(`^${prefix}_[A-Za-z0-9]{14}$`).test(id)) {
    throw new ApiError(`${id} is not a valid id`);
  }
  const item = items.get(id);
  if (!item) throw idNotFound();
  return item;
}
