import {expect, test} from '../fixtures/demo/shop.js';

test('a blocked script is tried three times, told, and can be pressed again', async ({
  page,
  shopper,
}) => {
  let requests = 0;
  await page.route('**/blocked/magic-checkout.js', (route) => {
    requests += 1;
    return requests <= 3
      ? route.abort('blockedbyclient')
      : route.fulfill({
          contentType: 'text/javascript',
          body: `window.Razorpay = class { on() {} open() { document.title = 'opened'; } close() {} };`,
        });
  });
  await page.goto('/blocked-script');
  await page.getByRole('button', {name: 'Pay ₹349'}).click();
  await expect(shopper.log('rzp-error')).toContainText('script_failed');
  expect(requests).toBe(3);
  await expect(page.getByText('The payment window could not be loaded')).toBeVisible();

  await page.getByRole('button', {name: 'Pay ₹349'}).click();
  await expect(page).toHaveTitle('opened');
});

test('a forged signature is never paid', async ({page, records, shop, shopper}) => {
  await page.goto('/forged-signature');
  const order = await shopper.orderOf(() => page.getByRole('button', {name: 'Pay ₹349'}).click());
  await expect(shopper.log('rzp-unconfirmed')).toContainText('rejected');
  await expect(page.getByText('pay_Forged00000001').first()).toBeVisible();
  await expect(page.getByText('Please do not pay again')).toBeVisible();
  await expect(shopper.log('rzp-success')).toHaveCount(0);
  expect(await records.status(order)).toBe('created');
  expect(await shop.shipments()).not.toContain(order);
});

test('a missing attribute is named before any order is made', async ({page, shopper}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/missing-attribute');
  await page.getByRole('button', {name: 'Pay ₹349'}).click();
  await expect(shopper.log('rzp-error')).toContainText('verify-url');
  await expect(page.getByText('Payment is not available right now')).toBeVisible();
  expect(asked.filter((url) => url.includes('/checkout/orders'))).toEqual([]);
});

test('two buttons pressed at once open one checkout', async ({page, shopper}) => {
  await page.goto('/two-buttons');
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>('rzp-magic-button')) button.click();
  });
  await shopper.frame.getByRole('heading', {name: 'Contact details'}).waitFor();
  await expect(shopper.log('rzp-error')).toContainText('checkout_busy');
  await expect(page.locator('rzp-magic-button[data-state=open]')).toHaveCount(1);
});

test('a shop that is down for a moment does not lose the payment', async ({
  page,
  records,
  shopper,
}) => {
  let down = true;
  await page.route(/\/checkout\/(verify|status)/, (route) =>
    down ? route.abort() : route.continue(),
  );
  const order = await shopper.buy('/server-order');
  await shopper.expectUnconfirmed();
  await expect(page.getByText('Your payment is not confirmed yet')).toBeVisible();
  expect(await records.status(order)).not.toBe('paid');

  down = false;
  await shopper.expectPaid();
  expect(await records.status(order)).toBe('paid');
});

test('the key secret reaches no page', async ({page, sandbox, shopper}) => {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    bodies.push(response.text().catch(() => ''));
  });
  await shopper.buy('/server-order');
  await shopper.expectPaid();
  await expect.poll(() => bodies.length).toBeGreaterThan(8);
  const texts = await Promise.all(bodies);
  expect(texts.filter((text) => text.includes(sandbox.keySecret))).toEqual([]);
});
