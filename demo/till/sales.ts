import type {Kysely, Transaction} from 'kysely';
import type {Checkout, Order, RazorpayConfig, StatusChange} from 'rzp-magic-button/server.js';
import {API_URL} from '../../src/wire/addresses.js';
import type {SaleRow, TillTables} from './tables.js';

const SHOWN_SALES = 12;
const REFUND_TIMEOUT_MS = 10_000;

/** A sale that was paid, with what the kit knows of its order. */
export interface PaidSale extends SaleRow {
  order: Order;
  /** What can be given back still, in paise. */
  left: number;
  /** Whether all of that is on its way back. */
  isGoingBack: boolean;
}

/** What became of a press on "Give back". */
export type RefundAnswer = 'asked' | 'refused' | 'unknown';

/** For `onStatus`: enters what became of a till's order, within the transaction that moves it. */
export async function enterSale(
  {status, order, ship}: StatusChange,
  tx: Transaction<TillTables>,
): Promise<void> {
  if (ship) {
    const {before} = await tx
      .selectFrom('sales')
      .select(({fn}) => fn.countAll<number>().as('before'))
      .executeTakeFirstOrThrow();
    const {cashier = '', device = ''} = order.notes;
    await tx
      .insertInto('sales')
      .values({
        order_id: order.id,
        number: before + 1,
        cashier,
        device,
        at: order.updatedAt.toISOString(),
        sent_to: null,
        refund_asked: 0,
        refunds_failed: 0,
      })
      .execute();
  }
  if (status === 'refund_failed')
    await tx
      .updateTable('sales')
      .set(({eb}) => ({refund_asked: 0, refunds_failed: eb('refunds_failed', '+', 1)}))
      .where('order_id', '=', order.id)
      .execute();
}

interface SalesParts {
  db: Kysely<TillTables>;
  checkout: Pick<Checkout, 'order'>;
  razorpay: RazorpayConfig;
}

/** The sales of the counter: the last ones, their receipts, and giving the money back. */
export class Sales {
  readonly #parts: SalesParts;

  constructor(parts: SalesParts) {
    this.#parts = parts;
  }

  /** The last ones, the newest first. */
  async last(): Promise<PaidSale[]> {
    const rows = await this.#parts.db
      .selectFrom('sales')
      .selectAll()
      .orderBy('number', 'desc')
      .limit(SHOWN_SALES)
      .execute();
    const sales = await Promise.all(rows.map((row) => this.#withOrder(row)));
    return sales.filter((sale) => sale !== undefined);
  }

  async find(orderId: string): Promise<PaidSale | undefined> {
    const row = await this.#parts.db
      .selectFrom('sales')
      .selectAll()
      .where('order_id', '=', orderId)
      .executeTakeFirst();
    return row && this.#withOrder(row);
  }

  async #withOrder(row: SaleRow): Promise<PaidSale | undefined> {
    const order = await this.#parts.checkout.order(row.order_id);
    if (!order) return undefined;
    const left = (order.payment?.amount ?? 0) - order.amountRefunded;
    return {...row, order, left, isGoingBack: left > 0 && row.refund_asked === 1};
  }

  /**
   * Asks Razorpay to give back what is left of a sale. That it went back is told by a webhook; until
   * then it is on its way. The key makes one refund of it, however often it is pressed or sent.
   */
  async refund({order, left, refunds_failed: failed}: PaidSale): Promise<RefundAnswer> {
    const {keyId, keySecret, baseUrl = API_URL} = this.#parts.razorpay;
    const [secret = ''] = [keySecret].flat();
    const paymentId = order.payment?.id;
    if (paymentId === undefined || left === 0) return 'refused';
    try {
      const {ok, status} = await fetch(`${baseUrl}/v1/payments/${paymentId}/refund`, {
        method: 'POST',
        headers: {
          Authorization: `Basic ${btoa(`${keyId}:${secret}`)}`,
          'Content-Type': 'application/json',
          'X-Refund-Idempotency': `${order.id}-${order.amountRefunded}-${failed}`,
        },
        body: JSON.stringify({amount: left}),
        signal: AbortSignal.timeout(REFUND_TIMEOUT_MS),
      });
      if (!ok) return status < 500 && status !== 429 ? 'refused' : 'unknown';
    } catch {
      return 'unknown';
    }
    await this.#set(order.id, {refund_asked: 1});
    return 'asked';
  }

  /** Notes where a receipt went. A real shop sends it here. */
  async sendReceipt({order_id: orderId}: PaidSale, email: string): Promise<void> {
    await this.#set(orderId, {sent_to: email});
  }

  async #set(orderId: string, values: Partial<SaleRow>): Promise<void> {
    await this.#parts.db.updateTable('sales').set(values).where('order_id', '=', orderId).execute();
  }
}
