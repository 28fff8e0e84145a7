import type {CompiledQuery, Expression, ExpressionBuilder, SqlBool, Transaction} from 'kysely';
import type {KeyMode} from '../../wire/ids.js';
import type {Move} from '../model/move.js';
import type {Order, OrderStatus} from '../model/order.js';
import {addQuotes, type Quotes} from '../model/quotes.js';
import {wasBefore} from './has-come.js';
import type {Ledger, LedgerTables} from './ledger.js';
import {
  changedColumns,
  newRow,
  ORDER_COLUMNS,
  parseQuotes,
  toOrder,
  toReserved,
  type Adopted,
  type Finding,
  type Reserved,
  type StoredOrder,
} from './order-row.js';

/** How long Razorpay is left alone about an order once somebody has made us ask. */
export const ASK_INTERVAL_MS = 2_000;

/** The sweep leaves an order alone for this part of its age. */
export const SWEEP_PART_OF_AGE = 24;

/** The second parameter of the statement that finds an order. */
const LIMIT_ONE = 1;

/** Where an order stands while it may be paid. */
const OPEN: readonly OrderStatus[] = ['created', 'attempted', 'review'];

/** Which orders to look through, a page at a time. Times in ms since 1970. */
export interface UnfinishedQuery {
  /** What the key ids that may have made them begin with. */
  readonly mode: KeyMode;
  /** Made then or before. */
  readonly before: number;
  /** Orders that nobody tried to pay only from then on. */
  readonly after: number;
  /** Paid orders only from then on. */
  readonly paidAfter: number;
  /** Others only where the sweep is to ask again by then, or somebody should look at them. */
  readonly due: number;
  /** The last one of the page before. */
  readonly last: Reserved | undefined;
  readonly limit: number;
}

/** The statements on the orders. Each is atomic by itself, on SQLite and on PostgreSQL alike. */
export class OrdersTable {
  readonly #ledger: Ledger<LedgerTables>;
  readonly #now: () => number;
  /** Compiled once, because every request begins with it. */
  readonly #find: CompiledQuery<StoredOrder>;

  constructor(ledger: Ledger<LedgerTables>, now: () => number) {
    this.#ledger = ledger;
    this.#now = now;
    this.#find = ledger.db
      .selectFrom('rzp_orders')
      .select(ORDER_COLUMNS)
      .where('order_id', '=', '')
      .limit(LIMIT_ONE)
      .compile();
  }

