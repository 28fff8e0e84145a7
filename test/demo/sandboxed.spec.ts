// A purchase in a sandboxed iframe, as site builders put code of their merchants into pages: with an origin of
// its own it has no storage, and its server lets it ask as the origin "null".
import {MAGIC_CHECKOUT_URL} from '../../src/wire/addresses.js';
import {SILENT_RAZORPAY} from '../fixtures/demo/silent-razorpay.js';
import {expect, test} from '../fixtures/demo/shop.js';
import {KEY_ID, ORDER_ID, PAYMENT_ID} from '../fixtures/samples.js';

for (const [what, sandbox, origin] of [
  ['without an origin', 'allow-scripts', 'null'],
  ['with its origin', 'allow-scripts allow-same-origin', undefined],
] as const)
  test(`a sandboxed iframe ${what} sells`, async ({page, shop}) => {
    const uncaught: Error[] = [];
    page.on('pageerror', (error) => uncaught.push(error));
    const headers = {'Access-Control-Allow-Origin': 'null', 'Access-Control-Allow-Headers': '*'};
    await page.route('**/cdn/*.js', async (route) => {
      const response = await route.fetch();
      return route.fulfill({response, headers: {...response.headers(), ...headers}});
    });
    await page.route(MAGIC_CHECKOUT_URL, (route) =>
      route.fulfill({contentType: 'text/javascript', body: SILENT_RAZORPAY}),
    );
    const order = {order_id: ORDER_ID, amount: 34_900, currency: 'INR'};
    const origins: (string | undefined)[] = [];
    await page.route('**/checkout/orders', (route) => {
      origins.push(route.request().headers().origin);
      return route.fulfill({headers, json: {...order, key_id: KEY_ID}});
    });
    await page.route('**/checkout/verify', (route) =>
      route.fulfill({headers, json: {...order, status: 'paid', payment_id: PAYMENT_ID}}),
    );
    await page.route(`${shop.url}/framed`, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en"><title>Framed</title>
          <script type="module" src="/cdn/rzp-magic-button.js"></script>
          <rzp-magic-button order-url="/checkout/orders" verify-url="/checkout/verify">Pay ₹349</rzp-magic-button>`,
      }),
    );
    await page.route(`${shop.url}/merchant`, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en"><title>Merchant</title>
          <iframe title="Shop" sandbox="${sandbox}" src="/framed" width="390" height="600"></iframe>`,
      }),
    );
    await page.goto(`${shop.url}/merchant`);
    const frame = page.frameLocator('iframe[title=Shop]');
    const button = frame.locator('rzp-magic-button');
    await frame.getByRole('button', {name: 'Pay ₹349'}).click();
    await expect(button).toHaveAttribute('data-state', 'open');
    await button.evaluate(() => {
      (window as unknown as {checkout: {pay(): void}}).checkout.pay();
    });
    await expect(button).toHaveAttribute('data-state', 'paid');
    expect(origins).toEqual([origin ?? new URL(shop.url).origin]);
    expect(uncaught).toEqual([]);
  });
