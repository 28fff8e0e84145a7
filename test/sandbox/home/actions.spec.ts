// What one may do to an order on the sandbox's page: src/sandbox/home/actions.ts with the forms of
// src/sandbox/home/action-forms.ts, the clock of src/sandbox/home/clock-panel.ts, and what there is
// to copy, src/sandbox/home/to-copy.ts.
import type {Page} from '@playwright/test';
import {isCardNumber} from '../../../src/sandbox/model/input/card-numbers.js';
import {TEST_CARDS} from '../../../src/sandbox/account/test-cards.js';
import {attempt} from '../../fixtures/sandbox/attempt.js';
import {expect, test} from '../../fixtures/sandbox/merchant.js';
import {createOrder} from '../../fixtures/sandbox/rest.js';

const DAY_SECONDS = 24 * 60 * 60;

const press = (page: Page, orderId: string, name: string) =>
  page.locator(`#of-${orderId}`).getByRole('button', {name}).click();

const said = (page: Page) => page.getByRole('status');

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({javaScriptEnabled});

    test('a payment is refunded in part, then all that is left', async ({page, sandbox}) => {
      const order = await createOrder(sandbox);
      await sandbox.pay(order);
      const refunded = () => sandbox.payments(order)[0]!.amount_refunded;
      await page.goto(sandbox.url);
      const amount = page.getByRole('textbox', {name: 'Part of INR 500.00 to refund'});
      await amount.fill('1,20.5');
      await amount.press('Enter');
      await expect(said(page)).toHaveText('That part of the payment is refunded.');
      expect(refunded()).toBe(12_050);
      await expect(page.getByRole('textbox', {name: /^Part of INR 379.50/})).toHaveValue('');
      await press(page, order, 'Refund all');
      await expect(said(page)).toHaveText('All that was left of the payment is refunded.');
      expect(refunded()).toBe(50_000);
      await expect(page.getByRole('button', {name: 'Refund all'})).toHaveCount(0);
    });

    for (const [what, text, words] of [
      ['too much', '500.01', 'The total refund amount is greater than the refund payment amount'],
      ['nothing', '', 'Write the amount to refund in INR, like 100.00.'],
      ['a fraction of a paisa', '1.005', 'Write the amount to refund in INR, like 100.00.'],
      ['less than nothing', '-5', 'Write the amount to refund in INR, like 100.00.'],
    ] as const) {
      test(`${what} is not refunded, and the page says why`, async ({page, sandbox}) => {
        const order = await createOrder(sandbox);
        await sandbox.pay(order);
        await page.goto(sandbox.url);
        await page.getByRole('textbox', {name: /to refund$/}).fill(text);
        await press(page, order, 'Refund part');
        await expect(said(page)).toHaveText(words);
        expect(sandbox.payments(order)[0]!.amount_refunded).toBe(0);
      });
    }

    test('a failed payment is approved late', async ({page, sandbox}) => {
      const order = await createOrder(sandbox);
      await sandbox.pay(order, {outcome: 'failed'});
      await page.goto(sandbox.url);
      await press(page, order, 'Approve late');
      await expect(said(page)).toHaveText('The payment that had failed is approved late.');
      expect(sandbox.order(order).status).toBe('paid');
    });

    test('cash is collected at the door', async ({page, sandbox}) => {
      const order = await createOrder(sandbox);
      await sandbox.pay(order, {method: 'cod'});
      await page.goto(sandbox.url);
      await press(page, order, 'Collect cash');
      await expect(said(page)).toHaveText('The cash is collected: the order is paid.');
      expect(sandbox.order(order).status).toBe('paid');
    });

    test('what is to be paid at the door is cancelled', async ({page, sandbox}) => {
      const order = await createOrder(sandbox);
      await sandbox.pay(order, {method: 'cod'});
      await page.goto(sandbox.url);
      await press(page, order, 'Cancel order');
      await expect(said(page)).toHaveText('The order is cancelled.');
      expect(sandbox.order(order).status).toBe('cancelled');
      await expect(page.getByRole('button', {name: 'Collect cash'})).toHaveCount(0);
    });

    test('the clock is moved on by minutes, hours and days, and what falls due happens', async ({
      page,
      sandbox,
    }) => {
      const left = await createOrder(sandbox);
      const payment = await attempt(sandbox, left, {method: 'netbanking', bank: 'HDFC'});
      await page.goto(sandbox.url);
      const now = () =>
        page
          .locator('#clock time')
          .getAttribute('datetime')
          .then((time) => Date.parse(time!) / 1000);
      const before = await now();
      for (const [by, unit] of [
        ['9', 'minutes'],
        ['2', 'hours'],
        ['3', 'days'],
      ] as const) {
        await page.getByRole('spinbutton', {name: 'Move on by'}).fill(by);
        await page.getByRole('button', {name: unit}).click();
        await expect(said(page)).toHaveText('The clock is moved on.');
        const order = await createOrder(sandbox);
        const moved = sandbox.order(order).created_at - before;
        await expect.poll(async () => (await now()) - before).toBeGreaterThan(moved - 60);
      }
      expect((await now()) - before).toBeGreaterThanOrEqual(3 * DAY_SECONDS + 2 * 3600 + 9 * 60);
      expect(sandbox.payments(left)).toMatchObject([{id: payment, status: 'failed'}]);
    });
  });
}

