// Magic Checkout: src/sandbox/browser/frame/flow/login.ts,
// src/sandbox/browser/frame/flow/delivery.ts, src/sandbox/browser/frame/flow/coupons.ts,
// src/sandbox/browser/frame/flow/steps-back.ts, src/sandbox/browser/frame/flow/back-button.ts and
// src/sandbox/browser/frame/flow/analytics.ts over src/sandbox/browser/frame/state/state.ts;
// src/sandbox/browser/frame/screens/login-screen.ts,
// src/sandbox/browser/frame/screens/address-screen.ts,
// src/sandbox/browser/frame/screens/shipping-screen.ts, src/sandbox/browser/frame/parts/choice.ts,
// src/sandbox/browser/frame/parts/coupon-box.ts and
// src/sandbox/browser/frame/parts/endpoint-failure.ts. Behind it
// src/sandbox/api/checkout/magic-api.ts, which asks the merchant by
// src/sandbox/merchant/merchant-server.ts and reads by src/wire/endpoints/replies.ts,
// and src/sandbox/account/fit-order.ts, src/sandbox/account/merchant-quotes.ts and
// src/sandbox/account/address-book.ts.
import {hmacHex} from '../../../../src/wire/signature.js';
import {ENDPOINT_SECRET} from '../../../fixtures/samples.js';
import {ask, tryAttempt} from '../../../fixtures/sandbox/attempt.js';
import {expect, METHODS, shippingInfo, test} from '../../../fixtures/sandbox/magic.js';
import {get} from '../../../fixtures/sandbox/rest.js';
import {
  chooseDelivery,
  giveAddress,
  giveContact,
  goToBank,
  payByUpi,
  skipPauses,
} from '../../../fixtures/sandbox/shopper.js';

/** The address that is asked about, as WooCommerce answers it. */
const PLACE = {id: '0', zipcode: '560001', state_code: 'KA', country: 'IN'};

test('address, delivery and coupon change what is paid, and the order tells it', async ({
  endpoints,
  frame,
  merchant,
  magic,
  sandbox,
}) => {
  const order_id = await magic.toPayment({}, 'Express');
  await frame.getByRole('textbox', {name: 'Coupon code'}).fill('TEA50');
  await frame.getByRole('button', {name: 'Apply'}).click();
  await expect(frame.getByRole('button', {name: 'Remove coupon'})).toBeVisible();
  await frame.locator('details').evaluate((details: HTMLDetailsElement) => (details.open = true));
  for (const [name, value] of [
    ['Items', '₹500'],
    ['Discount', '−₹50'],
    ['Delivery', '₹99'],
  ] as const) {
    await expect(frame.locator('dl div', {hasText: name})).toContainText(value);
  }
  await expect(frame.getByRole('button', {name: 'Cash on delivery'})).toBeHidden();
  await payByUpi(frame);
  await merchant.heard('handler');
  expect(await get(sandbox, `/orders/${order_id}`)).toMatchObject({
    amount: 54_900,
    amount_paid: 54_900,
    amount_due: 0,
    status: 'paid',
    line_items_total: 50_000,
    shipping_fee: 9_900,
    cod_fee: 0,
    promotions: [
      {code: 'TEA50', type: 'coupon', value: 5_000, description: '₹50 off', reference_id: 'ref_1'},
    ],
    offers: [],
    tax_details: {total_tax: 0, taxes_included: true},
    notes: {shipping_method_name: 'Express'},
    customer_details: {
      contact: '+919876543210',
      email: 'asha@example.com',
      shipping_address: {
        name: 'Asha Rao',
        line1: '24, Andree Road',
        line2: 'Shanti Nagar',
        city: 'Bengaluru',
        state: 'Karnataka',
        country: 'in',
        zipcode: '560001',
        contact: '+919876543210',
      },
      billing_address: {zipcode: '560001'},
    },
  });
  expect(sandbox.payments(order_id)).toMatchObject([{amount: 54_900, status: 'captured'}]);
  expect(endpoints.asked('/shipping-info')).toHaveLength(1);
});

