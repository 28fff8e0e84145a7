import type {Kysely} from 'kysely';
import type {MandateStatus} from 'rzp-magic-button/server.js';

/** Who is signed in, as the shop's own table has it. */
export interface Subscriber {
  session: string;
  /** Razorpay's, `cust_…`. */
  customer_id: string;
  name: string;
  contact: string;
  email: string;
  /** The last registration link that was made for them. */
  link_url: string | null;
  link_order_id: string | null;
}

/** A subscription, as the shop's own table has it. */
export interface SubscriptionRow {
  /** Razorpay's, `token_…`. */
  mandate_id: string;
  customer_id: string;
  order_id: string;
  /** As `onMandate` has told it. */
  status: MandateStatus;
  /** What the shopper wants of the shop. Only their UPI app pauses the mandate itself. */
  wish: 'on' | 'paused' | 'ended';
  /** From which period on boxes are charged; null for the one after the first box. */
  from_period: string | null;
}

/** The merchant's own tables of subscriptions, beside the kit's. */
export interface SubscriptionTables {
  subscribers: Subscriber;
  subscriptions: SubscriptionRow;
}

export async function createSubscriptionTables({
  schema,
}: Kysely<SubscriptionTables>): Promise<void> {
  await schema
    .createTable('subscribers')
    .ifNotExists()
    .addColumn('session', 'text', (column) => column.primaryKey())
    .addColumn('customer_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('contact', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('link_url', 'text')
    .addColumn('link_order_id', 'text')
    .execute();
  await schema
    .createTable('subscriptions')
    .ifNotExists()
    .addColumn('mandate_id', 'text', (column) => column.primaryKey())
    .addColumn('customer_id', 'text', (column) => column.notNull())
    .addColumn('order_id', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('wish', 'text', (column) => column.notNull())
    .addColumn('from_period', 'text')
    .execute();
}

/** Forgets whom a sandbox has forgotten: it keeps nothing when it stops. */
export async function clearSubscriptionTables(db: Kysely<SubscriptionTables>): Promise<void> {
  await db.deleteFrom('subscribers').execute();
  await db.deleteFrom('subscriptions').execute();
}
