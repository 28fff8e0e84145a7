// Tries too: src/server/devices/begin-activity.ts, src/server/devices/close-activity.ts,
// src/server/devices/device-reply.ts, src/server/devices/settle-activity.ts,
// src/server/devices/wait-for-sender.ts, src/server/ledger/devices/activities-table.ts.
import {expect} from '@playwright/test';
import type {Kysely} from 'kysely';
import type {LedgerTables} from '../../../src/server/ledger/ledger.js';
import {refusal} from '../../fixtures/server/fake-gateway.js';
import {
  COUNTER,
  onEachDatabase,
  onSqlite,
  test,
  tillOf,
  WAITER,
} from '../../fixtures/server/till.js';
import {KEY_ID} from '../../fixtures/samples.js';

onEachDatabase(() => {
  test('a sale is rung up, put on the device, tapped, and entered once', async ({
    till,
    gateway,
    razorpay,
  }) => {
    const orderId = await till.ring();

    const begun = await till.begin(orderId, {
      notes: {till: '1'},
      prefill: {name: 'Gaurav Kumar', contact: '9000090000', method: 'upi'},
    });

    expect(begun.status).toBe(200);
    expect(begun.body).toEqual({
      order_id: orderId,
      status: 'processing',
      device_mode: 'wired',
      activity_id: 'pda_00000000000001',
      amount: 50_000,
      currency: 'INR',
    });
    const [{headers, body}] = gateway.requests as [(typeof gateway.requests)[0]];
    expect(headers.authorization).toBe(`Basic ${btoa(`${KEY_ID}:`)}`);
    expect(headers['x-razorpay-device-mode']).toBe('wired');
    expect(body).toEqual({
      action: 'initiate_checkout',
      notes: {till: '1'},
      initiate_checkout: {
        name: 'Acme Corp',
        amount: 50_000,
        currency: 'INR',
        description: 'POS Transaction',
        type: 'in_person',
        order_id: orderId,
        prefill: {name: 'Gaurav Kumar', contact: '9000090000', method: 'upi'},
      },
    });

    expect((await till.ask(orderId)).body.status).toBe('processing');
    await gateway.tap();
    const paid = await till.ask(orderId);
    expect(paid.body.status).toBe('paid');
    expect(paid.body.payment_id).toMatch(/^pay_/);
    expect(paid.body.error).toBeUndefined();
    expect(await till.shop.sales()).toHaveLength(1);
    const asked = gateway.requests.find(({what}) => what === 'GET')!;
    expect(asked.text).toBe('');
    expect(asked.headers['x-razorpay-device-mode']).toBe('wired');
    expect(asked.headers['content-type']).toBeUndefined();
    expect(razorpay.count(/expand/)).toBeGreaterThan(0);

    const next = await till.ring();
    expect((await till.begin(next)).body.status).toBe('processing');
  });

  test('a sale that is put on the device twice is on it once', async ({till, gateway}) => {
    const orderId = await till.ring();

    const replies = await Promise.all([till.begin(orderId), till.begin(orderId)]);

    for (const {body} of replies) expect(body.status).toBe('processing');
    await till.begin(orderId);
    expect(gateway.count('initiate_checkout')).toBe(1);
  });

  test('two processes at once put one sale on the device, and the other till loses nothing', async ({
    openTill,
    gateway,
  }) => {
    const tills = [await openTill('asha'), await openTill('binod')];
    const orders = await Promise.all(tills.map((till) => till.ring()));

    const replies = await Promise.all(tills.map((till, index) => till.begin(orders[index]!)));

    expect(replies.map(({status}) => status).sort()).toEqual([200, 409]);
    expect(gateway.count('initiate_checkout')).toBe(1);
    const loser = replies.findIndex(({status}) => status === 409);
    const {error} = replies[loser]!.body;
    expect(error).toMatchObject({code: 'DEVICE_BUSY', field: 'device_mode'});
    expect(error!.description).toBe('The wired device is busy with another sale.');
    await gateway.tap();
    // The one who waits finds out by itself that the device is free.
    tills[loser]!.shop.clock.now += 2_000;
    expect((await tills[loser]!.begin(orders[loser]!)).body.status).toBe('processing');
    await gateway.tap();
    expect((await tills[loser]!.ask(orders[loser]!)).body.status).toBe('paid');
    const other = 1 - loser;
    expect((await tills[other]!.ask(orders[other]!)).body.status).toBe('paid');
    expect(await tills[0]!.shop.sales()).toHaveLength(2);
  });

  for (const [what, first, second, status] of [
    ['a wired device with and without its id', {device_id: COUNTER}, {}, 409],
    ['a wired device without and with its id', {}, {device_id: COUNTER}, 409],
    ['two wired devices', {device_id: COUNTER}, {device_id: WAITER}, 200],
    [
      'one device by both modes',
      {device_id: COUNTER},
      {device_mode: 'wireless', device_id: COUNTER},
      409,
    ],
    [
      'two wireless devices',
      {device_mode: 'wireless', device_id: COUNTER},
      {device_mode: 'wireless', device_id: WAITER},
      200,
    ],
    ['a wired and a wireless one', {}, {device_mode: 'wireless', device_id: WAITER}, 200],
  ] as const)
    test(`${what}: the second sale is answered with ${status}`, async ({openTill}) => {
      const [asha, binod] = [await openTill('asha'), await openTill('binod')];
      const modeOf = (place: object) => ('device_mode' in place ? 'wireless' : 'wired');

      await asha.begin(await asha.ring(modeOf(first)), first);
      const reply = await binod.begin(await binod.ring(modeOf(second)), second);

      expect(reply.status).toBe(status);
    });

  for (const fault of ['lose', 'late'] as const)
    test(`a sale whose answer is lost (${fault}) is sent once, and found again when it is paid`, async ({
      openTill,
      gateway,
    }) => {
      const [till, impatient] = [await openTill(), await openTill('asha', {timeout: 1_000})];
      const orderId = await till.ring();
      gateway.fault = (what) => (what === 'initiate_checkout' ? fault : undefined);

      const lost = await impatient.begin(orderId);
      expect(lost.body).toMatchObject({status: 'unconfirmed', error: {code: 'ANSWER_LOST'}});
      expect((await till.begin(orderId)).body.status).toBe('unconfirmed');
      expect((await till.ask(orderId)).body.status).toBe('unconfirmed');
      expect(gateway.count('initiate_checkout')).toBe(1);
      await gateway.tap();
      expect((await till.ask(orderId)).body.status).toBe('paid');
      gateway.fault = () => undefined;
      expect((await till.begin(await till.ring())).body.status).toBe('processing');
      expect(await till.shop.sales()).toHaveLength(1);
    });

  for (const fault of ['lose', 'drop'] as const)
    test(`a sale whose answer is lost (${fault}) has failed once it is taken from the device`, async ({
      till,
      gateway,
    }) => {
      const orderId = await till.ring();
      gateway.fault = (what) => (what === 'initiate_checkout' ? fault : undefined);
      await till.begin(orderId);
      gateway.fault = () => undefined;

      expect((await till.cancel(orderId)).body.status).toBe('failed');
      expect((await till.begin(orderId)).body.status).toBe('processing');
    });

  test('no time frees a device: only gateway and order do', async ({openTill, gateway}) => {
    const [asha, binod] = [await openTill('asha'), await openTill('binod')];
    await asha.begin(await asha.ring());
    for (const {shop} of [asha, binod]) shop.clock.now += 30 * 24 * 3_600_000;

    expect((await binod.begin(await binod.ring())).status).toBe(409);
    expect(gateway.count('close_checkout')).toBe(0);
  });

  test('status and sweep ask for the order of a till as it was made', async ({till, razorpay}) => {
    const orderId = await till.ring('wired');
    await till.shop.get(`/status?order_id=${orderId}`);
    await till.shop.checkout.reconcile({olderThan: 0});

    const ofOrders = razorpay.requests
      .map((request, index) => ({request, mode: razorpay.modes[index]}))
      .filter(({request}) => request.includes('/v1/orders'));
    expect(ofOrders).toHaveLength(3);
    for (const {request, mode} of ofOrders) {
      expect(mode).toBe('wired');
      if (request.startsWith('GET'))
        expect(decodeURIComponent(request)).toContain('expand[]=payments');
    }
    expect(razorpay.created[0]).not.toHaveProperty('line_items');
    expect(razorpay.created[0]).not.toHaveProperty('line_items_total');
    expect((await till.shop.checkout.order(orderId))?.lineItems).toHaveLength(1);
    expect((await till.shop.checkout.order(orderId))?.deviceMode).toBe('wired');
  });

  test('a page that asks without a pause has the gateway asked in turns', async ({
    till,
    gateway,
  }) => {
    const orderId = await till.ring();
    await till.begin(orderId);
    await till.ask(orderId);
    const before = gateway.count('GET');
    const ask = () =>
      fetch(`${till.shop.url}/devices?order_id=${orderId}`, {headers: {'X-Cashier': 'asha'}});

    await Promise.all([ask(), ask(), ask()]);

    expect(gateway.count('GET')).toBe(before);
  });
});