test('cash on delivery after a declined payment places the order, with its fee, and the handler gets the signed triple', async ({
  frame,
  merchant,
  magic,
  sandbox,
}) => {
  const order_id = await magic.toPayment();
  await payByUpi(frame, 'failure@razorpay');
  await frame.getByRole('button', {name: 'Try again'}).click();
  await frame.getByRole('button', {name: 'Cash on delivery'}).click();
  await expect(frame.getByText('You pay ₹570 when the order arrives.')).toBeVisible();
  await frame.getByRole('button', {name: /^Place order/}).click();
  await skipPauses(frame);
  const response = await merchant.heard<Record<string, string>>('handler');
  const id = response.razorpay_payment_id!;
  expect(response.razorpay_signature).toBe(await hmacHex(sandbox.keySecret, `${order_id}|${id}`));
  expect(await get(sandbox, `/payments/${id}`)).toMatchObject({
    status: 'pending',
    method: 'cod',
    captured: false,
    amount: 57_000,
    fee: null,
    tax: null,
  });
  expect(await get(sandbox, `/orders/${order_id}`)).toMatchObject({
    status: 'placed',
    amount: 57_000,
    amount_paid: 0,
    amount_due: 57_000,
    shipping_fee: 4_000,
    cod_fee: 3_000,
  });
  expect(sandbox.payments(order_id)).toMatchObject([
    {amount: 57_000, status: 'pending'},
    {amount: 54_000, status: 'failed'},
  ]);
  expect(sandbox.events().map(({event}) => event)).toEqual([
    'payment.failed',
    'payment.pending',
    'order.placed',
  ]);
});

test('Continue shows a slow network, and the second half of a double click on it does not place the order', async ({
  endpoints,
  frame,
  magic,
  page,
  sandbox,
}) => {
  let answerLate = (): void => undefined;
  const late = new Promise<void>((resolve) => (answerLate = resolve));
  await page.route('**/v1/checkout/customers', async (route) => {
    await late;
    await route.continue();
  });
  const online = {upi: false, card: false, netbanking: false, wallet: false};
  const order_id = await magic.toAddress({method: online});
  await expect(frame.getByRole('button', {name: 'Continue'})).toBeDisabled();
  answerLate();
  await expect(frame.getByRole('heading', {name: 'Delivery address'})).toBeVisible();
  expect(endpoints.calls).toEqual([]);
  await giveAddress(frame);
  await frame.getByRole('radio', {name: /Standard/}).check();
  await frame.getByRole('button', {name: 'Continue'}).dblclick();
  await expect(frame.getByRole('button', {name: 'Place order'})).toBeEnabled();
  expect(sandbox.payments(order_id)).toEqual([]);
  expect(endpoints.asked('/shipping-info')).toHaveLength(1);
  await frame.getByRole('button', {name: 'Place order'}).click();
  await expect.poll(() => sandbox.order(order_id).status).toBe('placed');
});

test(
  'a wallet asks on a page of its own',
  {tag: '@variant'},
  async ({frame, merchant, magic, sandbox}) => {
    const order_id = await magic.toPayment();
    await frame.getByRole('button', {name: 'Wallet'}).click();
    await frame.getByRole('combobox', {name: 'Wallet'}).selectOption('phonepe');
    await frame.getByRole('button', {name: /^Pay ₹/}).click();
    await frame.getByRole('button', {name: 'Success'}).click();
    await skipPauses(frame);
    await merchant.heard('handler');
    expect(sandbox.payments(order_id)).toMatchObject([
      {method: 'wallet', wallet: 'phonepe', status: 'captured'},
    ]);
  },
);