  async find(orderId: string): Promise<Order | undefined> {
    const {db} = this.#ledger;
    const query = {...this.#find, parameters: [orderId, LIMIT_ONE]};
    const {rows} = await db.executeQuery<StoredOrder>(query);
    const [row] = rows;
    return row && toOrder(row);
  }

  /** As `find`, for an order that is known to be there. */
  async get(orderId: string): Promise<Order> {
    const order = await this.find(orderId);
    if (!order) throw new Error(`The order ${orderId} has gone from the ledger.`);
    return order;
  }

  /** As `find`, by the payment that has confirmed the order. */
  async findByPayment(paymentId: string): Promise<Order | undefined> {
    const row = await this.#ledger.db
      .selectFrom('rzp_orders')
      .select(ORDER_COLUMNS)
      .where('payment_id', '=', paymentId)
      .executeTakeFirst();
    return row && toOrder(row);
  }

  /** As `find`, by the receipt that the kit has given the order, which nobody can guess. */
  async findByReceipt(receipt: string): Promise<Order | undefined> {
    const row = await this.#ledger.db
      .selectFrom('rzp_orders')
      .select(ORDER_COLUMNS)
      .where('receipt', '=', receipt)
      .where('idempotency_key', 'is not', null)
      .executeTakeFirst();
    return row && toOrder(row);
  }

  /**
   * An order that was made elsewhere, by its id, or by a receipt that others may have too: then the
   * newest that is not over yet, which is the one that a shopper has before them.
   */
  async findAdopted(
    by: {readonly id: string} | {readonly receipt: string},
  ): Promise<Order | undefined> {
    const adopted = this.#ledger.db
      .selectFrom('rzp_orders')
      .select(ORDER_COLUMNS)
      .where('idempotency_key', 'is', null);
    const row = await (
      'id' in by
        ? adopted.where('order_id', '=', by.id)
        : adopted
            .where('remote_receipt', '=', by.receipt)
            .orderBy((where) => where.case().when('status', 'in', OPEN).then(0).else(1).end())
            .orderBy('created_at', 'desc')
            .limit(1)
    ).executeTakeFirst();
    return row && toOrder(row);
  }

  /** Enters an order that was made elsewhere; one that is there already stays as it is. */
  async adopt({id, receipt, keyId, cart}: Adopted): Promise<Order> {
    await this.#ledger.db
      .insertInto('rzp_orders')
      .values({
        ...newRow({receipt: id, keyId, cart}, this.#now()),
        remote_receipt: receipt ?? null,
        order_id: id,
        idempotency_key: null,
        cart_hash: null,
        quotes: null,
        leased_until: 0,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return this.get(id);
  }

  /**
   * Orders that may still move, or for which money may still come, in the order of their making, page
   * by page.
   */
  async unfinished({
    mode,
    before,
    after,
    paidAfter,
    due,
    last,
    limit,
  }: UnfinishedQuery): Promise<Reserved[]> {
    let query = this.#ledger.db
      .selectFrom('rzp_orders')
      .selectAll()
      .where('key_id', 'like', `${mode}%`)
      .where(wasBefore('created_at', before, due))
      .where((where) =>
        where.or([
          where('status', '=', 'review'),
          where.and([where('status', '=', 'paid'), where('created_at', '>=', paidAfter)]),
          where.and([
            where.or([isSweepDue(where, due), where('finding', 'is not', null)]),
            where.or([
              where('status', 'in', ['attempted', 'placed', 'cancelled', 'refunded']),
              where.and([where('status', '=', 'created'), where('created_at', '>=', after)]),
            ]),
          ]),
        ]),
      );
    if (last)
      query = query.where((where) =>
        where.or([
          where('created_at', '>', last.createdAt),
          where.and([
            where('created_at', '=', last.createdAt),
            where('receipt', '>', last.receipt),
          ]),
        ]),
      );
    const rows = await query.orderBy('created_at').orderBy('receipt').limit(limit).execute();
    return rows.map(toReserved);
  }

  /** Remembers what the sweep has found of an order, and when it is to ask about it again. */
  async swept(orderId: string, sweepAt: number, finding: Finding | undefined): Promise<void> {
    await this.#ledger.db
      .updateTable('rzp_orders')
      .set({sweep_at: sweepAt, finding: finding ? JSON.stringify(finding) : null})
      .where('order_id', '=', orderId)
      .execute();
  }

  /**
   * Whether Razorpay may be asked about the order now: true for one caller per interval. What comes
   * without a signature has turns of its own, so that nobody who makes it up takes those of `status`.
   */
  async mayAsk(orderId: string, turn: 'status' | 'unsigned'): Promise<boolean> {
    const column = turn === 'status' ? 'asked_at' : 'unsigned_asked_at';
    const now = this.#now();
    const asked = await this.#ledger.db
      .updateTable('rzp_orders')
      .set({[column]: now})
      .where('order_id', '=', orderId)
      .where(wasBefore(column, now - ASK_INTERVAL_MS, now))
      .returning('order_id')
      .executeTakeFirst();
    return asked !== undefined;
  }

  /** Hash of the session that the order was made in, where that is known. */
  async sessionOf(orderId: string): Promise<string | undefined> {
    const row = await this.#ledger.db
      .selectFrom('rzp_orders')
      .select('session_hash')
      .where('order_id', '=', orderId)
      .executeTakeFirst();
    return row?.session_hash ?? undefined;
  }

  /** Counts a try. False when there were that many within that time, counted from the first. */
  async mayTry(orderId: string, most: number, withinMs: number): Promise<boolean> {
    const now = this.#now();
    const tried = await this.#ledger.db
      .updateTable('rzp_orders')
      .set(({eb}) => {
        const isOver = eb('tries_since', '<=', now - withinMs);
        return {
          tries: eb
            .case()
            .when(isOver)
            .then(1)
            .else(eb('tries', '+', 1))
            .end(),
          tries_since: eb
            .case()
            .when(isOver)
            .then(now)
            .else(eb.ref('tries_since').$castTo<number>())
            .end(),
        };
      })
      .where('order_id', '=', orderId)
      .where((where) =>
        where.or([where('tries_since', '<=', now - withinMs), where('tries', '<', most)]),
      )
      .returning('order_id')
      .executeTakeFirst();
    return tried !== undefined;
  }

  /**
   * Remembers what the checkout is about to be told. Where the work gives false, which runs in the same
   * transaction, nothing is remembered.
   */
  addQuotes(
    orderId: string,
    quotes: Quotes,
    work?: (tx: Transaction<LedgerTables>, order: Order) => Promise<boolean>,
  ): Promise<boolean> {
    return this.#ledger.transaction(async (tx) => {
      // Two answers at once would each add to what they read, and one be lost. An update that changes
      // nothing locks the row, on SQLite too, so that the second reads what the first has written.
      const row = await tx
        .updateTable('rzp_orders')
        .set(({ref}) => ({quotes: ref('quotes')}))
        .where('order_id', '=', orderId)
        .returning(ORDER_COLUMNS)
        .executeTakeFirstOrThrow();
      const order = toOrder(row);
      if (work && order && !(await work(tx, order))) return false;
      await tx
        .updateTable('rzp_orders')
        .set({quotes: JSON.stringify(addQuotes(parseQuotes(row.quotes), quotes))})
        .where('order_id', '=', orderId)
        .execute();
      return true;
    });
  }

  /**
   * Moves an order on from where it was read and runs the work in the same transaction. Undefined,
   * and the work not run, when the order has been moved since.
   */
  move(
    from: Order,
    move: Move,
    work?: (order: Order, tx: Transaction<LedgerTables>) => Promise<void>,
  ): Promise<Order | undefined> {
    // Later with each move, whatever the clocks of those who move it say.
    const readAt = from.updatedAt.getTime();
    return this.#ledger.transaction(async (tx) => {
      // The update comes first and locks the row: who else is about to move the order waits, and then
      // finds it moved.
      const row = await tx
        .updateTable('rzp_orders')
        .set({
          ...changedColumns(move),
          updated_at: Math.max(this.#now(), readAt + 1),
          // What was found is of before.
          sweep_at: 0,
          finding: null,
        })
        .where('order_id', '=', from.id)
        // Neither status nor sum would tell: a refund that fails takes both back to where they were.
        .where('updated_at', '=', readAt)
        .returningAll()
        .executeTakeFirst();
      const order = row && toOrder(row);
      if (order) await work?.(order, tx);
      return order;
    });
  }
}

/** Whether the sweep is to ask about an order by then; as `isDue` in `next-sweep.ts` says. */
function isSweepDue(
  where: ExpressionBuilder<LedgerTables, 'rzp_orders'>,
  due: number,
): Expression<SqlBool> {
  const sweepAt = where.ref('sweep_at').$castTo<number>();
  const ahead = where(where.parens(where(sweepAt, '-', due)), '*', SWEEP_PART_OF_AGE);
  const age = where(where.val(due), '-', where.ref('created_at').$castTo<number>());
  return where.or([where(sweepAt, '<=', due), where(ahead, '>', age)]);
}
