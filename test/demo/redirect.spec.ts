import {devices} from '@playwright/test';
import {
  checkoutOf,
  expect,
  expectPaid,
  expectShippedOnce,
  newNumber,
  openCheckout,
  orderOf,
  payByUpi,
  test,
} from '../fixtures/demo/shop.js';

/** The ways to pay that leave the page: Razorpay posts the result to the shop's `/callback`. */

test.use({delivers: true});

test.afterEach(({sandbox}) => sandbox.faults.clear());

test.describe('on an iPhone', () => {
  // All of it but the browser: Razorpay's script tells an iPhone by its user agent.
  const {userAgent, viewport, deviceScaleFactor, isMobile, hasTouch} = devices['iPhone 13'];
  test.use({userAgent, viewport, deviceScaleFactor, isMobile, hasTouch});

  test('a page with a callback-url is left with the payment, and the order is shown', async ({
    checkout,
    page,
    sandbox,
    shop,
  }) => {
    await page.goto('/callback-url');
    const order = await orderOf(page, () => openCheckout(page));
    await checkout.toPayment({contact: newNumber(), delivery: 'By courier'});

    await test.step('what is declined is tried again without leaving', async () => {
      await payByUpi(page, 'failure@razorpay');
      await expect(checkoutOf(page).getByRole('alert')).toContainText('Payment failed');
      await checkoutOf(page).getByRole('button', {name: 'Try again'}).click();
    });
    await test.step('a form is posted, and answered with the way to the order', async () => {
      // The shop can not ask Razorpay at that moment.
      sandbox.faults.set({rest: '500'});
      const callback = page.waitForResponse('**/checkout/callback');
      await payByUpi(page);
      const response = await callback;
      expect(response.status()).toBe(303);
      expect(response.request().method()).toBe('POST');
      expect(Object.keys(response.request().postDataJSON() as object).sort()).toEqual([
        'razorpay_order_id',
        'razorpay_payment_id',
        'razorpay_signature',
      ]);
      await page.waitForURL(`${shop.url}/order?order_id=${order}`);
    });
    await test.step('the page asks until it is settled', async () => {
      await expect(page.locator('#status')).toHaveText('Not paid yet');
      sandbox.faults.clear();
      await expect(page.locator('#status')).toHaveText('Paid');
    });
    expect(await shop.checkout.order(order)).toMatchObject({
      status: 'paid',
      payment: {amount: 47_800},
      details: {shippingFee: 12_900},
    });
    await expectShippedOnce(shop, order);

    await page.goto('/callback-url');
    await expect(page.getByRole('button', {name: 'Pay ₹349'})).toBeEnabled();
  });
});

test('any other browser stays on a page with a callback-url', async ({checkout, page, shop}) => {
  await page.goto('/callback-url');
  const order = await orderOf(page, () => openCheckout(page));
  await checkout.pay({contact: newNumber()});
  await expectPaid(page);
  expect(new URL(page.url()).pathname).toBe('/callback-url');
  await expectShippedOnce(shop, order);
});

test('a form without a script is declined, cancelled and paid on the hosted page', async ({
  page,
  shop,
}) => {
  const begin = async () => {
    await page.goto('/hosted');
    const order = await page.locator('[name=order_id]').inputValue();
    await page.getByRole('button', {name: 'Pay ₹349'}).click();
    return order;
  };
  const payBy = async (vpa: string) => {
    await page.getByRole('button', {name: 'Continue'}).click();
    await page.getByRole('button', {name: /^UPI/}).click();
    await page.getByRole('textbox', {name: 'UPI ID'}).fill(vpa);
    await page.getByRole('button', {name: 'Pay ₹349'}).click();
  };
  const expectOrder = async (order: string, status: string) => {
    await page.waitForURL(`${shop.url}/order?order_id=${order}`);
    await expect(page.locator('#status')).toHaveText(status);
  };

  await test.step('declined', async () => {
    const order = await begin();
    await payBy('failure@razorpay');
    await expectOrder(order, 'Not paid yet');
  });
  await test.step('cancelled', async () => {
    const order = await begin();
    await page.getByRole('button', {name: 'Close checkout'}).click();
    await expectOrder(order, 'Not paid yet');
  });
  await test.step('paid', async () => {
    const order = await begin();
    await payBy('success@razorpay');
    await expectOrder(order, 'Paid');
    expect(await shop.checkout.order(order)).toMatchObject({
      status: 'paid',
      payment: {method: 'upi', amount: 34_900},
    });
    await expectShippedOnce(shop, order);
  });
});