test.describe('the endpoint for shipping info', () => {
  test('is asked as Razorpay asks', async ({endpoints, frame, magic, sandbox}) => {
    sandbox.merchant.signatureSecret = ENDPOINT_SECRET;
    const order_id = await magic.open();
    await frame.getByRole('textbox', {name: 'Mobile number'}).fill('98765 43210');
    await frame.getByRole('button', {name: 'Continue'}).click();
    await frame.getByRole('textbox', {name: 'Pincode'}).fill('560001');
    await expect(frame.getByText('We deliver to this pincode.')).toBeVisible();
    const [call] = endpoints.calls;
    expect(call?.body).toEqual({
      order_id: 'receipt#1',
      razorpay_order_id: order_id.slice('order_'.length),
      email: '',
      contact: '+919876543210',
      addresses: [{id: '0', zipcode: '560001', country: 'IN'}],
    });
    expect(call?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-razorpay-signature': await hmacHex(ENDPOINT_SECRET, call!.text),
    });
  });

  test('has ten seconds, may turn a pincode away, and is asked again after what can not be read', async ({
    endpoints,
    frame,
    magic,
    sandbox,
  }) => {
    await magic.toAddress();
    await test.step('silence', async () => {
      endpoints.answers['/shipping-info'] = 'silence';
      await frame.getByRole('textbox', {name: 'Pincode'}).fill('560001');
      await expect(frame.getByText('Checking serviceability')).toBeVisible();
      await expect.poll(() => endpoints.calls.length).toBe(1);
      await sandbox.advance(9);
      await expect(frame.getByText('Checking serviceability')).toBeVisible();
      await sandbox.advance(1);
      await expect(frame.getByText('did not answer within 10 s.')).toBeVisible();
    });
    for (const [pincode, what, answer] of [
      ['560001', 'no serviceable method', shippingInfo([{...METHODS[0], serviceable: false}])],
      [
        '560002',
        'the flat shape',
        {
          addresses: [
            {...PLACE, zipcode: '560002', serviceable: false, cod: false, shipping_fee: 0},
          ],
        },
      ],
    ] as const)
      await test.step(what, async () => {
        endpoints.answers['/shipping-info'] = answer;
        const before = endpoints.asked('/shipping-info').length;
        await giveAddress(frame, pincode);
        await expect.poll(() => endpoints.asked('/shipping-info').length).toBe(before + 1);
        await expect(frame.getByText('We do not deliver to this pincode.')).toBeVisible();
        await expect(frame.getByRole('heading', {name: 'Delivery address'})).toBeVisible();
      });
    for (const [what, answer, problem] of [
      ['an error', [500, {}], 'answered 500.'],
      [
        'a fee that is no integer',
        shippingInfo([{...METHODS[0], shipping_fee: 49.5}]),
        'addresses[0].shipping_methods[0].shipping_fee must be an integer in paise.',
      ],
      ['another address', {addresses: [{id: '7'}]}, 'addresses has none with the id "0".'],
      ['what is no JSON', [200, '<html>'], 'The reply must be an object.'],
    ] as const)
      await test.step(what, async () => {
        endpoints.answers['/shipping-info'] = answer;
        await giveAddress(frame);
        await expect(frame.getByText(problem)).toBeVisible();
        await expect(
          frame.getByText('We could not check delivery to this address. Try again.'),
        ).toBeVisible();
        expect(sandbox.merchantCalls().at(-1)?.problem).toContain(problem);
      });
    await test.step('the flat shape', async () => {
      endpoints.answers['/shipping-info'] = {
        addresses: [{...PLACE, serviceable: true, cod: true, shipping_fee: 5_000, cod_fee: null}],
      };
      await frame.getByRole('button', {name: 'Continue'}).click();
      await expect(frame.getByRole('heading', {name: 'Delivery method'})).toBeVisible();
      await chooseDelivery(frame, 'Standard delivery');
      await expect(frame.getByRole('button', {name: 'Pay ₹550'})).toBeVisible();
      await expect(frame.getByRole('button', {name: 'Cash on delivery'})).toBeVisible();
    });
  });

  test('may answer late for a pincode that was changed: the other quote counts', async ({
    endpoints,
    frame,
    magic,
    sandbox,
  }) => {
    let answerLate = (): void => undefined;
    const late = new Promise<void>((resolve) => (answerLate = resolve));
    endpoints.answers['/shipping-info'] = async (body) => {
      const isFar = JSON.stringify(body.addresses).includes('110001');
      if (isFar) await late;
      return shippingInfo([{...METHODS[0], shipping_fee: isFar ? 9_900 : 4_000}])(body);
    };
    const order_id = await magic.toAddress();
    await frame.getByRole('textbox', {name: 'Pincode'}).fill('110001');
    await expect.poll(() => endpoints.calls.length).toBe(1);
    await giveAddress(frame, '560001');
    await chooseDelivery(frame);
    answerLate();
    await expect.poll(() => sandbox.merchantCalls()).toHaveLength(2);
    await expect(frame.getByRole('button', {name: 'Pay ₹540'})).toBeVisible();
    await payByUpi(frame);
    await expect.poll(() => sandbox.order(order_id).status).toBe('paid');
    expect(sandbox.order(order_id)).toMatchObject({amount: 54_000, shipping_fee: 4_000});
  });
});

