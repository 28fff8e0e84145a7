// A button in a form, as the files of the CDN have it: src/button/form/form.ts.
import {expect, test, type Page} from '@playwright/test';
import {KEY_ID, ORDER_ID, PAYMENT_ID} from '../fixtures/samples.js';

const SHOP = 'http://127.0.0.1:4999';
const SIGNATURE = 'a'.repeat(64);

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
      razorpay_signature: '${SIGNATURE}',
    }));
  }
}`;

const BUTTON = (attributes: string) => `<rzp-magic-button ${attributes} order-url="/order"
  verify-url="/verify" script-url="${SHOP}/magic-checkout.js"></rzp-magic-button>`;

const FORM = (attributes: string) => `<form method="post" action="/thanks">
  <label>Name <input name="name" required></label>
  <label>Town <input name="action" value="Assam"></label>
  ${BUTTON(attributes)}
</form>`;

/** A shop with this page: which files of ours it loads, and which forms come. */
async function visit(page: Page, html: string) {
  const files: string[] = [];
  const forms: Record<string, string>[] = [];
  await page.route('**', (route) => {
    const request = route.request();
    const {pathname} = new URL(request.url());
    if (pathname.startsWith('/cdn/')) {
      files.push(pathname.replace(/^\/cdn\/|-[\w-]{6,8}\.js$/g, ''));
      return route.fulfill({path: `dist${pathname}`, contentType: 'text/javascript'});
    }
    if (pathname === '/magic-checkout.js')
      return route.fulfill({contentType: 'text/javascript', body: VENDOR});
    if (pathname === '/order') return route.fulfill({json: {order_id: ORDER_ID, key_id: KEY_ID}});
    if (pathname === '/verify')
      return route.fulfill({json: {status: 'paid', order_id: ORDER_ID, payment_id: PAYMENT_ID}});
    if (request.method() === 'POST')
      forms.push(Object.fromEntries(new URLSearchParams(request.postData() ?? '')));
    return route.fulfill({
      contentType: 'text/html',
      body: pathname === '/' ? `<!doctype html><title>Shop</title>${html}` : 'Thank you.',
    });
  });
  await page.goto(SHOP);
  return {files, forms};
}

for (const [what, script] of Object.entries(SHELLS))
  test(`${what} sends a form by Enter once it is paid, and once`, async ({page}) => {
    const {forms} = await visit(page, script + FORM('submit'));
    await page.waitForLoadState('networkidle');
    await page.getByLabel('Name').fill('Asha');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${SHOP}/thanks`);
    expect(forms).toEqual([
      {
        name: 'Asha',
        action: 'Assam',
        razorpay_payment_id: PAYMENT_ID,
        razorpay_order_id: ORDER_ID,
        razorpay_signature: SIGNATURE,
      },
    ]);
  });

test('what it does in a form is loaded there alone, and no press before there is one', async ({
  page,
}) => {
  const script = SHELLS['the module'];
  const outside = await visit(page, `${script}${BUTTON('')}`);
  await page.locator('rzp-magic-button').hover();
  await expect.poll(() => outside.files).toContain('press');
  await page.waitForLoadState('networkidle');
  expect(outside.files).not.toContain('form');
  const inside = await visit(page, script + FORM('submit'));
  await expect.poll(() => inside.files).toContain('form');
  expect(inside.files).not.toContain('press');
});
