// When Razorpay's script is fetched: src/checkout/shell/preload-razorpay.ts.
import type {Page} from '@playwright/test';
import {MAGIC_CHECKOUT_URL} from '../../src/wire/addresses.js';
import {CHECKOUT_URL} from '../../src/wire/standard-script.js';
import {expect, test} from '../fixtures/demo/shop.js';
import {KEY_ID, ORDER_ID} from '../fixtures/samples.js';

/**
 * A merchant's page without a script-url: it would load Razorpay's own. The button stands apart
 * from the corner, over which a browser without a window has its pointer.
 */
async function merchantPage(
  page: Page,
  shop: {url: string},
  attributes: string,
  headers = {},
  label = 'Pay',
) {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.route('https://*.razorpay.com/**', (route) =>
    route.fulfill({contentType: 'text/javascript', body: 'window.Razorpay = class {}'}),
  );
  await page.route(`${shop.url}/merchant`, (route) =>
    route.fulfill({
      headers: {'Content-Type': 'text/html', ...headers},
      body: `<!doctype html><title>Merchant</title><body style="margin: 100px">
        <script type="module" nonce="n0nce" src="/cdn/rzp-magic-button.js"></script>
        <rzp-magic-button order-url="/checkout/orders" verify-url="/checkout/verify" nonce="n0nce" ${attributes}>${label}</rzp-magic-button>`,
    }),
  );
  await page.goto(`${shop.url}/merchant`);
  await expect(page.getByRole('button', {name: 'Pay'})).toBeVisible();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  return requests;
}

const ofRazorpay = (requests: string[]) => requests.filter((url) => url.includes('razorpay.com'));
const ofChunk = (requests: string[]) => requests.filter((url) => url.includes('/cdn/press-'));

for (const attributes of ['', 'load="intent"', 'load="click"'])
  test(`nothing is requested before intent with ${attributes || 'no load attribute'}`, async ({
    page,
    shop,
  }) => {
    const requests = await merchantPage(page, shop, attributes);
    expect(ofRazorpay(requests)).toEqual([]);
    expect(ofChunk(requests)).toEqual([]);
  });

for (const [what, act] of Object.entries({
  'a pointer comes near': (page: Page) => page.getByRole('button', {name: 'Pay'}).hover(),
  'the focus comes': (page: Page) => page.getByRole('button', {name: 'Pay'}).focus(),
  'a finger touches': (page: Page) =>
    page.getByRole('button', {name: 'Pay'}).dispatchEvent('touchstart'),
}))
  test(`script and code are requested once, when ${what}`, async ({page, shop}) => {
    const requests = await merchantPage(page, shop, '');
    const loaded = page.waitForResponse(MAGIC_CHECKOUT_URL);
    await act(page);
    await loaded;
    await act(page);
    expect(ofRazorpay(requests)).toEqual([MAGIC_CHECKOUT_URL]);
    await expect.poll(() => ofChunk(requests)).toHaveLength(1);
  });

test('a button that asks for a mandate requests the standard checkout alone', async ({
  page,
  shop,
}) => {
  const requests = await merchantPage(page, shop, 'recurring="1"');
  const loaded = page.waitForResponse(CHECKOUT_URL);
  await page.getByRole('button', {name: 'Pay'}).hover();
  await loaded;
  expect(ofRazorpay(requests)).toEqual([CHECKOUT_URL]);
});

test('an order that asks for a mandate is opened by the standard checkout', async ({
  page,
  shop,
}) => {
  await merchantPage(page, shop, '');
  await page.route('https://*.razorpay.com/**', (route) => {
    const name = new URL(route.request().url()).pathname;
    return route.fulfill({
      contentType: 'text/javascript',
      body: `window.Razorpay = class {
        constructor(options) { document.title = '${name} ' + options.recurring; }
        on() {}
        open() {}
      }`,
    });
  });
  await page.route('**/checkout/orders', (route) =>
    route.fulfill({json: {order_id: ORDER_ID, key_id: KEY_ID, options: {recurring: '1'}}}),
  );
  await page.getByRole('button', {name: 'Pay'}).click();
  await expect(page).toHaveTitle('/v1/checkout.js 1');
});

for (const load of ['eager', 'visible'])
  test(`load="${load}" requests the script without a touch`, async ({page, shop}) => {
    const requests = await merchantPage(page, shop, `load="${load}"`);
    await expect.poll(() => ofRazorpay(requests)).toEqual([MAGIC_CHECKOUT_URL]);
  });

test('a press counts wherever on a label of its own it is', async ({page, shop}) => {
  await merchantPage(page, shop, 'type="pay" amount="34900"', {}, '');
  const refused = {error: {code: 'ORDER_REFUSED', description: 'Sold out.'}};
  await page.route('**/checkout/orders', (route) => route.fulfill({status: 422, json: refused}));
  // What is drawn anew as the pointer comes down on it.
  for (const part of ['svg', 'bdi']) {
    const ordered = page.waitForRequest('**/checkout/orders');
    const box = await page.locator(`rzp-magic-button ${part}`).boundingBox();
    await page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2);
    await ordered;
    await expect(page.getByText('Sold out.')).toBeVisible();
  }
});

test('a strict content security policy with Trusted Types is kept', async ({page, shop}) => {
  await page.addInitScript(() => {
    const seen: string[] = ((window as unknown as {violations: string[]}).violations = []);
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await merchantPage(page, shop, '', {
    'Content-Security-Policy':
      "default-src 'none'; script-src 'nonce-n0nce' 'strict-dynamic'; style-src-attr 'unsafe-inline'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types rzp-magic-button",
  });
  const loaded = page.waitForResponse(MAGIC_CHECKOUT_URL);
  await page.getByRole('button', {name: 'Pay'}).hover();
  await loaded;
  expect(
    await page.evaluate(() => (window as unknown as {violations: string[]}).violations),
  ).toEqual([]);
});
