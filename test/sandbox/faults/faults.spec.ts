// The switches of src/sandbox/faults/fault-table.ts, and what each breaks; some replies are broken
// by src/sandbox/api/broken-reply.ts, and src/sandbox/api/documents/files.ts and
// src/sandbox/api/documents/frame-document.ts answer with less than they have.
import type {FaultLimits, FaultSettings, Sandbox} from 'rzp-magic-button/sandbox.js';
import {hmacHex, signPayment} from '../../../src/wire/signature.js';
import {expect} from '../../fixtures/sandbox/merchant.js';
import {basic, createOrder, get} from '../../fixtures/sandbox/rest.js';
import {goToBank, payByUpi, pressPay} from '../../fixtures/sandbox/shopper.js';
import {test} from '../../fixtures/sandbox/webhook-receiver.js';

/** How long a client waits that gives up, and one that needs an answer. */
const HURRIED_MS = 500;
const PATIENT_MS = 60_000;

const ask = (sandbox: Sandbox, path = '/orders', patience = PATIENT_MS): Promise<Response> =>
  fetch(`${sandbox.url}/v1${path}`, {
    headers: {authorization: basic(sandbox)},
    signal: AbortSignal.timeout(patience),
  });

test.describe('switches', () => {
  test('of different areas are on together, and go one by one', ({sandbox: {faults}}) => {
    faults.set({script: '404'});
    faults.set({webhook: 'twice', rest: '500'}, {times: 2});
    faults.set({script: 'empty'});
    expect(faults.list()).toEqual([
      {name: 'script-empty', times: Infinity, seconds: 0, route: undefined},
      {name: 'webhook-twice', times: 2, seconds: 0, route: undefined},
      {name: 'rest-500', times: 2, seconds: 0, route: undefined},
    ]);
    faults.clear('script');
    expect(faults.list().map(({name}) => name)).toEqual(['webhook-twice', 'rest-500']);
    faults.clear();
    expect(faults.list()).toEqual([]);
  });

  test('that nobody knows are refused', ({sandbox: {faults}}) => {
    expect(() => faults.set({script: '405'} as unknown as FaultSettings)).toThrow(
      'There is no fault "script-405". There are: script-404, ',
    );
    expect(() => faults.set({script: '404'}, {time: 1} as unknown as FaultLimits)).toThrow(
      'time is no setting. Did you mean "times"?',
    );
  });

  for (const [query, words] of [
    ['script-405', 'There is no fault \\"script-405\\".'],
    ['script-slow:soon', 'needs seconds after the colon.'],
  ] as const) {
    test(`that nobody knows are refused in a page: ${query}`, async ({sandbox}) => {
      const response = await fetch(`${sandbox.scriptUrl}?fault=${query}`);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain(words);
    });
  }
});

test.describe('the REST API', () => {
  for (const [word, status, body] of [
    ['500', 500, 'The server encountered an error.'],
    ['502', 502, '<title>502 Bad Gateway</title>'],
    ['429', 429, 'BAD_REQUEST_ERROR'],
  ] as const) {
    test(`answers ${word}, only so many times`, async ({sandbox}) => {
      sandbox.faults.set({rest: word}, {times: 2});
      for (const response of [await ask(sandbox), await ask(sandbox)]) {
        expect(response.status).toBe(status);
        expect(await response.text()).toContain(body);
      }
      expect((await ask(sandbox)).status).toBe(200);
    });
  }

  test('never answers', async ({sandbox}) => {
    sandbox.faults.set({rest: 'silent'}, {times: 1});
    await expect(ask(sandbox, '/orders', HURRIED_MS)).rejects.toThrow('timeout');
    expect((await ask(sandbox)).status).toBe(200);
  });

  test('does its work and loses the answer', async ({sandbox}) => {
    sandbox.faults.set({rest: 'dropped'}, {times: 1});
    await expect(createOrder(sandbox, {receipt: 'lost'})).rejects.toThrow('fetch failed');
    expect(await get(sandbox, '/orders?receipt=lost')).toMatchObject({count: 1});
  });

  test('fails for one route and no other', async ({sandbox}) => {
    sandbox.faults.set({rest: '500'}, {route: 'GET /orders/:id'});
    const orderId = await createOrder(sandbox);
    expect((await ask(sandbox, `/orders/${orderId}`)).status).toBe(500);
    expect((await ask(sandbox, `/orders/${orderId}/payments`)).status).toBe(200);
  });
});

