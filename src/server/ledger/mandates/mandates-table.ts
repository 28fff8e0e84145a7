import type {Selectable, Transaction} from 'kysely';
import type {KeyMode} from '../../../wire/ids.js';
import type {MandateFrequency} from '../../model/mandate-terms.js';
import type {Mandate, MandateStatus} from '../../model/mandates/mandate.js';
import {wasBefore} from '../has-come.js';
import type {Ledger, LedgerTables, MandateRow} from '../ledger.js';

/** What becomes of a mandate's row. */
export interface MandateMove {
  readonly status: MandateStatus;
  readonly failureReason: string | undefined;
}

/** Which mandates to look through, a page at a time. Times in ms since 1970. */
export interface LivingQuery {
  /** What the key ids that may have asked for them begin with. */
  readonly mode: KeyMode;
  /** Entered then or before. */
  readonly before: number;
  /** Those whose place is known are asked about again only if nobody has since then. */
  readonly askedBefore: number;
  /** The last one of the page before. */
  readonly last: Mandate | undefined;
  readonly limit: number;
}

/** Does what belongs to a change, in its transaction. */
type Work = (mandate: Mandate, tx: Transaction<LedgerTables>) => Promise<void>;

/** The statements on the mandates. Each is atomic by itself. */
export class MandatesTable {
  readonly #ledger: Ledger<LedgerTables>;
  readonly #now: () => number;

  constructor(ledger: Ledger<LedgerTables>, now: () => number) {
    this.#ledger = ledger;
    this.#now = now;
  }

  async find(id: string): Promise<Mandate | undefined> {
    const row = await this.#ledger.db
      .selectFrom('rzp_mandates')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && toMandate(row);
  }

  /** As `find`, for a mandate that is known to be there. */
  async get(id: string): Promise<Mandate> {
    const mandate = await this.find(id);
    if (!mandate) throw new Error(`The mandate ${id} has gone from the ledger.`);
    return mandate;
  }

  /** As `find`, by the order whose payment has approved it. */
  async findByOrder(orderId: string): Promise<Mandate | undefined> {
    const row = await this.#ledger.db
      .selectFrom('rzp_mandates')
      .selectAll()
      .where('order_id', '=', orderId)
      .executeTakeFirst();
    return row && toMandate(row);
  }

  /** Enters a mandate and does the work in the same transaction; one that is there stays as it is. */
  async enter(
    {id, ...mandate}: Omit<Mandate, 'createdAt' | 'updatedAt' | 'isDeleted'>,
    work: Work,
  ): Promise<Mandate> {
    const now = this.#now();
    await this.#ledger.transaction(async (tx) => {
      const row = await tx
        .insertInto('rzp_mandates')
        .values({
          id,
          customer_id: mandate.customerId,
          order_id: mandate.orderId,
          payment_id: mandate.paymentId,
          key_id: mandate.keyId,
          status: mandate.status,
          failure_reason: mandate.failureReason ?? null,
          max_amount: mandate.maxAmount,
          frequency: mandate.frequency,
          expires_at: mandate.expiresAt?.getTime() ?? null,
          vpa: mandate.vpa ?? null,
          email: mandate.email ?? null,
          contact: mandate.contact ?? null,
          deleted_at: null,
          asked_at: now,
          created_at: now,
          updated_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      if (row) await work(toMandate(row), tx);
    });
    return this.get(id);
  }

