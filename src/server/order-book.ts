import type {Insertable, Selectable, Transaction, Updateable} from 'kysely';
import type {Ledger, LedgerTables, OrderRow} from './ledger.js';
import type {LineItem, Quote} from './line-items.js';
import type {Move} from './move-order.js';
import type {Order, OrderDetails, OrderReview, OrderStatus} from './order.js';
import {addQuotes, type Quotes} from './quotes.js';

/** What is written before Razorpay is asked to make an order. */
export interface Reservation {
  readonly receipt: string;
  readonly idempotencyKey: string;
  readonly cartHash: string;
  readonly keyId: string;
  readonly quote: Quote;
  /** What the order will be held to. */
  readonly quotes: Quotes;
}

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

/** A page of unfinished orders. Times in ms since 1970. */
export interface Sweep {
  readonly keyId: string;
  /** Made then or before. */
  readonly before: number;
  /** Orders that nobody tried to pay only from then on. */
  readonly after: number;
  /** The last one of the page before. */
  readonly last: Reserved | undefined;
  readonly limit: number;
}

/** The statements on the ledger. Each is atomic by itself, on SQLite and on PostgreSQL alike. */
export class OrderBook {
  readonly #ledger: Ledger<LedgerTables>;
  readonly #now: () => number;

  constructor(ledger: Ledger<LedgerTables>, now: () => number) {
    this.#ledger = ledger;
    this.#now = now;
  }

  async find(orderId: string): Promise<Order | undefined> {
    const row = await this.#ledger.db
      .selectFrom('rzp_orders')
      .selectAll()
      .where('order_id', '=', orderId)
      .executeTakeFirst();
    return row && toOrder(row);
  }

  /** As `find`, for an order that is known to be there. */
  async get(orderId: string): Promise<Order> {
    const order = await this.find(orderId);
    if (!order) throw new Error(`The order ${orderId} has gone from the ledger.`);
    return order;
  }

  /** As `find`, by the name under which Razorpay asks about the order. */
  async findByReceipt(receipt: string): Promise<Order | undefined> {
    const row = await this.#ledger.db
      .selectFrom('rzp_orders')
      .selectAll()
      .where('receipt', '=', receipt)
      .executeTakeFirst();
    return row && toOrder(row);
  }

  async findReserved(idempotencyKey: string): Promise<Reserved | undefined> {
    const row = await this.#ledger.db
      .selectFrom('rzp_orders')
      .selectAll()
      .where('idempotency_key', '=', idempotencyKey)
      .executeTakeFirst();
    return row && toReserved(row);
  }

  /** Enters the order for this process to make. False when the key was taken meanwhile. */
  async reserve(
    {receipt, idempotencyKey, cartHash, keyId, quote, quotes}: Reservation,
    lease: number,
  ): Promise<boolean> {
    const now = this.#now();
    const row: Insertable<OrderRow> = {
      ...draft({receipt, keyId, quote}, now),
      order_id: null,
      idempotency_key: idempotencyKey,
      cart_hash: cartHash,
      quotes: JSON.stringify(quotes),
      leased_until: now + lease,
    };
    const entered = await this.#ledger.db
      .insertInto('rzp_orders')
      .values(row)
      .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
      .returning('receipt')
      .executeTakeFirst();
    return entered !== undefined;
  }