test.describe('an account', () => {
  test('without Magic Checkout gets the Standard one, and nothing says why', async ({
    endpoints,
    frame,
    magic,
    merchant,
    sandbox,
  }) => {
    sandbox.faults.set({magic: 'off'});
    const order_id = await magic.open({prefill: {coupon_code: 'TEA50'}});
    await giveContact(frame);
    await expect(frame.getByRole('heading', {name: 'Payment options'})).toBeVisible();
    await expect(frame.getByRole('button', {name: 'Cash on delivery'})).toHaveCount(0);
    await expect(frame.getByRole('textbox', {name: 'Coupon code'})).toHaveCount(0);
    await payByUpi(frame);
    await merchant.heard('handler');
    expect(await merchant.names()).not.toContain('mx-analytics');
    expect(endpoints.calls).toEqual([]);
    const order = sandbox.order(order_id);
    expect(order).toMatchObject({status: 'paid', amount: 50_000, line_items_total: 50_000});
    expect(order).not.toHaveProperty('shipping_fee');
  });

  test('whose risk check refuses cash on delivery has none, whatever the shop offers', async ({
    frame,
    magic,
    page,
    sandbox,
  }) => {
    sandbox.faults.set({magic: 'cod-refused'});
    const asked = page.waitForRequest('**/v1/checkout/payments');
    const order_id = await magic.toPayment();
    await expect(frame.getByText("Razorpay's risk check refused it.")).toBeVisible();
    await expect(frame.getByRole('button', {name: 'Cash on delivery'})).toHaveCount(0);
    await payByUpi(frame, 'failure@razorpay');
    const {magic: choices} = (await asked).postDataJSON() as {magic: object};
    expect(await tryAttempt(sandbox, order_id, {method: 'cod', magic: choices})).toMatchObject({
      error: {description: 'Cash on delivery is not available for this order.'},
    });
    sandbox.faults.clear();
    await frame.getByRole('button', {name: 'Try again'}).click();
    await frame.getByRole('button', {name: 'Edit address'}).click();
    await giveAddress(frame, '110001');
    await chooseDelivery(frame);
    await expect(frame.getByRole('button', {name: 'Cash on delivery'})).toBeVisible();
    await expect(frame.getByText("Razorpay's risk check refused it.")).toHaveCount(0);
  });
});

