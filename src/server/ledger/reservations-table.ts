import type {Insertable} from 'kysely';
import type {DeviceMode} from '../../wire/device.js';
import type {TotalledCart} from '../model/line-items.js';
import type {Order} from '../model/order.js';
import type {Quotes} from '../model/quotes.js';
import {hasCome} from './has-come.js';
import type {Ledger, LedgerTables, OrderRow} from './ledger.js';
import {newRow, toOrder, toReserved, type Reserved} from './order-row.js';

/** What is written before Razorpay is asked to make an order. */
export interface Reservation {
  readonly receipt: string;
  readonly idempotencyKey: string;
  readonly cartHash: string;
  readonly sessionHash: string;
  readonly keyId: string;
  readonly cart: TotalledCart;
  /** For which kind of device it is made; undefined where it is paid in a checkout. */
  readonly deviceMode: DeviceMode | undefined;
  /** What the order will be held to. */
  readonly quotes: Quotes;
}

/** The statements by which one process alone makes the order of a key at Razorpay. */
export class ReservationsTable {
  readonly #ledger: Ledger<LedgerTables>;
  readonly #now: () => number;

  constructor(ledger: Ledger<LedgerTables>, now: () => number) {
    this.#ledger = ledger;
    this.#now = now;
  }

  async find(idempotencyKey: string): Promise<Reserved | undefined> {
    const row = await this.#ledger.db
      .selectFrom('rzp_orders')
      .selectAll()
      .where('idempotency_key', '=', idempotencyKey)
      .executeTakeFirst();
    return row && toReserved(row);
  }

  /** The order of this receipt, if Razorpay was asked to make it and the answer is not known. */
  async findUnanswered(receipt: string): Promise<Reserved | undefined> {
    const row = await this.#ledger.db
      .selectFrom('rzp_orders')
      .selectAll()
      .where('receipt', '=', receipt)
      .where('order_id', 'is', null)
      .executeTakeFirst();
    return row && toReserved(row);
  }

  /** Enters the order for this process to make. False when the key was taken meanwhile. */
  async reserve(
    {receipt, idempotencyKey, cartHash, sessionHash, keyId, cart, deviceMode, quotes}: Reservation,
    leaseMs: number,
  ): Promise<boolean> {
    const now = this.#now();
    const row: Insertable<OrderRow> = {
      ...newRow({receipt, keyId, cart}, now),
      remote_receipt: null,
      order_id: null,
      idempotency_key: idempotencyKey,
      cart_hash: cartHash,
      session_hash: sessionHash,
      device_mode: deviceMode ?? null,
      quotes: JSON.stringify(quotes),
      leased_until: now + leaseMs,
    };
    const entered = await this.#ledger.db
      .insertInto('rzp_orders')
      .values(row)
      .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
      .returning('receipt')
      .executeTakeFirst();
    return entered !== undefined;
  }

  /** Takes over an order that nobody makes any more. False when somebody does, or has. */
  async takeOver(receipt: string, leaseMs: number): Promise<boolean> {
    const now = this.#now();
    const taken = await this.#ledger.db
      .updateTable('rzp_orders')
      .set({leased_until: now + leaseMs})
      .where('receipt', '=', receipt)
      .where('order_id', 'is', null)
      .where(hasCome('leased_until', now, leaseMs))
      .returning('receipt')
      .executeTakeFirst();
    return taken !== undefined;
  }

  /** Leaves the making of an order to the next who asks for it. */
  async release(receipt: string): Promise<void> {
    await this.#ledger.db
      .updateTable('rzp_orders')
      .set({leased_until: 0})
      .where('receipt', '=', receipt)
      .where('order_id', 'is', null)
      .execute();
  }

  /** Forgets an order that Razorpay refused to make. */
  async forget(receipt: string): Promise<void> {
    await this.#ledger.db
      .deleteFrom('rzp_orders')
      .where('receipt', '=', receipt)
      .where('order_id', 'is', null)
      .execute();
  }

  /** Enters the id that Razorpay gave the order; if another was entered before, that one stays. */
  async enterId(receipt: string, orderId: string): Promise<Order> {
    const {db} = this.#ledger;
    const row =
      (await db
        .updateTable('rzp_orders')
        .set({order_id: orderId, updated_at: this.#now()})
        .where('receipt', '=', receipt)
        .where('order_id', 'is', null)
        .returningAll()
        .executeTakeFirst()) ??
      (await db
        .selectFrom('rzp_orders')
        .selectAll()
        .where('receipt', '=', receipt)
        .executeTakeFirstOrThrow());
    const order = toOrder(row);
    if (!order) throw new Error(`The order of receipt ${receipt} has no id.`);
    return order;
  }
}
