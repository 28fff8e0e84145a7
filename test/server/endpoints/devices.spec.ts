// Tries too: src/server/endpoints/till.ts, src/server/model/devices/device-request.ts.
import {expect} from '@playwright/test';
import {COUNTER, saleOf, test} from '../../fixtures/server/till.js';

/** What is wrong with a sale, the field, and the words. */
const WRONG: readonly [
  what: string,
  changes: Record<string, unknown>,
  field: string | undefined,
  words: string,
][] = [
  [
    'no action',
    {action: undefined},
    'action',
    "Invalid action. Allowed values are 'initiate_checkout' and 'close_checkout'.",
  ],
  [
    'another action',
    {action: 'refund'},
    'action',
    "Invalid action. Allowed values are 'initiate_checkout' and 'close_checkout'.",
  ],
  [
    'no mode',
    {device_mode: undefined},
    'device_mode',
    "Invalid device mode. Allowed values are 'wired' and 'wireless'.",
  ],
  [
    'another mode',
    {device_mode: 'invalid_mode'},
    'device_mode',
    "Invalid device mode. Allowed values are 'wired' and 'wireless'.",
  ],
  [
    'a mode in capitals',
    {device_mode: 'WIRED'},
    'device_mode',
    "Invalid device mode. Allowed values are 'wired' and 'wireless'.",
  ],
  [
    'a mode that is no text',
    {device_mode: ['wired']},
    'device_mode',
    "Invalid device mode. Allowed values are 'wired' and 'wireless'.",
  ],
  [
    'a wireless device without an id',
    {device_mode: 'wireless'},
    'device_id',
    'Missing device_id in wireless mode. Include device_id when using wireless mode.',
  ],
  [
    'a wireless device whose id is null',
    {device_mode: 'wireless', device_id: null},
    'device_id',
    'Missing device_id in wireless mode. Include device_id when using wireless mode.',
  ],
  [
    'an id that is empty',
    {device_id: ''},
    'device_id',
    'Invalid device_id. It is a text that is not empty.',
  ],
  [
    'an id that is a number',
    {device_id: 2841158834},
    'device_id',
    'Invalid device_id. It is a text that is not empty.',
  ],
  ['no name', {name: undefined}, 'name', 'Missing name. Include the business name.'],
  ['a name that is null', {name: null}, 'name', 'Missing name. Include the business name.'],
  ['a name of blanks', {name: '  '}, 'name', 'Missing name. Include the business name.'],
  ['a name without end', {name: 'x'.repeat(256)}, 'name', 'Write at most 255 characters.'],
  [
    'no description',
    {description: undefined},
    'description',
    'Missing description. Include the transaction description.',
  ],
  [
    'an empty description',
    {description: ''},
    'description',
    'Missing description. Include the transaction description.',
  ],
  ['no order', {order_id: undefined}, 'order_id', 'Missing order_id. Include the order reference.'],
  [
    'an order id that is none',
    {order_id: 'pay_1'},
    'order_id',
    'Invalid order_id. It is the id of an order, order_….',
  ],
  ['an amount', {amount: 1}, 'amount', 'The amount is that of the order. Leave it out.'],
  ['a currency', {currency: 'INR'}, 'currency', 'The currency is that of the order. Leave it out.'],
  [
    'a field that is none',
    {initiate_checkout: {amount: 1}},
    'initiate_checkout',
    'There is no field "initiate_checkout".',
  ],
  ['a type', {type: 'in_person'}, 'type', 'There is no field "type".'],
  [
    'another method',
    {prefill: {method: 'cash'}},
    'prefill.method',
    "Invalid prefill method. Allowed values are 'upi' and 'card'.",
  ],
  [
    'a prefill that is a text',
    {prefill: 'Gaurav'},
    'prefill',
    'Invalid prefill. It is an object of name, email, contact and method.',
  ],
  [
    'a prefill of something else',
    {prefill: {vpa: 'a@upi'}},
    'prefill.vpa',
    'There is no field "prefill.vpa".',
  ],
  [
    'a contact that is a number',
    {prefill: {contact: 9000090000}},
    'prefill.contact',
    'Invalid prefill contact. It is a text that is not empty.',
  ],
  [
    'an empty email',
    {prefill: {email: ''}},
    'prefill.email',
    'Invalid prefill email. It is a text that is not empty.',
  ],
  [
    'an empty customer name',
    {prefill: {name: ''}},
    'prefill.name',
    'Invalid prefill name. It is a text that is not empty.',
  ],
  [
    'notes that are a list',
    {notes: ['a']},
    'notes',
    'Invalid notes. They are at most 15 texts by name, of at most 256 characters each.',
  ],
  [
    'a note that is a number',
    {notes: {a: 1}},
    'notes',
    'Invalid notes. They are at most 15 texts by name, of at most 256 characters each.',
  ],
  [
    'a note that is long',
    {notes: {a: 'x'.repeat(257)}},
    'notes',
    'Invalid notes. They are at most 15 texts by name, of at most 256 characters each.',
  ],
  [
    'sixteen notes',
    {notes: Object.fromEntries(Array.from({length: 16}, (_, index) => [`n${index}`, 'x']))},
    'notes',
    'Invalid notes. They are at most 15 texts by name, of at most 256 characters each.',
  ],
];

