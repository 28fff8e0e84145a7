import type {Page, Request} from '@playwright/test';
import {expect, Shopper, test} from '../fixtures/demo/shop.js';

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

/** What the browser keeps of unfinished checkouts. */
const unfinished = (page: Page) =>
  page.evaluate(() =>
    Object.keys(localStorage).filter((name) => name.startsWith('rzp-magic-button:checkout:')),
  );

test('a payment whose tab was closed is finished on the next visit', async ({
  page,
  records,
  shopper,
}) => {
  const down = await downShop(page);
  const order = await shopper.buy('/server-order');
  await shopper.expectUnconfirmed();
  expect(await unfinished(page)).toHaveLength(1);
  await page.close();

  down.up();
  const next = new Shopper(await page.context().newPage());
  await next.page.goto('/server-order');
  await expect(next.log('rzp-success')).toHaveText(/paid, pay_/);
  expect(await records.status(order)).toBe('paid');
  // The outcome belongs to the cart: this page's button says it too, and sells nothing.
  await next.expectPaid();
  await expect(
    next.page.getByText('Your earlier payment went through', {exact: true}),
  ).toBeVisible();
  await expect(next.page.getByText(`Order ${order}.`)).toBeVisible();
  expect(await unfinished(next.page)).toEqual([]);
  await records.expectShippedOnce(order);
});

test('a page that goes away posts the payment once more, and no page is needed', async ({
  page,
  records,
  shopper,
}) => {
  await page.clock.install();
  const down = await downShop(page);
  const order = await shopper.buy('/server-order');
  await shopper.expectUnconfirmed();
  // Its next try never comes: only the leaving can post it.
  let underWay = 0;
  const count = (by: number) => (request: Request) => {
    if (request.url().endsWith('/checkout/verify')) underWay += by;
  };
  page.on('request', count(1));
  page.on('requestfailed', count(-1));
  await page.clock.pauseAt(Date.now() + 60_000);
  // But for the one that the jump of the clock has brought.
  await expect.poll(() => underWay).toBeLessThanOrEqual(0);
  await page.evaluate(() => undefined);
  down.up();
  await page.goto('about:blank');
  await expect.poll(() => records.status(order)).toBe('paid');
});

test('a payment that the checkout did not report is found when the shopper closes it', async ({
  page,
  records,
  shopper,
}) => {
  await shopper.loseResult();
  const order = await shopper.buy('/server-order');
  await page.evaluate(() =>
    document.querySelector<HTMLElement & {close(): boolean}>('rzp-magic-button')?.close(),
  );
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await shopper.expectPaid();
  expect(await records.status(order)).toBe('paid');
  await expect(page.locator('body')).not.toHaveCSS('overflow', 'hidden');
});

test('a payment that the checkout did not report is found after a reload', async ({
  page,
  records,
  shopper,
}) => {
  await shopper.loseResult();
  const order = await shopper.buy('/server-order');
  await page.reload();
  await expect(shopper.log('rzp-success')).toHaveText(/paid, pay_/);
  expect(await records.status(order)).toBe('paid');
  expect(await unfinished(page)).toEqual([]);
});

test('what is paid and not acknowledged is confirmed by a press after a reload, not opened', async ({
  page,
  records,
  sandbox,
  shopper,
}) => {
  const order = await shopper.buyUnconfirmed('/server-order', sandbox);
  await page.reload();
  const press = () => page.getByRole('button', {name: 'Pay ₹349'}).click();
  expect(await shopper.orderOf(press)).toBe(order);
  await shopper.expectUnconfirmed();
  await expect(page.locator('.razorpay-container')).toBeHidden();
  sandbox.faults.clear();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await shopper.expectPaid();
  await records.expectShippedOnce(order);
});

test('a press makes no other order while nobody says that the last one is paid', async ({
  page,
  records,
  shopper,
  webhooks,
}) => {
  await shopper.loseResult();
  webhooks.start();
  const order = await shopper.buy('/server-order');
  await expect.poll(() => records.status(order)).toBe('paid');
  webhooks.stop();
  const down = await downShop(page);
  await page.reload();
  const pay = page.getByRole('button', {name: 'Pay ₹349'});
  const made: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/checkout/orders')) made.push(response.status());
  });
  await pay.click();
  await expect(page.getByText('Please do not pay again', {exact: true})).toBeVisible();
  down.up();
  // It sells nothing, and does not look as if it did.
  await expect(pay).toBeHidden();
  await page.getByRole('button', {name: 'Check again'}).click();
  await expect(page.getByText('Your earlier payment went through', {exact: true})).toBeVisible();
  await expect(shopper.log('rzp-success')).toHaveCount(1);
  await expect.poll(() => made).toEqual([422, 422]);
  await records.expectShippedOnce(order);
  // The same is bought once more only on purpose, and not by a tap that came too soon.
  await expect(async () => {
    await page.getByRole('button', {name: 'Buy again'}).click();
    await expect(page.getByRole('button', {name: 'Pay ₹349'})).toBeVisible({timeout: 3_000});
  }).toPass();
  expect(await shopper.orderOf(() => shopper.open())).not.toBe(order);
});

