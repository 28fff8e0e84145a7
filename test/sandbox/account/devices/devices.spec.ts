// POS devices without a page: src/sandbox/account/devices/devices.ts puts together
// src/sandbox/account/devices/device-book.ts, src/sandbox/account/devices/activities.ts and
// src/sandbox/account/devices/terminals.ts, on src/sandbox/account/devices/device.ts and
// src/sandbox/account/devices/wallet.ts; src/sandbox/driver/device-driver.ts is what a test asks.
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {expect, test} from '@playwright/test';
import {get} from '../../../fixtures/sandbox/rest.js';
import {activity, close, DEVICE_ID, initiate, orderAt} from '../../../fixtures/sandbox/pos.js';

let sandbox: Sandbox;
test.beforeAll(async () => {
  sandbox = await createSandbox();
});
test.afterEach(() => {
  sandbox.faults.clear();
  for (const {id, screen} of sandbox.device.list()) {
    sandbox.device.plugIn(id);
    if (['ready', 'qr', 'pin'].includes(screen)) sandbox.device.cancel(id);
  }
});
test.afterAll(() => sandbox.close());

/** What is said of the last activity, and of the order. */
async function outcome(id: unknown) {
  const {body} = await activity(sandbox, id);
  const order = (body.initiate_checkout as {order_id: string}).order_id;
  return {
    status: body.status,
    error: body.error,
    order: sandbox.order(order).status,
    payments: sandbox.payments(order).map(({status}) => status),
  };
}

const PAID = {status: 'completed', error: null, order: 'paid', payments: ['captured']};
const CANCELLED = {
  code: 'TRANSACTION_CANCELLED',
  description: 'User cancelled transaction',
  source: 'DEVICE',
};

test('a checkout waits on the device until it is paid there, whatever the clock says', async () => {
  const {body} = await initiate(sandbox);
  expect(sandbox.device.state()).toMatchObject({
    screen: 'ready',
    isConnected: true,
    sale: {activityId: body.id, business: 'Acme Corp', amount: 19_900, currency: 'INR'},
  });
  await sandbox.advance(24 * 60 * 60);
  expect(await outcome(body.id)).toMatchObject({status: 'processing', order: 'created'});
  expect(sandbox.device.tap().screen).toBe('approved');
  expect(await outcome(body.id)).toEqual(PAID);
});

test('a card payment is one of the order, with what the till knew of the shopper', async () => {
  const prefill = {name: 'Asha', email: 'asha@example.com', contact: '9000090000', method: 'card'};
  const order = await orderAt(sandbox);
  await initiate(sandbox, {order, fields: {prefill}});
  const {sale} = sandbox.device.tap('mastercard');
  const payment = await get(sandbox, `/payments/${sale?.paymentId}?expand[]=card`);
  expect(payment).toMatchObject({
    order_id: order,
    amount: 19_900,
    method: 'card',
    status: 'captured',
    description: 'POS Transaction',
    email: 'asha@example.com',
    contact: '9000090000',
    card: {last4: '1002', network: 'MasterCard'},
  });
  const events = sandbox.events().filter(({orderId}) => orderId === order);
  expect(events.map(({event}) => event)).toEqual([
    'payment.authorized',
    'payment.captured',
    'order.paid',
  ]);
});

test('a UPI payment says which kind of account it came from', async () => {
  const {body} = await initiate(sandbox, {fields: {prefill: {method: 'upi'}}});
  expect(sandbox.device.state().screen).toBe('qr');
  const {sale} = sandbox.device.payByUpi();
  expect(await get(sandbox, `/payments/${sale?.paymentId}`)).toMatchObject({
    method: 'upi',
    upi: {payer_account_type: 'bank_account', vpa: 'success@razorpay'},
  });
  expect(await outcome(body.id)).toEqual(PAID);
});

test('up to ₹5,000 a tap pays, above it the card wants its PIN', async () => {
  await initiate(sandbox, {amount: 500_000});
  expect(sandbox.device.tap('rupay').screen).toBe('approved');
  const {body} = await initiate(sandbox, {amount: 500_001});
  expect(sandbox.device.tap('rupay')).toMatchObject({screen: 'pin', pinTriesLeft: 3});
  expect(sandbox.device.enterPin('0000')).toMatchObject({screen: 'pin', pinTriesLeft: 2});
  expect(await outcome(body.id)).toMatchObject({status: 'processing', payments: []});
  expect(sandbox.device.enterPin().screen).toBe('approved');
  expect(await outcome(body.id)).toEqual(PAID);
});

test('an order that failed at the device is paid on it with the next activity', async () => {
  const order = await orderAt(sandbox);
  await initiate(sandbox, {order});
  expect(sandbox.device.tap('empty')).toMatchObject({
    screen: 'declined',
    errorCode: 'CARD_DECLINED',
  });
  const {body} = await initiate(sandbox, {order});
  sandbox.device.tap();
  expect(await outcome(body.id)).toEqual({...PAID, payments: ['captured', 'failed']});
});

