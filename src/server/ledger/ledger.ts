import type {ColumnType, Generated, Kysely, Transaction} from 'kysely';

/**
 * Where the orders are kept: a database that the merchant's own tables may share. `Tables` are the
 * merchant's; the kit's own begin with `rzp_` and are nobody else's business.
 *
 * @example
 * ```ts
 * import type {Ledger} from 'rzp-magic-button/server.js';
 *
 * interface Shop {
 *   sales: {order_id: string; total: number};
 * }
 * declare const ledger: Ledger<Shop>; // await sqliteLedger<Shop>('shop.sqlite')
 *
 * await ledger.transaction(async (tx) => {
 *   await tx.insertInto('sales').values({order_id: 'order_1', total: 34_900}).execute();
 * });
 * const sales = await ledger.db.selectFrom('sales').selectAll().execute();
 * console.log(sales.length);
 * ```
 */
export interface Ledger<Tables = object> {
  /** The whole database, for the merchant's own queries outside of `onStatus`. */
  readonly db: Kysely<Tables>;
  /**
   * Runs the work in one transaction: all of it or nothing. While it runs, queries of the same
   * asynchronous call that go past `tx` are refused with an error, as is `tx` afterwards.
   */
  transaction<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /**
   * Lets go of the database once what runs is over, or undoes it after a while. What is asked of the
   * ledger from the call on is refused with a `LedgerError` of code `closed`.
   */
  close(options?: CloseOptions): Promise<void>;
}

/**
 * How long to wait for what runs.
 *
 * @example
 * ```ts
 * import type {CloseOptions, Ledger} from 'rzp-magic-button/server.js';
 *
 * declare const ledger: Ledger;
 *
 * const soon: CloseOptions = {withinMs: 1_000};
 * await ledger.close(soon);
 * ```
 */
export interface CloseOptions {
  /** After so many ms what still runs is undone. 6 000 by default: `onStatus` may take 5 000. */
  readonly withinMs?: number | undefined;
}

/** The kit's tables. Columns are of types that SQLite and PostgreSQL both have; times are in ms. */
export interface LedgerTables {
  rzp_orders: OrderRow;
  rzp_coupons: CouponRow;
  rzp_outbox: OutboxRow;
  rzp_mandate_outbox: OutboxRow;
  rzp_charge_outbox: OutboxRow;
  rzp_webhooks: WebhookRow;
  rzp_mandates: MandateRow;
  rzp_charges: ChargeRow;
  rzp_gateways: {name: string};
  rzp_activities: ActivityRow;
  rzp_migrations: {name: string};
}

export interface OrderRow {
  /** Of an order that was made elsewhere its id, because its receipt may be another order's too. */
  receipt: string;
  /** What Razorpay calls an order that was made elsewhere by; null for those of the kit. */
  remote_receipt: string | null;
  /** Null while Razorpay is asked to make the order. */
  order_id: string | null;
  /** Hash of session and key. Null for an order that was made elsewhere. */
  idempotency_key: string | null;
  /** Hash of what was asked for under the key, and at what price. */
  cart_hash: string | null;
  key_id: string;
  status: string;
  amount: BigInteger;
  currency: string;
  line_items: string;
  notes: string;
  /** JSON of `OrderMandate`. Null where line items are bought. */
  mandate: Generated<string | null>;
  /** For which kind of device it was made. Null where it is paid in a checkout. */
  device_mode: Generated<string | null>;
  payment_id: string | null;
  payment_method: string | null;
  payment_amount: BigInteger | null;
  amount_refunded: BigInteger;
  /** JSON of `OrderDetails`. */
  details: string | null;
  /** JSON of `OrderReview`. */
  review: string | null;
  /** JSON of `Quotes`. Null where the order is held to none. */
  quotes: string | null;
  /** Codes that were tried since `tries_since`. */
  tries: number;
  tries_since: BigInteger;
  /** Until when one process alone may make the order at Razorpay. */
  leased_until: BigInteger;
  /** When Razorpay was last asked about it for the status page. */
  asked_at: BigInteger;
  /** When Razorpay was last asked about it for what anybody may have made up. */
  unsigned_asked_at: Generated<BigInteger>;
  /** Hash of the session that it was made in. Null where it was made before, or without the kit. */
  session_hash: Generated<string | null>;
  /** When the sweep asks about it next, at the earliest. */
  sweep_at: BigInteger;
  /** JSON of `Finding`: what the sweep has found last. */
  finding: string | null;
  created_at: BigInteger;
  updated_at: BigInteger;
}