test.describe('events', () => {
  test('come late', async ({sandbox, shop}) => {
    sandbox.faults.set({webhook: 'late'}, {seconds: 30});
    await sandbox.pay(await createOrder(sandbox));
    await sandbox.advance(29);
    expect(shop.names()).toEqual([]);
    await sandbox.advance(1);
    expect(shop.names()).toEqual(['payment.authorized', 'payment.captured', 'order.paid']);
  });

  test('come twice, with the same id', async ({sandbox, shop}) => {
    sandbox.faults.set({webhook: 'twice'}, {times: 1});
    await sandbox.pay(await createOrder(sandbox));
    await sandbox.settled();
    expect(shop.names()).toEqual([
      'payment.authorized',
      'payment.authorized',
      'payment.captured',
      'order.paid',
    ]);
    expect(shop.received[0]!.id).toBe(shop.received[1]!.id);
  });

  test('come out of order', async ({sandbox, shop}) => {
    sandbox.faults.set({webhook: 'out-of-order'});
    await sandbox.pay(await createOrder(sandbox));
    await sandbox.settled();
    expect(shop.names()).toEqual(['order.paid', 'payment.captured', 'payment.authorized']);
  });

  test('never come', async ({sandbox, shop}) => {
    sandbox.faults.set({webhook: 'never'});
    await sandbox.pay(await createOrder(sandbox));
    await sandbox.advance(24 * 60 * 60);
    expect(shop.received).toEqual([]);
    expect(sandbox.events()).toHaveLength(3);
  });

  test('are signed with another secret', async ({sandbox, shop}) => {
    sandbox.faults.set({webhook: 'wrong-signature'}, {times: 1});
    await sandbox.pay(await createOrder(sandbox));
    await sandbox.settled();
    const right = await Promise.all(
      shop.received.map(
        async ({headers, raw}) =>
          headers['x-razorpay-signature'] === (await hmacHex(sandbox.webhookSecret, raw)),
      ),
    );
    expect(right).toEqual([false, true, true]);
    expect(shop.received[0]!.headers['x-razorpay-signature']).toMatch(/^[0-9a-f]{64}$/);
  });
});

test.describe('payments', () => {
  test('time out and go through later', async ({sandbox, shop}) => {
    sandbox.faults.set({payment: 'late'}, {times: 1, seconds: 3600});
    const orderId = await createOrder(sandbox);
    await expect(sandbox.pay(orderId)).rejects.toThrow('could not be completed in time');
    expect(sandbox.payments(orderId)).toMatchObject([
      {status: 'failed', error_reason: 'payment_timed_out'},
    ]);
    await sandbox.advance(3600);
    expect(sandbox.order(orderId).status).toBe('paid');
    expect(shop.names()).toEqual([
      'payment.failed',
      'payment.authorized',
      'payment.captured',
      'order.paid',
    ]);
  });

  test('that go through by hand do not go through again by the clock', async ({sandbox, shop}) => {
    sandbox.faults.set({payment: 'late'}, {times: 1});
    const orderId = await createOrder(sandbox);
    await expect(sandbox.pay(orderId)).rejects.toThrow();
    sandbox.authoriseLate(sandbox.payments(orderId)[0]!.id);
    await sandbox.advance(3600);
    expect(shop.names().filter((name) => name === 'order.paid')).toHaveLength(1);
  });

  test('of a paid order are let through once, and go back by themselves', async ({
    sandbox,
    shop,
  }) => {
    const orderId = await createOrder(sandbox);
    await sandbox.pay(orderId);
    sandbox.faults.set({payment: 'second'}, {times: 1});
    const {razorpay_payment_id: id} = await sandbox.pay(orderId);
    expect(await get(sandbox, `/payments/${id}`)).toMatchObject({
      status: 'authorized',
      captured: false,
    });
    await expect(sandbox.pay(orderId)).rejects.toThrow('Payment already done');
    await sandbox.advance(60);
    expect(await get(sandbox, `/payments/${id}`)).toMatchObject({
      status: 'refunded',
      captured: false,
      amount_refunded: 50_000,
    });
    expect(sandbox.order(orderId)).toMatchObject({status: 'paid', amount_paid: 50_000});
    expect(shop.names().slice(3)).toEqual([
      'payment.authorized',
      'refund.created',
      'refund.processed',
    ]);
  });
});

