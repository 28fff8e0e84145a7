// What the POS gateway is asked, and how it refuses: src/sandbox/api/rest/device-request.ts,
// src/sandbox/api/rest/gateway-mode.ts, with the words of src/sandbox/model/devices/gateway-error.ts and
// src/sandbox/model/devices/device-failures.ts. The published samples are to the letter:
// https://github.com/razorpay/razorpay-python/blob/master/documents/posGateway.md
import {createSandbox, type FaultOf, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {expect, test} from '@playwright/test';
import {OTHER_KEY_ID} from '../../../fixtures/samples.js';
import {callApi} from '../../../fixtures/sandbox/api.js';
import {mistakesOf} from '../../../fixtures/sandbox/hold.js';
import {
  activity,
  callGateway,
  close,
  DEVICE_ID,
  initiate,
  orderAt,
} from '../../../fixtures/sandbox/pos.js';

let sandbox: Sandbox;
test.beforeAll(async () => {
  sandbox = await createSandbox();
});
test.afterEach(() => {
  sandbox.faults.clear();
  for (const {id, screen} of sandbox.device.list()) {
    if (screen === 'ready') sandbox.device.cancel(id);
  }
});
test.afterAll(() => sandbox.close());

const PUBLISHED = {
  name: 'Acme Corp',
  amount: 19_900,
  currency: 'INR',
  description: 'POS Transaction',
  prefill: {
    name: 'Gaurav Kumar',
    email: 'gaurav.kumar@example.com',
    contact: '9000090000',
    method: 'upi',
  },
};
const SENT = {
  device_id: DEVICE_ID,
  action: 'initiate_checkout',
  notes: {key1: 'value1', key2: 'value2'},
};

const create = (body: unknown, mode: string | null = 'wired') =>
  callGateway(sandbox, 'POST', '/devices/activity', {mode, body});

const ID = expect.stringMatching(/^pda_[A-Za-z0-9]{14}$/) as unknown;

for (const mode of ['wired', 'wireless'] as const) {
  test(`answers the published sample of a ${mode} device, and not the type`, async () => {
    const order_id = await orderAt(sandbox);
    const checkout = {...PUBLISHED, order_id};
    const sent = {...SENT, initiate_checkout: {...checkout, type: 'in_person'}};
    const answer = await create(sent, mode);
    expect(answer).toEqual({
      status: 200,
      body: {
        id: ID,
        entity: 'device.activity',
        device_id: DEVICE_ID,
        action: 'initiate_checkout',
        initiate_checkout: checkout,
        status: 'processing',
        error: null,
      },
    });
    expect(mistakesOf('device activity', answer.body)).toEqual([]);
    expect(await activity(sandbox, answer.body.id, mode)).toEqual(answer);
    expect(await close(sandbox, {mode, deviceId: DEVICE_ID})).toEqual({
      status: 200,
      body: {
        id: ID,
        entity: 'device.activity',
        device_id: DEVICE_ID,
        action: 'close_checkout',
        status: 'completed',
        error: null,
      },
    });
    const again = await close(sandbox, {mode, deviceId: DEVICE_ID});
    expect(again.body).toEqual({
      id: ID,
      entity: 'device.activity',
      device_id: DEVICE_ID,
      action: 'close_checkout',
      status: 'failed',
      error: {code: 'BAD_REQUEST_ERROR', reason: 'checkout_not_found'},
    });
    expect((await activity(sandbox, again.body.id, mode)).body).toEqual(again.body);
  });
}

test('a device that is not connected makes an activity that failed, as published', async () => {
  const order_id = await orderAt(sandbox);
  sandbox.faults.set({device: 'unplugged'}, {times: 1});
  const {status, body} = await create({...SENT, initiate_checkout: {...PUBLISHED, order_id}});
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id: ID,
    initiate_checkout: {...PUBLISHED, order_id},
    status: 'failed',
    error: {code: 'BAD_REQUEST_ERROR', reason: 'device_not_connected'},
  });
});