/** A coupon that may be used once, and whose it is. */
export interface CouponRow {
  coupon: string;
  order_id: string;
  order_made_at: BigInteger;
  /** Whose order it is; empty where that is not known. */
  contact: string;
  /** Until when it is reserved. Null once it is used. */
  expires_at: BigInteger | null;
}

/** A change that a hook has yet to be told after its commit. */
export interface OutboxRow {
  id: string;
  /** JSON of `StatusChange`, `MandateChange` or `ChargeChange`. */
  change: string;
  attempts: number;
  /** When to try (again); until then one process has it. */
  due_at: BigInteger;
}

/** An event that Razorpay sent. */
export interface WebhookRow {
  /** Razorpay's id of the event, the same in each repetition. */
  event_id: string;
  /** Razorpay's word, such as `order.paid`. */
  event: string;
  order_id: string | null;
  /** As it came. */
  body: string;
  /** SHA-256 of the body: nothing but the body is signed. Null in rows of older versions. */
  body_hash: string | null;
  attempts: number;
  /** When to try (again); until then one process has it. Null once it is done. */
  due_at: BigInteger | null;
  received_at: BigInteger;
}

/** What a shopper has approved. */
export interface MandateRow {
  /** Razorpay's id, `token_…`. */
  id: string;
  customer_id: string;
  order_id: string;
  payment_id: string;
  key_id: string;
  status: string;
  failure_reason: string | null;
  max_amount: BigInteger;
  frequency: string;
  expires_at: BigInteger | null;
  vpa: string | null;
  email: string | null;
  contact: string | null;
  /** When Razorpay was had to forget it. */
  deleted_at: BigInteger | null;
  /** When Razorpay last said where it stands. */
  asked_at: BigInteger;
  created_at: BigInteger;
  updated_at: BigInteger;
}

/** One attempt to charge a mandate for a period. */
export interface ChargeRow {
  mandate_id: string;
  period: string;
  attempt: number;
  receipt: string;
  key_id: string;
  status: string;
  amount: BigInteger;
  currency: string;
  notes: string;
  description: string | null;
  debit_after: BigInteger | null;
  order_id: string | null;
  payment_id: string | null;
  /** Noted before Razorpay is asked to charge: from then on nobody asks again. */
  sending_at: BigInteger | null;
  /** JSON of `ChargeFailure`. */
  failure: string | null;
  amount_refunded: ColumnType<number | string, number | undefined, number>;
  /** Until when one process alone may ask Razorpay for its order or to charge. */
  leased_until: BigInteger;
  created_at: BigInteger;
  updated_at: BigInteger;
}

/** One attempt to have an order paid on a device. */
export interface ActivityRow {
  order_id: string;
  attempt: number;
  key_id: string;
  device_mode: string;
  /** Null where the gateway has one device only. */
  device_id: string | null;
  /** What the gateway is known by, in `rzp_gateways` too. */
  gateway: string;
  status: string;
  /** The gateway's. Null until it has answered, and where its answer was lost. */
  activity_id: string | null;
  /** JSON of `DeviceErrorReply`. */
  error: string | null;
  /** When the gateway has said that nothing is on the device any more. */
  closed_at: BigInteger | null;
  /** Until when one process alone may put it on the device, or take it away. */
  leased_until: BigInteger;
  /** When the gateway was last asked about it for a page. */
  asked_at: BigInteger;
  created_at: BigInteger;
  updated_at: BigInteger;
}

/** PostgreSQL's driver gives `bigint` as a text. */
type BigInteger = ColumnType<number | string, number, number>;
