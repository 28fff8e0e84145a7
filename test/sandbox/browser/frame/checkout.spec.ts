// Standard Checkout from src/sandbox/browser/frame/frame.ts to the handler:
// src/sandbox/browser/frame/opener/page-opener.ts, src/sandbox/browser/frame/flow/checkout-flow.ts,
// src/sandbox/browser/frame/flow/session.ts, src/sandbox/browser/frame/flow/attempts.ts,
// src/sandbox/browser/frame/flow/ending.ts, src/sandbox/browser/frame/flow/leaving.ts and
// src/sandbox/browser/frame/flow/form-errors.ts; src/sandbox/browser/frame/view.ts with
// src/sandbox/browser/frame/screens/contact-screen.ts,
// src/sandbox/browser/frame/screens/methods-screen.ts,
// src/sandbox/browser/frame/screens/bank-screen.ts,
// src/sandbox/browser/frame/screens/leave-dialog.ts, src/sandbox/browser/frame/parts/field.ts,
// src/sandbox/browser/frame/parts/method-fields.ts,
// src/sandbox/browser/frame/parts/order-summary.ts,
// src/sandbox/browser/frame/parts/submit-button.ts and
// src/sandbox/browser/frame/parts/on-submit.ts. Behind it src/sandbox/api/checkout/checkout-api.ts,
// asked by src/sandbox/browser/frame/state/backend.ts, with src/sandbox/account/attempt-request.ts
// and src/sandbox/model/payment-failures.ts. The page leaves by
// src/sandbox/browser/page/document/redirect.ts, and fits an iPhone by
// src/sandbox/browser/page/document/fit-window.ts.
import type {FrameLocator, Page} from '@playwright/test';
import {hmacHex} from '../../../../src/wire/signature.js';
import {OTHER_KEY_ID} from '../../../fixtures/samples.js';
import {answerBank, attempt} from '../../../fixtures/sandbox/attempt.js';
import {expect, test} from '../../../fixtures/sandbox/merchant.js';
import {get} from '../../../fixtures/sandbox/rest.js';
import {
  giveContact,
  goToBank,
  payByUpi,
  pressPay,
  skipPauses,
} from '../../../fixtures/sandbox/shopper.js';

const CARD = '4100280000001007';
const TIMEOUT_SECONDS = 60;
/** The pause between two questions about a payment that is left at the bank. */
const ASK_BANK_MS = 3000;

const closeButton = (frame: FrameLocator) => frame.getByRole('button', {name: 'Close checkout'});