for (const [what, changes, field, words] of WRONG)
  test(`${what} is refused before anybody is asked`, async ({till, gateway, razorpay}) => {
    const orderId = await till.ring();
    const asked = razorpay.requests.length;

    const refused = await till.begin(orderId, changes);

    expect(refused.status).toBe(400);
    expect(refused.body.error).toEqual({code: 'INVALID_REQUEST', description: words, field});
    expect(gateway.requests).toEqual([]);
    expect(razorpay.requests).toHaveLength(asked);
  });

test('what may be left out may be null', async ({till, gateway}) => {
  const orderId = await till.ring();

  const begun = await till.begin(orderId, {
    device_id: null,
    notes: {a: null, b: 'x'},
    prefill: {name: null, email: 'gaurav.kumar@example.com', method: 'card'},
  });

  expect(begun.status).toBe(200);
  expect(gateway.requests[0]?.body).not.toHaveProperty('device_id');
  expect(gateway.requests[0]?.body).toMatchObject({
    notes: {b: 'x'},
    initiate_checkout: {prefill: {email: 'gaurav.kumar@example.com', method: 'card'}},
  });
});

for (const [what, body] of Object.entries({
  'a list': [],
  'a text': '"initiate_checkout"',
  null: 'null',
}))
  test(`a body that is ${what} is refused`, async ({till, gateway}) => {
    const reply = await till.shop.post('/devices', body, {'X-Cashier': 'asha'});

    expect(reply.status).toBe(400);
    expect(gateway.requests).toEqual([]);
  });

test('whoever is not at a till gets no order, puts nothing on a device, takes nothing away, and is told nothing', async ({
  till,
  gateway,
  razorpay,
}) => {
  const {shop} = till;
  const orderId = await till.ring();
  await till.begin(orderId);
  const [asked, made] = [gateway.requests.length, razorpay.created.length];
  const header = {'X-Razorpay-Device-Mode': 'wired', 'Idempotency-Key': 'a-key-of-22-letters---'};

  const replies = [
    await shop.post('/orders', {product: 'tea'}, header),
    await shop.post('/devices', saleOf(orderId)),
    await shop.post('/devices', {action: 'close_checkout', order_id: orderId}),
    await shop.post('/devices', {}),
    await shop.get(`/devices?order_id=${orderId}`),
    await shop.get('/devices?order_id=order_unknown'),
  ];

  for (const {status, body} of replies) {
    expect(status).toBe(403);
    expect(body).toEqual({
      error: {code: 'FORBIDDEN', description: 'The shop does not know this till. Sign in.'},
    });
  }
  expect(gateway.requests).toHaveLength(asked);
  expect(razorpay.created).toHaveLength(made);
  const status = await shop.get(`/status?order_id=${orderId}`);
  expect(status.body).toEqual({status: 'created', order_id: orderId});
});

for (const verdict of [false, null, undefined, '', 0, {}, 'promise'])
  test(`an authorize that says ${JSON.stringify(verdict)} lets nobody in`, async ({
    openTill,
    devices,
  }) => {
    const authorize = () => (verdict === 'promise' ? Promise.resolve(false) : (verdict as boolean));
    const till = await openTill('asha', {devices: {...devices, authorize}});

    expect((await till.begin('order_1')).status).toBe(403);
  });

test('an authorize that throws is the shop’s mistake', async ({openTill, devices}) => {
  const till = await openTill('asha', {
    devices: {
      ...devices,
      authorize: () => {
        throw new Error('no session store');
      },
    },
  });

  expect((await till.begin('order_1')).status).toBe(500);
});

test('cashiers without ids share the till', async ({openTill, devices}) => {
  const till = await openTill('asha', {devices: {...devices, authorize: () => true}});
  const orderId = await till.ring();
  await till.begin(orderId);

  const other = await openTill('binod', {devices: {...devices, authorize: () => true}});

  expect((await other.cancel(orderId)).body.status).toBe('failed');
});

test('only devices in the list are the shop’s', async ({till, gateway}) => {
  const orderId = await till.ring();

  for (const device of ['2841158836', COUNTER.toLowerCase() + ' '])
    expect(await till.begin(orderId, {device_id: device})).toMatchObject({
      status: 403,
      body: {error: {code: 'DEVICE_NOT_ALLOWED', field: 'device_id'}},
    });
  expect(gateway.requests).toEqual([]);
});