test.describe('coupons', () => {
  test('whose list is wrong can still be typed, and what is wrong with one keeps nobody from paying', async ({
    endpoints,
    frame,
    magic,
    sandbox,
  }) => {
    const {'/promotions/apply': apply} = endpoints.answers;
    const takeTea50 = async () => {
      await frame.getByRole('textbox', {name: 'Coupon code'}).fill('TEA50');
      await frame.getByRole('button', {name: 'Apply'}).click();
    };
    endpoints.answers['/promotions'] = {promotions: [{code: 'TEA50'}]};
    const order_id = await magic.toPayment();
    await expect(frame.getByText('The coupons could not be loaded.')).toBeVisible();
    await expect(frame.getByText('promotions[0].summary must be a text.')).toBeVisible();
    expect(sandbox.merchantCalls().at(-1)).toMatchObject({
      problem: 'promotions[0].summary must be a text.',
    });
    await test.step('no answer within ten seconds', async () => {
      endpoints.answers['/promotions/apply'] = 'silence';
      await takeTea50();
      await expect.poll(() => endpoints.asked('/promotions/apply').length).toBe(1);
      await expect(frame.getByRole('button', {name: 'Pay ₹540'})).toBeDisabled();
      await sandbox.advance(10);
      await expect(frame.getByText('The coupon could not be applied. Try again.')).toBeVisible();
      await expect(frame.getByText('/promotions/apply did not answer within 10 s.')).toBeVisible();
    });
    await test.step('the coupon', async () => {
      endpoints.answers['/promotions/apply'] = apply!;
      await takeTea50();
      await expect(frame.getByRole('button', {name: 'Pay ₹490'})).toBeVisible();
      await expect(frame.getByText('The coupons could not be loaded.')).toHaveCount(0);
      await frame.getByRole('button', {name: 'Remove coupon'}).click();
    });
    await test.step('more than the order', async () => {
      endpoints.answers['/promotions/apply'] = {
        promotion: {reference_id: 'r', code: 'TEA50', value: 60_000},
      };
      await takeTea50();
      const problem = 'promotion.value is 60000, and the order comes to 50000.';
      await expect(frame.getByText('The coupon could not be applied. Try again.')).toBeVisible();
      await expect(frame.getByText(problem)).toBeVisible();
      await payByUpi(frame);
      await expect.poll(() => sandbox.order(order_id).status).toBe('paid');
      expect(sandbox.order(order_id)).toMatchObject({amount: 54_000, promotions: []});
      expect(sandbox.merchantCalls().at(-1)).toMatchObject({problem});
    });
  });

  test(
    'have ten seconds for their answer when one is tapped, and keep nobody from paying after that',
    {tag: '@variant'},
    async ({endpoints, frame, magic, sandbox}) => {
      endpoints.answers['/promotions/apply'] = 'silence';
      const order_id = await magic.toPayment();
      await frame.getByRole('button', {name: 'Use TEA50'}).click();
      await expect.poll(() => endpoints.asked('/promotions/apply').length).toBe(1);
      await expect(frame.getByRole('button', {name: 'Pay ₹540'})).toBeDisabled();
      await sandbox.advance(10);
      await expect(frame.getByText('The coupon could not be applied. Try again.')).toBeVisible();
      await expect(frame.getByText('/promotions/apply did not answer within 10 s.')).toBeVisible();
      await payByUpi(frame);
      await expect.poll(() => sandbox.order(order_id).status).toBe('paid');
    },
  );

  test('have ten seconds for their list, and keep nobody from paying after that', async ({
    endpoints,
    frame,
    magic,
    sandbox,
  }) => {
    endpoints.answers['/promotions'] = 'silence';
    const order_id = await magic.toPayment();
    await expect.poll(() => endpoints.asked('/promotions').length).toBe(1);
    await expect(frame.getByRole('button', {name: 'Pay ₹540'})).toBeEnabled();
    await sandbox.advance(10);
    await expect(frame.getByText('The coupons could not be loaded.')).toBeVisible();
    await expect(frame.getByText('/promotions did not answer within 10 s.')).toBeVisible();
    await payByUpi(frame);
    await expect.poll(() => sandbox.order(order_id).status).toBe('paid');
  });

  test('are refused in the words of the merchant, listed, taken with a tap, and given back', async ({
    endpoints,
    frame,
    magic,
    page,
  }) => {
    expect(endpoints.calls).toEqual([]);
    const long = {code: 'FIRSTFLUSHOFTHENORTHERNHILLS', summary: '₹50 off on all teas'};
    endpoints.answers['/promotions'] = {promotions: [{code: 'TEA50', summary: '₹50 off'}, long]};
    await magic.toPayment();
    await frame.getByRole('textbox', {name: 'Coupon code'}).fill('NOPE');
    await frame.getByRole('textbox', {name: 'Coupon code'}).press('Enter');
    await expect(frame.getByText('There is no such coupon.')).toBeVisible();
    await expect(frame.getByRole('button', {name: 'Pay ₹540'})).toBeVisible();

    await frame.getByRole('button', {name: 'Use TEA50'}).click();
    await expect(frame.getByRole('button', {name: 'Pay ₹490'})).toBeVisible();
    await frame.getByRole('button', {name: 'Remove coupon'}).click();
    await expect(frame.getByRole('button', {name: 'Pay ₹540'})).toBeVisible();
    expect(endpoints.asked('/promotions')[0]?.body).toEqual({
      order_id: 'receipt#1',
      contact: '+919876543210',
      email: 'asha@example.com',
    });
    expect(endpoints.asked('/promotions/apply').map(({body}) => body)).toMatchObject([
      {code: 'NOPE'},
      {code: 'TEA50'},
    ]);

    // One of a long name pushes nothing out of the checkout.
    const rightOf = async (name: RegExp) => {
      const {x, width} = (await frame.getByRole('button', {name}).boundingBox())!;
      return x + width;
    };
    for (const width of [360, 1280]) {
      await page.setViewportSize({width, height: 800});
      const edge = await rightOf(/^Apply$/);
      expect(await rightOf(/^Use FIRSTFLUSH/), `at ${width}`).toBeCloseTo(edge, 0);
      const card = (await frame.getByRole('dialog').boundingBox())!;
      expect(await rightOf(/^Pay ₹/), `at ${width}`).toBeLessThan(card.x + card.width);
    }
  });

  test('are waited for before anything is paid, and stay when the shopper changes the address', async ({
    endpoints,
    frame,
    magic,
    page,
    sandbox,
  }) => {
    const {'/promotions/apply': apply} = endpoints.answers;
    let answerLate = (): void => undefined;
    const late = new Promise<void>((resolve) => (answerLate = resolve));
    endpoints.answers['/promotions/apply'] = async (body) => {
      await late;
      return (apply as (body: object) => object)(body);
    };
    endpoints.answers['/shipping-info'] = (body) => {
      const isFar = JSON.stringify(body.addresses).includes('110001');
      return shippingInfo([{...METHODS[0], shipping_fee: isFar ? 9_900 : 4_000}])(body);
    };
    const order_id = await magic.toPayment();
    await frame.getByRole('textbox', {name: 'UPI ID'}).fill('success@razorpay');
    await frame.getByRole('button', {name: 'Use TEA50'}).click();
    await frame.getByRole('textbox', {name: 'UPI ID'}).focus();
    await page.keyboard.press('Enter');
    await expect(frame.getByRole('button', {name: 'Pay ₹540'})).toBeDisabled();
    answerLate();
    await expect(frame.getByRole('button', {name: 'Pay ₹490'})).toBeEnabled();
    await frame.getByRole('button', {name: 'Edit address'}).click();
    await giveAddress(frame, '110001');
    await chooseDelivery(frame);
    await frame.getByRole('button', {name: 'Pay ₹549'}).click();
    await expect.poll(() => sandbox.order(order_id).status).toBe('paid');
    expect(sandbox.payments(order_id)).toMatchObject([{amount: 54_900}]);
    expect(sandbox.order(order_id)).toMatchObject({
      amount: 54_900,
      shipping_fee: 9_900,
      promotions: [{code: 'TEA50', value: 5_000}],
      customer_details: {shipping_address: {zipcode: '110001'}},
    });
  });

  test('of one shopper are asked for anew when another one pays', async ({
    endpoints,
    frame,
    magic,
  }) => {
    const {'/promotions/apply': apply} = endpoints.answers;
    endpoints.answers['/promotions/apply'] = (body) =>
      body.contact === '+919876543210'
        ? (apply as (body: object) => object)(body)
        : [400, {failure_code: 'REQUIREMENT_NOT_MET', failure_reason: 'Asha alone has this.'}];
    await magic.toPayment();
    await frame.getByRole('button', {name: 'Use TEA50'}).click();
    await frame.getByRole('button', {name: 'Edit contact'}).click();
    await frame.getByRole('textbox', {name: 'Mobile number'}).fill('9000090000');
    await frame.getByRole('button', {name: 'Continue'}).click();
    await expect(frame.getByRole('heading', {name: 'Delivery address'})).toBeVisible();
    await frame.getByRole('button', {name: 'Continue'}).click();
    await chooseDelivery(frame);
    await expect(frame.getByText('Asha alone has this.')).toBeVisible();
    await expect(frame.getByRole('button', {name: 'Pay ₹540'})).toBeVisible();
  });

  test.describe('that are refused with LOGIN_REQUIRED', () => {
    /** How often they are refused before they are taken. */
    let times = 1;
    test.beforeEach(({endpoints}) => {
      times = 1;
      const {'/promotions/apply': apply} = endpoints.answers;
      let asked = 0;
      endpoints.answers['/promotions/apply'] = (body) =>
        (asked += 1) > times
          ? (apply as (body: object) => object)(body)
          : [400, {failure_code: 'LOGIN_REQUIRED', failure_reason: 'Log in first.'}];
    });

    test('ask for the OTP when they are taken: skipped it leaves them refused, given they are tried again', async ({
      endpoints,
      frame,
      merchant,
      magic,
    }) => {
      times = 2;
      await magic.toPayment();
      await frame.getByRole('button', {name: 'Use TEA50'}).click();
      await frame.getByRole('button', {name: 'Skip'}).click();
      await expect(frame.getByText('Log in first.')).toBeVisible();
      await expect(frame.getByRole('button', {name: 'Pay ₹540'})).toBeVisible();
      expect(endpoints.asked('/promotions/apply')).toHaveLength(1);

      await frame.getByRole('button', {name: 'Use TEA50'}).click();
      await expect(frame.getByText('9876543210 you can use the coupon TEA50.')).toBeVisible();
      await frame.getByRole('textbox', {name: 'OTP'}).fill('1234');
      await frame.getByRole('button', {name: 'Continue'}).click();
      await expect(frame.getByRole('button', {name: 'Pay ₹490'})).toBeVisible();
      expect(endpoints.asked('/promotions/apply')).toHaveLength(3);
      await expect
        .poll(async () => (await merchant.log()).slice(-5).map(([, data]) => data))
        .toMatchObject([
          {event: 'coupon_failed'},
          {event: 'otp_initiated'},
          {event: 'otp_submitted'},
          {event: 'user_data'},
          {event: 'coupon_applied'},
        ]);
    });

    test('ask for it after the contact when they were prefilled', async ({
      endpoints,
      frame,
      magic,
    }) => {
      await magic.open({prefill: {coupon_code: 'TEA50'}});
      await expect.poll(() => endpoints.asked('/promotions/apply').length).toBe(1);
      await giveContact(frame);
      await frame.getByRole('textbox', {name: 'OTP'}).fill('1234');
      await frame.getByRole('button', {name: 'Continue'}).click();
      await expect(frame.getByText('₹450')).toBeVisible();
      await expect(frame.getByRole('textbox', {name: 'Pincode'})).toBeVisible();
      expect(endpoints.asked('/promotions/apply')[1]?.body.contact).toBe('+919876543210');
    });

    test('ask for it before the payment when the shop answers late', async ({
      endpoints,
      frame,
      magic,
      page,
    }) => {
      await page.route(
        '**/v1/checkout/promotions/apply',
        async (route) => {
          await frame.getByRole('textbox', {name: 'Pincode'}).waitFor();
          await route.continue();
        },
        {times: 1},
      );
      await magic.toAddress({prefill: {coupon_code: 'TEA50'}});
      await expect.poll(() => endpoints.asked('/promotions/apply').length).toBe(1);
      await giveAddress(frame);
      await chooseDelivery(frame);
      await frame.getByRole('textbox', {name: 'OTP'}).fill('1234');
      await frame.getByRole('button', {name: 'Continue'}).click();
      await expect(frame.getByRole('button', {name: 'Pay ₹490'})).toBeVisible();
    });
  });
});