test.describe('paying', () => {
  test('by UPI with two presses makes one attempt, which reaches the handler, and the signature verifies', async ({
    frame,
    merchant,
    page,
    sandbox,
  }) => {
    const order_id = await merchant.toMethods({notes: {cart: '7'}});
    await frame.getByRole('textbox', {name: 'UPI ID'}).fill('success@razorpay');
    await frame.getByRole('button', {name: /^Pay ₹/}).dblclick();
    await skipPauses(frame);
    await merchant.heard('handler');
    const log = await merchant.log();
    expect(log.map(([name]) => name)).toEqual(['render', 'payment.submit', 'onhidden', 'handler']);
    expect(log[1]?.[1]).toEqual({method: 'upi'});
    const response = log[3]?.[1] as Record<string, string>;
    const payment = response.razorpay_payment_id!;
    expect(response).toEqual({
      razorpay_payment_id: expect.stringMatching(/^pay_[A-Za-z0-9]{14}$/) as unknown,
      razorpay_order_id: order_id,
      razorpay_signature: await hmacHex(sandbox.keySecret, `${order_id}|${payment}`),
    });
    expect(await get(sandbox, `/orders/${order_id}`)).toMatchObject({
      status: 'paid',
      attempts: 1,
      amount_paid: 50_000,
      amount_due: 0,
    });
    expect(await get(sandbox, `/payments/${payment}`)).toMatchObject({
      entity: 'payment',
      amount: 50_000,
      status: 'captured',
      captured: true,
      order_id,
      method: 'upi',
      vpa: 'success@razorpay',
      upi: {vpa: 'success@razorpay'},
      contact: '+919876543210',
      email: 'asha@example.com',
      notes: {cart: '7'},
      acquirer_data: {rrn: expect.stringMatching(/^\d{12}$/) as unknown},
    });
    await expect(page.locator('.razorpay-container')).toBeHidden();

    await test.step('and no checkout starts for what is paid', async () => {
      const dialog = page.waitForEvent('dialog');
      await merchant.open({key: sandbox.keyId, order_id});
      expect((await dialog).message()).toContain('Payment already done for this order.');
      await (await dialog).dismiss();
    });
  });

  test('the handler is called 200 ms after the page is unlocked, as the instance', async ({
    frame,
    merchant,
    page,
  }) => {
    await merchant.visit();
    await page.evaluate(
      (options) => {
        window.log = [];
        const checkout = window.Razorpay({
          ...options,
          handler(this: unknown) {
            window.log.push(['handler', this === checkout]);
          },
        });
        checkout.open();
      },
      await merchant.options(),
    );
    await giveContact(frame);
    await page.clock.pauseAt(Date.now() + 60_000);
    await pressPay(frame);
    await frame.getByRole('heading', {name: 'Waiting for your approval'}).waitFor();
    await page.clock.runFor(500);
    await frame.getByRole('heading', {name: 'Payment successful'}).waitFor();
    await page.clock.runFor(700);
    await expect(page.locator('body')).not.toHaveCSS('overflow', 'hidden');
    await page.clock.runFor(199);
    expect(await merchant.names()).toEqual([]);
    await page.clock.runFor(1);
    expect(await merchant.log()).toEqual([['handler', true]]);
  });

  for (const [answer, details] of [
    ['Cancel payment', {}],
    ['Success', {tag: '@variant'}],
  ] as const) {
    test(
      `by a UPI ID of one's own asks: after a Failure, which fails it, ${answer} makes it captured`,
      details,
      async ({frame, merchant, sandbox}) => {
        const order_id = await merchant.toMethods();
        await pressPay(frame, 'asha@okaxis');
        await frame.getByRole('button', {name: 'Failure'}).click();
        await skipPauses(frame);
        await merchant.heard('payment.failed');
        await frame.getByRole('button', {name: 'Try again'}).click();
        await pressPay(frame, 'asha@okaxis');
        await frame.getByRole('button', {name: answer}).click();
        await skipPauses(frame);
        await merchant.heard('handler');
        expect(await get(sandbox, `/orders/${order_id}/payments`)).toMatchObject({
          items: [
            {status: 'captured', vpa: 'asha@okaxis'},
            {status: 'failed', vpa: 'asha@okaxis'},
          ],
        });
      },
    );
  }

  test('by card asks for the OTP of any four digits', async ({frame, merchant, sandbox}) => {
    const order_id = await merchant.toMethods({prefill: {name: 'Asha Rao'}});
    await frame.getByRole('button', {name: 'Card', exact: true}).click();
    await frame.getByRole('textbox', {name: 'Card number'}).fill(CARD);
    await frame.getByRole('textbox', {name: 'Expiry'}).fill('12/39');
    await frame.getByRole('textbox', {name: 'CVV'}).fill('123');
    await frame.getByRole('button', {name: /^Pay ₹/}).click();
    await frame.getByRole('textbox', {name: 'OTP'}).fill('123');
    await frame.getByRole('button', {name: 'Submit OTP'}).click();
    await expect(frame.getByRole('alert')).toContainText('incorrect otp');
    await frame.getByRole('button', {name: /^Pay ₹/}).click();
    await frame.getByRole('textbox', {name: 'OTP'}).fill('1234');
    await frame.getByRole('button', {name: 'Submit OTP'}).click();
    await skipPauses(frame);
    await merchant.heard('handler');
    const {items} = (await get(sandbox, `/orders/${order_id}/payments`)) as {
      items: {id: string}[];
    };
    expect(items).toMatchObject([
      {status: 'captured', method: 'card', card_id: expect.stringMatching(/^card_/) as unknown},
      {status: 'failed', error_reason: 'invalid_otp', error_step: 'payment_authentication'},
    ]);
    expect(await get(sandbox, `/payments/${items[0]!.id}?expand[]=card`)).toMatchObject({
      // The names on Indian cards are not given out.
      card: {network: 'Visa', last4: '1007', name: ''},
    });
  });

  test('by netbanking goes over the page of the bank, where to cancel leaves the checkout open', async ({
    frame,
    merchant,
    sandbox,
  }) => {
    const order_id = await merchant.toMethods();
    await goToBank(frame);
    await frame.getByRole('button', {name: 'Cancel payment'}).click();
    await expect(frame.getByRole('alert')).toContainText('cancelled by user');
    await expect
      .poll(async () => (await merchant.log()).at(-1))
      .toMatchObject(['payment.failed', {error: {reason: 'payment_cancelled'}}]);
    await frame.getByRole('button', {name: 'Try again'}).click();
    await frame.getByRole('button', {name: 'Netbanking'}).click();
    await frame.getByRole('combobox', {name: 'Bank'}).selectOption('State Bank of India');
    await frame.getByRole('button', {name: /^Pay ₹/}).click();
    await frame.getByRole('button', {name: 'Success'}).click();
    await skipPauses(frame);
    await merchant.heard('handler');
    expect(await get(sandbox, `/orders/${order_id}/payments`)).toMatchObject({
      items: [{status: 'captured', method: 'netbanking', bank: 'SBIN'}, {status: 'failed'}],
    });
  });

  test('without an order gives the payment id alone, and nothing is captured', async ({
    frame,
    merchant,
    sandbox,
  }) => {
    await merchant.visit();
    await merchant.open({key: sandbox.keyId, amount: 700});
    await giveContact(frame);
    await payByUpi(frame);
    await merchant.heard('handler');
    const response = await merchant.heard<{razorpay_payment_id: string}>('handler');
    expect(Object.keys(response)).toEqual(['razorpay_payment_id']);
    expect(await get(sandbox, `/payments/${response.razorpay_payment_id}`)).toMatchObject({
      amount: 700,
      status: 'authorized',
      order_id: null,
    });
  });
});