onSqlite(() => {
  test('a card that is declined is followed by another, with the same order', async ({
    till,
    gateway,
    razorpay,
  }) => {
    const orderId = await till.ring();
    await till.begin(orderId);
    await razorpay.pay(orderId, {status: 'failed'});
    gateway.fail({
      code: 'CARD_DECLINED',
      source: 'DEVICE',
      step: 'AUTHORIZATION',
      reason: 'Insufficient funds',
      description: 'No.',
    });

    const declined = await till.ask(orderId);
    expect(declined.body.status).toBe('failed');
    expect(declined.body.error).toEqual({
      code: 'CARD_DECLINED',
      reason: 'Insufficient funds',
      description: 'No.',
    });
    expect((await till.begin(orderId)).body.status).toBe('processing');
    await gateway.tap();
    expect((await till.ask(orderId)).body.status).toBe('paid');
    expect(await till.shop.sales()).toHaveLength(1);
  });

  test('the cashier takes a sale from the device, and may put it on again', async ({
    till,
    gateway,
  }) => {
    const orderId = await till.ring();
    await till.begin(orderId);

    const cancelled = await till.cancel(orderId);

    expect(cancelled.body).toMatchObject({
      status: 'failed',
      error: {code: 'TRANSACTION_CANCELLED'},
    });
    expect(gateway.onDevice()).toBeUndefined();
    expect((await till.begin(orderId)).body.status).toBe('processing');
  });

  test('a tap that is faster than the cancel has paid', async ({till, gateway}) => {
    const orderId = await till.ring();
    await till.begin(orderId);
    await gateway.tap();

    expect((await till.cancel(orderId)).body.status).toBe('paid');
    expect(await till.shop.sales()).toHaveLength(1);
  });

  test('a tap that is faster than the cancel, and that Razorpay tells of late, is unconfirmed until it does', async ({
    till,
    gateway,
    razorpay,
  }) => {
    const orderId = await till.ring();
    await till.begin(orderId);
    gateway.onDevice()!.status = 'completed';

    expect((await till.cancel(orderId)).body.status).toBe('unconfirmed');
    expect((await till.begin(orderId)).body.status).toBe('unconfirmed');
    expect(gateway.count('initiate_checkout')).toBe(1);
    // The device is free meanwhile.
    const next = await till.ring();
    expect((await till.begin(next)).body.status).toBe('processing');
    await razorpay.pay(orderId);
    expect((await till.ask(orderId)).body.status).toBe('paid');
  });

  test('a sale that was cancelled long ago takes nothing else from the device', async ({
    till,
    gateway,
  }) => {
    const [first, second] = [await till.ring(), await till.ring()];
    await till.begin(first);
    await till.cancel(first);
    await till.begin(second);

    expect((await till.cancel(first)).body.status).toBe('failed');
    expect(gateway.onDevice()?.orderId).toBe(second);
  });

  test('another cashier can neither take a sale from its device nor put it on one', async ({
    openTill,
    gateway,
  }) => {
    const [asha, binod] = [await openTill('asha'), await openTill('binod')];
    const orderId = await asha.ring();
    await asha.begin(orderId);

    expect((await binod.cancel(orderId)).body.error?.code).toBe('FORBIDDEN');
    expect((await binod.begin(orderId)).body.error?.code).toBe('FORBIDDEN');
    expect(gateway.count('close_checkout')).toBe(0);
    await gateway.tap();
    const seen = await binod.ask(orderId);
    expect(seen.body.status).toBe('paid');
    expect(seen.body.payment_id).toBeUndefined();
  });

  test('nothing is begun where nobody listens, and it can be tried at once', async ({
    till,
    gateway,
  }) => {
    const orderId = await till.ring();
    await gateway.close();

    const refused = await till.begin(orderId);

    expect(refused.status).toBe(503);
    expect(refused.body.error?.code).toBe('GATEWAY_UNREACHABLE');
    expect(refused.body.error?.description).toContain("the till's own machine");
    expect((await till.ask(orderId)).body.status).toBe('failed');
    await gateway.plugIn();
    expect((await till.begin(orderId)).body.status).toBe('processing');
  });

  test('a gateway that goes down while a card is tapped leaves the sale unconfirmed until it is back', async ({
    till,
    gateway,
  }) => {
    const orderId = await till.ring();
    await till.begin(orderId);
    await gateway.close();

    expect((await till.ask(orderId)).body).toMatchObject({
      status: 'unconfirmed',
      error: {code: 'GATEWAY_UNREACHABLE'},
    });
    expect((await till.cancel(orderId)).body.status).toBe('unconfirmed');
    expect((await till.begin(await till.ring())).status).toBe(409);
    await gateway.plugIn();
    expect((await till.ask(orderId)).body.status).toBe('processing');
    await gateway.close();
    await gateway.tap();
    expect((await till.ask(orderId)).body.status).toBe('paid');
    await gateway.plugIn();
    expect((await till.begin(await till.ring())).body.status).toBe('processing');

    await till.shop.checkout.accept(orderId);
    expect((await till.ask(orderId)).body).toMatchObject({status: 'paid', amount: 50_000});
    expect((await till.begin(orderId)).body.status).toBe('paid');
    expect(gateway.count('initiate_checkout')).toBe(2);
  });

  test('an order that is paid by another way is paid at the till, and the device is busy until the gateway says otherwise', async ({
    openTill,
    gateway,
    razorpay,
  }) => {
    const [asha, binod] = [await openTill('asha'), await openTill('binod')];
    const orderId = await asha.ring();
    await asha.begin(orderId);
    const event = await razorpay.event('payment.captured', await razorpay.pay(orderId));
    await fetch(`${asha.shop.url}/webhook`, event);

    expect((await asha.ask(orderId)).body.status).toBe('paid');
    expect((await binod.begin(await binod.ring())).status).toBe(409);
    gateway.onDevice()!.status = 'completed';
    await asha.ask(orderId);
    expect((await binod.begin(await binod.ring())).status).toBe(200);
    expect(await asha.shop.sales()).toHaveLength(1);
  });

  test('a payment that is not through yet keeps the till from charging again', async ({
    till,
    gateway,
    razorpay,
  }) => {
    const orderId = await till.ring();
    await till.begin(orderId);
    const {razorpay_payment_id: paymentId} = await razorpay.pay(orderId, {status: 'created'});
    gateway.fail({code: 'CARD_READ_ERROR', description: ''});

    expect((await till.ask(orderId)).body.status).toBe('unconfirmed');
    expect((await till.cancel(orderId)).body.status).toBe('unconfirmed');
    expect((await till.begin(orderId)).body.status).toBe('unconfirmed');
    expect(gateway.count('initiate_checkout')).toBe(1);
    razorpay.change(paymentId, {status: 'failed'});
    expect((await till.ask(orderId)).body.status).toBe('failed');
    expect((await till.begin(orderId)).body.status).toBe('processing');
  });

  test('what Razorpay has captured of another sum waits for a person', async ({till, gateway}) => {
    const orderId = await till.ring();
    await till.begin(orderId);
    await gateway.tap('wired', {amount: 40_000});

    expect((await till.ask(orderId)).body.status).toBe('unconfirmed');
    expect((await till.begin(orderId)).body.status).toBe('unconfirmed');
    expect((await till.begin(await till.ring())).body.status).toBe('processing');
  });

  test('while Razorpay can not be asked nobody is charged again', async ({
    till,
    gateway,
    razorpay,
  }) => {
    const orderId = await till.ring();
    await till.begin(orderId);
    gateway.fail({code: 'CARD_DECLINED', description: ''});
    razorpay.fault = () => ({status: 500});

    expect((await till.ask(orderId)).body.status).toBe('unconfirmed');
    expect((await till.begin(orderId)).body.status).toBe('unconfirmed');
    expect((await till.cancel(orderId)).body.status).toBe('unconfirmed');
    expect(gateway.count('initiate_checkout')).toBe(1);
    razorpay.fault = () => undefined;
    expect((await till.ask(orderId)).body.status).toBe('failed');
  });

  test('nothing is put on a device while Razorpay can not say whether the order is paid', async ({
    till,
    gateway,
    razorpay,
  }) => {
    const orderId = await till.ring();
    razorpay.fault = () => ({status: 500});

    expect((await till.begin(orderId)).status).toBe(502);
    expect(gateway.requests).toEqual([]);
    expect((await till.ask(orderId)).body.error?.code).toBe('ACTIVITY_NOT_FOUND');
  });

  test('a reload finds the sale where it is', async ({till, gateway}) => {
    const orderId = await till.ring();
    await till.begin(orderId);

    const again = tillOf(till.shop, 'asha');

    expect((await again.ask(orderId)).body.status).toBe('processing');
    await gateway.tap();
    expect((await again.ask(orderId)).body.status).toBe('paid');
  });
});

