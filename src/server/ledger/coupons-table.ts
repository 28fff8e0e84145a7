import type {Transaction} from 'kysely';
import type {Order} from '../model/order.js';
import type {Ledger, LedgerTables} from './ledger.js';

/** A coupon that an order asks for. */
export interface CouponRequest {
  readonly coupon: string;
  readonly forMs: number;
  /** Whose order it is, as far as is known. */
  readonly contact: string | undefined;
}

/** How long a reservation that is over is kept. */
const KEPT_MS = 24 * 3_600_000;

/**
 * Whose each coupon is that may be used once. It belongs to one order: reserved until a time, or used.
 * The statements take part in the transaction that quotes for the order or moves it, which has locked
 * the order's row.
 */
export class CouponsTable {
  readonly #ledger: Ledger<LedgerTables>;
  readonly #now: () => number;

  constructor(ledger: Ledger<LedgerTables>, now: () => number) {
    this.#ledger = ledger;
    this.#now = now;
  }

  /** Reserves a coupon, anew where the order has it already. False while it is another order's. */
  async reserve(
    {id, createdAt}: Order,
    {coupon, forMs, contact = ''}: CouponRequest,
    tx: Transaction<LedgerTables>,
  ): Promise<boolean> {
    const now = this.#now();
    const order_made_at = createdAt.getTime();
    const taken = await tx
      .insertInto('rzp_coupons')
      .values({coupon, order_id: id, order_made_at, contact, expires_at: now + forMs})
      // One statement decides between all who ask at once: the row of a coupon is there once.
      .onConflict((conflict) =>
        conflict
          .column('coupon')
          .doUpdateSet({order_id: id, order_made_at, contact, expires_at: now + forMs})
          .where('rzp_coupons.expires_at', 'is not', null)
          .where((where) =>
            where.or([
              where('rzp_coupons.order_id', '=', id),
              where('rzp_coupons.expires_at', '<=', now),
              // Who went back to the shop and made another order has let go of the first.
              where.and([
                where('rzp_coupons.contact', '=', contact),
                where('rzp_coupons.contact', '<>', ''),
                where('rzp_coupons.order_made_at', '<=', order_made_at),
              ]),
            ]),
          ),
      )
      .returning('coupon')
      .executeTakeFirst();
    return taken !== undefined;
  }

  /**
   * Uses coupons up for an order that is confirmed. Those whose reservation is over are decided anew:
   * they are the order's, unless another has them meanwhile. Gives one that is another's.
   */
  async use(
    {id, createdAt}: Order,
    coupons: readonly string[],
    tx: Transaction<LedgerTables>,
  ): Promise<string | undefined> {
    const order_made_at = createdAt.getTime();
    for (const coupon of coupons) {
      const used = await tx
        .insertInto('rzp_coupons')
        .values({coupon, order_id: id, order_made_at, contact: '', expires_at: null})
        .onConflict((conflict) =>
          conflict
            .column('coupon')
            .doUpdateSet({order_id: id, order_made_at, expires_at: null})
            .where((where) =>
              where.or([
                where('rzp_coupons.order_id', '=', id),
                where('rzp_coupons.expires_at', '<=', this.#now()),
              ]),
            ),
        )
        .returning('coupon')
        .executeTakeFirst();
      if (!used) return coupon;
    }
    return undefined;
  }

  /** Lets go of what an order has reserved, but for one coupon. */
  async letGo(orderId: string, tx: Transaction<LedgerTables>, keep?: string): Promise<void> {
    let reserved = tx
      .deleteFrom('rzp_coupons')
      .where('order_id', '=', orderId)
      .where('expires_at', 'is not', null);
    if (keep !== undefined) reserved = reserved.where('coupon', '<>', keep);
    await reserved.execute();
  }

  /** Gives back all that an order has, used or reserved: it has come to nothing. */
  async giveBack(orderId: string, tx: Transaction<LedgerTables>): Promise<void> {
    await tx.deleteFrom('rzp_coupons').where('order_id', '=', orderId).execute();
  }

  /** Forgets reservations that were over long ago. Gives how many. */
  async prune(most: number): Promise<number> {
    const {db} = this.#ledger;
    const before = this.#now() - KEPT_MS;
    const old = db
      .selectFrom('rzp_coupons')
      .select('coupon')
      .where('expires_at', '<', before)
      .limit(most);
    const {numDeletedRows} = await db
      .deleteFrom('rzp_coupons')
      .where('coupon', 'in', old)
      // One that was reserved anew meanwhile is no old one.
      .where('expires_at', '<', before)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }
}