test('a payment without an order is refunded where it is listed', async ({page, sandbox}) => {
  const reply = await fetch(`${sandbox.url}/v1/checkout/payments`, {
    method: 'POST',
    body: JSON.stringify({
      key_id: sandbox.keyId,
      amount: 50_000,
      currency: 'JPY',
      contact: '9876543210',
      method: 'netbanking',
      bank: 'HDFC',
    }),
  });
  const {payment_id: id} = (await reply.json()) as {payment_id: string};
  await fetch(`${sandbox.url}/v1/checkout/payments/${id}/authenticate`, {
    method: 'POST',
    body: JSON.stringify({choice: 'failure'}),
  });
  await page.goto(sandbox.url);
  await press(page, id, 'Approve late');
  await expect(page.locator(`#of-${id}`)).toContainText('authorized');
});

for (const [by, unit, words] of [
  ['0', 'days', 'Write a whole number that comes to at most 366 days.'],
  ['367', 'days', 'Write a whole number that comes to at most 366 days.'],
  ['1.5', 'hours', 'Write a whole number that comes to at most 366 days.'],
  ['1e3', 'hours', 'Write a whole number that comes to at most 366 days.'],
  ['1', 'toString', 'Choose minutes, hours or days.'],
] as const) {
  test(`the clock is not moved by ${by} ${unit}`, async ({sandbox}) => {
    const response = await fetch(`${sandbox.url}/clock`, {
      method: 'POST',
      headers: {origin: sandbox.url},
      body: new URLSearchParams({by, unit}),
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(words);
  });
}

test('an action that is none, or of what is not there, is refused', async ({sandbox}) => {
  for (const [action, id, words] of [
    ['toString', 'pay_00000000000000', 'There is no such action.'],
    ['refund', 'pay_00000000000000', 'The id provided does not exist'],
    ['cancel', '<b>', '&lt;b&gt; is not a valid id'],
  ] as const) {
    const response = await fetch(`${sandbox.url}/act`, {
      method: 'POST',
      headers: {origin: sandbox.url},
      body: new URLSearchParams({action, id}),
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(words);
  }
});

/** How another site's page would post: as a form, and as a script without a word of its own. */
const POSTS: Readonly<Record<string, Record<string, string>>> = {
  form: {'content-type': 'application/x-www-form-urlencoded'},
  'form of plain text': {'content-type': 'text/plain'},
  'script without a type': {},
};

for (const [how, headers] of Object.entries(POSTS)) {
  test(`a page of another origin does nothing by a ${how}`, async ({sandbox}) => {
    const order = await createOrder(sandbox);
    await sandbox.pay(order);
    const {id} = sandbox.payments(order)[0]!;
    for (const [path, fields] of [
      ['/act', {action: 'refund', id}],
      ['/act', {action: 'refund-part', id, amount: '1'}],
      ['/clock', {by: '5', unit: 'days'}],
      ['/faults', {on: 'script-404'}],
    ] as const) {
      const body = new URLSearchParams(fields).toString();
      const response = await fetch(sandbox.url + path, {
        method: 'POST',
        headers: {...headers, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site'},
        body: headers['content-type'] ? body : new Blob([body]),
      });
      expect(response.status, path).toBe(403);
    }
    expect(sandbox.payments(order)[0]!.amount_refunded).toBe(0);
    expect(sandbox.faults.list()).toEqual([]);
  });
}

test('a page of another origin can not show it, to have it pressed unseen', async ({sandbox}) => {
  const {headers} = await fetch(sandbox.url);
  expect(headers.get('x-frame-options')).toBe('DENY');
});

test('what a person is typing stays while the page is brought up to date', async ({
  page,
  sandbox,
}) => {
  const order = await createOrder(sandbox);
  await sandbox.pay(order);
  await page.goto(sandbox.url);
  const amount = page.locator(`#of-${order}`).getByRole('textbox');
  await amount.fill('12');
  const newer = await createOrder(sandbox);
  await sandbox.pay(newer);
  await page.clock.runFor(2_000);
  await expect(page.locator(`#of-${newer}`)).toBeVisible();
  await expect(amount).toHaveValue('12');
  await expect(amount).toBeFocused();
  await expect(page.locator(`#of-${newer}`).getByRole('textbox')).toHaveValue('');
});

test('addresses, UPI IDs and cards are there to copy', async ({context, page, sandbox}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(sandbox.url);
  for (const text of [
    sandbox.scriptUrl,
    sandbox.checkoutScriptUrl,
    sandbox.url,
    sandbox.keyId,
    'success@razorpay',
    'failure@razorpay',
    '4100 2800 0000 1007',
  ]) {
    await page.getByRole('button', {name: `Copy ${text}`, exact: true}).click();
    await expect(said(page)).toHaveText(`Copied: ${text}`);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  }
  expect(TEST_CARDS.filter((number) => !isCardNumber(number))).toEqual([]);
});