/** What a gateway may answer that is no answer. */
const RUBBISH: Readonly<Record<string, {status: number; body?: unknown}>> = {
  'a page': {status: 200, body: '<!doctype html><title>Router login</title>'},
  nothing: {status: 200, body: ''},
  'a list': {status: 200, body: []},
  null: {status: 200, body: 'null'},
  'an activity without an id': {status: 200, body: {status: 'processing'}},
  'an activity without a status': {status: 200, body: {id: 'pda_1'}},
  'an activity with an id that is a number': {status: 200, body: {id: 7, status: 'processing'}},
  'the checkout of another order': {
    status: 200,
    body: {id: 'pda_1', status: 'processing', initiate_checkout: {order_id: 'order_other'}},
  },
  'a checkout of another sum': {
    status: 200,
    body: {id: 'pda_1', status: 'processing', initiate_checkout: {amount: 1}},
  },
  'a failure without a reason': {status: 200, body: {id: 'pda_1', status: 'failed', error: null}},
  'a page with a 502': {status: 502, body: '<h1>Bad gateway</h1>'},
  'a page with a 404': {status: 404, body: 'Cannot POST /v1/devices/activity'},
  'a redirect': {status: 302, body: ''},
  'a code nobody knows': refusal(500, 'PAPER_OUT', 'The printer has no paper'),
  'a code nobody knows with a 400': refusal(400, 'PAPER_OUT', 'The printer has no paper'),
  'a code that is no text': {status: 500, body: {error: {code: {}, description: 1}}},
  'a code without a description': {status: 500, body: {error: {code: 'DEVICE_ERROR'}}},
};

