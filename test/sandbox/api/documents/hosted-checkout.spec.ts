// src/sandbox/api/documents/hosted-checkout.ts with src/sandbox/api/documents/hosted-form.ts
// and src/sandbox/runtime/form-texts.ts, and
// in the browser src/sandbox/browser/frame/opener/form-opener.ts.
import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import {wordsIn} from '../../../../src/sandbox/browser/frame/words/languages.js';
import {hmacHex} from '../../../../src/wire/signature.js';
import {OTHER_KEY_ID} from '../../../fixtures/samples.js';
import {englishIn} from '../../../fixtures/sandbox/english.js';
import {expect, test as base} from '../../../fixtures/sandbox/merchant.js';
import {createOrder, get} from '../../../fixtures/sandbox/rest.js';
import {giveContact, payByUpi, pressPay} from '../../../fixtures/sandbox/shopper.js';

type Fields = Readonly<Record<string, string | undefined>>;

interface Fixtures {
  readonly orderId: string;
  /** Posts a merchant's form to the hosted page, with these fields instead of the usual ones. */
  readonly post: (fields?: Fields) => Promise<void>;
}

const test = base.extend<Fixtures>({
  orderId: async ({sandbox}, use) => {
    await use(await createOrder(sandbox));
  },
  post: async ({merchant, orderId, page, sandbox}, use) => {
    await use((fields = {}) =>
      submit(page, `${sandbox.url}/v1/checkout/embedded`, {
        key_id: sandbox.keyId,
        order_id: orderId,
        amount: '50000',
        name: 'Tea house',
        description: '"First flush" </script>',
        'prefill[name]': 'Asha Rao',
        'prefill[email]': 'asha@example.com',
        'prefill[contact]': '9876543210',
        'notes[cart]': '7',
        callback_url: `${merchant.origin}/callback?cart=7`,
        cancel_url: `${merchant.origin}/cart?id=7`,
        ...fields,
      }),
    );
  },
});

