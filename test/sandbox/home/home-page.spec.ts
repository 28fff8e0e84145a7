// src/sandbox/home/home.ts with its switches in src/sandbox/home/fault-panel.ts, its tables in
// src/sandbox/home/records.ts and src/sandbox/home/table.ts, kept up to date by
// src/sandbox/home/live.ts. What one may do there: test/sandbox/home/actions.spec.ts.
import AxeBuilder from '@axe-core/playwright';
import {ENDPOINT_SECRET, KEY_ID} from '../../fixtures/samples.js';
import {callApi} from '../../fixtures/sandbox/api.js';
import {ask, attempt} from '../../fixtures/sandbox/attempt.js';
import {expect, test} from '../../fixtures/sandbox/merchant.js';
import {createOrder} from '../../fixtures/sandbox/rest.js';
import {serve} from '../../fixtures/serve.js';

const DAY_SECONDS = 24 * 60 * 60;

test('the page at / names the key and lists orders, payments and events', async ({
  page,
  sandbox,
}) => {
  const orderId = await createOrder(sandbox, {receipt: '<b>bold</b>'});
  const paymentId = await attempt(sandbox, orderId, {method: 'upi', vpa: 'success@razorpay'});
  await page.goto(sandbox.url);
  await expect(page.getByText(KEY_ID)).toBeVisible();
  await expect(page.getByText('No money moves')).toBeVisible();
  const row = (text: string) => page.getByRole('row').filter({hasText: text});
  await expect(row('<b>bold</b>')).toContainText(orderId);
  await expect(row(paymentId)).toContainText('captured');
  await expect(row('order.paid')).toContainText('not yet');
});

test('amounts have the decimals of their currency', async ({page, sandbox}) => {
  for (const [currency, shown] of Object.entries({
    INR: 'INR 500.00',
    JPY: 'JPY 50000',
    KWD: 'KWD 50.000',
  })) {
    const orderId = await createOrder(sandbox, {amount: 50_000, currency});
    await page.goto(sandbox.url);
    const row = page.getByRole('row').filter({hasText: orderId});
    await expect(row.getByRole('cell', {name: shown, exact: true})).toBeVisible();
  }
});

test('the page at / tells how the endpoints of the merchant have answered, and keeps their secret', async ({
  page,
  sandbox,
}) => {
  const server = await serve((request, response) => {
    response.statusCode = 403;
    response.end(request.url);
  });
  const url = `${server.url}/promotions`;
  sandbox.merchant.promotionsUrl = `${url}?key=${ENDPOINT_SECRET}`;
  const orderId = await createOrder(sandbox);
  const question = {key_id: sandbox.keyId, order_id: orderId};
  expect(await ask(sandbox, '/promotions', question)).toMatchObject({
    error: {metadata: {problem: `${url} answered 403.`}},
  });

  await page.goto(sandbox.url);
  await expect(page.getByRole('definition').filter({hasText: url})).toHaveText(url);
  const row = page.getByRole('row').filter({hasText: `${url} answered 403.`});
  await expect(row).toContainText(orderId);
  await expect(page.getByText(ENDPOINT_SECRET)).toHaveCount(0);
  server.close();
});

test('the page at / lists the mandates, and who can do something about each', async ({
  page,
  sandbox,
}) => {
  const customer = await callApi(sandbox, 'POST', '/customers', {name: 'Asha <b>Rao</b>'});
  const order = await callApi(sandbox, 'POST', '/orders', {
    amount: 100,
    currency: 'INR',
    customer_id: customer.body.id,
    method: 'upi',
    token: {max_amount: 200_000, frequency: 'half_yearly'},
  });
  const {token} = await sandbox.approveMandate(String(order.body.id));
  await page.goto(sandbox.url);
  const row = page.getByRole('row').filter({hasText: token.id});
  await expect(row).toContainText(
    /Asha <b>Rao<\/b>.*INR 2000.00.*half yearly.*confirmed.*Your server charges it./s,
  );
  sandbox.pause(token.id);
  await page.clock.runFor(2_000);
  await expect(row).toContainText('The shopper resumes it in the UPI app.');
  await row.getByRole('link').click();
  await page.getByRole('button', {name: 'Revoke'}).click();
  await expect(page.getByText('cancelled')).toBeVisible();
});