/** How a checkout ends without a payment: what people do, or what is broken, and what is said. */
const FAILURES: Readonly<
  Record<string, {act: () => unknown; amount?: number; error: object; payments: string[]}>
> = {
  'the card has no money left': {
    act: () => sandbox.device.tap('empty'),
    error: {
      code: 'CARD_DECLINED',
      description: 'Transaction was declined by the card issuer',
      source: 'DEVICE',
      step: 'AUTHORIZATION',
      reason: 'Insufficient funds',
    },
    payments: ['failed'],
  },
  'the PIN is wrong three times': {
    amount: 600_000,
    act: () => {
      sandbox.device.tap();
      for (const pin of ['1', '0000', '123456']) sandbox.device.enterPin(pin);
    },
    error: {code: 'INVALID_PIN', description: 'Incorrect PIN entered', source: 'DEVICE'},
    payments: ['failed'],
  },
  'the red key is pressed': {act: () => sandbox.device.cancel(), error: CANCELLED, payments: []},
  'the red key is pressed instead of the PIN': {
    amount: 600_000,
    act: () => {
      sandbox.device.tap();
      sandbox.device.cancel();
    },
    error: CANCELLED,
    payments: [],
  },
  'the shopper declines in the UPI app': {
    act: () => sandbox.device.declineUpi(),
    error: CANCELLED,
    payments: ['failed'],
  },
  'the till closes it': {act: () => close(sandbox), error: CANCELLED, payments: []},
  'the bank does not answer for the card': {
    act: () => sandbox.device.tap('4100280000090000'),
    error: {code: 'TIMEOUT', description: 'Transaction timed out', source: 'DEVICE'},
    payments: ['failed'],
  },
};
for (const [what, {act, amount = 19_900, error, payments}] of Object.entries(FAILURES)) {
  test(`the activity fails where ${what}`, async () => {
    const {body} = await initiate(sandbox, {amount});
    await act();
    const order = payments.length ? 'attempted' : 'created';
    expect(await outcome(body.id)).toEqual({status: 'failed', error, order, payments});
  });
}

test.describe('faults', () => {
  for (const [word, code, payments] of [
    ['declined', 'CARD_DECLINED', ['failed']],
    ['read-error', 'CARD_READ_ERROR', []],
    ['transaction-timeout', 'TIMEOUT', ['failed']],
    ['network-error', 'NETWORK_ERROR', ['captured']],
    ['malfunction', 'DEVICE_MALFUNCTION', ['created']],
  ] as const) {
    test(`device-${word} ends a tap with ${code}, once`, async () => {
      const {body} = await initiate(sandbox);
      sandbox.faults.set({device: word}, {times: 1});
      sandbox.device.tap();
      expect(await outcome(body.id)).toMatchObject({status: 'failed', error: {code}, payments});
      await initiate(sandbox);
      expect(sandbox.device.tap().screen).toBe('approved');
    });
  }

  test('device-wrong-pin takes every PIN for a wrong one', async () => {
    sandbox.faults.set({device: 'wrong-pin'});
    const {body} = await initiate(sandbox, {amount: 600_000});
    sandbox.device.tap();
    for (let i = 0; i < 3; i++) sandbox.device.enterPin();
    expect(await outcome(body.id)).toMatchObject({error: {code: 'INVALID_PIN'}});
  });

  test('device-slow has the bank decide later, and then the sale can not be taken back', async () => {
    sandbox.faults.set({device: 'slow'}, {times: 1, seconds: 30});
    const {body} = await initiate(sandbox);
    expect(sandbox.device.tap().screen).toBe('processing');
    expect(await outcome(body.id)).toMatchObject({status: 'processing', payments: ['created']});
    expect(await close(sandbox)).toMatchObject({
      status: 500,
      body: {error: {code: 'UNSUPPORTED_ACTION'}},
    });
    expect(() => sandbox.device.cancel()).toThrow('shows "processing"');
    await sandbox.advance(30);
    expect(await outcome(body.id)).toEqual(PAID);
  });

  test('device-paper-out leaves the payment as it is', async () => {
    sandbox.faults.set({device: 'paper-out'}, {times: 1});
    const {body} = await initiate(sandbox);
    sandbox.device.tap();
    expect(await outcome(body.id)).toEqual(PAID);
  });

  test('payment-late has the device say that it timed out, and the order is paid later', async () => {
    sandbox.faults.set({payment: 'late'}, {times: 1});
    const {body} = await initiate(sandbox);
    expect(sandbox.device.tap().errorCode).toBe('TIMEOUT');
    await sandbox.advance(60);
    expect(await outcome(body.id)).toMatchObject({
      status: 'failed',
      order: 'paid',
      payments: ['captured'],
    });
  });
});