for (const [what, answer] of Object.entries(RUBBISH))
  test(`a gateway that answers ${what} leaves the sale unconfirmed, and is asked once`, async ({
    till,
    gateway,
  }) => {
    const orderId = await till.ring();
    gateway.fault = (asked) => (asked === 'initiate_checkout' ? answer : undefined);

    const begun = await till.begin(orderId);

    expect(begun.status).toBe(200);
    expect(begun.body.status).toBe('unconfirmed');
    expect(begun.body.error?.code).toBeTruthy();
    await till.begin(orderId);
    expect(gateway.count('initiate_checkout')).toBe(1);
    // Once nothing is on the device for certain, it may be tried again.
    expect((await till.cancel(orderId)).body.status).toBe('failed');
    gateway.fault = () => undefined;
    expect((await till.begin(orderId)).body.status).toBe('processing');
  });

// To a question a word is enough: of which checkout, its id says.
for (const [what, answer] of Object.entries(RUBBISH).filter(
  ([what]) => !what.includes('checkout of'),
))
  test(`a gateway that is asked where a sale stands and answers ${what} leaves it unconfirmed`, async ({
    till,
    gateway,
  }) => {
    const orderId = await till.ring();
    await till.begin(orderId);
    gateway.fault = (asked) => (asked === 'GET' ? answer : undefined);

    expect((await till.ask(orderId)).body.status).toBe('unconfirmed');
    gateway.fault = () => undefined;
    expect((await till.ask(orderId)).body.status).toBe('processing');
  });

