import {expect, newNumber, test} from '../fixtures/demo/shop.js';

/** The order page: all that the shop's server knows, followed while it is open. */

test.use({delivers: true});

test.beforeEach(async ({page, webhooks}) => {
  await page.clock.install();
  webhooks.start();
});

test('the order page tells all of an order, and each refund as it comes', async ({
  page,
  records,
  sandbox,
  shopper,
}) => {
  await page.goto('/');
  const order = await shopper.orderOf(() => shopper.open());
  await shopper.checkout.pay({
    contact: newNumber(),
    coupon: 'LEAF10',
    delivery: 'courier',
    address: {name: '<b>Asha</b> Rao'},
  });
  await page.getByRole('link', {name: order}).click();

  await test.step('bill, address and payment', async () => {
    await expect(page.locator('#status')).toHaveText('Paid');
    await expect(page.getByRole('heading', {level: 1})).toHaveText('Thank you, <b>Asha</b> Rao');
    const sums = page.locator('#sums');
    await expect(sums.locator('li')).toContainText(['Assam Gold']);
    await expect(sums.locator('dl > div')).toHaveText([
      /^\s*Shipping\s+By courier\s+₹129\s*$/,
      /^\s*LEAF10\s+10% off the whole cart\s+−₹34.90\s*$/,
      /^\s*Total\s+Tax included\s+₹443.10\s*$/,
    ]);
    await expect(page.locator('address')).toContainText('Bengaluru 560001');
    const {payment} = await records.order(order);
    await expect(page.locator('#facts')).toContainText(payment!.id);
    await expect(page.locator('#facts')).toContainText('success@razorpay');
    const named = page.locator('#facts dt');
    await expect(named.filter({hasText: /^(RRN|UPI transaction id)$/})).toHaveCount(2);
    await expect(page.locator('#raw')).toContainText('"shippingFee": 12900');
  });

  const said = page.locator('#history strong');
  await test.step('a refund, and another', async () => {
    await page.getByRole('button', {name: 'Refund ₹100'}).click();
    await shopper.followOrder();
    await expect(said).toHaveText(['Order made', 'Paid', '₹100 refunded']);
    const {payment} = await records.order(order);
    sandbox.refund(payment!.id);
    await sandbox.settled();
    await shopper.followOrder();
    await expect(said.last()).toHaveText('₹343.10 refunded, now all of it');
    await expect(page.locator('#status')).toHaveText('Refunded');
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('link', {name: 'Back to the shop'})).toHaveAttribute('href', '/');
  });
  await records.expectShippedOnce(order);
});

test('the order page learns of a payment that is approved late, and outlives a shop that is down', async ({
  checkout,
  page,
  sandbox,
  shopper,
}) => {
  sandbox.faults.set({payment: 'late'});
  await page.goto('/');
  const order = await shopper.orderOf(() => shopper.open());
  await checkout.toPayment({contact: newNumber()});
  await shopper.payByUpi();
  await expect(shopper.frame.getByRole('alert')).toContainText('Payment failed');
  await page.goto(`/order?order_id=${order}`);
  await expect(page.getByRole('link', {name: 'Back to the shop'})).toBeVisible();

  await page.route('**/order?**', (route) => route.abort());
  await shopper.followOrder();
  await expect(page.locator('#stale')).toHaveText('The shop can not be reached. Trying again…');
  await sandbox.advance(120);
  await page.unroute('**/order?**');
  await shopper.followOrder();
  await expect(page.locator('#status')).toHaveText('Paid');
  await expect(page.locator('#stale')).toBeEmpty();
});

test('an order that the shop does not know has a page that says so', async ({page}) => {
  const response = await page.goto('/order?order_id=order_00000000000000');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', {name: 'We have no such order'})).toBeVisible();
});

test('a placed order says what is to be paid at the door until it is cancelled, and who gave no email has none', async ({
  page,
  records,
  shopper,
}) => {
  await page.goto('/');
  const order = await shopper.orderOf(() => shopper.open());
  await shopper.checkout.pay({contact: newNumber(), email: '', method: 'cod', delivery: 'post'});
  await page.getByRole('link', {name: order}).click();

  await expect(page.locator('#order-status')).toContainText('You pay ₹428 at the door.');
  await expect(page.locator('#sums dl > div').last()).toHaveText(
    /^\s*To pay at the door\s+₹428\s*$/,
  );
  await expect(page.getByText('void@razorpay.com')).toHaveCount(0);
  expect((await records.order(order)).details?.customer.email).toBeUndefined();

  await page.getByRole('button', {name: 'Cancel the order'}).click();
  await shopper.followOrder();
  await expect(page.locator('#history strong')).toContainText(['Cancelled']);
  expect(await records.order(order)).toMatchObject({status: 'cancelled'});
  await expect(page.getByRole('button', {name: 'Take the cash'})).toHaveCount(0);

  await page.getByRole('link', {name: 'Back to the shop'}).click();
  await expect(page.getByRole('button', {name: /^Pay|^Buy/})).toBeVisible();
});

test('another site refunds, collects and cancels nothing', async ({
  page,
  records,
  shop,
  shopper,
}) => {
  await page.goto('/');
  const order = await shopper.orderOf(() => shopper.open());
  await shopper.checkout.pay({contact: newNumber()});
  await expect.poll(() => records.status(order)).toBe('paid');
  for (const action of ['refund', 'refund-all', 'collect', 'cancel']) {
    const response = await fetch(`${shop.url}/order?order_id=${order}`, {
      method: 'POST',
      headers: {origin: 'https://evil.example', 'sec-fetch-site': 'cross-site'},
      body: new URLSearchParams({action}),
    });
    expect(response.status, action).toBe(403);
  }
  expect(await records.order(order)).toMatchObject({status: 'paid', amountRefunded: 0});
});
