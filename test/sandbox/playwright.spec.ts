// The fixtures, and src/sandbox/driver/checkout-driver.ts, the shopper.
import {expect, test as base} from 'rzp-magic-button/sandbox/playwright.js';
import {startEndpoints} from '../fixtures/sandbox/endpoints.js';
import {initiate} from '../fixtures/sandbox/pos.js';
import {createOrder} from '../fixtures/sandbox/rest.js';
import {skipPauses} from '../fixtures/sandbox/shopper.js';
import {servePage} from '../fixtures/serve.js';

/** Two ways go as others do that are walked elsewhere. */
const METHODS = [
  ['upi', {tag: '@variant'}],
  ['card', {}],
  ['netbanking', {tag: '@variant'}],
  ['wallet', {tag: '@variant'}],
  ['cod', {}],
] as const;

/** A shop with one page, which sells one order. */
const test = base.extend<{shop: string}>({
  shop: async ({sandbox}, use) => {
    const orderId = await createOrder(sandbox);
    const server =
      await servePage(`<!doctype html><title>${orderId}</title><button>Pay</button><output></output>
        <script src="${sandbox.scriptUrl}"></script>
        <script>
          const say = (text) => (document.querySelector('output').textContent = text);
          document.querySelector('button').onclick = () =>
            new Razorpay({
              key: '${sandbox.keyId}',
              order_id: '${orderId}',
              one_click_checkout: true,
              modal: {confirm_close: true, ondismiss: () => say('left')},
              handler: () => say('thanks'),
            }).open();
        </script>`);
    await use(server.url);
    server.close();
  },
});

test('pays in five lines', async ({checkout, page, shop}) => {
  await page.goto(shop);
  await page.getByRole('button', {name: 'Pay'}).click();
  await checkout.pay();
  await expect(page.getByText('thanks')).toBeVisible();
});

test('leaves, and confirms it', async ({checkout, page, shop}) => {
  await page.goto(shop);
  await page.getByRole('button', {name: 'Pay'}).click();
  await checkout.step();
  await checkout.dismiss();
  await expect(page.getByText('left')).toBeVisible();
});

test('is declined, then pays', async ({checkout, page, sandbox, shop}) => {
  await page.goto(shop);
  await page.getByRole('button', {name: 'Pay'}).click();
  await checkout.pay({method: 'card', outcome: 'failure'});
  await checkout.pay();
  await expect(page.getByText('thanks')).toBeVisible();
  const statuses = sandbox.payments(await page.title()).map(({status}) => status);
  expect(statuses).toEqual(['captured', 'failed']);
});

test('says what the checkout lacks', async ({checkout, page, shop}) => {
  await page.goto(shop);
  await page.getByRole('button', {name: 'Pay'}).click();
  await checkout.toPayment();
  await Promise.all([
    expect(checkout.applyCoupon('TEA50')).rejects.toThrow('takes no coupon. It does where'),
    expect(checkout.pay({method: 'cod'})).rejects.toThrow('does not offer "cod". It does where'),
  ]);
});

test(
  'says what page and console say where it does not open',
  {tag: '@variant'},
  async ({checkout, page}) => {
    test.setTimeout(60_000);
    await page.setContent(`<rzp-magic-button><p part="message">The shop has a problem</p></rzp-magic-button>
    <script>console.error('order-url="/orders" answered 500')</script>`);

    await expect(checkout.pay()).rejects.toThrow(
      'The checkout does not open.\nThe page says: The shop has a problem\nIts console: order-url="/orders" answered 500',
    );
  },
);

test.describe.serial('one test after the other', () => {
  test('says what the checkout complains of', async ({checkout, page, sandbox, shop}) => {
    sandbox.merchant.shippingInfoUrl = `${sandbox.url}/nowhere`;
    sandbox.faults.set({webhook: 'never'});
    await page.goto(shop);
    await page.getByRole('button', {name: 'Pay'}).click();
    await expect(checkout.pay()).rejects.toThrow('stays at "address". It says: We could not check');
    sandbox.merchant.shippingInfoUrl = null;
  });

  test('begins without the faults of the last', ({sandbox}) => {
    expect(sandbox.faults.list()).toEqual([]);
  });
});

for (const [method, details] of METHODS) {
  test(
    `goes through the whole Magic Checkout and pays by ${method}`,
    details,
    async ({checkout, page, sandbox, shop}) => {
      const endpoints = await startEndpoints();
      Object.assign(sandbox.merchant, endpoints.urls);
      await page.clock.install();
      await page.goto(shop);
      await page.getByRole('button', {name: 'Pay'}).click();
      await Promise.all([
        checkout.pay({method, delivery: 'Standard', coupon: 'TEA50'}),
        skipPauses(checkout.frame),
      ]);
      await expect(page.getByText('thanks')).toBeVisible();
      expect(sandbox.order(await page.title())).toMatchObject({
        status: method === 'cod' ? 'placed' : 'paid',
        amount: method === 'cod' ? 52_000 : 49_000,
      });
      Object.assign(sandbox.merchant, {
        shippingInfoUrl: null,
        promotionsUrl: null,
        applyPromotionUrl: null,
      });
      endpoints.close();
    },
  );
}

test.describe('POS devices', () => {
  test.describe.configure({mode: 'serial'});

  test('are left unplugged, with a sale on one', async ({sandbox}) => {
    await initiate(sandbox);
    sandbox.device.unplug('counter-a');
    expect(sandbox.device.unplug().screen).toBe('ready');
  });

  test('are plugged in for the next test, with nothing on them', async ({sandbox}) => {
    expect(sandbox.device.list()).toMatchObject([
      {screen: 'cancelled', isConnected: true},
      {id: 'counter-a', screen: 'idle', isConnected: true},
    ]);
    expect((await initiate(sandbox)).body.status).toBe('processing');
    expect(sandbox.device.tap().screen).toBe('approved');
  });
});