test.describe('a device that is unplugged', () => {
  const NOT_CONNECTED = {
    status: 'failed',
    error: {code: 'BAD_REQUEST_ERROR', reason: 'device_not_connected'},
  };

  test('takes no checkout and gives none back, until it is plugged in', async () => {
    sandbox.device.unplug();
    expect((await initiate(sandbox)).body).toMatchObject(NOT_CONNECTED);
    expect((await close(sandbox)).body).toMatchObject(NOT_CONNECTED);
    expect(sandbox.device.plugIn().isConnected).toBe(true);
    expect((await initiate(sandbox)).body.status).toBe('processing');
  });

  test('keeps its checkout and may be paid, and the gateway can not say so', async () => {
    const {body} = await initiate(sandbox);
    sandbox.device.unplug();
    const lost = {status: 500, body: {error: {code: 'DEVICE_DISCONNECTED'}}};
    expect(await activity(sandbox, body.id)).toMatchObject(lost);
    expect((await close(sandbox)).body).toMatchObject(NOT_CONNECTED);
    sandbox.device.tap();
    expect(await activity(sandbox, body.id)).toMatchObject(lost);
    sandbox.device.plugIn();
    expect(await outcome(body.id)).toEqual(PAID);
  });
});

test.describe('several devices', () => {
  const wireless = {mode: 'wireless'} as const;

  test('are apart, each with one checkout', async () => {
    const [a, b] = [
      await initiate(sandbox, {...wireless, deviceId: 'counter-a'}),
      await initiate(sandbox, {...wireless, deviceId: 'counter-b'}),
    ];
    expect(await initiate(sandbox, {...wireless, deviceId: 'counter-a'})).toMatchObject({
      status: 500,
      body: {
        error: {
          code: 'DEVICE_BUSY',
          description: 'Device is in an invalid state or transitioning',
          source: 'device_controller',
        },
      },
    });
    sandbox.device.tap('visa', 'counter-a');
    const [first, second] = [
      await activity(sandbox, a.body.id, 'wireless'),
      await activity(sandbox, b.body.id, 'wireless'),
    ];
    expect([first.body.status, second.body.status]).toEqual(['completed', 'processing']);
    expect(sandbox.device.list().map(({id}) => id)).toEqual(
      expect.arrayContaining(['counter-a', 'counter-b']),
    );
  });

  test('are one on the cable, with an id and without', async () => {
    await initiate(sandbox);
    const busy = {status: 500, body: {error: {code: 'DEVICE_BUSY'}}};
    expect(await initiate(sandbox, {deviceId: 'any'})).toMatchObject(busy);
    expect((await close(sandbox, {deviceId: 'other'})).body).toMatchObject({
      device_id: 'other',
      status: 'completed',
    });
    await initiate(sandbox, {deviceId: DEVICE_ID});
    expect(await initiate(sandbox)).toMatchObject(busy);
    sandbox.device.tap('visa', DEVICE_ID);
    expect((await close(sandbox)).body.error).toEqual({
      code: 'BAD_REQUEST_ERROR',
      reason: 'checkout_not_found',
    });
  });

  test('that a test unplugged by its id are that one on the cable too', async () => {
    sandbox.device.unplug('cabled');
    const {body} = await initiate(sandbox, {deviceId: 'cabled'});
    expect(body).toMatchObject({status: 'failed', error: {reason: 'device_not_connected'}});
    sandbox.device.plugIn('cabled');
  });
});

test.describe('the driver', () => {
  test('says so where nothing can be done', async () => {
    const idle = 'shows "idle", and this is done where it shows "ready", "qr"';
    expect(() => sandbox.device.tap('visa', 'unused')).toThrow(idle);
    expect(() => sandbox.device.payByUpi('unused')).toThrow(idle);
    expect(() => sandbox.device.enterPin('1234', 'unused')).toThrow('where it shows "pin"');
    expect(() => sandbox.device.cancel('unused')).toThrow('The device "unused" shows "idle"');
    await initiate(sandbox);
    expect(() => sandbox.device.tap('4111')).toThrow('There is no card "4111".');
  });

  test('hands out a device as it was, not as it becomes', async () => {
    await initiate(sandbox);
    const before = sandbox.device.state();
    sandbox.device.tap();
    expect(before.screen).toBe('ready');
  });
});

test('an order that is paid meanwhile is not paid at the device', async () => {
  const order = await orderAt(sandbox);
  const {body} = await initiate(sandbox, {order});
  await sandbox.pay(order);
  expect(sandbox.device.tap()).toMatchObject({screen: 'declined', errorCode: 'BAD_REQUEST_ERROR'});
  expect(await outcome(body.id)).toMatchObject({
    error: {reason: 'order_already_paid'},
    payments: ['captured'],
  });
});

test('money that is to be captured by hand is authorized at the device', async () => {
  const order = await orderAt(sandbox, 19_900, {payment_capture: false});
  const {body} = await initiate(sandbox, {order});
  sandbox.device.tap();
  expect(await outcome(body.id)).toEqual({
    ...PAID,
    order: 'attempted',
    payments: ['authorized'],
  });
});
