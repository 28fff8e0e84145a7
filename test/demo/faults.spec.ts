import type {Page} from '@playwright/test';
import {
  expect,
  expectPaid,
  expectShippedOnce,
  logOf,
  openCheckout,
  orderOf,
  passContact,
  payByUpi,
  payOrder,
  startOrder,
  test,
} from '../fixtures/demo/shop.js';

/** Each fault of the sandbox, walked in the shop; what came of it is read from the shop's ledger. */

test.afterEach(({sandbox}) => {
  sandbox.faults.clear();
  sandbox.webhook.url = null;
});

const pressed = (page: Page) =>
  orderOf(page, () => page.getByRole('button', {name: 'Pay ₹349'}).click());

const expectUsable = async (page: Page) => {
  await expect(page.locator('body')).not.toHaveCSS('overflow', 'hidden');
  await expect(page.locator('meta[name=viewport]')).toHaveCount(1);
  await expect(page.getByRole('button', {name: 'Pay ₹349'})).toBeFocused();
};

for (const [fault, code] of Object.entries({
  404: 'script_failed',
  blocked: 'script_failed',
  empty: 'script_no_constructor',
} as const))
  test(`a script that is ${fault} is told, and the same order opens once it is mended`, async ({
    page,
    sandbox,
    shop,
  }) => {
    sandbox.faults.set({script: fault as 'empty'});
    await page.goto('/server-order');
    const order = await pressed(page);
    await expect(logOf(page, 'rzp-error')).toContainText(code);
    await expectUsable(page);
    expect((await shop.checkout.order(order))?.status).toBe('created');
    sandbox.faults.clear();
    expect(await orderOf(page, () => openCheckout(page))).toBe(order);
  });

test('a slow script is waited for', async ({page, sandbox}) => {
  sandbox.faults.set({script: 'slow'}, {seconds: 2});
  await startOrder(page, '/server-order');
});

for (const fault of ['hangs', 'silent'] as const)
  test(`a checkout that is ${fault} gives the page back after 30 s`, async ({
    page,
    sandbox,
    shop,
  }) => {
    sandbox.faults.set({frame: fault});
    await page.clock.install();
    await page.goto('/server-order');
    const order = await pressed(page);
    await expect(page.locator('rzp-magic-button')).toHaveAttribute('data-state', 'open');
    await page.clock.runFor(31_000);
    await expect(logOf(page, 'rzp-error')).toContainText('checkout_silent');
    await expectUsable(page);
    expect((await shop.checkout.order(order))?.status).toBe('created');
  });

test('a checkout that gives up gives the page back', async ({page, sandbox, shop}) => {
  sandbox.faults.set({frame: 'fault'});
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto('/server-order');
  const order = await pressed(page);
  await expect(logOf(page, 'rzp-error')).toContainText('checkout_fault');
  await expectUsable(page);
  expect((await shop.checkout.order(order))?.status).toBe('created');
});

test('a payment that the checkout dismissed is found', async ({page, sandbox, shop}) => {
  sandbox.faults.set({handler: 'dismissed'});
  const order = await payOrder(page, '/server-order');
  await expectPaid(page);
  await expect(logOf(page, 'rzp-dismiss')).toHaveCount(0);
  expect((await shop.checkout.order(order))?.status).toBe('paid');
});

test('a payment that the checkout never reports reaches the shop by webhook', async ({
  page,
  sandbox,
  shop,
}) => {
  sandbox.webhook.url = `${shop.url}/checkout/webhook`;
  sandbox.faults.set({handler: 'lost'});
  const order = await payOrder(page, '/server-order');
  await expect.poll(async () => (await shop.checkout.order(order))?.status).toBe('paid');
  await expectShippedOnce(shop, order);
  // The shopper comes back from the UPI app and learns it too.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expectPaid(page);
});

test('a wrong signature of a real payment loses no money', async ({page, sandbox, shop}) => {
  sandbox.faults.set({handler: 'wrong-signature'});
  const order = await payOrder(page, '/server-order');
  await expectPaid(page);
  expect((await shop.checkout.order(order))?.status).toBe('paid');
});

for (const fault of ['late', 'twice', 'out-of-order', 'never', 'wrong-signature'] as const)
  test(`a webhook that is ${fault} makes no difference to the order`, async ({
    page,
    sandbox,
    shop,
  }) => {
    sandbox.webhook.url = `${shop.url}/checkout/webhook`;
    sandbox.faults.set({webhook: fault});
    const order = await payOrder(page, '/server-order');
    await expectPaid(page);
    await sandbox.advance(120);
    await sandbox.settled();
    expect((await shop.checkout.order(order))?.status).toBe('paid');
    await expectShippedOnce(shop, order);
  });

for (const fault of ['500', '502', '429'] as const)
  test(`while Razorpay answers ${fault} no order is made, and the press after it works`, async ({
    page,
    sandbox,
  }) => {
    sandbox.faults.set({rest: fault}, {route: 'POST /orders'});
    await page.goto('/server-order');
    await page.getByRole('button', {name: 'Pay ₹349'}).click();
    await expect(logOf(page, 'rzp-error')).toContainText('order_failed');
    await expectUsable(page);
    sandbox.faults.clear();
    await openCheckout(page);
  });

test('an order whose answer was lost is found again, not made twice', async ({
  page,
  sandbox,
  shop,
}) => {
  sandbox.faults.set({rest: 'dropped'}, {route: 'POST /orders', times: 1});
  const order = await startOrder(page, '/server-order');
  const {receipt} = (await shop.checkout.order(order))!;
  const found = await fetch(`${sandbox.url}/v1/orders?receipt=${receipt}`, {
    headers: {Authorization: `Basic ${btoa(`${sandbox.keyId}:${sandbox.keySecret}`)}`},
  });
  expect(((await found.json()) as {count: number}).count).toBe(1);
});

test('while Razorpay can not be asked the payment is unconfirmed, and paid afterwards', async ({
  page,
  sandbox,
  shop,
}) => {
  const order = await startOrder(page, '/server-order');
  await passContact(page);
  sandbox.faults.set({rest: '500'});
  await payByUpi(page);
  await expect(page.getByRole('button', {name: 'Not confirmed'})).toBeVisible();
  expect((await shop.checkout.order(order))?.status).not.toBe('paid');
  sandbox.faults.clear();
  await expectPaid(page);
  await expectShippedOnce(shop, order);
});

test('a payment that is approved late is entered though the shopper has gone', async ({
  page,
  sandbox,
  shop,
}) => {
  sandbox.webhook.url = `${shop.url}/checkout/webhook`;
  sandbox.faults.set({payment: 'late'});
  const order = await payOrder(page, '/server-order');
  await expect(logOf(page, 'rzp-attempt-failed')).toHaveCount(1);
  await page.close();
  await sandbox.advance(120);
  await sandbox.settled();
  await expect.poll(async () => (await shop.checkout.order(order))?.status).toBe('paid');
  await expectShippedOnce(shop, order);
});

test('a shopper who is redirected sees the order, and it is paid once', async ({page, shop}) => {
  const order = await payOrder(page, '/redirected');
  await page.waitForURL(/\/order\?order_id=/);
  await expect(page.locator('#status')).toHaveText('Paid');
  await expectShippedOnce(shop, order);
});
