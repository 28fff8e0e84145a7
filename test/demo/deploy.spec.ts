import type {Page} from '@playwright/test';
import {expect, test} from '../fixtures/demo/shop.js';

/** A deploy replaces what a page has not loaded yet: other files lie there now. */
async function deploy(page: Page): Promise<string[]> {
  const missed: string[] = [];
  await page.route('**/cdn/*-*.js', (route) => {
    if (/rzp-magic-button\.(iife\.)?js$/.test(route.request().url())) return route.continue();
    missed.push(route.request().url());
    return route.fulfill({status: 404, contentType: 'text/html', body: '<h1>Not found</h1>'});
  });
  return missed;
}

for (const [path, details] of [
  ['/server-order', {tag: '@variant'}],
  ['/classic-script', {}],
] as const)
  test(
    `a page of ${path} that is open during a deploy makes no order without its code`,
    details,
    async ({page, shopper}) => {
      const missed = await deploy(page);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(path);
      const pay = page.getByRole('button', {name: /^Pay ₹/});
      await pay.click();
      await expect(shopper.log('rzp-error')).toContainText('chunk_failed');
      await expect(page.getByText(/Please reload the page/)).toBeVisible();
      await expect(page.getByText(/charged|could not be reached/)).toHaveCount(0);
      expect(missed.length).toBeGreaterThan(0);
      expect(asked.filter((url) => url.endsWith('/checkout/orders'))).toEqual([]);

      // The reload brings the shell of the new files.
      await page.unrouteAll();
      await page.reload();
      await shopper.orderOf(() => shopper.open());
    },
  );

test('a deploy after the press takes nothing away that a payment needs', async ({
  page,
  records,
  shopper,
}) => {
  const order = await shopper.start('/server-order');
  const missed = await deploy(page);
  await page.route(/\/checkout\/verify/, (route) => route.abort(), {times: 1});
  await shopper.pay();
  await shopper.expectPaid();
  // What tells who builds the page comes last, and no payment needs it.
  expect(missed.filter((url) => !url.includes('/advise-'))).toEqual([]);
  await records.expectShippedOnce(order);
});

test('a payment is confirmed by a press where the code that resumes it is gone', async ({
  page,
  records,
  sandbox,
  shopper,
}) => {
  const order = await shopper.buyUnconfirmed('/server-order', sandbox);

  const missed = page.waitForRequest(/\/cdn\/resume-/);
  await page.route('**/cdn/resume-*.js', (route) => route.fulfill({status: 404}));
  await page.reload();
  await missed;
  expect(await shopper.orderOf(() => page.getByRole('button', {name: /^Pay ₹/}).click())).toBe(
    order,
  );
  await shopper.expectUnconfirmed();
  sandbox.faults.clear();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await shopper.expectPaid();
  await records.expectShippedOnce(order);
});

for (const [file, sign, details] of [
  ['resume', 'online', {}],
  ['resume', 'visibilitychange', {tag: '@variant'}],
  ['resume', 'a focus', {tag: '@variant'}],
  ['press', 'online', {tag: '@variant'}],
  ['press', 'a touch', {}],
] as const)
  test(
    `a payment waits for the code of ${file} no longer than until ${sign}`,
    details,
    async ({page, records, sandbox, shopper}) => {
      const order = await shopper.start('/server-order');
      await shopper.passContact();
      sandbox.faults.set({rest: '500'});
      await shopper.payByUpi();
      await shopper.expectUnconfirmed();
      const warnings: string[] = [];
      page.on('console', (message) => warnings.push(message.text()));
      await page.route(`**/cdn/${file}-*.js`, (route) => route.abort());
      await page.reload();
      await expect.poll(() => warnings.join()).toContain('an earlier payment waits');

      sandbox.faults.clear();
      await page.unrouteAll();
      if (sign === 'a focus') await page.getByRole('button', {name: /^Pay ₹/}).focus();
      else if (sign === 'a touch')
        await page.locator('rzp-magic-button').dispatchEvent('touchstart', {bubbles: true});
      else await page.evaluate((type) => dispatchEvent(new Event(type)), sign);
      await shopper.expectPaid();
      await records.expectShippedOnce(order);
    },
  );