test('a returning customer may skip the OTP, or gives it and takes the saved address', async ({
  endpoints,
  frame,
  merchant,
  magic,
  sandbox,
}) => {
  await magic.toPayment();
  await payByUpi(frame);
  await merchant.heard('handler');

  await test.step('who skips it sees no saved address', async () => {
    const customer = {key_id: sandbox.keyId, order_id: await magic.open(), contact: '9876543210'};
    expect(await ask(sandbox, '/customers', customer)).toEqual({isReturning: true});
    await giveContact(frame);
    await frame.getByRole('button', {name: 'Skip'}).click();
    await expect(frame.getByRole('textbox', {name: 'Pincode'})).toBeVisible();
    await expect(frame.getByRole('radio')).toHaveCount(0);
  });

  await magic.toAddress();
  await frame.getByRole('textbox', {name: 'OTP'}).fill('123');
  await frame.getByRole('button', {name: 'Continue'}).click();
  await expect(frame.getByText('Enter the right OTP.')).toBeVisible();
  await frame.getByRole('textbox', {name: 'OTP'}).fill('1234');
  await frame.getByRole('button', {name: 'Continue'}).click();
  await expect(frame.getByRole('radio', {name: /Asha Rao/})).toBeChecked();
  await expect(frame.getByText('We deliver to this pincode.')).toBeVisible();
  expect(endpoints.asked('/shipping-info').at(-1)?.body.addresses).toEqual([
    {
      id: expect.stringMatching(/^\w{14}$/) as unknown,
      zipcode: '560001',
      state_code: 'KA',
      country: 'in',
    },
  ]);
  await frame.getByRole('button', {name: 'Continue'}).click();
  await chooseDelivery(frame);
  await expect(frame.getByRole('button', {name: 'Pay ₹540'})).toBeVisible();
});

