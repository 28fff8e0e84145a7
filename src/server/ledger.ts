import type {ColumnType, Kysely, Transaction} from 'kysely';

/**
 * Where the orders are kept: a database that the merchant's own tables may share. `Tables` are the
 * merchant's; the kit's own begin with `rzp_` and are nobody else's business.
 */
export interface Ledger<Tables = object> {
  /** The whole database, for the merchant's own queries outside of `onStatus`. */
  readonly db: Kysely<Tables>;
  /**
   * Runs the work in one transaction: all of it or nothing. While it runs, queries of the same
   * asynchronous call that go past `tx` are refused with an error, as is `tx` afterwards.
   */
  transaction<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Lets go of the database. */
  close(): Promise<void>;
}

/** The kit's tables. Columns are of types that SQLite and PostgreSQL both have; times are in ms. */
export interface LedgerTables {
  rzp_orders: OrderRow;
  rzp_migrations: {name: string};
}

export interface OrderRow {
  receipt: string;
  /** Null while Razorpay is asked to make the order. */
  order_id: string | null;
  /** Hash of session and key. Null where an order came without a key. */
  idempotency_key: string | null;
  /** Hash of what was asked for under the key, and at what price. */
  cart_hash: string | null;
  key_id: string;
  status: string;
  amount: BigInteger;
  currency: string;
  line_items: string;
  notes: string;
  payment_id: string | null;
  payment_method: string | null;
  payment_amount: BigInteger | null;
  /** Until when one process alone may make the order at Razorpay. */
  leased_until: BigInteger;
  /** When Razorpay was last asked about it for the status page. */
  asked_at: BigInteger;
  created_at: BigInteger;
  updated_at: BigInteger;
}

/** PostgreSQL's driver gives `bigint` as a text. */
type BigInteger = ColumnType<number | string, number, number>;
