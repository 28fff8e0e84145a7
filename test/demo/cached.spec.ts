import type {Page} from '@playwright/test';
import {expect, test as base} from '../fixtures/demo/shop.js';
import {bodyOf, serve} from '../fixtures/serve.js';

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
    const server = await serve((incoming, outgoing) => {
      void (async () => {
        const {method = 'GET', url = '/'} = incoming;
        const script = SCRIPTS[url];
        if (script) {
          outgoing.setHeader('Content-Type', 'text/javascript').end(script);
          return;
        }
        const body = await bodyOf(incoming);
        const reply = await fetch(shop.url + url, {
          method,
          headers: Object.entries(incoming.headersDistinct).flatMap(([name, values]) =>
            /^(content-type|accept|idempotency-key)$/.test(name)
              ? [[name, values!.join()] as [string, string]]
              : [],
          ),
          ...(body && {body}),
        });
        outgoing
          .writeHead(reply.status, {'Content-Type': reply.headers.get('Content-Type') ?? ''})
          .end(Buffer.from(await reply.arrayBuffer()));
      })();
    });
    await use(server.url);
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

for (const script of Object.keys(SCRIPTS))
  test(`no answer that ${script} keeps has a cart paid twice`, async ({
    page,
    records,
    shopper,
    webhooks,
  }) => {
    webhooks.start();
    await shopper.loseResult();
    await startBehind(page, script);
    // An answer that says "created" is kept.
    const order = await shopper.orderOf(() => shopper.open());
    await shopper.frame.getByRole('button', {name: 'Close checkout'}).click();
    await expect(shopper.log('rzp-dismiss')).toHaveCount(1);

    expect(await shopper.orderOf(() => shopper.open())).toBe(order);
    await shopper.pay();
    await expect.poll(() => records.status(order)).toBe('paid');
    webhooks.stop();

    const made: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('/checkout/orders') && response.ok()) made.push(response.url());
    });
    await page.reload();
    if (script === '/keeps-every-get.js') {
      await expect(shopper.log('rzp-success')).toHaveText(/paid, pay_/);
    } else {
      await page.getByRole('button', {name: 'Pay ₹349'}).click();
      const button = page.locator('rzp-magic-button');
      await expect(button.getByText('Please do not pay again')).toBeVisible();
    }
    expect(made).toEqual([]);
  });
