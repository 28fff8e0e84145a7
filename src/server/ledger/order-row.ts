import type {Selectable, Updateable} from 'kysely';
import type {OrderRow} from './ledger.js';
import type {LineItem, Quote} from '../model/line-items.js';
import type {Move} from '../model/move.js';
import type {Order, OrderDetails, OrderReview, OrderStatus} from '../model/order.js';
import type {Quotes} from '../model/quotes.js';

/** An order that was asked for under a key. */
export interface Reserved {
  readonly receipt: string;
  readonly keyId: string;
  readonly cartHash: string | null;
  readonly quote: Quote;
  /** Undefined until Razorpay has made it. */
  readonly order: Order | undefined;
  /** In ms since 1970. */
  readonly createdAt: number;
}

/** An order that was made elsewhere. */
export interface Adopted {
  readonly id: string;
  readonly receipt: string;
  readonly keyId: string;
  readonly quote: Quote;
}

/** A new order, but for how it comes to its id. */
export const draft = ({receipt, keyId, quote}: Omit<Adopted, 'id'>, now: number) => ({
  receipt,
  key_id: keyId,
  status: 'created' satisfies OrderStatus,
  amount: quote.amount,
  currency: quote.currency,
  line_items: JSON.stringify(quote.lineItems),
  notes: JSON.stringify(quote.notes),
  payment_id: null,
  payment_method: null,
  payment_amount: null,
  amount_refunded: 0,
  details: null,
  review: null,
  tries: 0,
  tries_since: 0,
  asked_at: 0,
  created_at: now,
  updated_at: now,
});

/** What a move writes. */
export function columns(move: Move): Updateable<OrderRow> {
  const status: OrderStatus = move.to === 'partly_refunded' ? 'paid' : move.to;
  if (move.to === 'attempted') return {status};
  if (move.to === 'review') {
    const {payment, reason, details} = move;
    const review: OrderReview = {reason, payment};
    return {status, review: JSON.stringify(review), details: JSON.stringify(details)};
  }
  return {
    status,
    review: null,
    payment_id: move.payment.id,
    payment_method: move.payment.method ?? null,
    payment_amount: move.payment.amount,
    ...('details' in move && {details: JSON.stringify(move.details)}),
    ...('amountRefunded' in move && {amount_refunded: move.amountRefunded}),
  };
}

/** What was asked for, and what has come of it. */
export const toReserved = (row: Selectable<OrderRow>): Reserved => ({
  receipt: row.receipt,
  keyId: row.key_id,
  cartHash: row.cart_hash,
  quote: {
    // Written by this file, from what the schemas let through.
    lineItems: JSON.parse(row.line_items) as LineItem[],
    notes: JSON.parse(row.notes) as Record<string, string>,
    amount: Number(row.amount),
    currency: row.currency,
  },
  order: toOrder(row),
  createdAt: Number(row.created_at),
});

/** The columns that an order is made of. */
export const ORDER_COLUMNS = [
  'receipt',
  'order_id',
  'key_id',
  'status',
  'amount',
  'currency',
  'line_items',
  'notes',
  'payment_id',
  'payment_method',
  'payment_amount',
  'amount_refunded',
  'details',
  'review',
  'quotes',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof OrderRow)[];
export type StoredOrder = Pick<Selectable<OrderRow>, (typeof ORDER_COLUMNS)[number]>;

/** An order, once Razorpay has made it. */
export const toOrder = (row: StoredOrder): Order | undefined =>
  row.order_id === null
    ? undefined
    : {
        id: row.order_id,
        receipt: row.receipt,
        keyId: row.key_id,
        status: row.status as OrderStatus,
        amount: Number(row.amount),
        currency: row.currency,
        lineItems: JSON.parse(row.line_items) as LineItem[],
        notes: JSON.parse(row.notes) as Record<string, string>,
        payment:
          row.payment_id === null
            ? undefined
            : {
                id: row.payment_id,
                method: row.payment_method ?? undefined,
                amount: Number(row.payment_amount),
              },
        amountRefunded: Number(row.amount_refunded),
        details: row.details === null ? undefined : (JSON.parse(row.details) as OrderDetails),
        review: row.review === null ? undefined : (JSON.parse(row.review) as OrderReview),
        quotes: parseQuotes(row.quotes),
        createdAt: new Date(Number(row.created_at)),
        updatedAt: new Date(Number(row.updated_at)),
      };

export const parseQuotes = (text: string | null): Quotes => JSON.parse(text ?? '{}') as Quotes;
