import type {Page} from '@playwright/test';
import {expect, type Shopper, test} from '../fixtures/demo/shop.js';

/** Each fault of the sandbox, walked in the shop; what came of it is read from the shop's ledger. */

const pressed = (shopper: Shopper) =>
  shopper.orderOf(() => shopper.page.getByRole('button', {name: 'Pay ₹349'}).click());

const expectUsable = async (page: Page) => {
  await expect(page.locator('body')).not.toHaveCSS('overflow', 'hidden');
  await expect(page.locator('meta[name=viewport]')).toHaveCount(1);
  await expect(page.getByRole('button', {name: 'Pay ₹349'})).toBeFocused();
};

for (const [fault, code, details] of [
  ['404', 'script_failed', {}],
  ['blocked', 'script_failed', {tag: '@variant'}],
  ['empty', 'script_no_constructor', {}],
] as const)
  test(
    `a script that is ${fault} is told, and the same order opens once it is mended`,
    details,
    async ({page, records, sandbox, shopper}) => {
      sandbox.faults.set({script: fault});
      await page.goto('/server-order');
      const order = await pressed(shopper);
      await expect(shopper.log('rzp-error')).toContainText(code);
      await expectUsable(page);
      expect(await records.status(order)).toBe('created');
      sandbox.faults.clear();
      expect(await shopper.orderOf(() => shopper.open())).toBe(order);
    },
  );

test('a slow script is waited for', {tag: '@variant'}, async ({sandbox, shopper}) => {
  sandbox.faults.set({script: 'slow'}, {seconds: 1});
  await shopper.start('/server-order');
});

for (const [fault, details] of [
  ['hangs', {tag: '@variant'}],
  ['silent', {}],
] as const)
  test(
    `a checkout that is ${fault} gives the page back after 30 s`,
    details,
    async ({page, records, sandbox, shopper}) => {
      sandbox.faults.set({frame: fault});
      await page.clock.install();
      await page.goto('/server-order');
      const order = await pressed(shopper);
      await expect(page.locator('rzp-magic-button')).toHaveAttribute('data-state', 'open');
      await page.clock.runFor(31_000);
      await expect(shopper.log('rzp-error')).toContainText('checkout_silent');
      await expectUsable(page);
      expect(await records.status(order)).toBe('created');
    },
  );

test('a checkout that gives up gives the page back', async ({page, records, sandbox, shopper}) => {
  sandbox.faults.set({frame: 'fault'});
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto('/server-order');
  const order = await pressed(shopper);
  await expect(shopper.log('rzp-error')).toContainText('checkout_fault');
  await expectUsable(page);
  expect(await records.status(order)).toBe('created');
});

// As what a shopper closes: lost.spec.ts.
test(
  'a payment that the checkout dismissed is found',
  {tag: '@variant'},
  async ({records, sandbox, shopper}) => {
    sandbox.faults.set({handler: 'dismissed'});
    const order = await shopper.buy('/server-order');
    await shopper.expectPaid();
    await expect(shopper.log('rzp-dismiss')).toHaveCount(0);
    expect(await records.status(order)).toBe('paid');
  },
);

test('a payment that the checkout never reports reaches the shop by webhook', async ({
  page,
  records,
  sandbox,
  shopper,
  webhooks,
}) => {
  webhooks.start();
  sandbox.faults.set({handler: 'lost'});
  const order = await shopper.buy('/server-order');
  await expect.poll(() => records.status(order)).toBe('paid');
  await records.expectShippedOnce(order);
  // The shopper comes back from the UPI app and learns it too.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await shopper.expectPaid();
});

test('a wrong signature of a real payment loses no money', async ({records, sandbox, shopper}) => {
  sandbox.faults.set({handler: 'wrong-signature'});
  const order = await shopper.buy('/server-order');
  await shopper.expectPaid();
  expect(await records.status(order)).toBe('paid');
});

for (const [fault, details] of [
  ['late', {tag: '@variant'}],
  ['twice', {}],
  ['out-of-order', {tag: '@variant'}],
  ['never', {tag: '@variant'}],
  ['wrong-signature', {tag: '@variant'}],
] as const)
  test(
    `a webhook that is ${fault} makes no difference to the order`,
    details,
    async ({records, sandbox, shopper, webhooks}) => {
      webhooks.start();
      sandbox.faults.set({webhook: fault});
      const order = await shopper.buy('/server-order');
      await shopper.expectPaid();
      await sandbox.advance(120);
      await sandbox.settled();
      await records.expectPaid(order);
    },
  );

for (const [fault, details] of [
  ['500', {}],
  ['502', {tag: '@variant'}],
  ['429', {tag: '@variant'}],
] as const)
  test(
    `while Razorpay answers ${fault} no order is made, and the press after it works`,
    details,
    async ({page, sandbox, shopper}) => {
      sandbox.faults.set({rest: fault}, {route: 'POST /orders'});
      await page.goto('/server-order');
      await page.getByRole('button', {name: 'Pay ₹349'}).click();
      await expect(shopper.log('rzp-error')).toContainText('order_failed');
      await expectUsable(page);
      sandbox.faults.clear();
      await shopper.open();
    },
  );

test('an order whose answer was lost is found again, not made twice', async ({
  records,
  sandbox,
  shopper,
}) => {
  sandbox.faults.set({rest: 'dropped'}, {route: 'POST /orders', times: 1});
  const order = await shopper.start('/server-order');
  const {receipt} = await records.order(order);
  const found = await fetch(`${sandbox.url}/v1/orders?receipt=${receipt}`, {
    headers: {Authorization: `Basic ${btoa(`${sandbox.keyId}:${sandbox.keySecret}`)}`},
  });
  expect(((await found.json()) as {count: number}).count).toBe(1);
});

test('while Razorpay can not be asked the payment is unconfirmed, and paid afterwards', async ({
  records,
  sandbox,
  shopper,
}) => {
  const order = await shopper.buyUnconfirmed('/server-order', sandbox);
  expect(await records.status(order)).not.toBe('paid');
  sandbox.faults.clear();
  await shopper.expectPaid();
  await records.expectShippedOnce(order);
});

test('a payment that is approved late is entered though the shopper has gone', async ({
  page,
  records,
  sandbox,
  shopper,
  webhooks,
}) => {
  webhooks.start();
  sandbox.faults.set({payment: 'late'});
  const order = await shopper.buy('/server-order');
  await expect(shopper.log('rzp-attempt-failed')).toHaveCount(1);
  await page.close();
  await sandbox.advance(120);
  await sandbox.settled();
  await expect.poll(() => records.status(order)).toBe('paid');
  await records.expectShippedOnce(order);
});

test('a shopper who is redirected sees the order, and it is paid once', async ({
  page,
  records,
  shopper,
}) => {
  const order = await shopper.buy('/redirected');
  await page.waitForURL(/\/order\?order_id=/);
  await expect(page.locator('#status')).toHaveText('Paid');
  await records.expectShippedOnce(order);
});