test('a mode without a gateway is refused, for the order and for the device', async ({
  openTill,
  devices,
  gateway,
}) => {
  const till = await openTill('asha', {devices: {...devices, gateways: {wired: gateway.url}}});
  const wireless = {'X-Cashier': 'asha', 'X-Razorpay-Device-Mode': 'wireless'};
  const key = {'Idempotency-Key': 'a-key-of-22-letters---'};

  const order = await till.shop.post('/orders', {product: 'tea'}, {...wireless, ...key});
  expect(order.status).toBe(400);
  expect(order.body.error?.description).toBe('This shop has no wireless devices.');
  const begun = await till.begin(await till.ring(), {device_mode: 'wireless', device_id: COUNTER});
  expect(begun.body.error?.field).toBe('device_mode');
});

test('an order is made for a mode that there is, and not without devices', async ({
  till,
  openShop,
}) => {
  const ask = (shop: typeof till.shop, mode: string) =>
    shop.post(
      '/orders',
      {product: 'tea'},
      {
        'X-Cashier': 'asha',
        'X-Razorpay-Device-Mode': mode,
        'Idempotency-Key': 'a-key-of-22-letters---',
      },
    );

  expect((await ask(till.shop, 'invalid_mode')).body.error).toEqual({
    code: 'INVALID_REQUEST',
    description: "Invalid device mode. Allowed values are 'wired' and 'wireless'.",
    field: 'X-Razorpay-Device-Mode',
  });
  const shop = await openShop();
  expect((await ask(shop, 'wired')).status).toBe(400);
  expect((await shop.get('/devices?order_id=order_1')).status).toBe(404);
});

test('an order goes on a device of its own mode only, and one of the web shop on none', async ({
  till,
  gateway,
}) => {
  const wired = await till.ring('wired');
  const web = await till.shop.order();

  const other = await till.begin(wired, {device_mode: 'wireless', device_id: COUNTER});
  expect(other.body.error).toMatchObject({code: 'INVALID_REQUEST', field: 'device_mode'});
  expect((await till.begin(web)).status).toBe(403);
  expect(gateway.requests).toEqual([]);
});

test('the same key with another mode is another cart', async ({till}) => {
  const key = 'a-key-of-22-letters---';
  const first = await till.ring('wired', key);

  expect(await till.ring('wired', key)).toBe(first);
  expect(await till.ring('wireless', key)).toBeUndefined();
});

test('a mandate is not sold at a till', async ({openTill}) => {
  const till = await openTill('asha', {
    price: () => ({amount: 100, mandate: {customer: 'cust_1', maxAmount: 1_000}}),
  });

  expect(await till.ring()).toBeUndefined();
  expect(String(till.shop.errors[0])).toContain('for a till');
});

for (const [what, orderId, code, status] of [
  ['that the shop has not', 'order_unknown', 'ORDER_NOT_FOUND', 404],
  ['without a name', '', 'INVALID_REQUEST', 400],
] as const)
  test(`an order ${what} is told with ${status}`, async ({till}) => {
    expect(await till.ask(orderId)).toMatchObject({status, body: {error: {code}}});
  });

test('an order that was never on a device is told so', async ({till}) => {
  const orderId = await till.ring();

  for (const reply of [await till.ask(orderId), await till.cancel(orderId)])
    expect(reply).toMatchObject({status: 404, body: {error: {code: 'ACTIVITY_NOT_FOUND'}}});
});

test('pages of a listed origin may send the mode, and be told', async ({openTill}) => {
  const origin = 'https://till.example';
  const {shop} = await openTill('asha', {cors: {origins: [origin], credentials: true}});
  const preflight = (path: string, headers: Record<string, string> = {}) =>
    fetch(shop.url + path, {
      method: 'OPTIONS',
      headers: {Origin: origin, 'Access-Control-Request-Method': 'POST', ...headers},
    });

  for (const path of ['/orders', '/devices']) {
    const allowed = (await preflight(path)).headers.get('Access-Control-Allow-Headers');
    expect(allowed).toContain('X-Razorpay-Device-Mode');
    const asked = 'content-type,x-razorpay-device-mode';
    const echoed = await preflight(path, {'Access-Control-Request-Headers': asked});
    expect(echoed.headers.get('Access-Control-Allow-Headers')).toBe(asked);
  }
});

test('a till is limited as everybody is', async ({openTill}) => {
  const till = await openTill('asha', {limit: () => 30});

  expect((await till.begin('order_1')).status).toBe(429);
});

test('other methods are refused, and the addresses for the dashboard stay as they were', async ({
  till,
}) => {
  const reply = await fetch(`${till.shop.url}/devices`, {method: 'DELETE'});

  expect(reply.status).toBe(405);
  expect(reply.headers.get('Allow')).toBe('GET, POST');
  expect(String(till.shop.checkout.urls('https://shop.example'))).not.toContain('devices');
});
