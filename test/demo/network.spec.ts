import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {startSandboxedShop} from '../../demo/start-sandboxed-shop.js';
import {reachable, type Shop} from '../../demo/start-shop.js';
import {expect, test as base} from '../fixtures/demo/shop.js';
import {fastFolder} from '../fixtures/fast-folder.js';
import {notProven} from '../fixtures/not-proven.js';

const address = reachable('0.0.0.0');

/** The shop as a tablet beside this machine sees it: nothing of it is on the tablet. */
const test = base.extend<object, {sandbox: Sandbox; shop: Shop}>({
  sandbox: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of its fixtures here
    async ({}, use) => {
      const sandbox = await createSandbox({host: address});
      await use(sandbox);
      await sandbox.close();
    },
    {scope: 'worker'},
  ],
  shop: [
    async ({sandbox}, use) => {
      const folder = fastFolder();
      const shop = await startSandboxedShop(sandbox, {
        port: 0,
        host: '0.0.0.0',
        file: join(folder, 'shop.sqlite'),
        root: fileURLToPath(new URL('../..', import.meta.url)),
      });
      await use(shop);
      await shop.close();
      rmSync(folder, {recursive: true});
    },
    {scope: 'worker'},
  ],
});

// The shop is started once for all of them: they stay in one worker.
test.describe.configure({mode: 'default'});

test.beforeEach(() => {
  if (address !== '127.0.0.1') return;
  notProven('a shop for a tablet: this machine is on no network');
  test.skip();
});

test('a tablet on the network buys, over plain http', async ({records, shopper}) => {
  const order = await shopper.buy('/server-order');
  await shopper.expectPaid();
  expect(await records.status(order)).toBe('paid');
});

for (const script of ['/shop.css', '/checkout/orders?callback=x', 'http://127.0.0.1:9/x.js'])
  test(`injected HTML loads no script from ${script}`, async ({page, shopper}) => {
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    await page.goto('/server-order');
    await page.evaluate((url) => {
      const template = document.createElement('template');
      template.innerHTML = `<rzp-magic-button load="eager" script-url="${url}"
        order-url="/checkout/orders" verify-url="/checkout/verify">Injected</rzp-magic-button>`;
      document.body.append(template.content);
    }, script);
    await page.getByRole('button', {name: 'Injected'}).click();
    await expect(shopper.log('rzp-error')).toContainText('config_invalid');
    expect(scripts.filter((url) => url.endsWith(script))).toEqual([]);
  });

test('a script of its own that the shop has allowed is loaded', async ({page, shopper}) => {
  await page.goto('/forged-signature');
  await page.getByRole('button', {name: 'Pay ₹349'}).click();
  await expect(shopper.log('rzp-unconfirmed')).toContainText('rejected');
});
