import type {Page} from '@playwright/test';
import {
  checkoutOf,
  expect,
  expectPaid,
  expectShippedOnce,
  logOf,
  openCheckout,
  orderOf,
  payByUpi,
  test,
} from './shop.js';

/** The whole Magic flow between shop and sandbox: address, shipping, coupons, cash on delivery. */

test.use({delivers: true});

/** Every shopper is a new one: a number that was seen before has a saved address. */
let shoppers = 0;
const number = () =>
  `98${String(Date.now() % 1e5).padStart(5, '0')}${String(shoppers++).padStart(3, '0')}`;

async function giveAddress(page: Page, pincode: string): Promise<void> {
  const checkout = checkoutOf(page);
  await checkout.getByRole('textbox', {name: 'Mobile number'}).fill(number());
  await checkout.getByRole('button', {name: 'Continue'}).click();
  for (const [name, text] of Object.entries({
    Pincode: pincode,
    'Full name': 'Asha Rao',
    Address: '24, Andree Road',
    Area: 'Shanti Nagar',
    City: 'Bengaluru',
    State: 'Karnataka',
  })) {
    await checkout.getByRole('textbox', {name}).fill(text);
  }
  await checkout.getByRole('button', {name: 'Continue'}).click();
}

async function takeDelivery(page: Page, name: RegExp): Promise<void> {
  const checkout = checkoutOf(page);
  await checkout.getByRole('radio', {name}).check();
  await checkout.getByRole('button', {name: 'Continue'}).click();
}

const opened = async (page: Page) => {
  await page.goto('/two-buttons');
  return orderOf(page, () => openCheckout(page, 'Assam Gold ₹349'));
};

test('a shopper has it sent by courier, and the shop reads the finished order', async ({
  page,
  shop,
}) => {
  const order = await opened(page);
  await giveAddress(page, '560001');
  await takeDelivery(page, /By courier/);
  await payByUpi(page);
  await expectPaid(page);
  expect(await shop.checkout.order(order)).toMatchObject({
    status: 'paid',
    amount: 34_900,
    payment: {amount: 47_800},
    details: {
      amount: 47_800,
      shippingFee: 12_900,
      codFee: 0,
      customer: {shippingAddress: {name: 'Asha Rao', zipcode: '560001', city: 'Bengaluru'}},
    },
  });
});

test('cash on delivery places the order and ships it, unpaid', async ({page, shop}) => {
  const order = await opened(page);
  await giveAddress(page, '560001');
  await takeDelivery(page, /By post/);
  await checkoutOf(page).getByRole('button', {name: 'Cash on delivery'}).click();
  await checkoutOf(page)
    .getByRole('button', {name: /^Place order/})
    .click();
  await expect(page.getByRole('button', {name: 'Order placed'})).toBeVisible();
  await expect(logOf(page, 'rzp-success')).toHaveText(/placed, pay_/);
  expect(await shop.checkout.order(order)).toMatchObject({
    status: 'placed',
    details: {shippingFee: 4_900, codFee: 3_000, amount: 42_800},
  });
  await expectShippedOnce(shop, order);
});

test('cash on delivery is not offered where the shop does not', async ({page}) => {
  await opened(page);
  await giveAddress(page, '110001');
  await takeDelivery(page, /By post/);
  await expect(checkoutOf(page).getByRole('button', {name: 'UPI'})).toBeVisible();
  await expect(checkoutOf(page).getByRole('button', {name: 'Cash on delivery'})).toHaveCount(0);
});

for (const [what, pincode] of [
  ['that is not served', '744101'],
  ['that the shop takes too long for', '400099'],
] as const)
  test(`an address ${what} can be changed`, async ({page}) => {
    test.setTimeout(45_000);
    await opened(page);
    await giveAddress(page, pincode);
    await expect(
      checkoutOf(page)
        .getByText(/not (deliver|serv)/i)
        .first(),
    ).toBeVisible({
      timeout: 15_000,
    });
  });

for (const [code, off] of Object.entries({CHAI50: 5_000, LEAF10: 3_490}))
  test(`the coupon ${code} takes off what the shop says`, async ({page, shop}) => {
    const order = await opened(page);
    await giveAddress(page, '560001');
    await takeDelivery(page, /By post/);
    const checkout = checkoutOf(page);
    await checkout.getByRole('textbox', {name: 'Coupon code'}).fill(code);
    await checkout.getByRole('button', {name: 'Apply', exact: true}).click();
    await expect(checkout.getByRole('button', {name: 'Remove coupon'})).toBeVisible();
    await payByUpi(page);
    await expectPaid(page);
    expect(await shop.checkout.order(order)).toMatchObject({
      status: 'paid',
      details: {promotions: [{code, value: off}], amount: 34_900 + 4_900 - off},
    });
  });

for (const [code, reason] of Object.entries({
  FEAST200: 'This coupon is for carts of ₹1,000 or more.',
  NOPE: 'There is no such coupon.',
}))
  test(`the coupon ${code} is refused in the shop's words`, async ({page}) => {
    await opened(page);
    await giveAddress(page, '560001');
    await takeDelivery(page, /By post/);
    const checkout = checkoutOf(page);
    await checkout.getByRole('textbox', {name: 'Coupon code'}).fill(code);
    await checkout.getByRole('button', {name: 'Apply', exact: true}).click();
    await expect(checkout.getByText(reason)).toBeVisible();
  });
