// What time alone does to a payment: src/sandbox/account/payment-processor.ts with
// src/sandbox/account/payment-moves.ts and src/sandbox/api/rest/capture-settings.ts,
// by src/sandbox/model/capture-settings.ts where an order brings none.
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {answerBank, attempt, statusOf, tryAttempt} from '../../fixtures/sandbox/attempt.js';
import {expect, test} from '../../fixtures/sandbox/merchant.js';
import {createOrder, post} from '../../fixtures/sandbox/rest.js';

const MINUTE_SECONDS = 60;
const DAY_SECONDS = 24 * 60 * MINUTE_SECONDS;

let sandbox: Sandbox;
test.beforeEach(async () => {
  sandbox = await createSandbox();
});
test.afterEach(() => sandbox.close());

/** An order with these capture options, beside what every order has. */
const orderWith = (capture: string, options?: object): Promise<string> =>
  createOrder(sandbox, {payment: {capture, ...(options && {capture_options: options})}});

const paymentOf = (orderId: string) => sandbox.payments(orderId)[0]!;

/** What was told of an order, in order. */
const told = (orderId: string | null): string[] =>
  sandbox
    .events()
    .filter((event) => event.orderId === orderId)
    .map(({event}) => event);

test.describe('an authorized payment that nobody captures', () => {
  for (const [what, capture, options, seconds] of [
    ['3 days', 'manual', undefined, 3 * DAY_SECONDS],
    ['its manual_expiry_period', 'manual', {manual_expiry_period: 20}, 20 * MINUTE_SECONDS],
    ['one that is written as a text', 'manual', {manual_expiry_period: '20'}, 20 * MINUTE_SECONDS],
    ['the longest one', 'manual', {manual_expiry_period: 7200}, 5 * DAY_SECONDS],
  ] as const) {
    test(`goes back after ${what}, and is told`, async () => {
      const orderId = await orderWith(capture, options);
      await sandbox.pay(orderId);
      await sandbox.advance(seconds - 30);
      expect(paymentOf(orderId)).toMatchObject({status: 'authorized', amount_refunded: 0});
      await sandbox.advance(31);
      expect(paymentOf(orderId)).toMatchObject({
        status: 'refunded',
        captured: false,
        amount_refunded: 50_000,
        refund_status: 'full',
      });
      expect(told(orderId)).toEqual(['payment.authorized', 'refund.created', 'refund.processed']);
      expect(sandbox.order(orderId)).toMatchObject({status: 'attempted', amount_paid: 0});
    });
  }

  test('is gone for who captures too late', async () => {
    const orderId = await orderWith('manual', {manual_expiry_period: 20});
    const {razorpay_payment_id: id} = await sandbox.pay(orderId);
    await sandbox.advance(20 * MINUTE_SECONDS + 1);
    const reply = await post(sandbox, `/payments/${id}/capture`, {amount: 50_000, currency: 'INR'});
    expect(reply.status).toBe(400);
  });

  test('stays with the merchant once it is captured', async () => {
    const orderId = await orderWith('manual', {manual_expiry_period: 20});
    const {razorpay_payment_id: id} = await sandbox.pay(orderId);
    await sandbox.advance(19 * MINUTE_SECONDS);
    await post(sandbox, `/payments/${id}/capture`, {amount: 50_000, currency: 'INR'});
    await sandbox.advance(10 * DAY_SECONDS);
    expect(paymentOf(orderId).status).toBe('captured');
    expect(sandbox.order(orderId).status).toBe('paid');
  });

  test('goes back at the speed that the order asks for', async () => {
    const orderId = await orderWith('manual', {manual_expiry_period: 12, refund_speed: 'optimum'});
    await sandbox.pay(orderId);
    await sandbox.advance(DAY_SECONDS);
    const bodies = sandbox.events().map(({body}) => JSON.parse(body) as object);
    expect(bodies.at(-1)).toMatchObject({
      event: 'refund.processed',
      payload: {refund: {entity: {speed_requested: 'optimum'}}},
    });
  });

  for (const [what, options] of [
    ['an automatic_expiry_period of 11 minutes', {automatic_expiry_period: 11}],
    ['a manual_expiry_period of more than 5 days', {manual_expiry_period: 7201}],
    [
      'a manual_expiry_period before the automatic one',
      {automatic_expiry_period: 30, manual_expiry_period: 20},
    ],
    ['a period of half a minute', {manual_expiry_period: 20.5}],
    ['a refund_speed of nobody', {refund_speed: 'fast'}],
  ] as const) {
    test(`is not promised by ${what}: the order is refused`, async () => {
      const body = {amount: 50_000, currency: 'INR', payment: {capture: 'automatic'}};
      const payment = {...body.payment, capture_options: options};
      const reply = await post(sandbox, '/orders', {...body, payment});
      expect(reply).toMatchObject({status: 400, body: {error: {code: 'BAD_REQUEST_ERROR'}}});
    });
  }
});

test.describe('a payment without an order', () => {
  for (const currency of ['XXX', 'inr']) {
    test(`is in a currency that there is, not in ${currency}`, async () => {
      const card = {number: '4100280000001007', name: 'Asha', expiry: '12/39', cvv: '123'};
      const refused = await tryAttempt(sandbox, '', {method: 'card', card, amount: 900, currency});
      expect(refused.error).toMatchObject({description: 'Currency is not supported'});
      expect(sandbox.payments()).toEqual([]);
    });
  }

  test('is never captured, and goes back after 3 days', async () => {
    const id = await attempt(sandbox, '', {method: 'upi', vpa: 'success@razorpay', amount: 900});
    expect(sandbox.payments()[0]).toMatchObject({id, status: 'authorized', order_id: null});
    await sandbox.advance(3 * DAY_SECONDS + 1);
    expect(sandbox.payments()[0]).toMatchObject({status: 'refunded', captured: false});
    expect(told(null)).toEqual(['payment.authorized', 'refund.created', 'refund.processed']);
  });
});