  /** Enters an order that was made elsewhere; one that is there already stays as it is. */
  async adopt({id, receipt, keyId, quote}: Adopted): Promise<Order> {
    await this.#ledger.db
      .insertInto('rzp_orders')
      .values({
        ...draft({receipt, keyId, quote}, this.#now()),
        order_id: id,
        idempotency_key: null,
        cart_hash: null,
        quotes: null,
        leased_until: 0,
      })
      .onConflict((conflict) => conflict.column('order_id').doNothing())
      .execute();
    return this.get(id);
  }

  /** Orders that may still move, in the order of their making, page by page. */
  async unfinished({keyId, before, after, last, limit}: Sweep): Promise<Reserved[]> {
    let query = this.#ledger.db
      .selectFrom('rzp_orders')
      .selectAll()
      .where('key_id', '=', keyId)
      .where('created_at', '<=', before)
      .where((where) =>
        where.or([
          where('status', 'in', ['attempted', 'placed', 'review']),
          where.and([where('status', '=', 'created'), where('created_at', '>=', after)]),
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

  /** Takes over an order that nobody makes any more. False when somebody does, or has. */
  async takeOver(receipt: string, lease: number): Promise<boolean> {
    const now = this.#now();
    const taken = await this.#ledger.db
      .updateTable('rzp_orders')
      .set({leased_until: now + lease})
      .where('receipt', '=', receipt)
      .where('order_id', 'is', null)
      .where('leased_until', '<=', now)
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

  /** Whether Razorpay may be asked about the order now: true for one caller per interval, in ms. */
  async mayAsk(orderId: string, interval: number): Promise<boolean> {
    const now = this.#now();
    const asked = await this.#ledger.db
      .updateTable('rzp_orders')
      .set({asked_at: now})
      .where('order_id', '=', orderId)
      .where('asked_at', '<=', now - interval)
      .returning('order_id')
      .executeTakeFirst();
    return asked !== undefined;
  }

  /** Counts a try. False when there were so many since the interval (in ms) began with the first. */
  async mayTry(orderId: string, most: number, interval: number): Promise<boolean> {
    const now = this.#now();
    const tried = await this.#ledger.db
      .updateTable('rzp_orders')
      .set(({eb}) => {
        const isOver = eb('tries_since', '<=', now - interval);
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
        where.or([where('tries_since', '<=', now - interval), where('tries', '<', most)]),
      )
      .returning('order_id')
      .executeTakeFirst();
    return tried !== undefined;
  }

  /** Remembers what the checkout is about to be told. */
  addQuotes(orderId: string, quotes: Quotes): Promise<void> {
    return this.#ledger.transaction(async (tx) => {
      // An update that changes nothing takes the row, on SQLite too, and waits for who has it.
      const row = await tx
        .updateTable('rzp_orders')
        .set(({ref}) => ({quotes: ref('quotes')}))
        .where('order_id', '=', orderId)
        .returning('quotes')
        .executeTakeFirstOrThrow();
      await tx
        .updateTable('rzp_orders')
        .set({quotes: JSON.stringify(addQuotes(parseQuotes(row.quotes), quotes))})
        .where('order_id', '=', orderId)
        .execute();
    });
  }

  /**
   * Moves an order on from where it was read and runs the work in the same transaction. Undefined,
   * and the work not run, when the order is not there any more.
   */
  move(
    from: Order,
    move: Move,
    work?: (order: Order, tx: Transaction<LedgerTables>) => Promise<void>,
  ): Promise<Order | undefined> {
    return this.#ledger.transaction(async (tx) => {
      // The update comes first: it takes the row, whoever else is about to move it.
      const row = await tx
        .updateTable('rzp_orders')
        .set({...columns(move), updated_at: this.#now()})
        .where('order_id', '=', from.id)
        .where('status', '=', from.status)
        .where('amount_refunded', '=', from.amountRefunded)
        .returningAll()
        .executeTakeFirst();
      const order = row && toOrder(row);
      if (order) await work?.(order, tx);
      return order;
    });
  }
}

/** A new order, but for how it comes to its id. */
const draft = ({receipt, keyId, quote}: Omit<Adopted, 'id'>, now: number) => ({
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
function columns(move: Move): Updateable<OrderRow> {
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

const toReserved = (row: Selectable<OrderRow>): Reserved => ({
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

const toOrder = (row: Selectable<OrderRow>): Order | undefined =>
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

const parseQuotes = (text: string | null): Quotes => JSON.parse(text ?? '{}') as Quotes;
