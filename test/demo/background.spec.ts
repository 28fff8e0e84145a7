import type {Page} from '@playwright/test';
import {expect, test} from '../fixtures/demo/shop.js';

/** The page lies in the background for so many seconds, where its timers stand still. */
async function sleep(page: Page, seconds: number): Promise<void> {
  const now = await page.evaluate(() => Date.now());
  await page.clock.setSystemTime(now + seconds * 1_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

test('a checkout whose time has run out in the background is left, unless it was paid there', async ({
  page,
  records,
  sandbox,
  shopper,
  webhooks,
}) => {
  await page.goto('/server-order');
  await page.locator('rzp-magic-button').evaluate((button) => {
    button.setAttribute('timeout', '300');
  });
  const order = await shopper.orderOf(() => shopper.open());
  // Far from its end: a machine that has much to do takes seconds to come here.
  await sleep(page, 200);
  await expect(page.locator('rzp-magic-button')).toHaveAttribute('data-state', 'open');
  await sleep(page, 101);
  await expect(shopper.log('rzp-dismiss')).toHaveText(/timeout/);
  await expect(page.locator('body')).not.toHaveCSS('overflow', 'hidden');
  expect(await records.status(order)).toBe('created');

  await shopper.open();
  webhooks.start();
  await sandbox.pay(order);
  await sandbox.settled();
  webhooks.stop();
  await sleep(page, 301);
  await shopper.expectPaid();
  await records.expectShippedOnce(order);
});