test.describe('a failed attempt', () => {
  test('of a test card has the reason of the card', async ({sandbox, merchant}) => {
    for (const [number, reason, code] of [
      ['4100280000090000', 'payment_timed_out', 'GATEWAY_ERROR'],
      ['5305620000050001', 'insufficient_fund', 'BAD_REQUEST_ERROR'],
      ['4100280000070002', 'payment_cancelled', 'BAD_REQUEST_ERROR'],
      ['5305620000030003', 'card_declined', 'BAD_REQUEST_ERROR'],
      ['4100280000030006', 'card_disabled_for_online_payments', 'BAD_REQUEST_ERROR'],
      ['4100280000010008', 'card_number_invalid', 'BAD_REQUEST_ERROR'],
      ['4100280000020007', 'gateway_technical_error', 'GATEWAY_ERROR'],
      ['5305620000070009', 'authentication_failed', 'GATEWAY_ERROR'],
    ] as const) {
      await test.step(`${number} is ${reason}`, async () => {
        const card = {number, expiry: '12/39', cvv: '123', name: ''};
        const payment = await attempt(sandbox, await merchant.createOrder(), {
          method: 'card',
          card,
        });
        expect(await answerBank(sandbox, payment, {choice: 'failure'})).toMatchObject({
          status: 'failed',
          error: {code, reason},
        });
      });
    }
  });

  test('keeps the checkout open, tells why, and the next one pays', async ({
    frame,
    merchant,
    page,
    sandbox,
  }) => {
    const order_id = await merchant.toMethods();
    await payByUpi(frame, 'failure@razorpay');
    await expect(frame.getByRole('alert')).toContainText('temporary issue');
    await expect(page.locator('.razorpay-container')).toBeVisible();
    await frame.getByRole('button', {name: 'Try again'}).click();
    await expect(frame.getByRole('alert')).toHaveCount(0);
    await payByUpi(frame);
    await merchant.heard('handler');
    const log = await merchant.log();
    expect(log.map(([name]) => name)).toEqual([
      'render',
      'payment.submit',
      'payment.error',
      'payment.failed',
      'payment.submit',
      'onhidden',
      'handler',
    ]);
    expect(log[3]?.[1]).toEqual({
      error: {
        code: 'BAD_REQUEST_ERROR',
        description: expect.any(String) as unknown,
        source: 'gateway',
        step: 'payment_response',
        reason: 'payment_failed',
        metadata: {payment_id: expect.stringMatching(/^pay_/) as unknown, order_id},
      },
    });
    expect(await get(sandbox, `/orders/${order_id}`)).toMatchObject({status: 'paid', attempts: 2});
  });

  test('of a payment that is left at the bank is told when its time is over, and it may still come', async ({
    frame,
    merchant,
    page,
    sandbox,
  }) => {
    const order_id = await merchant.toMethods();
    await goToBank(frame);
    await page.clock.fastForward(ASK_BANK_MS);
    await expect.poll(() => merchant.names()).toEqual(['render', 'payment.submit']);
    await sandbox.advance(10 * 60);
    await page.clock.fastForward(ASK_BANK_MS);
    await expect(frame.getByRole('alert')).toContainText('payment_timed_out');
    await expect
      .poll(async () => (await merchant.log()).at(-1))
      .toMatchObject([
        'payment.failed',
        {error: {reason: 'payment_timed_out', metadata: {order_id}}},
      ]);
    sandbox.authoriseLate(sandbox.payments(order_id)[0]!.id);
    expect(sandbox.order(order_id).status).toBe('paid');
  });

  test('is not told of a payment that the bank agreed to behind its back: it pays', async ({
    frame,
    merchant,
    page,
    sandbox,
  }) => {
    const order_id = await merchant.toMethods();
    await pressPay(frame, 'asha@okaxis');
    await frame.getByRole('button', {name: 'Success'}).waitFor();
    await answerBank(sandbox, sandbox.payments(order_id)[0]!.id, {choice: 'success'});
    await page.clock.fastForward(ASK_BANK_MS);
    await skipPauses(frame);
    await merchant.heard('handler');
    expect(await merchant.names()).not.toContain('payment.failed');
  });
});

