import {
  expect,
  expectPaid,
  openCheckout,
  orderOf,
  passContact,
  payByUpi,
  payOrder,
  startOrder,
  test,
} from '../fixtures/demo/shop.js';

// What became of a cart belongs to the cart: src/button/follow-cart.ts, src/checkout/events/carts.ts.

const PAGE = '/server-order';

test('a reload shows that the cart is paid, and a press buys nothing', async ({page}) => {
  await payOrder(page, PAGE);
  await expectPaid(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await expectPaid(page);
  await page.getByRole('button', {name: 'Paid'}).click({force: true});
  await expectPaid(page);
  expect(asked.filter((url) => url.includes('/checkout/orders'))).toEqual([]);
});

test('a step back to the cart shows that it is paid, a link to it sells again', async ({page}) => {
  const order = await payOrder(page, PAGE);
  await expectPaid(page);
  await page.goto('/');
  await page.goBack();
  await expectPaid(page);
  expect(await startOrder(page, PAGE)).not.toBe(order);
});

test('"Buy again" opens nothing by itself and sells the cart by the next press', async ({page}) => {
  await page.clock.install();
  const order = await payOrder(page, PAGE);
  await expectPaid(page);
  const buyAgain = page.getByRole('button', {name: 'Buy again'});
  await buyAgain.click();
  await expectPaid(page);
  await page.clock.fastForward(2_000);
  await buyAgain.click();
  await expect(page.locator('rzp-magic-button')).toHaveJSProperty('state', 'idle');
  expect(await orderOf(page, () => openCheckout(page))).not.toBe(order);
});

test('a press just after the answer of an earlier page view buys nothing', async ({page, shop}) => {
  await startOrder(page, PAGE);
  await passContact(page);
  await page.route(/checkout\/(verify|status)/, (route) => route.abort());
  await payByUpi(page);
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
  await expectPaid(page);
  await expect.poll(async () => (await shop.shipments()).length).toBe(before + 1);
  await page.getByRole('button', {name: 'Paid'}).click({force: true});
  await expectPaid(page);
  expect(asked.filter((url) => url.includes('/checkout/orders'))).toEqual([]);
});

test('another tab of the cart hears that it was bought, and sells nothing', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await other.goto(PAGE);
  await payOrder(page, PAGE);
  await expectPaid(page);
  await expectPaid(other);
  const asked: string[] = [];
  other.on('request', (request) => asked.push(request.url()));
  await other.getByRole('button', {name: 'Paid'}).click({force: true});
  await expectPaid(other);
  expect(asked.filter((url) => url.includes('/checkout/orders'))).toEqual([]);
});

test('a button that is rendered anew while the checkout is open shows that it is paid', async ({
  page,
}) => {
  await startOrder(page, PAGE);
  await page.evaluate(() => {
    const button = document.querySelector('rzp-magic-button')!;
    button.outerHTML = button.outerHTML.replace(/ data-state="\w+"/, '');
  });
  await passContact(page);
  await payByUpi(page);
  await expectPaid(page);
});
