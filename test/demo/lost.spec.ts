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
  payOrder,
  startOrder,
  test,
} from '../fixtures/demo/shop.js';

/** The shop's server answers nothing about payments until `up()`. */
async function downShop(page: Page) {
  let down = true;
  await page.context().route(/\/checkout\/(verify|status)/, async (route) => {
    if (down) await route.abort('internetdisconnected');
    else await route.continue();
  });
  return {
    up: () => {
      down = false;
    },
  };
}

/** The checkout keeps its result to itself: the payment is captured and the page never hears of it. */
const loseResult = (page: Page) =>
  page.addInitScript(() => {
    addEventListener(
      'message',
      (event) => {
        if (JSON.stringify(event.data).includes('complete')) event.stopImmediatePropagation();
      },
      true,
    );
  });

/** What the browser keeps of unfinished checkouts. */
const unfinished = (page: Page) =>
  page.evaluate(() =>
    Object.keys(localStorage).filter((name) => name.startsWith('rzp-magic-button:checkout:')),
  );

test('a payment whose tab was closed is finished on the next visit', async ({page, shop}) => {
  const down = await downShop(page);
  const order = await payOrder(page, '/server-order');
  await expect(page.getByRole('button', {name: 'Not confirmed'})).toBeVisible();
  expect(await unfinished(page)).toHaveLength(1);
  await page.close();

  down.up();
  const next = await page.context().newPage();
  await next.goto('/server-order');
  await expect(logOf(next, 'rzp-success')).toHaveText(/paid, pay_/);
  expect((await shop.checkout.order(order))?.status).toBe('paid');
  // The outcome belongs to the cart: this page's button says it too, and sells nothing.
  await expect(next.getByRole('button', {name: 'Paid'})).toBeVisible();
  await expect(next.getByText(`Your earlier payment went through: ${order}.`)).toBeVisible();
  expect(await unfinished(next)).toEqual([]);
  await expectShippedOnce(shop, order);
});

test('a page that goes away posts the payment once more, and no page is needed', async ({
  page,
  shop,
}) => {
  const down = await downShop(page);
  const order = await payOrder(page, '/server-order');
  await expect(page.getByRole('button', {name: 'Not confirmed'})).toBeVisible();
  // Its next try is far away: only the leaving can post it.
  await page.clock.install();
  down.up();
  await page.goto('about:blank');
  await expect.poll(async () => (await shop.checkout.order(order))?.status).toBe('paid');
});

test('a payment that the checkout did not report is found when the shopper closes it', async ({
  page,
  shop,
}) => {
  await loseResult(page);
  const order = await payOrder(page, '/server-order');
  await checkoutOf(page)
    .getByText(/success|paid/i)
    .first()
    .waitFor();
  await page.evaluate(() =>
    document.querySelector<HTMLElement & {close(): boolean}>('rzp-magic-button')?.close(),
  );
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expectPaid(page);
  expect((await shop.checkout.order(order))?.status).toBe('paid');
  await expect(page.locator('body')).not.toHaveCSS('overflow', 'hidden');
});

test('a payment that the checkout did not report is found after a reload', async ({page, shop}) => {
  await loseResult(page);
  const order = await payOrder(page, '/server-order');
  await checkoutOf(page)
    .getByText(/success|paid/i)
    .first()
    .waitFor();
  await page.reload();
  await expect(logOf(page, 'rzp-success')).toHaveText(/paid, pay_/);
  expect((await shop.checkout.order(order))?.status).toBe('paid');
  expect(await unfinished(page)).toEqual([]);
});

test('what is paid and not acknowledged is confirmed by a press after a reload, not opened', async ({
  page,
  sandbox,
  shop,
}) => {
  const order = await startOrder(page, '/server-order');
  await passContact(page);
  sandbox.faults.set({rest: '500'});
  await payByUpi(page);
  await expect(page.getByRole('button', {name: 'Not confirmed'})).toBeVisible();
  await page.reload();
  const press = () => page.getByRole('button', {name: 'Pay ₹349'}).click();
  expect(await orderOf(page, press)).toBe(order);
  await expect(page.getByRole('button', {name: 'Not confirmed'})).toBeVisible();
  await expect(page.locator('.razorpay-container')).toBeHidden();
  sandbox.faults.clear();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expectPaid(page);
  await expectShippedOnce(shop, order);
});

test('a press makes no other order while nobody says that the last one is paid', async ({
  page,
  sandbox,
  shop,
}) => {
  await loseResult(page);
  sandbox.webhook.url = `${shop.url}/checkout/webhook`;
  const order = await payOrder(page, '/server-order');
  await expect.poll(async () => (await shop.checkout.order(order))?.status).toBe('paid');
  sandbox.webhook.url = null;
  const down = await downShop(page);
  await page.reload();
  const pay = page.getByRole('button', {name: 'Pay ₹349'});
  const made: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/checkout/orders')) made.push(response.status());
  });
  await pay.click();
  await expect(page.getByText(/^We are checking .* Please do not pay again yet\.$/)).toBeVisible();
  down.up();
  await pay.click();
  await expect(
    page.getByText(`Your earlier payment went through: ${order}.`, {exact: true}),
  ).toBeVisible();
  await expect(logOf(page, 'rzp-success')).toHaveCount(1);
  expect(made).toEqual([422, 422]);
  await expectShippedOnce(shop, order);
  // The same is bought once more only on purpose, and not by a tap that came too soon.
  await expect(async () => {
    await page.getByRole('button', {name: 'Buy again'}).click();
    await expect(page.getByRole('button', {name: 'Pay ₹349'})).toBeVisible({timeout: 500});
  }).toPass();
  expect(await orderOf(page, () => openCheckout(page))).not.toBe(order);
});

