import {serve} from '@hono/node-server';
import {test as base} from '@playwright/test';
import {mkdtempSync, rmSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import type {Server} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {
  createCheckout,
  type CheckoutConfig,
  type Ledger,
  type StatusChange,
} from '../../src/server.js';
import {sqliteLedger} from '../../src/server/sqlite.js';
import {FakeRazorpay, KEY_ID, KEY_SECRET} from './fake-razorpay.js';

/** The merchant's own tables, in the ledger's file. */
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

export const KEY = 'x'.repeat(22);

/** A shop that sells tea, over real HTTP, with its ledger in a real file. */
export interface Shop {
  readonly url: string;
  readonly checkout: ReturnType<typeof createCheckout>;
  readonly ledger: Ledger<Tables>;
  /** What `onStatus` was told. */
  readonly changes: StatusChange[];
  /** What `onError` was told. */
  readonly errors: unknown[];
  /** Pass it on as the clock. */
  readonly clock: {now: number};
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>;
  get(path: string): Promise<Reply>;
  /** Makes an order and gives its id. */
  order(key?: string): Promise<string>;
  sales(): Promise<Tables['sales'][]>;
}

export interface Reply {
  status: number;
  headers: Headers;
  body: {
    status?: string;
    order_id?: string;
    payment_id?: string;
    key_id?: string;
    options?: unknown;
    error?: {code: string; description: string; field?: string};
  };
}

interface Fixtures {
  razorpay: FakeRazorpay;
  /** A folder of the test's own. */
  folder: string;
  /** Opens a shop; shops of one test share one file, as processes of one machine do. */
  openShop: (changes?: Partial<CheckoutConfig<Tables>>) => Promise<Shop>;
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern
  razorpay: async ({}, use) => {
    const razorpay = await FakeRazorpay.start();
    await use(razorpay);
    await razorpay.close();
  },
  // eslint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'shop-'));
    await use(folder);
    rmSync(folder, {recursive: true});
  },
  openShop: async ({razorpay, folder}, use) => {
    const closing: (() => Promise<unknown>)[] = [];
    await use(async (changes = {}) => {
      const ledger = await sqliteLedger<Tables>(join(folder, 'shop.sqlite'));
      closing.push(() => ledger.close());
      await createSales(ledger);
      const told: StatusChange[] = [];
      const errors: unknown[] = [];
      const clock = {now: Date.now()};
      const checkout = createCheckout<Tables>({
        razorpay: {keyId: KEY_ID, keySecret: KEY_SECRET, baseUrl: razorpay.url},
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
      closing.push(() => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      });
      await new Promise((resolve) => server.once('listening', resolve));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/checkout`;

      const ask = async (path: string, init?: RequestInit): Promise<Reply> => {
        const response = await fetch(url + path, init);
        const text = await response.text();
        const body = (text === '' ? {} : JSON.parse(text)) as Reply['body'];
        return {status: response.status, headers: response.headers, body};
      };
      const post: Shop['post'] = (path, body, headers) =>
        ask(path, {
          method: 'POST',
          headers: {'Content-Type': 'application/json', ...headers},
          body: typeof body === 'string' ? body : JSON.stringify(body),
        });
      return {
        url,
        checkout,
        ledger,
        changes: told,
        errors,
        clock,
        post,
        get: (path) => ask(path),
        order: async (key = KEY) =>
          (await post('/orders', {product: 'tea'}, {'Idempotency-Key': key})).body.order_id!,
        sales: () => ledger.db.selectFrom('sales').selectAll().execute(),
      };
    });
    for (const close of closing.reverse()) await close();
  },
});

export const saleOf = ({order, payment}: StatusChange): Tables['sales'] => ({
  order_id: order.id,
  payment_id: payment.id,
  amount: payment.amount,
});

const createSales = (ledger: Ledger<Tables>) =>
  ledger.db.schema
    .createTable('sales')
    .ifNotExists()
    // Neither unique nor a key: what is sold twice shall be seen.
    .addColumn('order_id', 'text')
    .addColumn('payment_id', 'text')
    .addColumn('amount', 'integer')
    .execute();
