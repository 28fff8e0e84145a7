import type {Selectable, Updateable} from 'kysely';
import type {DeviceMode} from '../../wire/device.js';
import type {LineItem, TotalledCart} from '../model/line-items.js';
import type {OrderMandate} from '../model/mandate-terms.js';
import {changesOf, type Move} from '../model/move.js';
import type {Order, OrderDetails, OrderReview, OrderStatus} from '../model/order.js';
import type {Quotes} from '../model/quotes.js';
import type {OrderRow} from './ledger.js';

/** An order that was asked for under a key. */
export interface Reserved {
  readonly receipt: string;
  readonly keyId: string;
  readonly cartHash: string | null;
  readonly cart: TotalledCart;
  /** As of `Order`. */
  readonly deviceMode: DeviceMode | undefined;
  /** Undefined until Razorpay has made it. */
  readonly order: Order | undefined;
  /** In ms since 1970. */
  readonly createdAt: number;
  /** When the sweep asks about it next, at the earliest. In ms since 1970. */
  readonly sweepAt: number;
  /** What the sweep has found last. */
  readonly finding: Finding | undefined;
}

/** What somebody should look at about an order. */
export interface Finding {
  /** One sentence for the merchant, or more. */
  readonly remark: string;
  readonly paymentId: string | undefined;
  /** Of that payment, in the currency's smallest unit. */
  readonly paid: number | undefined;
}

/** An order that was made elsewhere. */
export interface Adopted {
  readonly id: string;
  /** As Razorpay has it. Others may have the same. */
  readonly receipt: string | undefined;
  readonly keyId: string;
  readonly cart: TotalledCart;
}

/** The row of a new order, without what differs by whether Razorpay has made it already. */
export const newRow = (
  {receipt, keyId, cart}: Pick<Reserved, 'receipt' | 'keyId' | 'cart'>,
  now: number,
) => ({
  receipt,
  key_id: keyId,
  status: 'created' satisfies OrderStatus,
  amount: cart.amount,
  currency: cart.currency,
  line_items: JSON.stringify(cart.lineItems),
  notes: JSON.stringify(cart.notes),
  mandate: cart.mandate ? JSON.stringify(cart.mandate) : null,
  payment_id: null,
  payment_method: null,
  payment_amount: null,
  amount_refunded: 0,
  details: null,
  review: null,
  tries: 0,
  tries_since: 0,
  asked_at: 0,
  sweep_at: 0,
  finding: null,
  created_at: now,
  updated_at: now,
});

/** The columns that a move changes. */
export function changedColumns(move: Move): Updateable<OrderRow> {
  const changes = changesOf(move);
  const {status, payment, details, amountRefunded} = changes;
  return {
    status,
    ...('payment' in changes && {
      payment_id: payment?.id ?? null,
      payment_method: payment?.method ?? null,
      payment_amount: payment?.amount ?? null,
    }),
    ...(details && {details: JSON.stringify(details)}),
    ...('review' in changes && {review: changes.review ? JSON.stringify(changes.review) : null}),
    ...(amountRefunded !== undefined && {amount_refunded: amountRefunded}),
  };
}

/** What was asked for, and what has come of it. */
export const toReserved = (row: Selectable<OrderRow>): Reserved => ({
  receipt: row.receipt,
  keyId: row.key_id,
  cartHash: row.cart_hash,
  cart: {
    // This file has written it, from what the schemas let through.
    lineItems: JSON.parse(row.line_items) as LineItem[],
    mandate: parseMandate(row.mandate),
    notes: JSON.parse(row.notes) as Record<string, string>,
    amount: Number(row.amount),
    currency: row.currency,
  },
  order: toOrder(row),
  deviceMode: parseMode(row.device_mode),
  createdAt: Number(row.created_at),
  sweepAt: Number(row.sweep_at),
  finding: row.finding === null ? undefined : (JSON.parse(row.finding) as Finding),
});

/** The columns that an order is made of. */
export const ORDER_COLUMNS = [
  'receipt',
  'remote_receipt',
  'order_id',
  'key_id',
  'status',
  'amount',
  'currency',
  'line_items',
  'notes',
  'mandate',
  'device_mode',
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
        receipt: row.remote_receipt ?? row.receipt,
        keyId: row.key_id,
        status: row.status as OrderStatus,
        amount: Number(row.amount),
        currency: row.currency,
        lineItems: JSON.parse(row.line_items) as LineItem[],
        mandate: parseMandate(row.mandate),
        deviceMode: parseMode(row.device_mode),
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

const parseMandate = (text: string | null): OrderMandate | undefined =>
  text === null ? undefined : (JSON.parse(text) as OrderMandate);

const parseMode = (word: string | null): DeviceMode | undefined =>
  word === null ? undefined : (word as DeviceMode);

export const parseQuotes = (text: string | null): Quotes => JSON.parse(text ?? '{}') as Quotes;