test('a declined payment, closed, can be tried again at once, for the same order', async ({
  page,
  shop,
}) => {
  const order = await payOrder(page, '/server-order', 'failure@razorpay');
  await checkoutOf(page).getByRole('alert').waitFor();
  await checkoutOf(page).getByRole('button', {name: 'Close checkout'}).click();
  await expect(page.getByText('The last attempt did not go through.')).toBeVisible();
  await expect(logOf(page, 'rzp-unconfirmed')).toHaveCount(1);
  await page.getByRole('button', {name: 'Check again'}).click();
  await expect(page.getByText('No payment has reached us so far.')).toBeVisible();
  await page.getByRole('button', {name: 'Try again'}).click();
  await passContact(page);
  await payByUpi(page);
  await expectPaid(page);
  expect((await shop.checkout.order(order))?.status).toBe('paid');
  await expectShippedOnce(shop, order);
});

test('a verify endpoint that is broken is got round by asking for the status', async ({
  page,
  shop,
  sandbox,
}) => {
  sandbox.webhook.url = `${shop.url}/checkout/webhook`;
  await page.route('**/checkout/verify', (route) =>
    route.fulfill({contentType: 'text/html', body: '<h1>Welcome</h1>'}),
  );
  const warnings: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  const order = await payOrder(page, '/server-order');
  await expectPaid(page);
  expect((await shop.checkout.order(order))?.status).toBe('paid');
  expect(warnings.join()).toContain(`verify-url="${shop.url}/checkout/verify" answered 200`);
  sandbox.webhook.url = null;
});

test('a second tab finishes what the first can not, once', async ({page, shop}) => {
  // The first tab alone can't reach the shop.
  await page.route(/\/checkout\/(verify|status)/, (route) => route.abort('internetdisconnected'));
  const order = await payOrder(page, '/server-order');
  await expect(page.getByRole('button', {name: 'Not confirmed'})).toBeVisible();
  const second = await page.context().newPage();
  await second.goto('/server-order');
  await expect(logOf(second, 'rzp-success')).toHaveCount(1);
  await page.unrouteAll();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expectPaid(page);
  await expectShippedOnce(shop, order);
});

test('a browser that comes back online confirms at once', async ({page}) => {
  const down = await downShop(page);
  await payOrder(page, '/server-order');
  await expect(page.getByRole('button', {name: 'Not confirmed'})).toBeVisible();
  down.up();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expectPaid(page);
});

test('a router that takes the button away loses nothing', async ({page, shop}) => {
  const order = await startOrder(page, '/server-order');
  await page.evaluate(() => document.querySelector('rzp-magic-button')?.remove());
  await passContact(page);
  await payByUpi(page);
  await expect(logOf(page, 'rzp-success')).toHaveText(/paid, pay_/);
  expect((await shop.checkout.order(order))?.status).toBe('paid');
});

test('what is paid is what stood in the button when it was pressed', async ({page, shop}) => {
  const order = await startOrder(page, '/server-order');
  await page.evaluate(() => {
    const button = document.querySelector<HTMLElement>('rzp-magic-button')!;
    button.dataset.orderSku = 'kulhad';
    button.parentElement!.append(button);
  });
  await passContact(page);
  await payByUpi(page);
  await expectPaid(page);
  expect(await shop.checkout.order(order)).toMatchObject({
    status: 'paid',
    lineItems: [{sku: 'assam'}],
  });
});

test('a browser that forbids storage takes the payment all the same', async ({page, shop}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  const order = await payOrder(page, '/server-order');
  await expectPaid(page);
  expect((await shop.checkout.order(order))?.status).toBe('paid');
});

for (const path of ['/two-copies', '/own-script'])
  test(`on ${path} the script loads once and takes the payment`, async ({page, shop, sandbox}) => {
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.url() === sandbox.scriptUrl) scripts.push(request.url());
    });
    const order = await payOrder(page, path);
    await expectPaid(page);
    expect(scripts).toHaveLength(1);
    expect((await shop.checkout.order(order))?.status).toBe('paid');
  });

test('a page that comes back from the cache goes on at once', async ({page, shop}) => {
  const down = await downShop(page);
  const order = await payOrder(page, '/server-order');
  await expect(page.getByRole('button', {name: 'Not confirmed'})).toBeVisible();
  down.up();
  await page.evaluate(() => {
    for (const type of ['pagehide', 'pageshow']) {
      dispatchEvent(new PageTransitionEvent(type, {persisted: true}));
    }
  });
  await expectPaid(page);
  await expectShippedOnce(shop, order);
});
