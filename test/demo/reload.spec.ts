import type {Page} from '@playwright/test';
import {expect, test} from '../fixtures/demo/shop.js';

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

test('a reload while the order is made leads to the same order', async ({page, shopper}) => {
  await page.goto('/server-order');
  const made = await loseAnswer(page, '**/checkout/orders', () =>
    page.getByRole('button', {name: 'Pay ₹349'}).click(),
  );
  await page.reload();
  const order = await shopper.orderOf(() => shopper.open());
  expect(made).toMatchObject({order_id: order});
});

test('a reload while the bank is asked leads to the same order, which is paid once', async ({
  page,
  records,
  sandbox,
  shopper,
}) => {
  const order = await shopper.start('/server-order');
  await shopper.pay('asha@okaxis');
  await shopper.frame.getByRole('button', {name: 'Success'}).waitFor();
  await page.reload();
  expect(await shopper.orderOf(() => shopper.open())).toBe(order);
  await shopper.pay();
  await shopper.expectPaid();
  expect(sandbox.payments(order).filter(({captured}) => captured)).toHaveLength(1);
  await records.expectShippedOnce(order);
});

test('a reload while the payment is verified tells of it on the new page', async ({
  page,
  records,
  shopper,
}) => {
  const order = await shopper.start('/server-order');
  await shopper.passContact();
  await loseAnswer(page, '**/checkout/verify', () => shopper.payByUpi());
  await page.reload();
  await expect(shopper.log('rzp-success')).toHaveText(/paid, pay_/);
  await shopper.expectPaid();
  await records.expectShippedOnce(order);
});