test.describe('closing', () => {
  for (const [how, reason, close, details] of [
    ['the close button', undefined, (frame: FrameLocator) => closeButton(frame).click(), {}],
    [
      'close() of the page, twice',
      undefined,
      async (frame: FrameLocator, page: Page) => {
        await closeButton(frame).waitFor();
        await page.evaluate(() => {
          window.checkout.close();
          window.checkout.close();
        });
      },
      {},
    ],
    [
      'its timeout',
      'timeout',
      async (frame: FrameLocator, page: Page) => {
        await closeButton(frame).waitFor();
        await page.clock.fastForward(TIMEOUT_SECONDS * 1000);
      },
      {tag: '@variant'},
    ],
    [
      'its timeout, with the question whether to leave on the screen',
      'timeout',
      async (frame: FrameLocator, page: Page) => {
        await closeButton(frame).click();
        await frame.getByRole('alertdialog').waitFor();
        await page.clock.fastForward(TIMEOUT_SECONDS * 1000);
      },
      {},
    ],
  ] as const) {
    test(
      `by ${how} tells ondismiss once, however long the page stays`,
      details,
      async ({frame, merchant, page}) => {
        const errors: string[] = [];
        page.on('pageerror', ({message}) => errors.push(message));
        const asks = how.includes('question');
        await merchant.start({
          ...(reason && {timeout: TIMEOUT_SECONDS}),
          ...(asks && {modal: {confirm_close: true}}),
        });
        await close(frame, page);
        await merchant.heard('onhidden');
        for (let minute = 0; minute < 5; minute += 1) await page.clock.runFor(60_000);
        expect(await merchant.log()).toEqual([
          ['render', undefined],
          ['ondismiss', reason],
          ['onhidden', undefined],
        ]);
        expect(errors).toEqual([]);
      },
    );
  }

  test('by its timeout leaves a checkout that can be opened again, for its whole time', async ({
    frame,
    merchant,
    page,
  }) => {
    await merchant.start({timeout: TIMEOUT_SECONDS});
    await closeButton(frame).waitFor();
    await page.clock.fastForward(TIMEOUT_SECONDS * 1000);
    await merchant.heard('onhidden');
    await page.evaluate(() => window.checkout.open());
    await closeButton(frame).waitFor();
    await page.clock.fastForward((TIMEOUT_SECONDS / 2) * 1000);
    await expect(frame.getByRole('timer')).toContainText(/0:(30|29|28)/);
    await page.clock.fastForward((TIMEOUT_SECONDS / 2) * 1000);
    await expect.poll(async () => (await merchant.names()).at(-1)).toBe('onhidden');
    expect(await merchant.names()).toEqual([
      'render',
      'ondismiss',
      'onhidden',
      'render',
      'ondismiss',
      'onhidden',
    ]);
  });

  test('asks first with confirm_close', async ({frame, merchant}) => {
    await merchant.start({modal: {confirm_close: true}});
    await frame.getByRole('button', {name: 'Close checkout'}).click();
    await expect(frame.getByRole('alertdialog')).toHaveAccessibleName('Leave the checkout?');
    await expect(frame.getByRole('button', {name: 'Stay'})).toBeFocused();
    await frame.getByRole('button', {name: 'Stay'}).click();
    await expect(frame.getByRole('button', {name: 'Close checkout'})).toBeFocused();
    await frame.getByRole('button', {name: 'Close checkout'}).click();
    await frame.getByRole('button', {name: 'Leave checkout'}).click();
    await merchant.heard('ondismiss');
  });

  test('asks first while a payment is under way, and gives it up', async ({
    frame,
    merchant,
    sandbox,
  }) => {
    const order_id = await merchant.toMethods();
    await goToBank(frame);
    await frame.getByRole('button', {name: 'Close checkout'}).click();
    await frame.getByRole('button', {name: 'Leave checkout'}).click();
    await merchant.heard('ondismiss');
    expect(await get(sandbox, `/orders/${order_id}/payments`)).toMatchObject({
      items: [{status: 'failed', error_reason: 'payment_cancelled'}],
    });
  });
});

