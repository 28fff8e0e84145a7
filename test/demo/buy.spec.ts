import type {FrameLocator} from '@playwright/test';
import {expect, test} from '../fixtures/demo/shop.js';

test('a person fills a cart, pays by UPI, and the server ships it once', async ({
  page,
  records,
  shopper,
}) => {
  await page.goto('/');
  await page.getByRole('spinbutton', {name: 'Quantity'}).nth(1).fill('2');
  await expect(page.getByRole('status').filter({hasText: '₹947'})).toBeVisible();
  const order = await shopper.orderOf(() => shopper.open());
  await expect(shopper.frame.getByText('₹947').first()).toBeVisible();
  await shopper.pay();

  await shopper.expectPaid();
  await expect(page.locator('#thanks')).toHaveText(`Thank you! Your order is ${order}.`);
  expect(await records.order(order)).toMatchObject({
    status: 'paid',
    amount: 94_700,
    payment: {method: 'upi', amount: 94_700},
  });
  await records.expectShippedOnce(order);
});

test('a page that changes its prices changes nothing', async ({page, shopper}) => {
  await page.goto('/');
  await page.locator('input[name=assam]').evaluate((input) => {
    (input as HTMLInputElement).dataset.price = '100';
    input.dispatchEvent(new Event('input', {bubbles: true}));
  });
  await expect(page.locator('#total')).toHaveText('₹1');
  await shopper.open();
  await expect(shopper.frame.getByText('₹349').first()).toBeVisible();
});

test('what the shop refuses is told to the shopper in its own words', async ({page, shopper}) => {
  await page.goto('/');
  await page.locator('input[name=assam]').fill('12');
  await page.getByRole('button', {name: 'Pay'}).click();
  await expect(page.getByText('You can buy up to 9 of Assam Gold.', {exact: true})).toBeVisible();
  await expect(page.getByRole('button', {name: 'Pay'})).toBeEnabled();
  await page.locator('input[name=assam]').fill('2');
  await shopper.open();
});

for (const [method, pay, details] of [
  [
    'card',
    async (checkout: FrameLocator) => {
      await checkout.getByRole('button', {name: 'Card'}).click();
      await checkout.getByRole('textbox', {name: 'Card number'}).fill('4100280000001007');
      await checkout.getByRole('textbox', {name: 'Expiry'}).fill('1230');
      await checkout.getByRole('textbox', {name: 'CVV'}).fill('123');
      await checkout.getByRole('button', {name: /^Pay ₹/}).click();
      await checkout.getByRole('button', {name: 'Success'}).click();
    },
    {},
  ],
  [
    'netbanking',
    async (checkout: FrameLocator) => {
      await checkout.getByRole('button', {name: 'Netbanking'}).click();
      await checkout.getByRole('button', {name: /^Pay ₹/}).click();
      await checkout.getByRole('button', {name: 'Success'}).click();
    },
    {tag: '@variant'},
  ],
] as const)
  test(`an order made on a click is paid by ${method}`, details, async ({records, shopper}) => {
    const order = await shopper.start('/server-order');
    await shopper.passContact();
    await pay(shopper.frame);
    await shopper.expectPaid();
    expect(await records.order(order)).toMatchObject({status: 'paid', payment: {method}});
  });

for (const [path, details] of [
  ['/static-order', {}],
  ['/cdn-module', {tag: '@variant'}],
  ['/classic-script', {}],
] as const)
  test(`the page ${path} takes a payment`, details, async ({page, shopper}) => {
    await page.goto(path);
    await shopper.open();
    await shopper.pay();
    await expect(shopper.log('rzp-success')).toHaveText(/paid, pay_/);
    await shopper.expectPaid();
  });

test('a declined payment can be tried again in the same checkout', async ({
  page,
  records,
  shopper,
}) => {
  const order = await shopper.buy('/declined-then-paid', 'failure@razorpay');
  await expect(shopper.frame.getByRole('alert')).toContainText('Payment failed');
  await expect(shopper.log('rzp-attempt-failed')).toHaveCount(1);
  await expect(page.locator('rzp-magic-button')).toHaveAttribute('data-state', 'open');
  expect(await records.status(order)).not.toBe('paid');

  await shopper.frame.getByRole('button', {name: 'Try again'}).click();
  await shopper.payByUpi();
  await shopper.expectPaid();
  await records.expectShippedOnce(order);
});

test('a dismissed checkout leaves a page that scrolls and a button that opens the same order', async ({
  page,
  shopper,
}) => {
  const order = await shopper.start('/dismissed');
  await shopper.frame.getByRole('button', {name: 'Close checkout'}).click();
  await shopper.frame
    .getByRole('button', {name: /leave|close|yes/i})
    .last()
    .click();
  await expect(shopper.log('rzp-dismiss')).toHaveText('rzp-dismiss closed');
  await expect(page.getByRole('button', {name: 'Pay ₹349'})).toBeFocused();
  await expect(page.locator('body')).not.toHaveCSS('overflow', 'hidden');
  await expect(page.locator('meta[name=viewport]')).toHaveAttribute(
    'content',
    'width=device-width, initial-scale=1',
  );
  expect(await shopper.orderOf(() => shopper.open())).toBe(order);
});

test('an order once paid is not offered again: the same cart is a new order', async ({shopper}) => {
  const first = await shopper.buy('/server-order');
  await shopper.expectPaid();
  expect(await shopper.buy('/server-order')).not.toBe(first);
});

test('an order that is not yet paid survives a reload', async ({page, shopper}) => {
  const order = await shopper.start('/server-order');
  await page.reload();
  expect(await shopper.orderOf(() => shopper.open())).toBe(order);
});

test('no state of the button makes a phone scroll sideways or moves the button', async ({
  page,
  shopper,
}) => {
  await page.setViewportSize({width: 360, height: 740});
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  const box = () => page.locator('rzp-magic-button [part~=button]').boundingBox();
  await page.goto('/');
  const idle = await box();
  await shopper.open();
  expect(await box()).toEqual(idle);
  await shopper.pay();
  await shopper.expectPaid();
  expect(await width()).toBe(360);
  const paid = await box();
  expect({width: paid!.width, height: paid!.height}).toEqual({
    width: idle!.width,
    height: idle!.height,
  });
});
