import type {Kysely, Transaction} from 'kysely';
import type {LedgerTables} from './ledger.js';

/** Steps to today's tables, in order. A step that was released is never changed. */
const MIGRATIONS: Readonly<Record<string, (tx: Transaction<LedgerTables>) => Promise<void>>> = {
  '001-orders': async ({schema}) => {
    await schema
      .createTable('rzp_orders')
      .addColumn('receipt', 'varchar(40)', (column) => column.primaryKey())
      .addColumn('order_id', 'text', (column) => column.unique())
      .addColumn('idempotency_key', 'text', (column) => column.unique())
      .addColumn('cart_hash', 'text')
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('amount', 'bigint', (column) => column.notNull())
      .addColumn('currency', 'text', (column) => column.notNull())
      .addColumn('line_items', 'text', (column) => column.notNull())
      .addColumn('notes', 'text', (column) => column.notNull())
      .addColumn('payment_id', 'text', (column) => column.unique())
      .addColumn('payment_method', 'text')
      .addColumn('payment_amount', 'bigint')
      .addColumn('leased_until', 'bigint', (column) => column.notNull())
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .execute();
  },
  '002-outcomes': async ({schema}) => {
    const orders = schema.alterTable('rzp_orders');
    await orders
      .addColumn('amount_refunded', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await orders.addColumn('details', 'text').execute();
    await orders.addColumn('review', 'text').execute();
    await schema
      .createIndex('rzp_orders_by_status')
      .on('rzp_orders')
      .columns(['status', 'created_at'])
      .execute();
    await schema
      .createTable('rzp_outbox')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('change', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('rzp_webhooks')
      .addColumn('event_id', 'text', (column) => column.primaryKey())
      .addColumn('event', 'text', (column) => column.notNull())
      .addColumn('order_id', 'text')
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('due_at', 'bigint')
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('rzp_webhooks_due').on('rzp_webhooks').column('due_at').execute();
  },
  '003-quotes': async ({schema}) => {
    const orders = schema.alterTable('rzp_orders');
    await orders.addColumn('quotes', 'text').execute();
    await orders.addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0)).execute();
    await orders
      .addColumn('tries_since', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
  },
  '004-adopted': async (tx) => {
    await tx.schema.alterTable('rzp_orders').addColumn('remote_receipt', 'text').execute();
    await tx
      .updateTable('rzp_orders')
      .set(({ref}) => ({
        remote_receipt: ref('receipt'),
        receipt: ref('order_id').$castTo<string>(),
      }))
      .where('idempotency_key', 'is', null)
      .where('order_id', 'is not', null)
      .execute();
    await tx.schema
      .createIndex('rzp_orders_by_remote_receipt')
      .on('rzp_orders')
      .column('remote_receipt')
      .execute();
  },
  '005-edge': async ({schema}) => {
    await schema.alterTable('rzp_webhooks').addColumn('body_hash', 'text').execute();
    await schema
      .createIndex('rzp_webhooks_by_body')
      .on('rzp_webhooks')
      .column('body_hash')
      .unique()
      .execute();
    const orders = schema.alterTable('rzp_orders');
    await orders.addColumn('session_hash', 'text').execute();
    await orders
      .addColumn('unsigned_asked_at', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
  },
  '006-sweep': async ({schema}) => {
    const orders = schema.alterTable('rzp_orders');
    await orders
      .addColumn('sweep_at', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await orders.addColumn('finding', 'text').execute();
  },
  '007-coupons': async ({schema}) => {
    await schema
      .createTable('rzp_coupons')
      .addColumn('coupon', 'text', (column) => column.primaryKey())
      .addColumn('order_id', 'text', (column) => column.notNull())
      .addColumn('order_made_at', 'bigint', (column) => column.notNull())
      .addColumn('contact', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint')
      .execute();
    await schema.createIndex('rzp_coupons_by_order').on('rzp_coupons').column('order_id').execute();
  },
};

/**
 * Brings a database up to date, whatever it held. `lock` makes a transaction the only one that
 * migrates: two processes may open an empty database at once.
 */
export async function migrate(
  db: Kysely<LedgerTables>,
  lock?: (tx: Transaction<LedgerTables>) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lock?.(tx);
    await tx.schema
      .createTable('rzp_migrations')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .execute();
    const rows = await tx.selectFrom('rzp_migrations').select('name').execute();
    const done = new Set(rows.map(({name}) => name));
    for (const [name, run] of Object.entries(MIGRATIONS)) {
      if (done.has(name)) continue;
      await run(tx);
      await tx.insertInto('rzp_migrations').values({name}).execute();
    }
  });
}
