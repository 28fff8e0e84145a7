import {seenOn, toldOf} from '../fixtures/demo/accessibility-tree.js';
import {expect, newNumber, type Shopper, test} from '../fixtures/demo/shop.js';

/** The whole Magic flow between shop and sandbox: address, shipping, coupons, cash on delivery. */

test.use({delivers: true});

const opened = async (shopper: Shopper) => {
  await shopper.page.goto('/two-buttons');
  return shopper.orderOf(() => shopper.open('Assam Gold ₹349'));
};

test(
  'a shopper has it sent by courier, and the shop reads the finished order',
  {tag: '@variant'},
  async ({records, shopper}) => {
    const order = await opened(shopper);
    await shopper.checkout.pay({contact: newNumber(), delivery: 'By courier'});
    await shopper.expectPaid();
    expect(await records.order(order)).toMatchObject({
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
    await records.expectShippedOnce(order);
  },
);

test('cash on delivery places the order and ships it, and is paid at the door', async ({
  page,
  records,
  shopper,
  webhooks,
}) => {
  const order = await opened(shopper);
  await shopper.checkout.pay({contact: newNumber(), delivery: 'By post', method: 'cod'});
  await expect(page.locator('[part~=statement]', {hasText: 'Order placed'})).toBeVisible();
  expect(await seenOn(page, 'rzp-magic-button')).toBe('Order placed');
  expect(await toldOf(page, 'rzp-magic-button')).toBeUndefined();
  await expect(shopper.log('rzp-success')).toHaveText(/placed, pay_/);
  expect(await records.order(order)).toMatchObject({
    status: 'placed',
    details: {shippingFee: 4_900, codFee: 3_000, amount: 42_800},
  });
  await records.expectShippedOnce(order);
  await page.clock.install();
  await page.getByRole('link', {name: 'See the order'}).click();
  await expect(page.locator('#status')).toHaveText('Placed');
  await expect(page.getByText('You pay ₹428 at the door.')).toBeVisible();

  await test.step('the courier hands over the cash', async () => {
    webhooks.start();
    await page.getByRole('button', {name: 'Take the cash at the door'}).click();
    await shopper.followOrder();
    await expect(page.locator('#status')).toHaveText('Paid');
    await expect(page.locator('#history strong').last()).toHaveText('Paid at the door');
  });
  await records.expectShippedOnce(order);
});

test('a payment that is declined after address, courier and coupon is tried again, with all of them, and the shop reads the finished order', async ({
  checkout,
  page,
  records,
  shop,
  shopper,
}) => {
  const order = await opened(shopper);
  await checkout.pay({
    contact: newNumber(),
    delivery: 'By courier',
    coupon: 'CHAI50',
    method: 'card',
    outcome: 'failure',
  });
  await expect(shopper.log('rzp-attempt-failed')).toHaveCount(1);
  await expect(page.locator('rzp-magic-button').first()).toHaveAttribute('data-state', 'open');
  expect(await records.order(order)).toMatchObject({status: 'created'});
  expect(await shop.shipments()).not.toContain(order);

  await checkout.frame.getByRole('button', {name: 'Try again'}).click();
  await shopper.payByUpi();
  await shopper.expectPaid();
  expect(await records.order(order)).toMatchObject({
    status: 'paid',
    amount: 34_900,
    payment: {method: 'upi', amount: 34_900 + 12_900 - 5_000},
    details: {
      amount: 34_900 + 12_900 - 5_000,
      shippingFee: 12_900,
      codFee: 0,
      promotions: [{code: 'CHAI50', value: 5_000}],
      customer: {shippingAddress: {name: 'Asha Rao', zipcode: '560001', city: 'Bengaluru'}},
    },
  });
  await records.expectShippedOnce(order);
});

for (const [what, pincode, details] of [
  ['that is not served', '744101', {}],
  ['that the shop takes too long for', '400099', {tag: '@variant'}],
] as const)
  test(
    `an address ${what} is changed, and paid to where there is no cash on delivery`,
    details,
    async ({checkout, records, shopper}) => {
      const order = await opened(shopper);
      const {frame} = checkout;
      await frame.getByRole('textbox', {name: 'Mobile number'}).fill(newNumber());
      await frame.getByRole('button', {name: 'Continue'}).click();
      await frame.getByRole('textbox', {name: 'Pincode'}).fill(pincode);
      // The shop has 8 s; then the kit answers for it.
      await expect(frame.getByText('We do not deliver to this pincode.')).toBeVisible();
      await frame.getByRole('button', {name: 'Continue'}).click();
      expect(await checkout.step()).toBe('address');

      await checkout.toPayment({address: {pincode: '110001'}});
      await expect(frame.getByRole('button', {name: 'UPI'})).toBeVisible();
      await expect(frame.getByRole('button', {name: 'Cash on delivery'})).toHaveCount(0);
      await shopper.payByUpi();
      await shopper.expectPaid();
      expect(await records.order(order)).toMatchObject({
        status: 'paid',
        details: {customer: {shippingAddress: {zipcode: '110001'}}},
      });
    },
  );

test('a coupon takes off what the shop says, or is refused in the words of the shop', async ({
  checkout,
  records,
  shopper,
}) => {
  const order = await opened(shopper);
  await checkout.toPayment({contact: newNumber(), delivery: 'By post'});
  const {frame} = checkout;
  for (const [code, reason] of Object.entries({
    NOPE: 'There is no such coupon.',
    FEAST200: 'This coupon is for carts of ₹1,000 or more.',
  })) {
    await test.step(`${code} is refused`, async () => {
      await checkout.applyCoupon(code);
      await expect(frame.getByText(reason)).toBeVisible();
      await expect(frame.locator('.total')).toContainText('₹398');
    });
  }
  await test.step('CHAI50 is taken off, and back', async () => {
    await checkout.applyCoupon('chai50');
    await expect(frame.getByText('CHAI50 saves ₹50')).toBeVisible();
    await expect(frame.locator('.total')).toContainText('₹348');
    await frame.getByRole('button', {name: 'Remove coupon'}).click();
    await expect(frame.locator('.total')).toContainText('₹398');
  });
  await test.step('LEAF10 is taken off, and paid', async () => {
    await frame.getByRole('button', {name: 'Use LEAF10'}).click();
    await expect(frame.locator('.total')).toContainText('₹363.10');
    await shopper.payByUpi();
    await shopper.expectPaid();
  });
  expect(await records.order(order)).toMatchObject({
    status: 'paid',
    payment: {amount: 34_900 + 4_900 - 3_490},
    details: {promotions: [{code: 'LEAF10', value: 3_490}]},
  });
});

test('a coupon from a link waits for the OTP, and is taken off after it', async ({
  checkout,
  page,
  records,
  shopper,
}) => {
  const {frame} = checkout;
  const contact = newNumber();
  await page.goto('/coupon-code');
  const refused = page.waitForResponse((response) => response.status() === 400);
  const order = await shopper.orderOf(() => shopper.open());
  expect(await (await refused).text()).toContain('LOGIN_REQUIRED');

  await frame.getByRole('textbox', {name: 'Mobile number'}).fill(contact);
  await frame.getByRole('button', {name: 'Continue'}).click();
  await expect(frame.getByText(`${contact} you can use the coupon FRIENDS.`)).toBeVisible();
  await checkout.toPayment({delivery: 'By post'});
  await expect(frame.getByText('FRIENDS saves ₹100')).toBeVisible();
  await shopper.payByUpi();
  await shopper.expectPaid();
  expect(await records.order(order)).toMatchObject({
    status: 'paid',
    payment: {amount: 34_900 + 4_900 - 10_000},
    details: {promotions: [{code: 'FRIENDS', value: 10_000}]},
  });
  await records.expectShippedOnce(order);
});

test.describe('an account of Razorpay', () => {
  test.afterEach(({sandbox}) => sandbox.faults.clear());

  test('without Magic Checkout asks for no address: what is paid waits for a person', async ({
    records,
    sandbox,
    shopper,
  }) => {
    sandbox.faults.set({magic: 'off'});
    const order = await opened(shopper);
    await shopper.checkout.pay({contact: newNumber()});
    await shopper.expectUnconfirmed();
    expect(await records.order(order)).toMatchObject({
      status: 'review',
      review: {payment: {amount: 34_900}},
    });
  });

  test(
    'whose risk check refuses cash on delivery takes a payment instead',
    {tag: '@variant'},
    async ({records, sandbox, shopper}) => {
      sandbox.faults.set({magic: 'cod-refused'});
      const order = await opened(shopper);
      await shopper.checkout.toPayment({contact: newNumber(), delivery: 'By post'});
      const {frame} = shopper.checkout;
      await expect(frame.getByRole('button', {name: 'Cash on delivery'})).toHaveCount(0);
      await shopper.checkout.pay();
      await shopper.expectPaid();
      expect(await records.order(order)).toMatchObject({
        status: 'paid',
        details: {shippingFee: 4_900, codFee: 0},
      });
    },
  );
});