test.describe('a payment that is left at the bank', () => {
  for (const [method, instrument] of Object.entries({
    upi: {vpa: 'asha@okaxis'},
    netbanking: {bank: 'HDFC'},
    wallet: {wallet: 'mobikwik'},
    card: {card: {number: '4100280000001007', name: 'Asha', expiry: '12/39', cvv: '123'}},
  })) {
    test(`fails after 10 minutes, and is told: ${method}`, async () => {
      const orderId = await createOrder(sandbox);
      const id = await attempt(sandbox, orderId, {method, ...instrument});
      await sandbox.advance(10 * MINUTE_SECONDS - 30);
      expect(await statusOf(sandbox, id)).toEqual({status: 'pending'});
      await sandbox.advance(31);
      expect(await statusOf(sandbox, id)).toMatchObject({
        status: 'failed',
        error: {reason: 'payment_timed_out'},
      });
      expect(told(orderId)).toEqual(['payment.failed']);
      expect(sandbox.order(orderId).status).toBe('attempted');
    });
  }

  test('may still come: the shopper says yes on the page of the bank', async () => {
    const orderId = await createOrder(sandbox);
    const id = await attempt(sandbox, orderId, {method: 'netbanking', bank: 'HDFC'});
    await sandbox.advance(11 * MINUTE_SECONDS);
    expect(await answerBank(sandbox, id, {choice: 'success'})).toMatchObject({status: 'success'});
    expect(told(orderId)).toEqual([
      'payment.failed',
      'payment.authorized',
      'payment.captured',
      'order.paid',
    ]);
  });

  test('may still come by the order of a test, and an order that is paid gives it back', async () => {
    const orderId = await createOrder(sandbox);
    const id = await attempt(sandbox, orderId, {method: 'netbanking', bank: 'HDFC'});
    await sandbox.advance(11 * MINUTE_SECONDS);
    await sandbox.pay(orderId);
    expect(sandbox.authoriseLate(id).status).toBe('authorized');
    await sandbox.advance(DAY_SECONDS);
    expect(sandbox.payments(orderId).map(({status}) => status)).toEqual(['captured', 'refunded']);
  });

  test('stays as failed as the shopper made it', async () => {
    const orderId = await createOrder(sandbox);
    const id = await attempt(sandbox, orderId, {method: 'netbanking', bank: 'HDFC'});
    await answerBank(sandbox, id, {choice: 'failure'});
    await sandbox.advance(DAY_SECONDS);
    expect(told(orderId)).toEqual(['payment.failed']);
    expect(await answerBank(sandbox, id, {choice: 'success'})).toMatchObject({status: 'failed'});
  });
});

test.describe('a payment that comes late', () => {
  test('is captured by itself within automatic_expiry_period, and not after it', async () => {
    const options = {automatic_expiry_period: 30, manual_expiry_period: 60};
    for (const [minutes, status] of [
      [29, 'captured'],
      [31, 'authorized'],
    ] as const) {
      const orderId = await orderWith('automatic', options);
      const {error} = await sandbox.pay(orderId, {outcome: 'failed'});
      await sandbox.advance(minutes * MINUTE_SECONDS);
      expect(sandbox.authoriseLate(error.metadata!.payment_id!).status).toBe(status);
    }
    await sandbox.advance(30 * MINUTE_SECONDS);
    expect(sandbox.payments().map(({status}) => status)).toEqual(['refunded', 'captured']);
  });

  test('goes straight back when its time for a capture is over', async () => {
    const orderId = await createOrder(sandbox);
    const {error} = await sandbox.pay(orderId, {outcome: 'failed'});
    await sandbox.advance(3 * DAY_SECONDS + 60);
    expect(sandbox.authoriseLate(error.metadata!.payment_id!).status).toBe('authorized');
    await sandbox.advance(1);
    expect(paymentOf(orderId)).toMatchObject({status: 'refunded', captured: false});
    expect(sandbox.order(orderId).status).toBe('attempted');
  });
});

test.describe('cash on delivery', () => {
  test('that is not collected within 45 days fails, and its order stays placed', async () => {
    const orderId = await createOrder(sandbox);
    const {razorpay_payment_id: id} = await sandbox.pay(orderId, {method: 'cod'});
    await sandbox.advance(45 * DAY_SECONDS - 60);
    expect(paymentOf(orderId).status).toBe('pending');
    await sandbox.advance(61);
    expect(paymentOf(orderId)).toMatchObject({status: 'failed', captured: false});
    expect(told(orderId)).toEqual(['payment.pending', 'order.placed', 'payment.failed']);
    expect(sandbox.order(orderId).status).toBe('placed');
    expect(() => sandbox.authoriseLate(id)).toThrow('Only a failed payment');
  });

  test('that was collected stays so', async () => {
    const orderId = await createOrder(sandbox);
    const {razorpay_payment_id: id} = await sandbox.pay(orderId, {method: 'cod'});
    sandbox.collectCash(id);
    await sandbox.advance(50 * DAY_SECONDS);
    expect(paymentOf(orderId).status).toBe('captured');
  });
});