for (const [what, answer, code] of [
  [
    'a field it refuses',
    refusal(400, 'VALIDATION_FAILED', 'Amount must be greater than 0', {
      source: 'activity_processor',
      field: 'initiate_checkout.amount',
      reason: 'invalid_value',
    }),
    'VALIDATION_FAILED',
  ],
  [
    'an order it does not know',
    refusal(404, 'ORDER_NOT_FOUND', 'Order with given ID not found'),
    'ORDER_NOT_FOUND',
  ],
  [
    'a device that is unplugged',
    refusal(500, 'DEVICE_DISCONNECTED', 'Device is not connected'),
    'DEVICE_DISCONNECTED',
  ],
  [
    'a device that is in use',
    refusal(500, 'DEVICE_BUSY', 'Device is in an invalid state or transitioning'),
    'DEVICE_BUSY',
  ],
  [
    'a device that it has not',
    refusal(500, 'DEVICE_NOT_FOUND', 'Device not found'),
    'DEVICE_NOT_FOUND',
  ],
  [
    'what the device can not do',
    refusal(500, 'UNSUPPORTED_ACTION', 'Unsupported'),
    'UNSUPPORTED_ACTION',
  ],
  [
    'a device in proxy mode',
    refusal(400, 'BUSINESS_LOGIC_ERROR', 'Device is in proxy mode, cannot process order'),
    'BUSINESS_LOGIC_ERROR',
  ],
  [
    'a key that is none',
    refusal(401, 'BAD_REQUEST_ERROR', 'Authentication failed'),
    'AUTHENTICATION_FAILED',
  ],
  ['a 401 without a word', {status: 401, body: ''}, 'AUTHENTICATION_FAILED'],
  [
    'an activity that failed',
    {
      status: 200,
      body: {
        id: 'pda_1',
        status: 'failed',
        error: {code: 'BAD_REQUEST_ERROR', reason: 'device_not_connected'},
      },
    },
    'BAD_REQUEST_ERROR',
  ],
] as const)
  test(`a gateway that refuses for ${what} has begun nothing: ${code}`, async ({till, gateway}) => {
    const orderId = await till.ring();
    gateway.fault = () => answer;

    const refused = await till.begin(orderId);

    expect(refused.body).toMatchObject({status: 'failed', error: {code}});
    gateway.fault = () => undefined;
    expect((await till.begin(orderId)).body.status).toBe('processing');
  });

