import type {Page} from '@playwright/test';
import {expect, Shopper, test as base} from '../fixtures/demo/shop.js';
import {notProven} from '../fixtures/not-proven.js';
import {findWholeChromium} from '../tools/chromium.js';

/** A headless shell keeps no page. */
const browser = findWholeChromium();
if (!browser) notProven('Going back to a page that was kept: no Chromium but a headless shell');

/** Playwright switches the cache off, because a page that comes from it never loads. */
const test = base.extend({
  launchOptions: [
    ({launchOptions}, use) =>
      use({
        ...launchOptions,
        ...(browser && {executablePath: browser}),
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
      }),
    {scope: 'worker'},
  ],
});

// One browser, and one shop in front of it, for all of them: they stay in one worker.
test.describe.configure({mode: 'default'});

test.skip(!browser, 'There is no Chromium but a headless shell.');

/** Goes back to a page that the browser has kept as it was left. */
async function goBack(page: Page): Promise<void> {
  await page.goBack({waitUntil: 'commit'});
  await expect.poll(() => page.evaluate(() => document.body.dataset.kept)).toBe('true');
}

test.beforeEach(({page}) =>
  page.addInitScript(() => {
    addEventListener('pageshow', ({persisted}) => {
      document.body.dataset.kept = String(persisted);
    });
  }),
);

test('a checkout that was left open takes the payment when the shopper is back', async ({
  page,
  records,
  shopper,
}) => {
  const order = await shopper.start('/server-order');
  await shopper.passContact();
  await shopper.frame.getByRole('button', {name: /^UPI/}).click();
  await shopper.frame.getByRole('textbox', {name: 'UPI ID'}).fill('success@razorpay');
  // Playwright does not find the frames of a page that comes from the cache. The mouse does.
  const pay = await shopper.frame.getByRole('button', {name: /^Pay ₹/}).boundingBox();
  await page.goto('/');
  await goBack(page);
  await page.mouse.click(pay!.x + pay!.width / 2, pay!.y + pay!.height / 2);
  await shopper.expectPaid();
  await records.expectShippedOnce(order);
});

test('a payment that was not acknowledged is confirmed as soon as the shopper is back', async ({
  page,
  records,
  sandbox,
  shopper,
}) => {
  const order = await shopper.buyUnconfirmed('/server-order', sandbox);
  await page.goto('about:blank');
  sandbox.faults.clear();
  await goBack(page);
  await shopper.expectPaid();
  await records.expectShippedOnce(order);
});

test('a lease that ended with the page is taken up again', async ({
  page,
  records,
  sandbox,
  shopper,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', {value: undefined});
  });
  const order = await shopper.buyUnconfirmed('/server-order', sandbox);
  sandbox.faults.set({rest: 'silent'});
  const asked = page.waitForRequest('**/checkout/verify');
  await page.reload();
  await asked;
  const leases = () =>
    page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes(':lock:')));
  expect(await leases()).toHaveLength(1);
  await page.goto('/shop.css');
  expect(await leases()).toEqual([]);
  sandbox.faults.clear();
  await goBack(page);
  await expect(shopper.log('rzp-success')).toHaveText(/paid, pay_/);
  await records.expectShippedOnce(order);
});

test('a page that was left idle tells of what was paid in another tab', async ({
  context,
  page,
  records,
  sandbox,
  shopper,
}) => {
  await page.goto('/two-buttons');
  await page.goto('/shop.css');
  const other = new Shopper(await context.newPage());
  const order = await other.buyUnconfirmed('/server-order', sandbox);
  await other.page.close();
  sandbox.faults.clear();
  await goBack(page);
  await expect(shopper.log('rzp-success')).toHaveText(/paid, pay_/);
  await records.expectShippedOnce(order);
});
