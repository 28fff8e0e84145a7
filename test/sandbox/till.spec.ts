// A sale at the counter from end to end: the till's button on a page, the kit, the sandbox's gateway and
// its device.
import {expect, test as base, type Page} from '@playwright/test';
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {createCheckout, toNodeHandler} from 'rzp-magic-button/server.js';
import {sqliteLedger} from 'rzp-magic-button/server/sqlite.js';
import {readFileSync} from 'node:fs';
import {serve} from '../fixtures/serve.js';

interface Shop {
  url: string;
  sandbox: Sandbox;
}

const till = (ticket: number, more = '') =>
  `<rzp-pos-button order-url="/till/orders" status-url="/till/status" device-url="/till/devices"
    device-mode="wired" business-name="Kettle &amp; Leaf" description="Counter 1"
    data-order-ticket="${ticket}" ${more}>Charge ₹349</rzp-pos-button>`;

const PAGE = (ticket: number) => `<!doctype html>
<title>Till</title>
<script type="module" src="/cdn/rzp-pos-button.js"></script>
${till(ticket)}`;

const test = base.extend<{shop: Shop}>({
  shop: async ({page: _}, use) => {
    const sandbox = await createSandbox({port: 0});
    const {keyId, keySecret, url: baseUrl} = sandbox;
    const ledger = await sqliteLedger(':memory:');
    const item = {
      sku: 'assam',
      variantId: 'assam',
      name: 'Assam',
      description: 'Leaf',
      quantity: 1,
    };
    const checkout = createCheckout({
      razorpay: {keyId, keySecret, baseUrl},
      ledger,
      price: () => ({lineItems: [{...item, price: 34_900, offerPrice: 34_900, taxAmount: 0}]}),
      devices: {authorize: () => true, allow: [], gateways: {wired: baseUrl}},
      basePath: '/till',
      onError: () => undefined,
    });
    const handle = toNodeHandler(checkout.fetch);
    const server = await serve((request, response) => {
      const path = request.url ?? '/';
      if (path.startsWith('/till/')) handle(request, response);
      else if (path.startsWith('/cdn/')) {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(readFileSync(`dist${path}`));
      } else {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(PAGE(Number(path.slice(1)) || 1));
      }
    });
    await use({url: server.url, sandbox});
    server.close();
    await checkout.close();
    await sandbox.close();
  },
});

const button = (page: Page) => page.locator('rzp-pos-button');
const stateIs = (page: Page, state: string) =>
  expect(button(page)).toHaveAttribute('data-state', state);
const press = (page: Page, name = 'Charge ₹349') => page.getByRole('button', {name}).click();

/** Puts a sale on the device. */
async function charge(page: Page, {url}: Shop, ticket = 1) {
  await page.goto(`${url}/${ticket}`);
  await press(page);
  await stateIs(page, 'processing');
}

test('a sale that is paid by card is paid', async ({page, shop}) => {
  await charge(page, shop);
  shop.sandbox.device.tap();
  await stateIs(page, 'paid');
  await expect(page.getByRole('status')).toContainText('₹349 paid.');
});

test('a sale that is paid by UPI is paid', async ({page, shop}) => {
  await charge(page, shop);
  shop.sandbox.device.payByUpi();
  await stateIs(page, 'paid');
});

test('a sale whose card is declined is paid by another one then', async ({page, shop}) => {
  await charge(page, shop);
  shop.sandbox.device.tap('empty');
  await stateIs(page, 'failed');
  await expect(page.getByRole('alert')).toContainText('Nothing was paid.');
  await press(page, 'Try again');
  await stateIs(page, 'processing');
  shop.sandbox.device.tap();
  await stateIs(page, 'paid');
});

test('a sale that is cancelled at the till is taken from the device', async ({page, shop}) => {
  await charge(page, shop);
  await press(page, 'Cancel');
  await expect(page.getByText('Cancelled. Nothing was paid.')).toBeVisible();
  await stateIs(page, 'idle');
  expect(() => shop.sandbox.device.tap()).toThrow();
});

test('a sale that is cancelled on the device is sent again with its order', async ({
  page,
  shop,
}) => {
  await charge(page, shop);
  shop.sandbox.device.cancel();
  await expect(page.getByRole('alert')).toContainText('Nothing was paid');
  await press(page, 'Try again');
  await stateIs(page, 'processing');
  shop.sandbox.device.tap();
  await stateIs(page, 'paid');
  expect(shop.sandbox.device.list()).toHaveLength(1);
});

test('a sale whose page is reloaded is taken up, paid once, and told once', async ({
  page,
  shop,
}) => {
  await charge(page, shop);
  await page.reload();
  await stateIs(page, 'processing');
  shop.sandbox.device.tap();
  await stateIs(page, 'paid');
  await page.evaluate(() =>
    document.addEventListener('rzp-success', () => (document.title = 'told again')),
  );
  await page.reload();
  await stateIs(page, 'paid');
  await expect(page).toHaveTitle('Till');
});

test('a second till on the device is told that it is busy, and loses nothing', async ({
  page,
  context,
  shop,
}) => {
  await charge(page, shop);
  const other = await context.newPage();
  await other.goto(`${shop.url}/2`);
  await press(other);
  await expect(other.getByRole('alert')).toContainText('Another sale is on the device.');
  shop.sandbox.device.tap();
  await stateIs(page, 'paid');
  await press(other, 'Try again');
  await stateIs(other, 'processing');
  shop.sandbox.device.tap();
  await stateIs(other, 'paid');
});

test('a sale whose gateway is down after the tap is not charged again, and found to be paid', async ({
  page,
  shop,
}) => {
  await charge(page, shop);
  shop.sandbox.faults.set({gateway: 'down'});
  shop.sandbox.device.tap();
  await expect.poll(() => button(page).getAttribute('data-state')).toMatch(/^(unconfirmed|paid)$/);
  shop.sandbox.faults.clear();
  await stateIs(page, 'paid');
});

test('a sale whose device is unplugged in the middle is found to be paid once it is back', async ({
  page,
  shop,
}) => {
  await charge(page, shop);
  shop.sandbox.device.unplug();
  await expect
    .poll(() => button(page).getAttribute('data-state'))
    .toMatch(/^(unconfirmed|processing)$/);
  shop.sandbox.device.plugIn();
  shop.sandbox.device.tap();
  await stateIs(page, 'paid');
});