test('speaks the language that the form asks for', async ({page, post}) => {
  const {continue: goOn} = wordsIn('mar');
  await post({'config[display][language]': 'mar', name: 'चहा', description: ''});
  await expect(page.getByRole('button', {name: goOn, exact: true})).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'mr');
  expect(await englishIn(page.locator('body'), '#business, .order .name')).toEqual([]);
  await post({'config[display][language]': 'Klingon'});
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('fills the window, takes the money, and posts the signed triple', async ({
  merchant,
  orderId,
  page,
  post,
  sandbox,
}) => {
  await post();
  const frame = page.mainFrame();
  await expect(page.getByRole('dialog', {name: 'Tea house'})).toBeVisible();
  await expect(page.getByText('"First flush" </script>')).toBeVisible();
  await expect(page.getByRole('textbox', {name: 'Email'})).toHaveValue('asha@example.com');
  const {violations} = await new AxeBuilder({page: page as never}).analyze();
  expect(violations.map(({id}) => id)).toEqual([]);
  await giveContact(frame);
  await payByUpi(frame);
  await page.waitForURL(`${merchant.origin}/callback?cart=7`);
  const triple = Object.fromEntries(merchant.posts[0]!);
  const payment = triple.razorpay_payment_id!;
  expect(triple).toEqual({
    razorpay_payment_id: payment,
    razorpay_order_id: orderId,
    razorpay_signature: await hmacHex(sandbox.keySecret, `${orderId}|${payment}`),
  });
  expect(await get(sandbox, `/payments/${payment}`)).toMatchObject({
    status: 'captured',
    notes: {cart: '7'},
    contact: '+919876543210',
  });
  await post();
  await expect(page.getByText('Payment already done for this order.')).toBeVisible();
});

test("takes the order's amount where the form has none, as the forms of shop systems do", async ({
  merchant,
  orderId,
  page,
  post,
  sandbox,
}) => {
  // What the forms of WooCommerce and OpenCart hold: no amount, and fields of their own.
  await post({
    amount: undefined,
    currency: 'INR',
    image: '',
    '_[integration]': 'opencart',
    '_[integration_version]': '4.2.0',
  });
  await giveContact(page.mainFrame());
  await payByUpi(page.mainFrame());
  await page.waitForURL(`${merchant.origin}/callback?cart=7`);
  expect(sandbox.order(orderId)).toMatchObject({status: 'paid', amount_paid: 50_000});
});

test('compares with what the order asks for, not with what Magic Checkout had made of it', async ({
  orderId,
  page,
  post,
  sandbox,
}) => {
  await sandbox.pay(orderId, {outcome: 'failed', magic: {shippingFee: 4_000}});
  expect(sandbox.order(orderId).amount).toBe(54_000);
  await post();
  await expect(page.getByRole('heading', {name: 'Contact details'})).toBeVisible();
});

test.describe('a body that can not be read', () => {
  for (const [what, type, body] of [
    ['multipart without a boundary', 'multipart/form-data', 'amount=1'],
    ['multipart that is cut off', 'multipart/form-data; boundary=x', '--x\r\nContent-Disp'],
    ['multipart of another boundary', 'multipart/form-data; boundary=x', '--y\r\n\r\n--y--'],
    ['JSON', 'application/json', '{"key_id": "rzp_test_1"}'],
    ['nothing at all', 'text/plain', ''],
  ] as const) {
    test(`is a 400 that says so: ${what}`, async ({sandbox}) => {
      const reply = await fetch(`${sandbox.url}/v1/checkout/embedded`, {
        method: 'POST',
        headers: {'Content-Type': type},
        body,
      });
      expect(reply.status).toBe(400);
      expect(await reply.text()).toContain('The body is no form that can be read.');
    });
  }

  for (const type of ['text/plain', 'application/json', '']) {
    test(`is none where it is a form that calls itself "${type}"`, async ({sandbox}) => {
      const reply = await fetch(`${sandbox.url}/v1/checkout/embedded`, {
        method: 'POST',
        headers: {'Content-Type': type},
        body: `key_id=${sandbox.keyId}`,
      });
      const text = await reply.text();
      expect(text).toContain('order_id is missing.');
      expect(text).not.toContain('key_id is missing.');
    });
  }

  test('is a 400 for the switches of the faults too', async ({sandbox}) => {
    const reply = await fetch(`${sandbox.url}/faults`, {
      method: 'POST',
      headers: {Origin: sandbox.url, 'Content-Type': 'multipart/form-data; boundary=x'},
      body: '--x',
    });
    expect(reply.status).toBe(400);
  });
});

test('posts the failure, and offers no other try', async ({merchant, orderId, page, post}) => {
  await post({method: 'upi'});
  await pressPay(page.mainFrame(), 'failure@razorpay');
  await page.waitForURL('**/callback?cart=7');
  const [failure] = merchant.posts;
  expect(failure!.get('error[code]')).toBe('BAD_REQUEST_ERROR');
  expect(failure!.get('error[reason]')).toBe('payment_failed');
  expect(JSON.parse(failure!.get('error[metadata]')!)).toEqual({
    payment_id: expect.stringMatching(/^pay_/) as unknown,
    order_id: orderId,
  });
});

test('posts once that the payment is cancelled when the shopper leaves it', async ({
  merchant,
  page,
  post,
}) => {
  await post({method: 'netbanking'});
  await page.getByRole('button', {name: /^Pay ₹/}).click();
  await page.getByRole('button', {name: 'Failure'}).waitFor();
  await page.getByRole('button', {name: 'Close checkout'}).click();
  await page.getByRole('button', {name: 'Leave checkout'}).click();
  await page.waitForURL('**/callback?cart=7');
  expect(merchant.posts.map((failure) => failure.get('error[reason]'))).toEqual([
    'payment_cancelled',
  ]);
});

for (const [how, leave] of [
  ['the close button', (page: Page) => page.getByRole('button', {name: 'Close checkout'}).click()],
  ["the browser's back button", (page: Page) => page.evaluate(() => window.history.back())],
] as const) {
  test(`goes to cancel_url by GET, with its query, after ${how}`, async ({
    merchant,
    page,
    post,
  }) => {
    await post();
    await page.getByRole('heading', {name: 'Contact details'}).waitFor();
    await leave(page);
    await page.waitForURL(`${merchant.origin}/cart?id=7`);
    expect(merchant.posts).toEqual([]);
  });
}

test('posts that it was cancelled where there is no cancel_url', async ({
  merchant,
  orderId,
  page,
  post,
}) => {
  await post({cancel_url: undefined});
  await page.getByRole('button', {name: 'Close checkout'}).click();
  await page.waitForURL('**/callback?cart=7');
  expect(merchant.posts[0]?.get('error[reason]')).toBe('payment_cancelled');
  expect(merchant.posts[0]?.get('error[metadata]')).toBe(JSON.stringify({order_id: orderId}));
});

test('is the Standard checkout, also for a Magic order', async ({page, post, sandbox}) => {
  sandbox.merchant.shippingInfoUrl = 'http://127.0.0.1:9/shipping-info';
  await post({one_click_checkout: 'true'});
  await giveContact(page.mainFrame());
  await expect(page.getByRole('heading', {name: 'Payment options'})).toBeVisible();
  expect(sandbox.merchantCalls()).toEqual([]);
});

test('says on a page what is wrong with the form', async ({page, post}) => {
  const answer = page.waitForResponse('**/v1/checkout/embedded');
  await post({key_id: undefined, 'prefill[email]': ' ', amount: '500.5', callback_url: '/paid'});
  expect((await answer).status()).toBe(400);
  await expect(page.getByRole('listitem')).toHaveText([
    'key_id is missing.',
    'prefill[email] is missing.',
    'amount is "500.5". Write an integer in paise.',
    'callback_url is "/paid". Write a whole address, like https://shop.example/paid.',
  ]);
  const {violations} = await new AxeBuilder({page: page as never}).analyze();
  expect(violations.map(({id}) => id)).toEqual([]);
  for (const [fields, words] of [
    [{key_id: OTHER_KEY_ID}, 'The api key provided is invalid.'],
    [{order_id: 'order_00000000000000'}, 'The id provided does not exist'],
    [{order_id: '<b>1</b>'}, 'order_id is "<b>1</b>": <b>1</b> is not a valid id'],
    [{amount: '40000'}, "amount is 40000, and the order's is 50000"],
    [{cancel_url: 'javascript:alert(1)'}, 'cancel_url is "javascript:alert(1)".'],
  ] as const) {
    await post(fields);
    await expect(page.getByRole('listitem')).toContainText(words);
  }
});

/** A plain form, as it stands in a page without a script. */
async function submit(page: Page, action: string, fields: Fields): Promise<void> {
  await page.goto('about:blank');
  await page.setContent('<form method="post"><button>Pay</button></form>');
  await page.locator('form').evaluate(
    (form: HTMLFormElement, {action, fields}) => {
      form.action = action;
      for (const [name, value] of Object.entries(fields)) {
        if (value === undefined) continue;
        const input = document.createElement('input');
        Object.assign(input, {type: 'hidden', name, value});
        form.append(input);
      }
    },
    {action, fields},
  );
  await page.getByRole('button', {name: 'Pay'}).click();
}

test('takes the rest of an order that was paid in part', async ({page, post, sandbox}) => {
  const order = await createOrder(sandbox, {partial_payment: true, line_items_total: undefined});
  await sandbox.pay(order, {amount: 30_000});
  await post({order_id: order, amount: '20000'});
  const frame = page.mainFrame();
  await giveContact(frame);
  await payByUpi(frame);
  await page.waitForURL(/callback/);
  expect(await get(sandbox, `/orders/${order}`)).toMatchObject({status: 'paid', amount_due: 0});
});