  /**
   * Moves a mandate on from where it was read and does the work in the same transaction. Undefined,
   * and the work not done, when it has been moved since.
   */
  move(
    from: Mandate,
    {status, failureReason}: MandateMove,
    work: Work,
  ): Promise<Mandate | undefined> {
    // Later with each move, whatever the clocks of those who move it say.
    const readAt = from.updatedAt.getTime();
    return this.#ledger.transaction(async (tx) => {
      const row = await tx
        .updateTable('rzp_mandates')
        .set({
          status,
          failure_reason: failureReason ?? null,
          updated_at: Math.max(this.#now(), readAt + 1),
        })
        .where('id', '=', from.id)
        // The status alone would not tell: a mandate may be paused and resumed meanwhile.
        .where('updated_at', '=', readAt)
        .returningAll()
        .executeTakeFirst();
      const mandate = row && toMandate(row);
      if (mandate) await work(mandate, tx);
      return mandate;
    });
  }

  /** Enters whose a mandate is by now. */
  async enterCustomer(id: string, customerId: string): Promise<Mandate> {
    await this.#ledger.db
      .updateTable('rzp_mandates')
      .set({customer_id: customerId})
      .where('id', '=', id)
      .execute();
    return this.get(id);
  }

  /** Notes that Razorpay was had to forget a mandate. */
  async markDeleted(id: string): Promise<Mandate> {
    await this.#ledger.db
      .updateTable('rzp_mandates')
      .set({deleted_at: this.#now()})
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .execute();
    return this.get(id);
  }

  /** Notes that Razorpay has just said where a mandate stands. */
  async markAsked(id: string): Promise<void> {
    await this.#ledger.db
      .updateTable('rzp_mandates')
      .set({asked_at: this.#now()})
      .where('id', '=', id)
      .execute();
  }

  /** Paid orders since then that were to approve a mandate, and of which the ledger has none. */
  async ordersWithout(since: number): Promise<string[]> {
    const rows = await this.#ledger.db
      .selectFrom('rzp_orders')
      .leftJoin('rzp_mandates', 'rzp_mandates.order_id', 'rzp_orders.order_id')
      .select('rzp_orders.order_id')
      .where('rzp_orders.mandate', 'is not', null)
      .where('rzp_orders.status', 'in', ['paid', 'refunded'])
      .where('rzp_orders.updated_at', '>=', since)
      .where('rzp_mandates.id', 'is', null)
      .execute();
    return rows.flatMap(({order_id}) => (order_id === null ? [] : [order_id]));
  }

  /** Mandates that may still move, in the order of their entry, page by page. */
  async living({mode, before, askedBefore, last, limit}: LivingQuery): Promise<Mandate[]> {
    let query = this.#ledger.db
      .selectFrom('rzp_mandates')
      .selectAll()
      .where('key_id', 'like', `${mode}%`)
      .where(wasBefore('created_at', before, this.#now()))
      .where('deleted_at', 'is', null)
      .where((where) =>
        where.or([
          where('status', '=', 'initiated'),
          where.and([
            where('status', 'in', ['confirmed', 'paused']),
            where.or([
              wasBefore<'rzp_mandates'>('asked_at', askedBefore, this.#now())(where),
              where('expires_at', '<=', this.#now()),
            ]),
          ]),
        ]),
      );
    if (last) {
      const createdAt = last.createdAt.getTime();
      query = query.where((where) =>
        where.or([
          where('created_at', '>', createdAt),
          where.and([where('created_at', '=', createdAt), where('id', '>', last.id)]),
        ]),
      );
    }
    const rows = await query.orderBy('created_at').orderBy('id').limit(limit).execute();
    return rows.map(toMandate);
  }
}

const toMandate = (row: Selectable<MandateRow>): Mandate => ({
  id: row.id,
  customerId: row.customer_id,
  orderId: row.order_id,
  paymentId: row.payment_id,
  keyId: row.key_id,
  status: row.status as MandateStatus,
  failureReason: row.failure_reason ?? undefined,
  maxAmount: Number(row.max_amount),
  frequency: row.frequency as MandateFrequency,
  expiresAt: row.expires_at === null ? undefined : new Date(Number(row.expires_at)),
  vpa: row.vpa ?? undefined,
  email: row.email ?? undefined,
  contact: row.contact ?? undefined,
  isDeleted: row.deleted_at !== null,
  createdAt: new Date(Number(row.created_at)),
  updatedAt: new Date(Number(row.updated_at)),
});
