import type {Kysely} from 'kysely';

/** A cashier who is signed in, as the shop's own table has it. */
export interface CashierRow {
  session: string;
  name: string;
}

/** A sale that was paid at the counter, as the shop's own table has it. */
export interface SaleRow {
  order_id: string;
  /** Of the bill, from 1 on. */
  number: number;
  cashier: string;
  device: string;
  /** ISO 8601. */
  at: string;
  /** Where its receipt was sent last. */
  sent_to: string | null;
  /** Whether Razorpay has been asked to give it back: 0 or 1. */
  refund_asked: number;
  /** How many refunds of it came back. */
  refunds_failed: number;
}

/** The merchant's own tables of the till, beside the kit's. */
export interface TillTables {
  cashiers: CashierRow;
  sales: SaleRow;
}

export async function createTillTables({schema}: Kysely<TillTables>): Promise<void> {
  await schema
    .createTable('cashiers')
    .ifNotExists()
    .addColumn('session', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('sales')
    .ifNotExists()
    .addColumn('order_id', 'text', (column) => column.primaryKey())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('cashier', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('sent_to', 'text')
    .addColumn('refund_asked', 'integer', (column) => column.notNull())
    .addColumn('refunds_failed', 'integer', (column) => column.notNull())
    .execute();
}

/** Forgets what a sandbox has forgotten: it keeps nothing when it stops. */
export async function clearTillTables(db: Kysely<TillTables>): Promise<void> {
  await db.deleteFrom('cashiers').execute();
  await db.deleteFrom('sales').execute();
}
