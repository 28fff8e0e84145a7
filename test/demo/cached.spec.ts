import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Page} from '@playwright/test';
import {
  checkoutOf,
  expect,
  logOf,
  openCheckout,
  orderOf,
  passContact,
  payByUpi,
  test as base,
} from '../fixtures/demo/shop.js';

/** A service worker that keeps whatever it was asked for, and never asks again. */
const keepsEveryGet = (options: string) => `
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => {
    if (event.request.method !== 'GET') return;
    event.respondWith((async () => {
      const cache = await caches.open('everything');
      const kept = await cache.match(event.request, ${options});
      if (kept) return kept;
      const fresh = await fetch(event.request);
      if (fresh.ok) await cache.put(event.request, fresh.clone());
      return fresh;
    })());
  });`;

const SCRIPTS: Record<string, string> = {
  '/keeps-every-get.js': keepsEveryGet('{}'),
  '/keeps-every-path.js': keepsEveryGet('{ignoreSearch: true}'),
};

/** The shop, behind a server that has the service workers too. */
const test = base.extend<{baseURL: string}>({
  baseURL: async ({shop}, use) => {
    const server = createServer((incoming, outgoing) => {
      void (async () => {
        const {method = 'GET', url = '/'} = incoming;
        const script = SCRIPTS[url];
        if (script) {
          outgoing.setHeader('Content-Type', 'text/javascript').end(script);
          return;
        }
        const chunks: Uint8Array[] = [];
        for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
        const reply = await fetch(shop.url + url, {
          method,
          headers: Object.entries(incoming.headersDistinct).flatMap(([name, values]) =>
            /^(content-type|accept|idempotency-key)$/.test(name)
              ? [[name, values!.join()] as [string, string]]
              : [],
          ),
          ...(chunks.length && {body: Buffer.concat(chunks)}),
        });
        outgoing
          .writeHead(reply.status, {'Content-Type': reply.headers.get('Content-Type') ?? ''})
          .end(Buffer.from(await reply.arrayBuffer()));
      })();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    server.close();
  },
});

/** Opens a page that the service worker has in hand. */
async function startBehind(page: Page, script: string): Promise<void> {
  await page.goto('/server-order');
  await page.evaluate(async (address) => {
    const taken = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, {once: true}),
    );
    await navigator.serviceWorker.register(address);
    await taken;
  }, script);
}

/** The shop is paid, and the page never hears of it. */
async function payUnheard(page: Page): Promise<void> {
  await page.evaluate(() =>
    addEventListener(
      'message',
      (event) => {
        if (JSON.stringify(event.data).includes('complete')) event.stopImmediatePropagation();
      },
      true,
    ),
  );
  await passContact(page);
  await payByUpi(page);
  await checkoutOf(page)
    .getByText(/success|paid/i)
    .first()
    .waitFor();
}

for (const script of Object.keys(SCRIPTS))
  test(`no answer that ${script} keeps has a cart paid twice`, async ({page, sandbox, shop}) => {
    sandbox.webhook.url = `${shop.url}/checkout/webhook`;
    await startBehind(page, script);
    // An answer that says "created" is kept.
    const order = await orderOf(page, () => openCheckout(page));
    await checkoutOf(page).getByRole('button', {name: 'Close checkout'}).click();
    await expect(logOf(page, 'rzp-dismiss')).toHaveCount(1);

    expect(await orderOf(page, () => openCheckout(page))).toBe(order);
    await payUnheard(page);
    await expect.poll(async () => (await shop.checkout.order(order))?.status).toBe('paid');
    sandbox.webhook.url = null;

    const made: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('/checkout/orders') && response.ok()) made.push(response.url());
    });
    await page.reload();
    if (script === '/keeps-every-get.js') {
      await expect(logOf(page, 'rzp-success')).toHaveText(/paid, pay_/);
    } else {
      await page.getByRole('button', {name: 'Pay ₹349'}).click();
      await expect(
        page.getByText(/^We are checking .* Please do not pay again yet\.$/),
      ).toBeVisible();
    }
    expect(made).toEqual([]);
  });