test('what happens later appears by itself', async ({page, sandbox}) => {
  await page.goto(sandbox.url);
  const orderId = await createOrder(sandbox);
  await page.clock.runFor(2_000);
  await expect(page.getByRole('row').filter({hasText: orderId})).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({javaScriptEnabled});

    test('a switch turns a fault on and off', async ({page, sandbox}) => {
      await page.goto(sandbox.url);
      const fault = page.getByRole('switch', {name: /^script-404/});
      await expect(fault).toHaveAttribute('aria-checked', 'false');
      await fault.click();
      await expect(fault).toHaveAttribute('aria-checked', 'true');
      expect((await fetch(sandbox.scriptUrl)).status).toBe(404);
      await fault.click();
      await expect(fault).toHaveAttribute('aria-checked', 'false');
      expect((await fetch(sandbox.scriptUrl)).status).toBe(200);
    });

    test('a fault may be for the next time only', async ({page, sandbox}) => {
      await page.goto(sandbox.url);
      await page.getByRole('checkbox', {name: 'Only the next time'}).check();
      await page.getByRole('switch', {name: /^script-404/}).click();
      await expect(page.getByText('1×')).toBeVisible();
      expect(sandbox.faults.list()).toMatchObject([{name: 'script-404', times: 1}]);
    });

    test('all faults go with one button', async ({page, sandbox}) => {
      sandbox.faults.set({script: '404', webhook: 'never'});
      await page.goto(sandbox.url);
      await page.getByRole('button', {name: 'Switch all off'}).click();
      await expect(page.getByRole('switch', {checked: true})).toHaveCount(0);
      expect(sandbox.faults.list()).toEqual([]);
    });
  });
}

test('the keyboard stays on the switch that it pressed', async ({page, sandbox}) => {
  await page.goto(sandbox.url);
  const fault = page.getByRole('switch', {name: /^rest-429/});
  await fault.focus();
  await page.keyboard.press('Space');
  await expect(fault).toHaveAttribute('aria-checked', 'true');
  await expect(fault).toBeFocused();
});

test('another site switches nothing', async ({sandbox}) => {
  const response = await fetch(`${sandbox.url}/faults`, {
    method: 'POST',
    headers: {origin: 'https://evil.example', 'sec-fetch-site': 'cross-site'},
    body: new URLSearchParams({on: 'script-404'}),
  });
  expect(response.status).toBe(403);
  expect(sandbox.faults.list()).toEqual([]);
});

for (const [width, height, colorScheme, details] of [
  [390, 844, 'light', {}],
  [320, 568, 'dark', {tag: '@visual'}],
  [1280, 800, 'light', {tag: '@visual'}],
  [1280, 800, 'dark', {tag: '@visual'}],
] as const) {
  test(
    `at ${width} × ${height}, ${colorScheme}, it is accessible and no wider than the screen`,
    details,
    async ({page, sandbox}) => {
      await page.emulateMedia({colorScheme});
      await page.setViewportSize({width, height});
      sandbox.faults.set({handler: 'lost', webhook: 'twice'}, {times: 3});
      sandbox.merchant.promotionsUrl = `http://127.0.0.1:9/${'promotions'.repeat(9)}`;
      const question = {key_id: sandbox.keyId, order_id: await createOrder(sandbox)};
      await ask(sandbox, '/promotions', question);
      await sandbox.pay(await createOrder(sandbox, {receipt: 'r'.repeat(40)}));
      const orderId = await createOrder(sandbox);
      await sandbox.pay(orderId, {outcome: 'failed'});
      await sandbox.pay(orderId, {method: 'cod'});
      await page.goto(`${sandbox.url}/?done=refund`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await page.locator('.card, td').evaluateAll(tooWide)).toEqual([]);
      expect((await new AxeBuilder({page: page as never}).analyze()).violations).toEqual([]);
    },
  );
}

/** What is wider than its card or cell, so that one would have to scroll sideways or it stands over the edge. */
const tooWide = (cards: Element[]): string[] =>
  cards
    .filter(({clientWidth, scrollWidth}) => scrollWidth > clientWidth)
    .map(({outerHTML}) => outerHTML.slice(0, 120));

test('tells when orders, payments and events were made, by the clock of the sandbox', async ({
  page,
  sandbox,
}) => {
  await sandbox.advance(3 * DAY_SECONDS);
  const orderId = await createOrder(sandbox, {receipt: 'tea'});
  const paymentId = await attempt(sandbox, orderId, {method: 'upi', vpa: 'success@razorpay'});
  await page.goto(sandbox.url);
  const secondsOf = async (text: string) => {
    const time = page.getByRole('row').filter({hasText: text}).locator('time');
    return Date.parse((await time.getAttribute('datetime'))!) / 1000;
  };
  expect(await secondsOf('tea')).toBe(sandbox.order(orderId).created_at);
  expect(await secondsOf(paymentId)).toBe(sandbox.payments(orderId)[0]!.created_at);
  const paid = sandbox.events().find(({event}) => event === 'order.paid')!;
  expect(await secondsOf('order.paid')).toBe(paid.createdAt / 1000);
  expect(await secondsOf('tea')).toBeGreaterThan(Date.now() / 1000 + 2 * DAY_SECONDS);
});
