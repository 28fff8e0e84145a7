import {
  checkoutOf,
  expect,
  expectPaid,
  logOf,
  orderOf,
  payOrder,
  test,
} from '../fixtures/demo/shop.js';

test('a blocked script is tried three times, told, and can be pressed again', async ({page}) => {
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
  await expect(logOf(page, 'rzp-error')).toContainText('script_failed');
  expect(requests).toBe(3);
  await expect(page.getByText('The payment window could not be loaded.')).toBeVisible();

  await page.getByRole('button', {name: 'Pay ₹349'}).click();
  await expect(page).toHaveTitle('opened');
});

test('a forged signature is never paid', async ({page, shop}) => {
  await page.goto('/forged-signature');
  const order = await orderOf(page, () => page.getByRole('button', {name: 'Pay ₹349'}).click());
  await expect(logOf(page, 'rzp-unconfirmed')).toContainText('rejected');
  await expect(page.getByText('pay_Forged00000001').first()).toBeVisible();
  await expect(page.getByText('Please do not pay again')).toBeVisible();
  await expect(logOf(page, 'rzp-success')).toHaveCount(0);
  expect((await shop.checkout.order(order))?.status).toBe('created');
  expect(await shop.shipments()).not.toContain(order);
});

test('a missing attribute is named before any order is made', async ({page}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/missing-attribute');
  await page.getByRole('button', {name: 'Pay ₹349'}).click();
  await expect(logOf(page, 'rzp-error')).toContainText('verify-url');
  await expect(page.getByText('Payment is not available right now.')).toBeVisible();
  expect(asked.filter((url) => url.includes('/checkout/orders'))).toEqual([]);
});

test('two buttons pressed at once open one checkout', async ({page}) => {
  await page.goto('/two-buttons');
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>('rzp-magic-button')) button.click();
  });
  await checkoutOf(page).getByRole('heading', {name: 'Contact details'}).waitFor();
  await expect(logOf(page, 'rzp-error')).toContainText('checkout_busy');
  await expect(page.locator('rzp-magic-button[data-state=open]')).toHaveCount(1);
});

test('a shop that is down for a moment does not lose the payment', async ({page, shop}) => {
  let down = true;
  await page.route(/\/checkout\/(verify|status)/, (route) =>
    down ? route.abort() : route.continue(),
  );
  const order = await payOrder(page, '/server-order');
  await expect(page.getByRole('button', {name: 'Not confirmed'})).toBeVisible();
  await expect(page.getByText(/Your payment pay_\w+ is not confirmed yet/)).toBeVisible();
  expect((await shop.checkout.order(order))?.status).not.toBe('paid');

  down = false;
  await expectPaid(page);
  expect((await shop.checkout.order(order))?.status).toBe('paid');
});

test('the key secret reaches no page', async ({page, sandbox}) => {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    bodies.push(response.text().catch(() => ''));
  });
  await payOrder(page, '/server-order');
  await expectPaid(page);
  const texts = await Promise.all(bodies);
  expect(texts.length).toBeGreaterThan(8);
  expect(texts.filter((text) => text.includes(sandbox.keySecret))).toEqual([]);
});
