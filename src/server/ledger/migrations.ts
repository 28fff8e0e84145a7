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
  '008-mandates': async ({schema}) => {
    await schema.alterTable('rzp_orders').addColumn('mandate', 'text').execute();
    await schema
      .createTable('rzp_mandates')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('customer_id', 'text', (column) => column.notNull())
      .addColumn('order_id', 'text', (column) => column.notNull())
      .addColumn('payment_id', 'text', (column) => column.notNull())
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('failure_reason', 'text')
      .addColumn('max_amount', 'bigint', (column) => column.notNull())
      .addColumn('frequency', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint')
      .addColumn('vpa', 'text')
      .addColumn('email', 'text')
      .addColumn('contact', 'text')
      .addColumn('deleted_at', 'bigint')
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createIndex('rzp_mandates_by_order')
      .on('rzp_mandates')
      .column('order_id')
      .execute();
    await schema
      .createIndex('rzp_mandates_by_status')
      .on('rzp_mandates')
      .columns(['status', 'asked_at'])
      .execute();
    await schema
      .createTable('rzp_charges')
      .addColumn('mandate_id', 'text', (column) => column.notNull())
      .addColumn('period', 'text', (column) => column.notNull())
      .addColumn('attempt', 'integer', (column) => column.notNull())
      .addColumn('receipt', 'varchar(40)', (column) => column.notNull().unique())
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('amount', 'bigint', (column) => column.notNull())
      .addColumn('currency', 'text', (column) => column.notNull())
      .addColumn('notes', 'text', (column) => column.notNull())
      .addColumn('description', 'text')
      .addColumn('debit_after', 'bigint')
      .addColumn('order_id', 'text', (column) => column.unique())
      .addColumn('payment_id', 'text')
      .addColumn('sending_at', 'bigint')
      .addColumn('failure', 'text')
      .addColumn('leased_until', 'bigint', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('rzp_charges_once', ['mandate_id', 'period', 'attempt'])
      .execute();
    // Of one mandate one charge at a time has yet to end, whoever asks for it.
    await schema
      .createIndex('rzp_charges_open')
      .on('rzp_charges')
      // The type of what an index holds is that of what it asks for.
      .column<'mandate_id' | 'status'>('mandate_id')
      .unique()
      .where('status', 'in', ['created', 'pending'])
      .execute();
    await schema
      .createIndex('rzp_charges_by_status')
      .on('rzp_charges')
      .columns(['status', 'created_at'])
      .execute();
  },
  '009-charge-refunds': async ({schema}) => {
    await schema
      .alterTable('rzp_charges')
      .addColumn('amount_refunded', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
  },
  '010-devices': async ({schema}) => {
    await schema.alterTable('rzp_orders').addColumn('device_mode', 'text').execute();
    await schema
      .createTable('rzp_gateways')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .execute();
    await schema
      .createTable('rzp_activities')
      .addColumn('order_id', 'text', (column) => column.notNull())
      .addColumn('attempt', 'integer', (column) => column.notNull())
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('device_mode', 'text', (column) => column.notNull())
      .addColumn('device_id', 'text')
      .addColumn('gateway', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('activity_id', 'text')
      .addColumn('error', 'text')
      .addColumn('closed_at', 'bigint')
      .addColumn('leased_until', 'bigint', (column) => column.notNull())
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('rzp_activities_once', ['order_id', 'attempt'])
      .execute();
    const onDevice = ['sending', 'processing', 'unconfirmed'];
    // One sale at a time is on a device, by whichever gateway it is reached, and a sale on one device.
    await schema
      .createIndex('rzp_activities_by_device')
      .on('rzp_activities')
      .column<'device_id' | 'status'>('device_id')
      .unique()
      .where('status', 'in', onDevice)
      .execute();
    await schema
      .createIndex('rzp_activities_open')
      .on('rzp_activities')
      .column<'order_id' | 'status'>('order_id')
      .unique()
      .where('status', 'in', [...onDevice, 'over'])
      .execute();
    await schema
      .createIndex('rzp_activities_by_gateway')
      .on('rzp_activities')
      .columns(['gateway', 'status'])
      .execute();
    await schema
      .createIndex('rzp_activities_by_status')
      .on('rzp_activities')
      .columns(['status', 'created_at'])
      .execute();
  },
  '011-mandate-outboxes': async ({schema}) => {
    for (const table of ['rzp_mandate_outbox', 'rzp_charge_outbox'])
      await schema
        .createTable(table)
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('change', 'text', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('due_at', 'bigint', (column) => column.notNull())
        .execute();
  },
  '012-webhooks-by-time': async ({schema}) => {
    await schema
      .createIndex('rzp_webhooks_by_time')
      .on('rzp_webhooks')
      .column('received_at')
      .execute();
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