test.describe('what is missing or wrong', () => {
  const required = (description: string, field: string) => ({
    description,
    field,
    reason: 'required_field_missing',
  });
  const invalid = (description: string, field: string) => ({
    description,
    field,
    reason: 'invalid_value',
  });
  const NO_AMOUNT = invalid('Amount must be greater than 0', 'initiate_checkout.amount');
  const MODE = invalid(
    "Invalid device mode. Allowed values are 'wired' and 'wireless'.",
    'device_mode',
  );
  const WIRELESS_ID = required('device_id required for wireless mode', 'device_id');
  const RIGHT = {...PUBLISHED, order_id: 'order_R7vqkfqG3Iw02m'};
  const without = (field: keyof typeof RIGHT) => ({
    ...SENT,
    initiate_checkout: {...RIGHT, [field]: undefined},
  });
  const withFields = (fields: object) => ({...SENT, initiate_checkout: {...RIGHT, ...fields}});
  const CASES: Readonly<Record<string, {body?: unknown; mode?: string | null; error: object}>> = {
    'no action': {
      body: {device_id: DEVICE_ID},
      error: required('Action field is required', 'action'),
    },
    'no body': {error: required('Action field is required', 'action')},
    'another action': {
      body: {action: 'reboot'},
      error: invalid(
        "Invalid action. Allowed values are 'initiate_checkout' and 'close_checkout'.",
        'action',
      ),
    },
    'no mode': {
      mode: null,
      body: SENT,
      error: required('Device mode field is required', 'device_mode'),
    },
    'another mode': {mode: 'carrier-pigeon', body: SENT, error: MODE},
    'a mode in capitals': {mode: 'WIRED', body: SENT, error: MODE},
    'no device id where it is wireless': {
      mode: 'wireless',
      body: {action: 'close_checkout'},
      error: WIRELESS_ID,
    },
    'an empty device id where it is wireless': {
      mode: 'wireless',
      body: {...without('name'), device_id: ''},
      error: WIRELESS_ID,
    },
    'no checkout': {
      body: SENT,
      error: required('Initiate checkout field is required', 'initiate_checkout'),
    },
    'a checkout that is none': {
      body: {...SENT, initiate_checkout: 'yes'},
      error: {field: 'initiate_checkout', reason: 'invalid_value'},
    },
    'no amount': {body: without('amount'), error: NO_AMOUNT},
    'an amount of nothing': {body: withFields({amount: 0}), error: NO_AMOUNT},
    'an amount below nothing': {body: withFields({amount: -19_900}), error: NO_AMOUNT},
    'an amount of half a paisa': {body: withFields({amount: 199.5}), error: NO_AMOUNT},
    'an amount in words': {body: withFields({amount: '199'}), error: NO_AMOUNT},
    'no currency': {
      body: without('currency'),
      error: required('Currency field is required', 'initiate_checkout.currency'),
    },
    'no name': {
      body: without('name'),
      error: required('Name field is required', 'initiate_checkout.name'),
    },
    'no description': {
      body: without('description'),
      error: required('Description field is required', 'initiate_checkout.description'),
    },
    'no order': {
      body: without('order_id'),
      error: required('Order ID field is required', 'initiate_checkout.order_id'),
    },
    'another method': {
      body: withFields({prefill: {method: 'cash'}}),
      error: invalid(
        "Invalid method. Allowed values are 'upi' and 'card'.",
        'initiate_checkout.prefill.method',
      ),
    },
    'a body that is no object': {
      body: ['initiate_checkout'],
      error: {description: 'Invalid activity data'},
    },
  };
  for (const [what, {body, mode = 'wired', error}] of Object.entries(CASES)) {
    test(`${what} is refused by the activity processor`, async () => {
      const answer = await create(body, mode);
      expect(answer).toMatchObject({
        status: 400,
        body: {error: {code: 'VALIDATION_FAILED', source: 'activity_processor', ...error}},
      });
      expect(mistakesOf('gateway error', answer.body.error)).toEqual([]);
    });
  }

  test('the published samples of refusals are whole', async () => {
    expect((await create({})).body).toEqual({
      error: {
        code: 'VALIDATION_FAILED',
        description: 'Action field is required',
        source: 'activity_processor',
        field: 'action',
        reason: 'required_field_missing',
      },
    });
    expect((await create(without('amount'))).body).toEqual({
      error: {
        code: 'VALIDATION_FAILED',
        description: 'Amount must be greater than 0',
        source: 'activity_processor',
        field: 'initiate_checkout.amount',
        reason: 'invalid_value',
      },
    });
    expect(await activity(sandbox, 'act_123')).toEqual({
      status: 400,
      body: {
        error: {
          code: 'VALIDATION_FAILED',
          description: 'Invalid activity ID format',
          source: 'activity_processor',
          field: 'activity_id',
        },
      },
    });
    expect(await activity(sandbox, 'pda_NVTKa9PL0yessI')).toEqual({
      status: 404,
      body: {
        error: {
          code: 'ACTIVITY_NOT_FOUND',
          description: 'Activity with given ID not found',
          source: 'activity_processor',
        },
      },
    });
  });

  test('an order that nobody made, is paid, or says something else', async () => {
    expect(await create(withFields({}))).toEqual({
      status: 404,
      body: {
        error: {
          code: 'ORDER_NOT_FOUND',
          description: 'Order with given ID not found',
          source: 'order_processor',
        },
      },
    });
    const order = await orderAt(sandbox);
    for (const [field, value] of [
      ['amount', 20_000],
      ['currency', 'USD'],
    ] as const) {
      const {status, body} = await initiate(sandbox, {order, fields: {[field]: value}});
      expect(status).toBe(400);
      expect(body.error).toMatchObject(invalidOf(`initiate_checkout.${field}`));
    }
    await sandbox.pay(order);
    expect((await initiate(sandbox, {order})).body.error).toMatchObject({
      code: 'BAD_REQUEST_ERROR',
      reason: 'order_already_paid',
    });
  });

  const invalidOf = (field: string) => ({
    code: 'VALIDATION_FAILED',
    field,
    reason: 'invalid_value',
  });

  test('an activity of the other mode is not found, one without a mode is', async () => {
    const {body} = await initiate(sandbox);
    expect((await activity(sandbox, body.id, 'wireless')).status).toBe(404);
    expect((await activity(sandbox, body.id, null)).body).toEqual(body);
    expect((await activity(sandbox, body.id, 'usb')).body.error).toMatchObject({
      field: 'device_mode',
    });
  });

  test('what the gateway does not know it leaves alone', async () => {
    const order_id = await orderAt(sandbox);
    const {status, body} = await create({
      ...SENT,
      priority: 1,
      initiate_checkout: {...PUBLISHED, order_id, locale: 'en', prefill: {title: 'Ms'}},
    });
    expect(status).toBe(200);
    expect(body.initiate_checkout).toEqual({...PUBLISHED, order_id, prefill: {}});
  });
});

