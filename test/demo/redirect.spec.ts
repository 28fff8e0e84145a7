import {devices} from '@playwright/test';
import {expect, newNumber, test} from '../fixtures/demo/shop.js';
import {pressPay} from '../fixtures/sandbox/shopper.js';

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
    records,
    sandbox,
    shop,
    shopper,
  }) => {
    await page.goto('/callback-url');
    const order = await shopper.orderOf(() => shopper.open());
    await checkout.toPayment({contact: newNumber(), delivery: 'By courier'});

    await test.step('what is declined is tried again without leaving', async () => {
      await shopper.payByUpi('failure@razorpay');
      await expect(shopper.frame.getByRole('alert')).toContainText('Payment failed');
      await shopper.frame.getByRole('button', {name: 'Try again'}).click();
    });
    await test.step('a form is posted, and answered with the way to the order', async () => {
      // The shop can not ask Razorpay at that moment.
      sandbox.faults.set({rest: '500'});
      const callback = page.waitForResponse('**/checkout/callback');
      await shopper.payByUpi();
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
    expect(await records.order(order)).toMatchObject({
      status: 'paid',
      payment: {amount: 47_800},
      details: {shippingFee: 12_900},
    });
    await records.expectShippedOnce(order);

    await test.step('the button tells it once, and sells again', async () => {
      await page.goto('/callback-url');
      await shopper.expectPaid();
      await page.goto('/callback-url');
      await expect(page.getByRole('button', {name: 'Pay ₹349'})).toBeEnabled();
    });
  });
});

test('any other browser stays on a page with a callback-url', async ({page, records, shopper}) => {
  await page.goto('/callback-url');
  const order = await shopper.orderOf(() => shopper.open());
  await shopper.checkout.pay({contact: newNumber()});
  await shopper.expectPaid();
  expect(new URL(page.url()).pathname).toBe('/callback-url');
  await records.expectShippedOnce(order);
});

test('a form without a script is declined, cancelled and paid on the hosted page', async ({
  page,
  records,
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
    await pressPay(page.mainFrame(), vpa);
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
    expect(await records.order(order)).toMatchObject({
      status: 'paid',
      payment: {method: 'upi', amount: 34_900},
    });
    await records.expectShippedOnce(order);
  });
});
