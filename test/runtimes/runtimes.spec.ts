// The packed package on each runtime: src/server.ts, src/server/sqlite.ts with
// src/server/ledger/sqlite/node-sqlite.ts and src/server/ledger/sqlite/sqlite-database.ts, and on
// workerd src/server/ledger.ts; proven there by src/server/ledger-suite.ts.
import {expect, test as base} from '@playwright/test';
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {LEDGER_FACTS} from '../../src/server/ledger-suite.js';
import {kill, Runtimes, RUNTIMES, type RuntimeName} from '../fixtures/runtimes/runtimes.js';
import {KEY_ID, KEY_SECRET, WEBHOOK_SECRET} from '../fixtures/samples.js';
import {freePort} from '../fixtures/server/free-port.js';

interface Shop {
  readonly url: string;
  get(path: string): Promise<unknown>;
  post(path: string, body: object): Promise<Record<string, string>>;
  /** Kills it, and starts it again where it was. */
  restart(): Promise<void>;
}

const test = base.extend<
  {runtime: RuntimeName; sandbox: Sandbox; shop: Shop},
  {runtimes: Runtimes}
>({
  runtimes: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of its fixtures here
    async ({}, use) => {
      const runtimes = new Runtimes();
      runtimes.install();
      await use(runtimes);
      runtimes.remove();
    },
    {scope: 'worker', timeout: 900_000},
  ],
  runtime: ['Node 24', {option: true}],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of its fixtures here
  sandbox: async ({}, use) => {
    const sandbox = await createSandbox({
      keyId: KEY_ID,
      keySecret: KEY_SECRET,
      webhookSecret: WEBHOOK_SECRET,
    });
    await use(sandbox);
    await sandbox.close();
  },
  shop: async ({runtime, runtimes, sandbox}, use) => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const run = await runtimes.prepare(runtime, port, {
      RAZORPAY_KEY_ID: KEY_ID,
      RAZORPAY_KEY_SECRET: KEY_SECRET,
      RAZORPAY_WEBHOOK_SECRET: WEBHOOK_SECRET,
      RAZORPAY_BASE_URL: sandbox.url,
      PORT: String(port),
    });
    const start = async () => {
      const child = run();
      await expect(async () => {
        if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
        expect(await (await fetch(url)).text()).toBe('open');
      }).toPass();
      return child;
    };
    let child = await start();
    await use({
      url,
      get: async (path) => (await fetch(url + path)).json() as Promise<unknown>,
      post: async (path, body) => {
        const response = await fetch(url + path, {
          method: 'POST',
          headers: {'Content-Type': 'application/json', 'Idempotency-Key': 'x'.repeat(22)},
          body: JSON.stringify(body),
        });
        return (await response.json()) as Record<string, string>;
      },
      restart: async () => {
        await kill(child);
        child = await start();
      },
    });
    await kill(child);
  },
});
// The runtimes are installed once for all of them.
test.describe.configure({mode: 'default'});

for (const runtime of Object.keys(RUNTIMES) as RuntimeName[])
  test.describe(runtime, () => {
    test.use({runtime});

    test('makes an order, verifies its payment and tells what became of it', async ({
      sandbox,
      shop,
    }) => {
      const {order_id: orderId = ''} = await shop.post('/checkout/orders', {sku: 'assam'});
      const response = await sandbox.pay(orderId);
      const verified = await Promise.all(
        Array.from({length: 8}, () => shop.post('/checkout/verify', response)),
      );

      const paid = {
        status: 'paid',
        order_id: orderId,
        payment_id: response.razorpay_payment_id,
        amount: 34_900,
        currency: 'INR',
      };
      for (const reply of verified) expect(reply).toEqual(paid);
      expect(await shop.get(`/checkout/status?order_id=${orderId}`)).toEqual(paid);
      expect(await shop.get('/shipments')).toEqual([{order_id: orderId}]);
    });

    test('hears of a payment by webhook, and keeps it when it is killed', async ({
      sandbox,
      shop,
    }) => {
      sandbox.webhook.url = `${shop.url}/checkout/webhook`;
      const {order_id: orderId = ''} = await shop.post('/checkout/orders', {sku: 'assam'});
      await sandbox.pay(orderId);
      await sandbox.settled();
      await expect.poll(() => shop.get('/shipments')).toEqual([{order_id: orderId}]);
      await shop.restart();

      expect(await shop.get(`/checkout/status?order_id=${orderId}`)).toMatchObject({
        status: 'paid',
      });
      expect(await shop.get('/shipments')).toEqual([{order_id: orderId}]);
      for (const {deliveries} of sandbox.events())
        expect(deliveries.map(({answer}) => answer)).toEqual([200]);
    });

    test('has a ledger of which every fact is true', async ({shop}) => {
      const facts = (await shop.get('/facts')) as {name: string; found: string}[];

      expect(facts.filter(({found}) => found !== 'true')).toEqual([]);
      expect(facts.map(({name}) => name)).toEqual(LEDGER_FACTS.map(({name}) => name));
    });
  });
