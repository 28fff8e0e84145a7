import {expect, Shopper, test} from '../fixtures/demo/shop.js';

// What became of a cart belongs to the cart: src/button/follow-cart.ts, src/checkout/events/carts.ts,
// src/checkout/storage/told-outcomes.ts, and src/checkout/check-other-tabs.ts for the tabs beside it.

const PAGE = '/server-order';

test('a reload shows that the cart is paid, and a press buys nothing', async ({page, shopper}) => {
  await shopper.buy(PAGE);
  await shopper.expectPaid();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await shopper.expectPaid();
  await page
    .locator('rzp-magic-button[data-state=paid]')
    .first()
    .evaluate((button: HTMLElement) => button.click());
  await shopper.expectPaid();
  expect(asked.filter((url) => url.includes('/checkout/orders'))).toEqual([]);
});

test('a step back to the cart shows that it is paid, a link to it sells again', async ({
  page,
  shopper,
}) => {
  const order = await shopper.buy(PAGE);
  await shopper.expectPaid();
  await page.goto('/');
  await page.goBack();
  await shopper.expectPaid();
  expect(await shopper.start(PAGE)).not.toBe(order);
});

test('"Buy again" opens nothing by itself and sells the cart by the next press', async ({
  page,
  shopper,
}) => {
  await page.clock.install();
  const order = await shopper.buy(PAGE);
  await shopper.expectPaid();
  const buyAgain = page.getByRole('button', {name: 'Buy again'});
  await buyAgain.click();
  await shopper.expectPaid();
  await page.clock.fastForward(2_000);
  await buyAgain.click();
  await expect(page.locator('rzp-magic-button')).toHaveJSProperty('state', 'idle');
  expect(await shopper.orderOf(() => shopper.open())).not.toBe(order);
});

test('a press just after the answer of an earlier page view buys nothing', async ({
  page,
  shop,
  shopper,
}) => {
  await shopper.start(PAGE);
  await shopper.passContact();
  await page.route(/checkout\/(verify|status)/, (route) => route.abort());
  await shopper.payByUpi();
  await expect(page.locator('rzp-magic-button')).toHaveJSProperty('state', 'unconfirmed');
  await page.unrouteAll();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.addInitScript(() =>
    document.addEventListener('rzp-success', () =>
      setTimeout(() => document.querySelector('rzp-magic-button')?.click(), 150),
    ),
  );
  const before = (await shop.shipments()).length;
  await page.reload();
  await shopper.expectPaid();
  await expect.poll(async () => (await shop.shipments()).length).toBe(before + 1);
  await page
    .locator('rzp-magic-button[data-state=paid]')
    .first()
    .evaluate((button: HTMLElement) => button.click());
  await shopper.expectPaid();
  expect(asked.filter((url) => url.includes('/checkout/orders'))).toEqual([]);
});

test('another tab of the cart hears that it was bought, and sells nothing', async ({
  context,
  shopper,
}) => {
  const other = new Shopper(await context.newPage());
  await other.page.goto(PAGE);
  await shopper.buy(PAGE);
  await shopper.expectPaid();
  await other.expectPaid();
  const asked: string[] = [];
  other.page.on('request', (request) => asked.push(request.url()));
  await other.page
    .locator('rzp-magic-button[data-state=paid]')
    .first()
    .evaluate((button: HTMLElement) => button.click());
  await other.expectPaid();
  expect(asked.filter((url) => url.includes('/checkout/orders'))).toEqual([]);
});

test('a button that is rendered anew while the checkout is open shows that it is paid', async ({
  page,
  shopper,
}) => {
  await shopper.start(PAGE);
  await page.evaluate(() => {
    const button = document.querySelector('rzp-magic-button')!;
    button.outerHTML = button.outerHTML.replace(/ data-state="\w+"/, '');
  });
  await shopper.pay();
  await shopper.expectPaid();
});

test('a single-page app sells the cart again in a later view, and not after a step back', async ({
  page,
  shopper,
}) => {
  const order = await shopper.buy(PAGE);
  await shopper.expectPaid();
  /** Goes on to an address as a router does, and renders its view. */
  const show = (path: string | null) =>
    page.evaluate((to) => {
      const button = document.querySelector('rzp-magic-button')!;
      if (to) history.pushState(null, '', to);
      button.outerHTML = button.outerHTML.replace(/ data-state="\w+"/, '');
    }, path);
  await show(null);
  await shopper.expectPaid();
  await show('/somewhere-else');
  await expect(page.locator('rzp-magic-button')).toHaveJSProperty('state', 'idle');
  await page.goBack();
  await show(null);
  await shopper.expectPaid();
  await page.reload();
  await shopper.expectPaid();
  await show('/somewhere-else');
  await show(PAGE);
  expect(await shopper.orderOf(() => shopper.open())).not.toBe(order);
});
