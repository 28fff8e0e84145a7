// A purchase on a page with a strict content security policy: nothing that the button shows, from its label
// to the panel above a silent checkout and the notices, is against it.
import type {Page} from '@playwright/test';
import type {RzpErrorEvent} from '../../src/checkout/shell/shell-events.js';
import {MAGIC_CHECKOUT_URL} from '../../src/wire/addresses.js';
import {expect, test} from '../fixtures/demo/shop.js';
import {SILENT_RAZORPAY} from '../fixtures/demo/silent-razorpay.js';
import {KEY_ID, ORDER_ID, PAYMENT_ID} from '../fixtures/samples.js';

/** No style attribute, no image and no style element without the nonce; types must be trusted. */
const POLICY =
  "default-src 'none'; script-src 'nonce-n0nce' 'strict-dynamic'; style-src 'nonce-n0nce'; connect-src 'self'; frame-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types rzp-magic-button";

type Merchant = typeof window & {violations: string[]; checkout: {pay(): void}};

/** How a browser takes styles for a shadow tree. */
const BROWSERS: Record<string, [asOld: () => void, details: {tag?: string}]> = {
  'as sheets': [() => undefined, {}],
  'as elements with the nonce': [withoutSheets, {tag: '@variant'}],
};

/** Firefox before 101 and Safari before 16.4 take no sheets from a script. */
function withoutSheets(): void {
  for (const {prototype} of [Document, ShadowRoot])
    Reflect.deleteProperty(prototype, 'adoptedStyleSheets');
}

async function openMerchant(page: Page, shop: {url: string}, policy = POLICY): Promise<void> {
  await page.addInitScript(() => {
    const seen: string[] = ((window as Merchant).violations = []);
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  await page.route(MAGIC_CHECKOUT_URL, (route) =>
    route.fulfill({contentType: 'text/javascript', body: SILENT_RAZORPAY}),
  );
  const order = {order_id: ORDER_ID, amount: 34_900, currency: 'INR'};
  await page.route('**/checkout/orders', (route) =>
    route.fulfill({json: {...order, key_id: KEY_ID}}),
  );
  await page.route('**/checkout/verify', (route) =>
    route.fulfill({json: {...order, status: 'paid', payment_id: PAYMENT_ID}}),
  );
  await page.route('**/checkout/status*', (route) =>
    route.fulfill({json: {...order, status: 'created'}}),
  );
  await page.route(`${shop.url}/merchant`, (route) =>
    route.fulfill({
      headers: {'Content-Type': 'text/html', 'Content-Security-Policy': policy},
      body: `<!doctype html><html lang="hi"><title>Merchant</title>
        <script type="module" nonce="n0nce" src="/cdn/rzp-magic-button.js"></script>
        <rzp-magic-button order-url="/checkout/orders" verify-url="/checkout/verify" status-url="/checkout/status"
          type="pay" amount="34900" marks="upi card cod" secured nonce="n0nce"></rzp-magic-button>`,
    }),
  );
  await page.goto(`${shop.url}/merchant`);
}

const violations = (page: Page) => page.evaluate(() => (window as Merchant).violations);

for (const [how, [asOld, details]] of Object.entries(BROWSERS))
  test(
    `what a button shows keeps a strict policy, its styles ${how}`,
    details,
    async ({page, shop}) => {
      await page.addInitScript(asOld);
      await page.clock.install();
      await openMerchant(page, shop);
      const button = page.locator('rzp-magic-button');
      const press = button.locator('[part~=button]');
      await expect(button.locator('[part=foot]')).toContainText('Razorpay');

      await press.click();
      await expect(button).toHaveAttribute('data-state', 'open');
      await page.clock.runFor(9_000);
      const panel = page.locator('.razorpay-container + div');
      await expect(panel.getByRole('alert')).toBeVisible();
      expect(await panel.evaluate((host) => getComputedStyle(host).position)).toBe('fixed');
      await panel.getByRole('button').click();
      await expect(button).toHaveAttribute('data-state', 'idle');

      await press.click();
      await expect(button).toHaveAttribute('data-state', 'open');
      await page.evaluate(() => (window as Merchant).checkout.pay());
      await expect(button).toHaveAttribute('data-state', 'paid');
      const notice = button.locator('[part=notice]');
      await expect(notice.getByRole('button')).toHaveCount(2);
      expect(await notice.evaluate((box) => getComputedStyle(box).display)).toBe('flex');
      expect(await violations(page)).toEqual([]);
    },
  );

test('a policy that does not name ours ends in an error that says what to write', async ({
  page,
  shop,
}) => {
  const uncaught: Error[] = [];
  page.on('pageerror', (error) => uncaught.push(error));
  await openMerchant(
    page,
    shop,
    POLICY.replace('trusted-types rzp-magic-button', "trusted-types 'none'"),
  );
  const button = page.locator('rzp-magic-button');
  const press = button.locator('[part~=button]');
  await expect(button.locator('[part=foot]')).toContainText('Razorpay');
  const failed = button.evaluate(
    (element) =>
      new Promise((resolve) =>
        element.addEventListener('rzp-error', (event) => {
          const {code, message} = (event as RzpErrorEvent).error;
          resolve({code, message});
        }),
      ),
  );
  // Near it the script would run ahead; a press needs it.
  await press.hover();
  await press.click();
  expect(await failed).toEqual({
    code: 'config_invalid',
    message: expect.stringContaining('trusted-types rzp-magic-button') as unknown,
  });
  await expect(button.locator('[part=notice]')).toBeVisible();
  expect(uncaught).toEqual([]);
});

/** Where the nonce of the styles stands in a page without one on the tag. */
const NONCES: Record<string, [tag: string, script: string, styles?: string]> = {
  'of the classic script': ['rzp-magic-button', 'src="/cdn/rzp-magic-button.iife.js"'],
  'of the module': ['rzp-magic-button', 'type="module" src="/cdn/rzp-magic-button.js"'],
  'of the till’s script': ['rzp-pos-button', 'src="/cdn/rzp-pos-button.iife.js"'],
  'that the page names': ['rzp-magic-button', 'src="/cdn/rzp-magic-button.iife.js"', '5tyle'],
};

for (const [what, [tag, script, styles = 'n0nce']] of Object.entries(NONCES))
  test(`a browser without sheets gives the styles the nonce ${what}`, async ({page, shop}) => {
    await page.addInitScript(withoutSheets);
    if (styles !== 'n0nce')
      await page.addInitScript((litNonce) => Object.assign(window, {litNonce}), styles);
    await page.route(`${shop.url}/merchant`, (route) =>
      route.fulfill({
        headers: {
          'Content-Type': 'text/html',
          'Content-Security-Policy': `default-src 'none'; script-src 'nonce-n0nce' 'strict-dynamic'; style-src 'nonce-${styles}'`,
        },
        body: `<!doctype html><title>Merchant</title>
          <script ${script} nonce="n0nce"></script><${tag}></${tag}>`,
      }),
    );
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/policy/i.test(message.text())) refused.push(message.text());
    });
    await page.goto(`${shop.url}/merchant`);
    const button = page.locator(tag);
    // Its own refusal, drawn with the styles that come later.
    await button.locator('[part~=button]').click();
    await expect(button.locator('[part=notice]')).toBeVisible();
    const displays = await button.evaluate((host) =>
      [host, host.shadowRoot?.querySelector('[part=notice]')].map(
        (element) => element && getComputedStyle(element).display,
      ),
    );
    expect(displays).toEqual(['inline-grid', 'flex']);
    expect(refused).toEqual([]);
  });