test.describe('the key without its secret', () => {
  const basicOf = (user: string) => ({
    authorization: `Basic ${Buffer.from(user).toString('base64')}`,
    'x-razorpay-device-mode': 'wired',
  });

  test('opens what is about devices, and nothing else that wanted the secret', async () => {
    const {keyId} = sandbox;
    const ask = async (method: string, path: string, headers: Record<string, string>) =>
      (await callApi(sandbox, method, path, undefined, headers)).status;
    const {body} = await initiate(sandbox);
    const status = `/devices/activity/${String(body.id)}`;
    expect(await ask('GET', status, basicOf(`${keyId}:`))).toBe(200);
    expect(await ask('GET', status, basicOf(`${OTHER_KEY_ID}:`))).toBe(401);
    expect(await ask('GET', status, {authorization: '', 'x-razorpay-device-mode': 'wired'})).toBe(
      401,
    );
    for (const [method, path] of [
      ['POST', '/orders'],
      ['GET', '/orders'],
      ['GET', '/payments'],
      ['GET', '/refunds'],
      ['GET', '/customers'],
    ] as const) {
      expect(await ask(method, path, basicOf(`${keyId}:`))).toBe(401);
    }
  });
});

test.describe('orders with the mode of a device', () => {
  const ordersCall = (method: string, path: string, body?: object, mode = 'wired') =>
    callApi(sandbox, method, path, body, {'x-razorpay-device-mode': mode});

  test('are made, read and expanded as all orders are', async () => {
    const sent = {amount: 19_900, currency: 'INR', receipt: 'order_rcptid_11'};
    const order = await ordersCall('POST', '/orders', sent, 'wireless');
    expect(order).toMatchObject({status: 200, body: {...sent, status: 'created'}});
    const path = `/orders/${String(order.body.id)}?expand%5B%5D=payments`;
    expect((await ordersCall('GET', path)).body).toMatchObject({payments: {count: 0}});
    expect((await callApi(sandbox, 'GET', path)).body).toMatchObject({payments: {count: 0}});
  });

  test('are refused by the order processor', async () => {
    const failed = {code: 'VALIDATION_FAILED', source: 'order_processor'};
    for (const [body, error] of [
      [
        {currency: 'INR'},
        {
          ...failed,
          description: 'Amount field is required',
          field: 'amount',
          reason: 'required_field_missing',
        },
      ],
      [
        {amount: 99, currency: 'INR'},
        {
          ...failed,
          description: 'Amount must be at least INR 1.00',
          field: 'amount',
          reason: 'amount_too_small',
        },
      ],
      [
        {amount: 100, currency: 'XYZ'},
        {
          ...failed,
          description: 'Currency is not supported',
          field: 'currency',
          reason: 'invalid_value',
        },
      ],
    ] as const) {
      expect(await ordersCall('POST', '/orders', body)).toEqual({status: 400, body: {error}});
      // The REST API itself has its own words.
      expect((await callApi(sandbox, 'POST', '/orders', body)).body.error).toMatchObject({
        code: 'BAD_REQUEST_ERROR',
      });
    }
    const fetched = await ordersCall('GET', '/orders/order_R7vqkfqG3Iw02m');
    expect(fetched).toMatchObject({status: 404, body: {error: {code: 'ORDER_NOT_FOUND'}}});
    expect((await ordersCall('GET', '/orders/1')).body.error).toMatchObject(failed);
    expect((await ordersCall('POST', '/orders', {}, 'usb')).body.error).toMatchObject({
      ...failed,
      description: "Invalid device mode. Allowed values are 'wired' and 'wireless'.",
    });
  });
});

