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

interface Shop {
  /** Resolves when what a button does in a form may come. */
  formChunk?: Promise<unknown>;
  /** Says whether the server confirms by now. */
  confirms?: () => boolean;
}

/** A shop with this page: which files of ours it loads, and which forms come. */
async function visit(page: Page, html: string, {formChunk, confirms = () => true}: Shop = {}) {
  const files: string[] = [];
  const forms: Record<string, string>[] = [];
  await page.route('**', async (route) => {
    const request = route.request();
    const {pathname} = new URL(request.url());
    if (pathname.startsWith('/cdn/')) {
      files.push(pathname.replace(/^\/cdn\/|-[\w-]{6,8}\.js$/g, ''));
      if (files.at(-1) === 'form') await formChunk;
      return route.fulfill({path: `dist${pathname}`, contentType: 'text/javascript'});
    }
    if (pathname === '/magic-checkout.js')
      return route.fulfill({contentType: 'text/javascript', body: VENDOR});
    if (pathname === '/order') return route.fulfill({json: {order_id: ORDER_ID, key_id: KEY_ID}});
    if (pathname === '/verify' && !confirms()) return route.fulfill({status: 503, json: {}});
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

for (const [what, attributes, fields] of [
  ['Enter', '', ''],
  ['Enter in a form that nobody checks', 'novalidate', ''],
  ['a native button', '', '<button name="wrap" value="gift">As a gift</button>'],
] as const)
  test(`a form that is sent by ${what} before the button knows of it waits, and is sent once it is paid`, async ({
    page,
  }) => {
    let letCome: (value?: unknown) => void = () => undefined;
    const formChunk = new Promise((resolve) => (letCome = resolve));
    const {files, forms} = await visit(
      page,
      `${SHELLS['the module']}<form method="post" action="/thanks" ${attributes}>
        <label>Name <input name="name" value="Asha"></label>${fields}${BUTTON('submit')}
        <script>document.forms[0].addEventListener('submit', () => { document.title += ' heard' })</script>
      </form>`,
      {formChunk},
    );
    await expect.poll(() => files).toContain('form');
    for (let times = 0; times < 2; times++)
      await (fields ? page.getByText('As a gift').click() : page.getByLabel('Name').press('Enter'));
    expect(forms).toEqual([]);
    expect(await page.title()).toBe('Shop');
    letCome();
    await page.waitForURL(`${SHOP}/thanks`);
    expect(forms).toEqual([
      {
        name: 'Asha',
        ...(fields && {wrap: 'gift'}),
        razorpay_payment_id: PAYMENT_ID,
        razorpay_order_id: ORDER_ID,
        razorpay_signature: SIGNATURE,
      },
    ]);
  });

test('after a reload between payment and form, sending the form opens nothing and sends it', async ({
  page,
}) => {
  let isUp = false;
  const {forms} = await visit(page, SHELLS['the module'] + FORM('submit order-form="none"'), {
    confirms: () => isUp,
  });
  await page.waitForLoadState('networkidle');
  const button = page.locator('rzp-magic-button');
  await page.getByLabel('Name').fill('Asha');
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('data-state', /verifying|unconfirmed/);
  isUp = true;
  await page.reload();
  await expect(button).toHaveAttribute('data-state', 'paid');
  expect(forms).toEqual([]);
  await page.getByLabel('Name').fill('Asha');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${SHOP}/thanks`);
  expect(forms).toEqual([
    {
      name: 'Asha',
      action: 'Assam',
      razorpay_payment_id: PAYMENT_ID,
      razorpay_order_id: ORDER_ID,
    },
  ]);
});

test('a browser without ElementInternals, requestSubmit() and submitters pays a form and sends it once', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(HTMLElement.prototype, 'attachInternals');
    Reflect.deleteProperty(HTMLFormElement.prototype, 'requestSubmit');
    Reflect.deleteProperty(SubmitEvent.prototype, 'submitter');
  });
  const {forms} = await visit(page, SHELLS['the classic script'] + FORM('submit'));
  await page.waitForLoadState('networkidle');
  await page.locator('rzp-magic-button').click();
  await expect(page.getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Asha');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${SHOP}/thanks`);
  expect(forms).toMatchObject([{name: 'Asha', razorpay_signature: SIGNATURE}]);
});

test('a page may send the form itself once it hears that an earlier page view has paid', async ({
  page,
}) => {
  let isUp = false;
  const {forms} = await visit(
    page,
    `${SHELLS['the module']}<script>document.addEventListener('rzp-success', ({resumed}) => {
      if (resumed) document.forms[0].requestSubmit();
    })</script><form method="post" action="/thanks">${BUTTON('submit')}</form>`,
    {confirms: () => isUp},
  );
  const button = page.locator('rzp-magic-button');
  await button.click();
  await expect(button).toHaveAttribute('data-state', /verifying|unconfirmed/);
  isUp = true;
  await page.reload();
  await page.waitForURL(`${SHOP}/thanks`);
  expect(forms).toEqual([{razorpay_payment_id: PAYMENT_ID, razorpay_order_id: ORDER_ID}]);
});