test.describe('the page script', () => {
  const load = (sandbox: Sandbox, query = '', patience = PATIENT_MS): Promise<Response> =>
    fetch(sandbox.scriptUrl + query, {signal: AbortSignal.timeout(patience)});

  for (const [what, break_] of [
    ['for the whole sandbox', (sandbox, word) => (sandbox.faults.set({script: word}), '')],
    ['for a page', (_sandbox, word) => `?fault=script-${word}`],
  ] as [string, (sandbox: Sandbox, word: '404' | 'blocked' | 'empty' | 'slow') => string][]) {
    test(`is not found ${what}`, async ({sandbox}) => {
      expect((await load(sandbox, break_(sandbox, '404'))).status).toBe(404);
    });
    test(`is blocked ${what}`, async ({sandbox}) => {
      await expect(load(sandbox, break_(sandbox, 'blocked'))).rejects.toThrow('fetch failed');
    });
    test(`is slow ${what}`, async ({sandbox}) => {
      const query = break_(sandbox, 'slow');
      await expect(load(sandbox, query, HURRIED_MS)).rejects.toThrow('timeout');
    });
    test(`leaves no constructor ${what}`, async ({merchant, page, sandbox}) => {
      await merchant.visit({script: sandbox.scriptUrl + break_(sandbox, 'empty')});
      expect(await page.evaluate(() => typeof window.Razorpay)).toBe('undefined');
    });
  }

  test('of one page is broken, of another it is not', async ({sandbox}) => {
    expect((await load(sandbox, '?fault=script-404')).status).toBe(404);
    expect((await load(sandbox)).status).toBe(200);
  });

  test('is as slow as a page asks', async ({sandbox}) => {
    expect((await load(sandbox, '?fault=script-slow:0.1')).status).toBe(200);
  });
});