test("the browser's back button goes a step back, and from the first step out", async ({
  frame,
  merchant,
  magic,
  page,
}) => {
  const back = () => page.evaluate(() => window.history.back());
  await magic.open();
  const url = page.url();
  await giveContact(frame);
  await giveAddress(frame);
  await chooseDelivery(frame);
  await goToBank(frame);
  await back();
  await frame.getByRole('button', {name: 'Stay'}).waitFor();
  await back();
  await expect(frame.getByRole('alertdialog')).toBeHidden();
  await frame.getByRole('button', {name: 'Failure'}).click();
  for (const heading of ['Delivery method', 'Delivery address', 'Contact details']) {
    await frame.getByRole('button', {name: 'Close checkout'}).waitFor();
    await back();
    await expect(frame.getByRole('heading', {name: heading})).toBeVisible();
  }
  await back();
  await merchant.heard('ondismiss');
  expect(page.url()).toBe(url);
});

for (const [what, options, order, details] of [
  ['the order has no line_items_total', {}, {line_items_total: undefined}, {}],
  ['show_address is false', {show_address: false}, {}, {tag: '@variant'}],
] as const) {
  test(`no address is asked for when ${what}`, details, async ({endpoints, frame, magic}) => {
    await magic.toAddress(options, order);
    await expect(frame.getByRole('heading', {name: 'Payment options'})).toBeVisible();
    expect(endpoints.asked('/shipping-info')).toEqual([]);
  });
}

test('the browser can name no fee, discount or method of its own', async ({merchant, sandbox}) => {
  const order_id = await merchant.createOrder();
  for (const [choices, description] of [
    [{shipping_id: '1'}, 'The delivery is not available.'],
    [{promotion_code: 'TEA50'}, 'The coupon is not applied.'],
    [undefined, 'Cash on delivery is not available for this order.'],
  ] as const) {
    const reply = await tryAttempt(sandbox, order_id, {method: 'cod', magic: choices});
    expect(reply).toMatchObject({error: {description}});
  }
  expect(sandbox.order(order_id)).toMatchObject({amount: 50_000, status: 'created'});
});