for (const code of [
  'DEVICE_TIMEOUT',
  'DEVICE_ERROR',
  'TIMEOUT',
  'NETWORK_ERROR',
  'DEVICE_MALFUNCTION',
])
  test(`a gateway that answers ${code} may have begun the sale`, async ({till, gateway}) => {
    const orderId = await till.ring();
    gateway.fault = (what) =>
      what === 'initiate_checkout' ? refusal(500, code, 'Something went wrong') : undefined;

    expect((await till.begin(orderId)).body).toMatchObject({status: 'unconfirmed', error: {code}});
  });

for (const code of ['CARD_DECLINED', 'CARD_READ_ERROR', 'INVALID_PIN', 'TRANSACTION_CANCELLED'])
  test(`${code} with an HTTP error ends the sale that was asked about`, async ({till, gateway}) => {
    const orderId = await till.ring();
    await till.begin(orderId);
    gateway.fault = (what) => (what === 'GET' ? refusal(500, code, 'No') : undefined);

    expect((await till.ask(orderId)).body).toMatchObject({status: 'failed', error: {code}});
  });

test('an activity with an id and a word of another kind is taken for one that runs', async ({
  till,
  gateway,
  razorpay,
}) => {
  const orderId = await till.ring();
  const status = 'created';
  gateway.fault = (what) =>
    what === 'close_checkout'
      ? undefined
      : {status: 200, body: {id: 'act_123', status, mode: 'wired'}};

  const begun = await till.begin(orderId);
  expect(begun.body).toMatchObject({status: 'processing', activity_id: 'act_123'});
  expect((await till.ask(orderId)).body.status).toBe('processing');
  await razorpay.pay(orderId);
  expect((await till.ask(orderId)).body.status).toBe('paid');
  expect((await till.begin(await till.ring())).body.status).toBe('processing');
});