/** The faults that a shopper meets in a browser, asked for by the page itself. */
test.describe('in a page', () => {
  const closed = ['render', 'payment.submit', 'ondismiss', 'onhidden'];

  for (const word of ['hangs', 'silent'] as const) {
    for (const build of ['2023', '2024'])
      test(`the frame that ${word} leaves the lock, and in ${build} ${build === '2023' ? 'a' : 'no'} spinner`, async ({
        merchant,
        page,
        sandbox,
      }) => {
        const document = page.waitForRequest(/checkout\/public/);
        const script = `${sandbox.scriptUrl}?fault=frame-${word}&build=${build}`;
        await merchant.start({}, {script});
        expect((await document).url()).toContain(`fault=frame-${word}`);
        if (word === 'silent') await (await document).response();
        await expect(page.locator('.razorpay-loader')).toHaveCount(build === '2023' ? 1 : 0);
        await expect(page.locator('body')).toHaveCSS('overflow', 'hidden');
        await page.evaluate(() => window.checkout.close());
        expect(await merchant.names()).toEqual([]);
      });
  }

  test('the frame faults: fault.close and an alert, nothing else', async ({merchant, page}) => {
    const dialog = page.waitForEvent('dialog');
    const started = merchant.start({}, {fault: 'frame-fault'});
    expect((await dialog).message()).toBe(
      'Oops! Something went wrong.\nNo appropriate payment method found.',
    );
    await (await dialog).dismiss();
    await started;
    await expect(page.locator('.razorpay-container')).toBeHidden();
    expect(await merchant.names()).toEqual(['fault.close']);
  });

  test('the handler is lost after the money was taken, until the shopper closes', async ({
    frame,
    merchant,
    sandbox,
    shop,
  }) => {
    const orderId = await merchant.toMethods({}, {fault: 'handler-lost,webhook-never'});
    await pressPay(frame);
    await frame.getByRole('heading', {name: 'Waiting for your approval'}).waitFor();
    await expect.poll(() => sandbox.order(orderId).status).toBe('paid');
    await frame.getByRole('button', {name: 'Close checkout'}).click();
    await frame.getByRole('button', {name: 'Leave checkout'}).click();
    await merchant.heard('onhidden');
    expect(await merchant.names()).toEqual(closed);
    await sandbox.settled();
    expect(shop.received).toEqual([]);
  });

  test('the handler is lost at the bank, which never answers', async ({
    frame,
    merchant,
    sandbox,
  }) => {
    sandbox.faults.set({handler: 'lost'}, {times: 1});
    const orderId = await merchant.toMethods();
    await goToBank(frame);
    await frame.getByRole('button', {name: 'Success'}).click();
    await expect(frame.getByRole('status').filter({hasText: 'HDFC Bank'})).toBeVisible();
    expect(sandbox.order(orderId).status).toBe('paid');
    await expect.poll(() => merchant.names()).toEqual(['render', 'payment.submit']);
  });

  test('the checkout closes itself although the money was taken', async ({
    frame,
    merchant,
    sandbox,
  }) => {
    const orderId = await merchant.toMethods({}, {fault: 'handler-dismissed'});
    // It is gone before one could see what came of it.
    await pressPay(frame);
    await merchant.heard('onhidden');
    expect(await merchant.names()).toEqual(closed);
    expect(sandbox.order(orderId).status).toBe('paid');
  });

  test('the handler gets a wrong signature, once', async ({frame, merchant, sandbox}) => {
    sandbox.faults.set({handler: 'wrong-signature'}, {times: 1});
    await merchant.visit();
    for (const isRight of [false, true]) {
      const orderId = await merchant.createOrder();
      const prefill = {contact: '9876543210', email: 'asha@example.com', method: 'upi'};
      await merchant.open({key: sandbox.keyId, order_id: orderId, prefill});
      await payByUpi(frame);
      const response = await merchant.heard<Record<string, string>>('handler');
      const paymentId = response.razorpay_payment_id!;
      const right = await signPayment(sandbox.keySecret, {orderId, paymentId});
      expect(response.razorpay_signature === right).toBe(isRight);
    }
  });

  test('a payment times out, the shopper closes, and it goes through', async ({
    frame,
    merchant,
    sandbox,
  }) => {
    const orderId = await merchant.toMethods({}, {fault: 'payment-late:600'});
    await payByUpi(frame);
    await merchant.heard('payment.failed');
    await frame.getByRole('button', {name: 'Close checkout'}).click();
    await merchant.heard('ondismiss');
    expect(sandbox.order(orderId).status).toBe('attempted');
    await sandbox.advance(600);
    expect(sandbox.order(orderId).status).toBe('paid');
  });

  test('a paid order can be opened and paid again', async ({frame, merchant, sandbox}) => {
    const orderId = await merchant.createOrder();
    await sandbox.pay(orderId);
    await merchant.toMethods({order_id: orderId}, {fault: 'payment-second'});
    await payByUpi(frame);
    await merchant.heard('handler');
    expect(sandbox.payments(orderId).map(({status}) => status)).toEqual(['authorized', 'captured']);
  });
});
