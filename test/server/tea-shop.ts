import {serve} from '@hono/node-server';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {
  createCheckout,
  type Checkout,
  type CheckoutConfig,
  type Ledger,
  type StatusChange,
} from '../../src/server.js';
import {postgresLedger} from '../../src/server/postgres.js';
import {sqliteLedger} from '../../src/server/sqlite.js';
import {KEY_ID, KEY_SECRET, WEBHOOK_SECRET} from './fake-razorpay.js';

/** The merchant's own tables, in the ledger's database. */
export interface Tables {
  sales: {order_id: string; payment_id: string; amount: number};
}

export const TEA = {
  sku: 'tea',
  variantId: 'tea-100g',
  name: 'Assam tea',
  description: 'Assam tea, 100 g',
  price: 30_000,
  offerPrice: 25_000,
  quantity: 2,
  taxAmount: 0,
};

export interface TeaShop {
  readonly url: string;
  readonly checkout: Checkout;
  readonly ledger: Ledger<Tables>;
  /** What `onStatus` was told. */
  readonly changes: StatusChange[];
  /** What `onError` was told. */
  readonly errors: unknown[];
  /** Pass it on as the clock. */
  readonly clock: {now: number};
  close(): Promise<unknown>;
}

export const openLedger = (place: string): Promise<Ledger<Tables>> =>
  /^postgres(ql)?:/.test(place) ? postgresLedger({connectionString: place}) : sqliteLedger(place);

/** A shop that sells tea, over real HTTP, with its ledger in a real database. */
export async function startTeaShop(
  place: string,
  razorpayUrl: string,
  changes: Partial<CheckoutConfig<Tables>> = {},
): Promise<TeaShop> {
  const ledger = await openLedger(place);
  await createSales(ledger);
  const told: StatusChange[] = [];
  const errors: unknown[] = [];
  const clock = {now: Date.now()};
  const checkout = createCheckout<Tables>({
    razorpay: {
      keyId: KEY_ID,
      keySecret: KEY_SECRET,
      webhookSecret: WEBHOOK_SECRET,
      baseUrl: razorpayUrl,
    },
    ledger,
    price: () => ({lineItems: [TEA]}),
    onStatus: async (change, tx) => {
      told.push(change);
      await tx.insertInto('sales').values(saleOf(change)).execute();
    },
    onError: (error) => errors.push(error),
    basePath: '/checkout',
    now: () => clock.now,
    ...changes,
  });
  const server = serve({fetch: checkout.fetch, port: 0, hostname: '127.0.0.1'}) as Server;
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/checkout`,
    checkout,
    ledger,
    changes: told,
    errors,
    clock,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await ledger.close();
    },
  };
}

export const saleOf = ({order, payment}: StatusChange): Tables['sales'] => ({
  order_id: order.id,
  payment_id: payment.id,
  amount: payment.amount,
});

async function createSales({db}: Ledger<Tables>): Promise<void> {
  await db.schema
    .createTable('sales')
    .ifNotExists()
    // Neither unique nor a key: what is sold twice shall be seen.
    .addColumn('order_id', 'text')
    .addColumn('payment_id', 'text')
    .addColumn('amount', 'integer')
    .execute()
    .catch((error: unknown) => {
      // "If not exists" is no promise to two that ask PostgreSQL at once.
      if (!/already exists|duplicate key/.test(String(error))) throw error;
    });
}