test('a network that fails while a payment is decided is asked again', async ({
  frame,
  merchant,
  page,
}) => {
  await merchant.start();
  await page.route('**/v1/checkout/payments/pay_*', (route) => route.abort(), {times: 2});
  await giveContact(frame);
  await pressPay(frame);
  await merchant.heard('handler');
  expect(await merchant.names()).not.toContain('payment.failed');
});

test('what is paid can not be closed away', async ({frame, merchant, page}) => {
  await merchant.toMethods();
  // The success stays on the screen for as long as the clock stands still.
  await page.clock.pauseAt(Date.now() + 60_000);
  await pressPay(frame);
  await frame.getByRole('heading', {name: 'Waiting for your approval'}).waitFor();
  await page.clock.runFor(500);
  await frame.getByRole('heading', {name: 'Payment successful'}).waitFor();
  await page.evaluate(() => window.checkout.close());
  await page.clock.resume();
  await merchant.heard('handler');
  expect(await merchant.names()).not.toContain('ondismiss');
});

test.describe('a checkout that can not start', () => {
  for (const [what, options, words, details] of [
    ['another key', {key: OTHER_KEY_ID}, 'The api key provided is invalid', {}],
    [
      'an unknown order',
      {order_id: 'order_00000000000000'},
      'The id provided does not exist',
      {tag: '@variant'},
    ],
    ['a malformed order id', {order_id: 'order_1'}, 'order_1 is not a valid id', {tag: '@variant'}],
  ] as const) {
    test(
      `because of ${what} says so in an alert, after fault.close`,
      details,
      async ({merchant, page}) => {
        const alerted = new Promise<string>((resolve) => {
          page.once('dialog', (dialog) => {
            resolve(dialog.message());
            void dialog.dismiss();
          });
        });
        await merchant.start(options);
        expect(await alerted).toBe(`Oops! Something went wrong.\n${words}`);
        expect(await merchant.names()).toEqual(['fault.close']);
        await expect(page.locator('.razorpay-container')).toBeHidden();
      },
    );
  }
});