test('a close that is refused leaves the sale on the device', async ({till, gateway}) => {
  const orderId = await till.ring();
  await till.begin(orderId);
  gateway.fault = (what) =>
    what === 'close_checkout' ? refusal(500, 'UNSUPPORTED_ACTION', 'Being paid') : undefined;

  expect((await till.cancel(orderId)).body.status).toBe('processing');
});

test('a close whose answer is lost is not believed', async ({till, gateway}) => {
  const orderId = await till.ring();
  await till.begin(orderId);
  gateway.fault = (what) => (what === 'close_checkout' ? 'lose' : undefined);

  // The gateway says itself that it was cancelled.
  expect((await till.cancel(orderId)).body.status).toBe('failed');
});

for (const [what, names] of [
  ['that is named', ['counter 1', 'counter 2']],
  ['by the name that the machine has itself', [undefined, undefined]],
] as const)
  test(`a till of another machine asks no gateway but its own, ${what}`, async ({
    openTill,
    devices,
    gateway,
    machine,
  }) => {
    machine.name = 'till-1';
    const asha = await openTill('asha', {devices: {...devices, till: names[0]}});
    machine.name = 'till-2';
    const binod = await openTill('asha', {devices: {...devices, till: names[1]}});
    const orderId = await asha.ring();
    await asha.begin(orderId);
    // At the same address another gateway listens there, which knows nothing of the sale.
    gateway.fault = () => refusal(404, 'ACTIVITY_NOT_FOUND', 'Activity with given ID not found');
    const before = gateway.requests.length;

    expect((await binod.ask(orderId)).body).toMatchObject({
      status: 'unconfirmed',
      error: {code: 'GATEWAY_UNREACHABLE'},
    });
    expect((await binod.cancel(orderId)).body.status).toBe('unconfirmed');
    await binod.shop.checkout.reconcile({olderThan: 0});
    // By its own name it may have been this machine's under another one; what it is asked changes nothing.
    const asked = new Set(gateway.requests.slice(before).map(({what}) => what));
    expect([...asked]).toEqual(names[1] === undefined ? ['GET'] : []);
    gateway.fault = () => undefined;
    expect((await asha.ask(orderId)).body.status).toBe('processing');
  });

for (const [what, end] of [
  ['is paid', 'paid'],
  ['is cancelled', 'failed'],
] as const)
  test(`a sale that a container has left ${what} at the next one, which is called otherwise`, async ({
    openTill,
    gateway,
    machine,
  }) => {
    machine.name = 'f2a81c03d7be';
    const before = await openTill();
    const orderId = await before.ring();
    await before.begin(orderId, {device_id: COUNTER});
    machine.name = '0c44d19be6a3';
    const after = await openTill();

    if (end === 'paid') await gateway.tap(COUNTER);
    const reply = end === 'paid' ? await after.ask(orderId) : await after.cancel(orderId);

    expect(reply.body.status).toBe(end);
    const next = await after.ring('wired', 'the-next-sale-of-asha-'.padEnd(22, '-'));
    expect((await after.begin(next, {device_id: COUNTER})).body.status).toBe('processing');
  });

test('a sale of an older version, which knew no machine, is still of the gateway', async ({
  till,
  gateway,
}) => {
  const orderId = await till.ring();
  await till.begin(orderId);
  await (till.shop.ledger.db as unknown as Kysely<LedgerTables>)
    .updateTable('rzp_activities')
    .set({gateway: `wired:${gateway.url}`})
    .execute();

  expect((await till.cancel(orderId)).body.status).toBe('failed');
  expect(gateway.onDevice()).toBeUndefined();
});

test('a sale is on one device', async ({till}) => {
  const orderId = await till.ring('wired');
  await till.begin(orderId, {device_id: COUNTER});

  const elsewhere = await till.begin(orderId, {device_id: WAITER});

  expect(elsewhere.status).toBe(409);
  expect(elsewhere.body.error?.description).toBe(
    `The wired device ${COUNTER} has this sale already. Cancel it there first.`,
  );
});
