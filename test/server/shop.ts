import {test as base} from '@playwright/test';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {CheckoutConfig} from '../../src/server.js';
import {FakeRazorpay} from './fake-razorpay.js';
import {PostgresServer} from './postgres-server.js';
import {startTeaShop, type Tables, type TeaShop} from './tea-shop.js';

export {saleOf, TEA, type Tables} from './tea-shop.js';

export const KEY = 'x'.repeat(22);

/** A shop, and its customers. */
export interface Shop extends TeaShop {
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

export type Database = 'SQLite' | 'PostgreSQL';

interface Fixtures {
  razorpay: FakeRazorpay;
  database: Database;
  /** A folder of the test's own. */
  folder: string;
  /** Where the test's own database is: `postgres://…`, or a file. */
  place: string;
  /** Opens a shop; shops of one test share one database, as processes do. */
  openShop: (changes?: Partial<CheckoutConfig<Tables>>) => Promise<Shop>;
}

/** Has the tests run on each database. */
export function onEachDatabase(tests: (database: Database) => void): void {
  for (const database of ['SQLite', 'PostgreSQL'] as const)
    test.describe(database, () => {
      test.use({database});
      tests(database);
    });
}

export const test = base.extend<Fixtures, {postgres: PostgresServer}>({
  postgres: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of its fixtures here
    async ({}, use) => {
      const postgres = new PostgresServer();
      await use(postgres);
      await postgres.stop();
    },
    {scope: 'worker'},
  ],
  database: ['SQLite', {option: true}],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of its fixtures here
  razorpay: async ({}, use) => {
    const razorpay = await FakeRazorpay.start();
    await use(razorpay);
    await razorpay.close();
  },
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of its fixtures here
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'shop-'));
    await use(folder);
    rmSync(folder, {recursive: true});
  },
  place: async ({database, folder, postgres}, use) => {
    if (database === 'SQLite') return use(join(folder, 'shop.sqlite'));
    test.skip(!(await postgres.start()), 'No PostgreSQL can be started here.');
    const {url, drop} = await postgres.schema();
    await use(url);
    await drop();
  },
  openShop: async ({razorpay, place}, use) => {
    const shops: TeaShop[] = [];
    await use(async (changes) => {
      const shop = await startTeaShop(place, razorpay.url, changes);
      shops.push(shop);
      const {url, ledger} = shop;

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
        ...shop,
        post,
        get: (path) => ask(path),
        order: async (key = KEY) =>
          (await post('/orders', {product: 'tea'}, {'Idempotency-Key': key})).body.order_id!,
        sales: () => ledger.db.selectFrom('sales').selectAll().execute(),
      };
    });
    for (const shop of shops.reverse()) await shop.close();
  },
});