test.describe('faults', () => {
  for (const [word, code, description] of [
    ['disconnected', 'DEVICE_DISCONNECTED', 'Device is not connected'],
    ['not-found', 'DEVICE_NOT_FOUND', 'Device not found during discovery'],
    ['busy', 'DEVICE_BUSY', 'Device is in an invalid state or transitioning'],
    ['timeout', 'DEVICE_TIMEOUT', 'Device operation timed out'],
    ['error', 'DEVICE_ERROR', 'Generic device communication error'],
    ['unsupported-action', 'UNSUPPORTED_ACTION', 'Invalid action for device state'],
  ] as [FaultOf<'device'>, string, string][]) {
    const isDone = word === 'timeout';
    test(`device-${word} answers ${code}, and the checkout is ${isDone ? '' : 'not '}on the device`, async () => {
      sandbox.faults.set({device: word}, {times: 1});
      expect(await initiate(sandbox)).toEqual({
        status: 500,
        body: {error: {code, description, source: 'device_controller'}},
      });
      expect((await close(sandbox)).body.status).toBe(isDone ? 'completed' : 'failed');
    });
  }

  for (const [word, isDone] of [
    ['down', false],
    ['lost', true],
  ] as const) {
    test(`gateway-${word} drops the connection, and the checkout is ${isDone ? '' : 'not '}on the device`, async () => {
      sandbox.faults.set({gateway: word}, {times: 1});
      await expect(initiate(sandbox)).rejects.toThrow('fetch failed');
      expect((await close(sandbox)).body.status).toBe(isDone ? 'completed' : 'failed');
    });
  }

  test('gateway-silent never answers, and gateway-slow does when its time comes', async () => {
    sandbox.faults.set({gateway: 'silent'}, {times: 1});
    const url = `${sandbox.url}/v1/devices/activity`;
    await expect(fetch(url, {method: 'POST', signal: AbortSignal.timeout(200)})).rejects.toThrow(
      'timeout',
    );
    sandbox.faults.set({gateway: 'slow'}, {times: 1, seconds: 60});
    const order = await orderAt(sandbox);
    const late = initiate(sandbox, {order});
    await expect.poll(() => sandbox.device.state().sale?.orderId).toBe(order);
    await sandbox.advance(60);
    expect((await late).body.status).toBe('processing');
  });

  test('gateway-proxy answers 401, and takes no orders', async () => {
    const order = await orderAt(sandbox);
    sandbox.faults.set({gateway: 'proxy'});
    expect(await initiate(sandbox, {order})).toMatchObject({
      status: 401,
      body: {error: {description: 'Authentication failed'}},
    });
    const sent = {amount: 100, currency: 'INR'};
    const headers = {'x-razorpay-device-mode': 'wired'};
    expect(await callApi(sandbox, 'POST', '/orders', sent, headers)).toEqual({
      status: 500,
      body: {
        error: {
          code: 'BUSINESS_LOGIC_ERROR',
          description: 'Device is in proxy mode, cannot process order',
          source: 'order_processor',
        },
      },
    });
    expect((await callApi(sandbox, 'POST', '/orders', sent)).status).toBe(200);
  });

  test('may be for one of the two calls', async () => {
    const {body} = await initiate(sandbox);
    sandbox.faults.set({gateway: 'down'}, {route: 'GET /devices/activity/:id'});
    await expect(activity(sandbox, body.id)).rejects.toThrow('fetch failed');
    expect((await close(sandbox)).body.status).toBe('completed');
    sandbox.faults.set({device: 'busy'}, {route: 'POST /devices/activity'});
    sandbox.faults.clear('gateway');
    expect((await activity(sandbox, body.id)).status).toBe(200);
    expect((await initiate(sandbox)).body.error).toMatchObject({code: 'DEVICE_BUSY'});
  });
});

