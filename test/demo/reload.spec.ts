import type {Page} from '@playwright/test';
import {
  checkoutOf,
  expect,
  expectPaid,
  expectShippedOnce,
  logOf,
  openCheckout,
  orderOf,
  passContact,
  payByUpi,
  startOrder,
  test,
} from '../fixtures/demo/shop.js';

/** The shop does what is asked, and its answer never comes; resolves when it has done it. */
async function loseAnswer(page: Page, path: string, act: () => Promise<unknown>): Promise<unknown> {
  let done: (answer: unknown) => void;
  const answered = new Promise((resolve) => {
    done = resolve;
  });
  await page.route(path, async (route) => done(await (await route.fetch()).json()), {times: 1});
  await act();
  return answered;
}

test('a reload while the order is made leads to the same order', async ({page}) => {
  await page.goto('/server-order');
  const made = await loseAnswer(page, '**/checkout/orders', () =>
    page.getByRole('button', {name: 'Pay ₹349'}).click(),
  );
  await page.reload();
  const order = await orderOf(page, () => openCheckout(page));
  expect(made).toMatchObject({order_id: order});
});

test('a reload while the bank is asked leads to the same order, which is paid once', async ({
  page,
  sandbox,
  shop,
}) => {
  const order = await startOrder(page, '/server-order');
  await passContact(page);
  await payByUpi(page, 'asha@okaxis');
  await checkoutOf(page).getByRole('button', {name: 'Success'}).waitFor();
  await page.reload();
  expect(await orderOf(page, () => openCheckout(page))).toBe(order);
  await passContact(page);
  await payByUpi(page);
  await expectPaid(page);
  expect(sandbox.payments(order).filter(({captured}) => captured)).toHaveLength(1);
  await expectShippedOnce(shop, order);
});

test('a reload while the payment is verified tells of it on the new page', async ({page, shop}) => {
  const order = await startOrder(page, '/server-order');
  await passContact(page);
  await loseAnswer(page, '**/checkout/verify', () => payByUpi(page));
  await page.reload();
  await expect(logOf(page, 'rzp-success')).toHaveText(/paid, pay_/);
  await expect(page.getByRole('button', {name: 'Paid'})).toBeVisible();
  await expectShippedOnce(shop, order);
});