test.describe('callback_url', () => {
  test('is posted to by the handler that stands in for a missing one', async ({
    frame,
    merchant,
    page,
    sandbox,
  }) => {
    const order_id = await merchant.toMethods({
      handler: null,
      callback_url: `${merchant.origin}/callback?cart=7`,
    });
    await payByUpi(frame);
    await page.waitForURL('**/callback?cart=7');
    expect(merchant.posts).toHaveLength(1);
    const [post] = merchant.posts;
    expect([...post!.keys()]).toEqual([
      'razorpay_payment_id',
      'razorpay_order_id',
      'razorpay_signature',
    ]);
    expect(post!.get('razorpay_signature')).toBe(
      await hmacHex(sandbox.keySecret, `${order_id}|${post!.get('razorpay_payment_id')}`),
    );
  });

  for (const [what, options, details] of [
    ['a success with redirect', {redirect: 'true'}, {}],
    ['a success with redirect and retry false', {redirect: true, retry: false}, {tag: '@variant'}],
  ] as const) {
    test(
      `gets ${what}, and the handler is not called`,
      details,
      async ({frame, merchant, page}) => {
        const callback_url = `${merchant.origin}/callback`;
        const orderId = await merchant.toMethods({callback_url, ...options});
        await payByUpi(frame);
        await page.waitForURL('**/callback');
        expect(merchant.posts[0]?.get('razorpay_order_id')).toBe(orderId);
      },
    );
  }

  test('gets a failure only with redirect and retry false', async ({frame, merchant, page}) => {
    const callback_url = `${merchant.origin}/callback`;
    const order_id = await merchant.toMethods({callback_url, redirect: true, retry: false});
    await pressPay(frame, 'failure@razorpay');
    await page.waitForURL('**/callback');
    const [post] = merchant.posts;
    expect(Object.fromEntries(post!)).toEqual({
      'error[code]': 'BAD_REQUEST_ERROR',
      'error[description]': expect.any(String) as unknown,
      'error[source]': 'gateway',
      'error[step]': 'payment_response',
      'error[reason]': 'payment_failed',
      'error[metadata]': expect.any(String) as unknown,
    });
    expect(JSON.parse(post!.get('error[metadata]')!)).toMatchObject({order_id});
  });

  test('gets the fault with redirect, without an alert', async ({merchant, page}) => {
    const callback_url = `${merchant.origin}/callback`;
    const order_id = 'order_00000000000000';
    await merchant.start({order_id, callback_url, redirect: true});
    await page.waitForURL('**/callback');
    expect(merchant.posts[0]?.get('error[description]')).toBe('The id provided does not exist');
  });

  test.describe('on an iPhone', () => {
    test.use({
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1',
    });

    test('fits the height of the window, also when a keyboard takes most of it', async ({
      frame,
      merchant,
      page,
    }) => {
      await page.setViewportSize({width: 390, height: 844});
      await merchant.start();
      await closeButton(frame).waitFor();
      const container = page.locator('.razorpay-container');
      const iframe = page.locator('iframe.razorpay-checkout-frame');
      await expect(iframe).toHaveCSS('height', '844px');
      await page.setViewportSize({width: 390, height: 400});
      await expect(iframe).toHaveCSS('height', '460px');
      await expect(container).toHaveCSS('position', 'absolute');
      await page.setViewportSize({width: 390, height: 844});
      await expect(iframe).toHaveCSS('height', '844px');
      await expect(container).toHaveCSS('position', 'fixed');
    });

    test('always gets the success, whatever redirect says', async ({frame, merchant, page}) => {
      const callback_url = `${merchant.origin}/callback`;
      const orderId = await merchant.toMethods({callback_url, redirect: false});
      await payByUpi(frame);
      await page.waitForURL('**/callback');
      expect(merchant.posts[0]?.get('razorpay_order_id')).toBe(orderId);
    });
  });
});

test.describe('options', () => {
  test('a prefilled contact that begins with 0 is refused', async ({frame, merchant}) => {
    await merchant.start({prefill: {contact: '09876543210'}});
    await frame.getByRole('button', {name: 'Continue'}).click();
    await expect(frame.getByText('Country code provided in contact is invalid')).toBeVisible();
  });

  test('prefill.method goes straight to the method when the contact is known', async ({
    frame,
    merchant,
  }) => {
    await merchant.start({
      prefill: {contact: '9876543210', email: 'asha@example.com', method: 'netbanking'},
    });
    await expect(frame.getByRole('combobox', {name: 'Bank'})).toBeVisible();
  });

  test('name, items, amount and colour are shown, that it is a sandbox, and what is set while it is open', async ({
    frame,
    merchant,
    page,
  }) => {
    await merchant.start({name: 'Tea house', theme: {color: '#ffd400'}});
    await expect(frame.getByRole('dialog', {name: 'Tea house'})).toBeVisible();
    await expect(frame.getByText('Darjeeling, first flush')).toBeVisible();
    await expect(frame.getByText('No money moves')).toBeVisible();
    const button = frame.getByRole('button', {name: 'Continue'});
    await expect(button).toHaveCSS('background-color', 'rgb(255, 212, 0)');
    await expect(button).toHaveCSS('color', 'rgb(16, 25, 43)');
    await page.evaluate(() => window.checkout.set('name', 'Coffee house'));
    await expect(frame.getByRole('dialog', {name: 'Coffee house'})).toBeVisible();
    await giveContact(frame);
    await expect(frame.getByRole('button', {name: 'Pay ₹500', exact: true})).toBeVisible();
  });
});