// What the client of razorpay-python 2.0 sends, header by header.
test.describe("Python's client", () => {
  const HEADERS = {
    'user-agent': 'Razorpay-Python/2.0.0 ',
    'accept-encoding': 'gzip, deflate',
    accept: '*/*',
    connection: 'keep-alive',
  };
  interface Sent {
    readonly method: 'GET' | 'POST';
    readonly path: string;
    readonly body?: string;
    /** Without it no header is sent: `device_mode=None`. */
    readonly mode?: string;
    readonly isPublic?: true;
  }

  /** As `json.dumps` writes it: with a blank after each colon and comma. */
  const dumps = (value: object): string => JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ');

  async function send({method, path, body, mode, isPublic}: Sent) {
    const {keyId, keySecret} = sandbox;
    const user = `${keyId}:${isPublic ? '' : keySecret}`;
    const response = await fetch(`${sandbox.url}/v1${path}`, {
      method,
      headers: {
        ...HEADERS,
        authorization: `Basic ${Buffer.from(user).toString('base64')}`,
        ...(mode !== undefined && {'X-Razorpay-Device-Mode': mode}),
        ...(body !== undefined && {'Content-type': 'application/json'}),
      },
      ...(body !== undefined && {body}),
    });
    expect(response.headers.get('content-type')).toContain('application/json');
    return (await response.json()) as Record<string, unknown>;
  }

  test('sells at a device, as its documentation does', async () => {
    const mode = 'wired';
    const order = await send({
      method: 'POST',
      path: '/orders',
      mode,
      body: dumps({amount: 50_000, currency: 'INR', receipt: 'order_001'}),
    });
    const made = await send({
      method: 'POST',
      path: '/devices/activity',
      mode,
      isPublic: true,
      body: dumps({
        device_id: DEVICE_ID,
        action: 'initiate_checkout',
        notes: {order_id: order.id},
        initiate_checkout: {
          name: 'Acme Corp',
          amount: order.amount,
          currency: order.currency,
          description: 'POS Transaction',
          type: 'in_person',
          order_id: order.id,
          prefill: {method: 'upi'},
        },
      }),
    });
    expect(made.status).toBe('processing');
    const path = `/devices/activity/${String(made.id)}`;
    expect(await send({method: 'GET', path, mode, isPublic: true})).toEqual(made);
    expect(await send({method: 'GET', path, isPublic: true})).toEqual(made);
    sandbox.device.payByUpi();
    expect((await send({method: 'GET', path, mode, isPublic: true})).status).toBe('completed');
    const expanded = `/orders/${String(order.id)}?expand%5B%5D=payments`;
    expect(await send({method: 'GET', path: expanded, mode})).toMatchObject({
      status: 'paid',
      payments: {items: [{status: 'captured', method: 'upi', notes: {order_id: order.id}}]},
    });
    const body = dumps({device_id: DEVICE_ID, action: 'close_checkout'});
    const closed = {method: 'POST', path: '/devices/activity', mode, isPublic: true, body} as const;
    expect((await send(closed)).error).toEqual({
      code: 'BAD_REQUEST_ERROR',
      reason: 'checkout_not_found',
    });
  });
});