test('mx-analytics tells the funnel in order', async ({frame, merchant, magic}) => {
  await magic.toPayment();
  await frame.getByRole('textbox', {name: 'Coupon code'}).fill('NOPE');
  await frame.getByRole('button', {name: 'Apply'}).click();
  await frame.getByText('There is no such coupon.').waitFor();
  await frame.getByRole('button', {name: 'Use TEA50'}).click();
  await payByUpi(frame, 'failure@razorpay');
  await frame.getByRole('button', {name: 'Try again'}).click();
  await frame.getByRole('button', {name: 'Close checkout'}).click();
  await merchant.heard('ondismiss');
  const told = (await merchant.log())
    .filter(([name]) => name === 'mx-analytics')
    .map(([, data]) => data as Record<string, unknown>);
  expect(told.map(({event}) => event)).toEqual([
    'initiate',
    'contact_input_entered',
    'user_data',
    'pincode_entered',
    'address_added',
    'address_info_submitted',
    'shipping_selected',
    'payment_page_reached',
    'coupon_failed',
    'coupon_applied',
    'payment_initiated',
    'payment_failed',
    'checkout_abandoned',
  ]);
  const of = (name: string) => told.find(({event}) => event === name);
  expect(of('initiate')).toMatchObject({
    paymentMode: 'online',
    totalAmount: 50_000,
    latestTotal: 50_000,
    couponDiscountValue: 0,
    isScriptCouponApplied: false,
    currency: 'INR',
    phone: '',
    email: '',
    first_name: '',
    last_name: '',
    state: '',
    city: '',
    lineItems: [{sku: 'tea'}],
  });
  expect(of('pincode_entered')).toMatchObject({pinCode: '560001', phone: '9876543210'});
  expect(of('shipping_selected')).toMatchObject({
    id: '1',
    name: 'Standard',
    shipping_fee: 4_000,
    cod: true,
    cod_fee: 3_000,
    zipcode: '560001',
    state: 'Karnataka',
    state_code: 'KA',
    country_name: 'in',
    first_name: 'Asha',
  });
  expect(of('coupon_failed')).toMatchObject({
    couponCode: 'NOPE',
    errorMsg: 'There is no such coupon.',
  });
  expect(of('coupon_applied')).toMatchObject({
    appliedCouponCode: 'TEA50',
    amountBeforeDisc: 54_000,
    amountAfterDisc: 49_000,
    couponDiscountValue: 5_000,
    latestTotal: 49_000,
    shippingAmount: 4_000,
  });
  expect(of('payment_initiated')).toMatchObject({paymentMethod: 'upi'});
  expect(of('checkout_abandoned')?.time_since_open).toBeGreaterThan(0);
});

test('cancelOrder() cancels what was placed, and nothing else', async ({merchant, sandbox}) => {
  const order_id = await merchant.createOrder();
  expect(() => sandbox.cancelOrder(order_id)).toThrow('Only an order that is placed');
  await sandbox.pay(order_id, {method: 'cod'});

  expect(sandbox.cancelOrder(order_id)).toMatchObject({status: 'cancelled', amount_paid: 0});

  expect(await get(sandbox, `/orders/${order_id}`)).toMatchObject({status: 'cancelled'});
  await expect(sandbox.pay(order_id)).rejects.toThrow();
  const {id} = sandbox.payments(order_id)[0]!;
  expect(() => sandbox.collectCash(id)).toThrow('The order is cancelled.');
});

test('pay() places an order without a browser, and collectCash() has it paid', async ({
  merchant,
  sandbox,
}) => {
  const order_id = await merchant.createOrder();
  await sandbox.pay(order_id, {
    method: 'cod',
    magic: {shippingFee: 4_000, codFee: 3_000, promotion: {code: 'TEA50', value: 5_000}},
  });
  expect(sandbox.order(order_id)).toMatchObject({
    status: 'placed',
    amount: 52_000,
    customer_details: {shipping_address: {zipcode: '560001'}},
  });
  await expect(sandbox.pay(order_id)).rejects.toThrow('Payment already done for this order.');
  const {id} = sandbox.payments(order_id)[0]!;
  expect(sandbox.collectCash(id)).toMatchObject({status: 'captured', captured: true});
  expect(sandbox.order(order_id)).toMatchObject({status: 'paid', amount_paid: 52_000});
  expect(sandbox.events().map(({event}) => event)).toEqual([
    'payment.pending',
    'order.placed',
    'payment.captured',
    'order.paid',
  ]);
  expect(() => sandbox.collectCash(id)).toThrow('Only a payment that is pending');
});
