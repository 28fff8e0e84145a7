// What HTML can shadow: src/checkout/shell/safe-document.ts, src/checkout/shell/own-global.ts and,
// for Lit, src/face/shield-lit.ts.
import {expect, test, type Page} from '@playwright/test';
import {KEY_ID, ORDER_ID, PAYMENT_ID} from '../fixtures/samples.js';

const SHOP = 'http://127.0.0.1:4999';
const EVIL = 'https://evil.example';

/** What HTML can take from the document, or from the window where the browser has no such thing. */
const NAMES = [
  'activeElement',
  'addEventListener',
  'baseURI',
  'body',
  'cookie',
  'createElement',
  'currentScript',
  'defaultView',
  'dispatchEvent',
  'documentElement',
  'head',
  'querySelector',
  'querySelectorAll',
  'readyState',
  'removeEventListener',
  'scripts',
  'visibilityState',
  'Razorpay',
  'ShadyCSS',
  'litNonce',
  'litPropertyMetadata',
  'reactiveElementPolyfillSupport',
  'reactiveElementVersions',
  'trustedTypes',
];

const SHELLS = {
  'the module': '<script type="module" src="/cdn/rzp-magic-button.js"></script>',
  'the classic script': '<script src="/cdn/rzp-magic-button.iife.js"></script>',
};

/** Pays at once. */
const VENDOR = `window.Razorpay = class {
  constructor(options) { this.options = options; }
  on() {}
  open() {
    setTimeout(() => this.options.handler({
      razorpay_payment_id: '${PAYMENT_ID}',
      razorpay_order_id: '${ORDER_ID}',
      razorpay_signature: 'a'.repeat(64),
    }));
  }
}`;

const element = (tag: string, name: string) =>
  `<${tag} id="${name}" name="${name}" src="${EVIL}/" href="${EVIL}/"></${tag}>`;

/** A shop whose page is this, and what it asked of somebody else. */
async function visit(page: Page, html: string): Promise<string[]> {
  const foreign: string[] = [];
  await page.route('**', (route) => {
    const {origin, pathname} = new URL(route.request().url());
    if (origin === EVIL) {
      if (route.request().resourceType() !== 'image') foreign.push(pathname);
      return route.fulfill({contentType: 'text/javascript', body: ''});
    }
    if (pathname.startsWith('/cdn/')) {
      return route.fulfill({path: `dist${pathname}`, contentType: 'text/javascript'});
    }
    if (pathname === '/magic-checkout.js') {
      return route.fulfill({contentType: 'text/javascript', body: VENDOR});
    }
    if (pathname === '/order') {
      return route.fulfill({
        json: {order_id: ORDER_ID, key_id: KEY_ID},
      });
    }
    if (pathname === '/verify') {
      return route.fulfill({
        json: {status: 'paid', order_id: ORDER_ID, payment_id: PAYMENT_ID},
      });
    }
    return route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Shop</title>${html}`,
    });
  });
  await page.goto(SHOP, {waitUntil: 'domcontentloaded'});
  return foreign;
}

const BUTTON = `<rzp-magic-button order-url="/order" verify-url="/verify" success-url="/thanks"
  script-url="${SHOP}/magic-checkout.js"></rzp-magic-button>
  <script>addEventListener('rzp-success', (event) => event.preventDefault());</script>`;

async function buy(page: Page): Promise<void> {
  await page.locator('rzp-magic-button').click();
  await expect(page.locator('rzp-magic-button')).toHaveAttribute('data-state', 'paid');
}

const elements = (tag: string) => NAMES.map((name) => element(tag, name)).join('');

for (const [what, script] of Object.entries(SHELLS)) {
  test(`${what} sells on a page with elements that are called so`, async ({page}) => {
    const foreign = await visit(page, elements('img') + script + BUTTON);
    await buy(page);
    expect(foreign).toEqual([]);
  });

  for (const tag of ['form', 'object'])
    test(`${what} sells on a page that gets each such ${tag} later`, async ({page}) => {
      const foreign = await visit(page, script + BUTTON);
      await page
        .locator('title')
        .evaluate((title, html) => title.insertAdjacentHTML('afterend', html), elements(tag));
      await buy(page);
      expect(foreign).toEqual([]);
    });
}

test('the names are those that a browser gives away', async ({page}) => {
  await visit(page, NAMES.map((name) => element('img', name)).join(''));
  const kept = await page.evaluate(
    (names) => names.filter((name) => !(Reflect.get(document, name) instanceof HTMLElement)),
    NAMES,
  );
  expect(kept).toEqual([]);
});
