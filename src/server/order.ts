import type {LineItem} from './line-items.js';

/**
 * Where an order stands. It only ever moves forward:
 * `created` → `attempted` (a payment was tried) → `paid` or `placed` (cash on delivery: confirmed,
 * not paid). A failed payment moves nothing: it may still succeed days later.
 */
export type OrderStatus = 'created' | 'attempted' | 'paid' | 'placed';

/** The payment that confirmed an order. */
export interface OrderPayment {
  /** Razorpay's id, `pay_…`. */
  readonly id: string;
  /** Razorpay's word, such as `upi`, `card` or `cod`. */
  readonly method: string | undefined;
  /** In the currency's smallest unit, with shipping and other fees. */
  readonly amount: number;
}

/** What the ledger knows of an order. */
export interface Order {
  /** Razorpay's id, `order_…`. */
  readonly id: string;
  /** The unguessable name under which Razorpay asks the merchant's endpoints about the order. */
  readonly receipt: string;
  /** The key that made the order; only this key's checkout opens it. */
  readonly keyId: string;
  readonly status: OrderStatus;
  /** Σ `offerPrice × quantity` in the currency's smallest unit, as priced at creation. */
  readonly amount: number;
  /** ISO 4217, such as `INR`. */
  readonly currency: string;
  /** As priced at creation, whatever the shop's prices are now. */
  readonly lineItems: readonly LineItem[];
  readonly notes: Readonly<Record<string, string>>;
  /** Absent until the order is `paid` or `placed`. */
  readonly payment: OrderPayment | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An order was confirmed. Told once per order and status. */
export interface StatusChange {
  readonly status: 'paid' | 'placed';
  /** The order after the change. */
  readonly order: Order;
  readonly payment: OrderPayment;
}

/** Whether an order is confirmed: what the shopper bought is theirs, and it is not paid again. */
export const isConfirmed = (status: OrderStatus): status is StatusChange['status'] =>
  status === 'paid' || status === 'placed';
