import type {Page} from '@playwright/test';
import {
  expect,
  expectPaid,
  expectShippedOnce,
  logOf,
  orderOf,
  openCheckout,
  passContact,
  payByUpi,
  startOrder,
  test,
} from '../fixtures/demo/shop.js';

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

for (const path of ['/server-order', '/classic-script'])
  test(`a page of ${path} that is open during a deploy makes no order without its code`, async ({
    page,
  }) => {
    const missed = await deploy(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(path);
    const pay = page.getByRole('button', {name: /^Pay ₹/});
    await pay.click();
    await expect(logOf(page, 'rzp-error')).toContainText('chunk_failed');
    await expect(page.getByText('Please reload the page and try again.')).toBeVisible();
    await expect(page.getByText(/charged|could not be reached/)).toHaveCount(0);
    expect(missed.length).toBeGreaterThan(0);
    expect(asked.filter((url) => url.endsWith('/checkout/orders'))).toEqual([]);

    // The reload brings the shell of the new files.
    await page.unrouteAll();
    await page.reload();
    await orderOf(page, () => openCheckout(page));
  });

test('a deploy after the press takes nothing away that a payment needs', async ({page, shop}) => {
  const order = await startOrder(page, '/server-order');
  const missed = await deploy(page);
  await page.route(/\/checkout\/verify/, (route) => route.abort(), {times: 1});
  await passContact(page);
  await payByUpi(page);
  await expectPaid(page);
  expect(missed).toEqual([]);
  await expectShippedOnce(shop, order);
});

test('a payment is confirmed by a press where the code that resumes it is gone', async ({
  page,
  sandbox,
  shop,
}) => {
  const order = await startOrder(page, '/server-order');
  await passContact(page);
  sandbox.faults.set({rest: '500'});
  await payByUpi(page);
  await expect(page.getByRole('button', {name: 'Not confirmed'})).toBeVisible();

  const missed = page.waitForRequest(/\/cdn\/resume-/);
  await page.route('**/cdn/resume-*.js', (route) => route.fulfill({status: 404}));
  await page.reload();
  await missed;
  expect(await orderOf(page, () => page.getByRole('button', {name: /^Pay ₹/}).click())).toBe(order);
  await expect(page.getByRole('button', {name: 'Not confirmed'})).toBeVisible();
  sandbox.faults.clear();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expectPaid(page);
  await expectShippedOnce(shop, order);
});