test('a declined payment, closed, can be tried again at once, for the same order', async ({
  page,
  records,
  shopper,
}) => {
  const order = await shopper.buy('/server-order', 'failure@razorpay');
  await shopper.frame.getByRole('alert').waitFor();
  await shopper.frame.getByRole('button', {name: 'Close checkout'}).click();
  await expect(page.getByText('That payment did not go through')).toBeVisible();
  await expect(page.locator('rzp-magic-button')).toHaveAttribute('data-state', 'idle');
  await expect(shopper.log('rzp-dismiss')).toHaveText('rzp-dismiss closed');
  await page.getByRole('button', {name: 'I was charged, check again'}).click();
  await expect(page.getByText('No payment has reached us so far')).toBeVisible();
  await expect(shopper.log('rzp-unconfirmed')).toHaveCount(0);
  // The same order, with nothing asked of the shop's server.
  await page.locator('rzp-magic-button [part=button]').click();
  await shopper.pay();
  await shopper.expectPaid();
  await records.expectPaid(order);
});

test('a verify endpoint that is broken is got round by asking for the status', async ({
  page,
  records,
  shop,
  shopper,
  webhooks,
}) => {
  webhooks.start();
  await page.route('**/checkout/verify', (route) =>
    route.fulfill({contentType: 'text/html', body: '<h1>Welcome</h1>'}),
  );
  const warnings: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  const order = await shopper.buy('/server-order');
  await shopper.expectPaid();
  expect(await records.status(order)).toBe('paid');
  await expect
    .poll(() => warnings.join())
    .toContain(`verify-url="${shop.url}/checkout/verify" answered 200`);
});

test('a second tab finishes what the first can not, once', async ({page, records, shopper}) => {
  // The first tab alone can't reach the shop.
  await page.route(/\/checkout\/(verify|status)/, (route) => route.abort('internetdisconnected'));
  const order = await shopper.buy('/server-order');
  await shopper.expectUnconfirmed();
  const second = await page.context().newPage();
  await second.goto('/server-order');
  await expect(new Shopper(second).log('rzp-success')).toHaveCount(1);
  await page.unrouteAll();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await shopper.expectPaid();
  await records.expectShippedOnce(order);
});

test('a browser that comes back online confirms at once', async ({page, shopper}) => {
  const down = await downShop(page);
  await shopper.buy('/server-order');
  await shopper.expectUnconfirmed();
  down.up();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await shopper.expectPaid();
});

test('a router that takes the button away loses nothing', async ({page, records, shopper}) => {
  const order = await shopper.start('/server-order');
  await page.evaluate(() => document.querySelector('rzp-magic-button')?.remove());
  await shopper.pay();
  await expect(shopper.log('rzp-success')).toHaveText(/paid, pay_/);
  expect(await records.status(order)).toBe('paid');
});

test('what is paid is what stood in the button when it was pressed', async ({
  page,
  records,
  shopper,
}) => {
  const order = await shopper.start('/server-order');
  await page.evaluate(() => {
    const button = document.querySelector<HTMLElement>('rzp-magic-button')!;
    button.dataset.orderSku = 'kulhad';
    button.parentElement!.append(button);
  });
  await shopper.pay();
  await expect(shopper.log('rzp-success')).toHaveText(/paid, pay_/);
  expect(await records.order(order)).toMatchObject({
    status: 'paid',
    lineItems: [{sku: 'assam'}],
  });
  // Another cart stands in it now, which nobody has paid.
  await expect(page.getByRole('button', {name: 'Pay ₹349'})).toBeEnabled();
});

test('a browser that forbids storage takes the payment all the same', async ({
  page,
  records,
  shopper,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  const order = await shopper.buy('/server-order');
  await shopper.expectPaid();
  expect(await records.status(order)).toBe('paid');
});

for (const path of ['/two-copies', '/own-script'])
  test(`on ${path} the script loads once and takes the payment`, async ({
    page,
    records,
    sandbox,
    shopper,
  }) => {
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.url() === sandbox.scriptUrl) scripts.push(request.url());
    });
    const order = await shopper.buy(path);
    await shopper.expectPaid();
    await expect.poll(() => scripts).toHaveLength(1);
    expect(await records.status(order)).toBe('paid');
  });

// In a browser that keeps pages: bfcache.spec.ts.
test(
  'a page that comes back from the cache goes on at once',
  {tag: '@variant'},
  async ({page, records, shopper}) => {
    const down = await downShop(page);
    const order = await shopper.buy('/server-order');
    await shopper.expectUnconfirmed();
    down.up();
    await page.evaluate(() => {
      for (const type of ['pagehide', 'pageshow']) {
        dispatchEvent(new PageTransitionEvent(type, {persisted: true}));
      }
    });
    await shopper.expectPaid();
    await records.expectShippedOnce(order);
  },
);
