// All routes but what the SDKs try: src/sandbox/api/rest/order-request.ts,
// src/sandbox/api/rest/collection.ts, src/sandbox/api/rest/refund-key.ts,
// src/sandbox/api/rest/methods.ts, src/sandbox/api/rest/not-imitated.ts and the rows of
// src/sandbox/imitation/routes.ts and src/sandbox/imitation/answers.ts, src/sandbox/account/test-cards.ts,
// src/sandbox/account/records.ts, src/sandbox/account/store.ts, and the words of
// src/sandbox/model/api-error.ts.
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {KEY_ID, KEY_SECRET, OTHER_KEY_ID, OTHER_SECRET} from '../../../fixtures/samples.js';
import {answerBank, attempt} from '../../../fixtures/sandbox/attempt.js';
import {expect, test} from '../../../fixtures/sandbox/merchant.js';
import {basic} from '../../../fixtures/sandbox/rest.js';

/** The fields of orders, payments, lists and errors that the tests look at one by one. */
interface Body {
  readonly id: string;
  readonly status: string;
  readonly receipt: string | null;
  readonly notes: unknown;
  readonly created_at: number;
  readonly error_reason: string;
  readonly items: readonly Body[];
  readonly payments: Body;
}

interface Answer {
  readonly status: number;
  readonly body: Body;
}

let sandbox: Sandbox;
test.beforeAll(async () => {
  sandbox = await createSandbox();
});
test.afterAll(() => sandbox.close());

async function call(method: string, path: string, body?: unknown, headers = {}): Promise<Answer> {
  const response = await fetch(`${sandbox.url}/v1${path}`, {
    method,
    headers: {authorization: basic(sandbox), 'content-type': 'application/json', ...headers},
    ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
  });
  return {status: response.status, body: (await response.json()) as Body};
}
const order = async (fields: object = {}): Promise<Body> =>
  (await call('POST', '/orders', {amount: 50_000, currency: 'INR', ...fields})).body;

const business = (description: string, field?: string): object => ({
  error: {
    code: 'BAD_REQUEST_ERROR',
    description,
    source: 'business',
    step: 'payment_initiation',
    reason: 'input_validation_failed',
    metadata: {},
    ...(field && {field}),
  },
});
const nowhere = (description: string): object => ({
  error: {
    code: 'BAD_REQUEST_ERROR',
    description,
    source: 'NA',
    step: 'NA',
    reason: 'NA',
    metadata: {},
  },
});

test.describe('POST /v1/orders', () => {
  test('creates an order in the shape of the documentation', async () => {
    const before = Math.floor(Date.now() / 1000);
    const {status, body} = await call('POST', '/orders', {
      amount: 50_000,
      currency: 'INR',
      receipt: 'receipt#1',
      notes: {},
      line_items_total: 50_000,
      line_items: [
        {
          sku: '1g234',
          variant_id: '12r34',
          price: 50_000,
          offer_price: 50_000,
          tax_amount: 0,
          quantity: 1,
          name: 'TEST',
          description: 'TEST',
        },
      ],
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^order_[A-Za-z0-9]{14}$/) as unknown,
      entity: 'order',
      amount: 50_000,
      amount_paid: 0,
      amount_due: 50_000,
      currency: 'INR',
      receipt: 'receipt#1',
      offer_id: null,
      status: 'created',
      attempts: 0,
      notes: [],
      created_at: expect.any(Number) as unknown,
      line_items_total: 50_000,
    });
    expect(body.created_at).toBeGreaterThanOrEqual(before);
  });

  test('keeps notes as they are, and names no line items where there are none', async () => {
    const created = await order({notes: {cart: '7'}});
    expect(created.notes).toEqual({cart: '7'});
    expect(created).not.toHaveProperty('line_items_total');
  });

  test('takes every documented field, whether it reads it or not', async () => {
    const fields = {partial_payment: false, shipping_fee: 0, customer_details: {}};
    expect(await order(fields)).toMatchObject({status: 'created', ...fields});
  });

  const fine = {amount: 50_000, currency: 'INR'};
  const many = Object.fromEntries(Array.from({length: 16}, (_, index) => [`n${index}`, 'x']));
  for (const [what, body, answer] of [
    ['no amount', {currency: 'INR'}, business('The amount field is required.', 'amount')],
    ['no body', undefined, business('The amount field is required.', 'amount')],
    [
      'what is not JSON',
      '{',
      business('The request body could not be read: it is neither JSON nor a form.'),
    ],
    ['a fraction', {...fine, amount: 100.5}, business('The amount must be an integer.', 'amount')],
    [
      'rupees with a comma',
      {...fine, amount: '1,000'},
      business('The amount must be an integer.', 'amount'),
    ],
    [
      'less than a rupee',
      {...fine, amount: 99},
      business('The amount must be at least INR 1.00', 'amount'),
    ],
    ['no currency', {amount: 100}, business('The currency field is required.', 'currency')],
    [
      'a currency of nobody',
      {...fine, currency: 'rupees'},
      business('Currency is not supported', 'currency'),
    ],
    [
      'a long receipt',
      {...fine, receipt: 'r'.repeat(41)},
      business('The receipt may not be greater than 40 characters.', 'receipt'),
    ],
    [
      'too many notes',
      {...fine, notes: many},
      business('Number of fields in notes should be less than or equal to 15', 'notes'),
    ],
    [
      'a total that is no integer',
      {...fine, line_items_total: 1.5},
      business('The line_items_total must be an integer.', 'line_items_total'),
    ],
    [
      'a price that is no integer',
      {...fine, line_items_total: 100, line_items: [{offer_price: 99.9}]},
      business('The line_items.0.offer_price must be an integer.', 'line_items.0.offer_price'),
    ],
    [
      'a field of nobody',
      {...fine, ammount: 1},
      business('ammount is/are not required and should not be sent'),
    ],
  ] as const) {
    test(`refuses ${what}`, async () => {
      expect(await call('POST', '/orders', body)).toEqual({status: 400, body: answer});
    });
  }
});

test.describe('authentication', () => {
  const header = (text: string): object => ({
    authorization: `Basic ${Buffer.from(text).toString('base64')}`,
  });
  for (const [what, headers, answer] of [
    [
      'another key',
      header(`${OTHER_KEY_ID}:${KEY_SECRET}`),
      nowhere('The api key provided is invalid'),
    ],
    ['a wrong secret', header(`${KEY_ID}:${OTHER_SECRET}`), nowhere('Authentication failed')],
    ['no credentials', {authorization: ''}, nowhere('Authentication failed')],
    [
      'another spelling of the scheme',
      {
        authorization: `basic ${Buffer.from(`${KEY_ID}:${KEY_SECRET}`).toString('base64')}`,
      },
      nowhere('Authentication failed'),
    ],
  ] as const) {
    test(`refuses ${what} with 401`, async () => {
      expect(await call('GET', '/orders', undefined, headers)).toEqual({status: 401, body: answer});
    });
  }
});

test.describe('ids and addresses', () => {
  for (const [path, answer] of [
    ['/orders/order_00000000000000', business('The id provided does not exist')],
    ['/orders/order_00000000000000/payments', business('The id provided does not exist')],
    ['/payments/pay_00000000000000', business('The id provided does not exist')],
    ['/orders/pay_00000000000000', business('pay_00000000000000 is not a valid id')],
    ['/orders/order_1', business('order_1 is not a valid id')],
    ['/nothing', nowhere('The requested URL was not found on the server.')],
  ] as const) {
    test(`GET ${path} is refused`, async () => {
      expect(await call('GET', path)).toEqual({status: 400, body: answer});
    });
  }
});

test.describe('GET /v1/orders', () => {
  test('finds orders by receipt', async () => {
    const {id} = await order({receipt: 'only-me'});
    const {body} = await call('GET', '/orders?receipt=only-me');
    expect(body).toMatchObject({entity: 'collection', count: 1, items: [{id}]});
  });

  test('pages with count and skip, the newest first', async () => {
    const receipt = 'paged';
    const ids = [];
    for (let index = 0; index < 3; index++) {
      ids.unshift((await order({receipt: `${receipt}${index}`})).id);
    }
    const {body} = await call('GET', '/orders?count=100');
    const seen = body.items.filter((item) => item.receipt?.startsWith(receipt)).map(({id}) => id);
    expect(seen).toEqual(ids);
    const page = await call('GET', '/orders?count=1&skip=1');
    const rest = body.items.map(({id}) => id);
    expect(page.body).toMatchObject({count: 1, items: [{id: rest[1]}]});
  });

  test('refuses a count over 100', async () => {
    expect(await call('GET', '/orders?count=101')).toEqual({
      status: 400,
      body: business('The count may not be greater than 100', 'count'),
    });
  });

  test('brings the payments along when asked', async () => {
    const {id} = await order({receipt: 'expanded'});
    const payment = await attempt(sandbox, id, {method: 'upi', vpa: 'success@razorpay'});
    const {body} = await call('GET', '/orders?receipt=expanded&expand[]=payments');
    expect(body.items[0]?.payments).toMatchObject({entity: 'collection', items: [{id: payment}]});
  });
});

test.describe('PATCH /v1/orders/:id', () => {
  test('changes the notes and nothing else', async () => {
    const {id} = await order();
    expect((await call('PATCH', `/orders/${id}`, {notes: {a: 'b'}})).body.notes).toEqual({a: 'b'});
    expect(await call('PATCH', `/orders/${id}`, {notes: {}, amount: 1})).toEqual({
      status: 400,
      body: business('amount is/are not required and should not be sent'),
    });
    expect((await call('GET', `/orders/${id}`)).body).toMatchObject({
      amount: 50_000,
      notes: {a: 'b'},
    });
  });
});

test.describe('payments', () => {
  test('a failed attempt is kept with its reason, and the order is attempted', async () => {
    const {id} = await order();
    const payment = await attempt(sandbox, id, {method: 'upi', vpa: 'failure@razorpay'});
    expect((await call('GET', `/orders/${id}`)).body).toMatchObject({
      status: 'attempted',
      attempts: 1,
      amount_paid: 0,
    });
    expect((await call('GET', `/payments/${payment}`)).body).toMatchObject({
      status: 'failed',
      captured: false,
      vpa: 'failure@razorpay',
      error_code: 'BAD_REQUEST_ERROR',
      error_source: 'gateway',
      error_step: 'payment_response',
      error_reason: 'payment_failed',
    });
  });

  test('a paid order takes no second payment', async () => {
    const {id} = await order();
    await attempt(sandbox, id, {method: 'upi', vpa: 'success@razorpay'});
    await expect(attempt(sandbox, id, {method: 'upi', vpa: 'success@razorpay'})).rejects.toThrow(
      'order_already_paid',
    );
    const {body} = await call('GET', `/orders/${id}/payments`);
    expect(body).toMatchObject({entity: 'collection', count: 1, items: [{status: 'captured'}]});
  });

  test('of two attempts that are open at once only one takes the money', async () => {
    const {id} = await order();
    const bank = {method: 'netbanking', bank: 'HDFC'};
    const [first, second] = [await attempt(sandbox, id, bank), await attempt(sandbox, id, bank)];
    await answerBank(sandbox, first, {choice: 'success'});
    await answerBank(sandbox, second, {choice: 'success'});
    const {body} = await call('GET', `/orders/${id}/payments`);
    expect(body.items.map(({status}) => status)).toEqual(['failed', 'captured']);
    expect(body.items[0]?.error_reason).toBe('order_already_paid');
  });

  for (const fields of [{payment_capture: 0}, {payment: {capture: 'manual'}}]) {
    test(`with ${JSON.stringify(fields)} it waits for the merchant to capture`, async () => {
      const {id} = await order(fields);
      const vpa = {method: 'upi', vpa: 'success@razorpay'};
      const payment = await attempt(sandbox, id, vpa);
      expect((await call('GET', `/payments/${payment}`)).body).toMatchObject({
        status: 'authorized',
        captured: false,
        fee: null,
      });
      expect((await call('GET', `/orders/${id}`)).body.status).toBe('attempted');
      const path = `/payments/${payment}/capture`;
      expect(await call('POST', path, {amount: 49_999, currency: 'INR'})).toEqual({
        status: 400,
        body: business('Capture amount must be equal to the amount authorized', 'amount'),
      });
      const captured = await call('POST', path, {amount: 50_000, currency: 'INR'});
      expect(captured.body).toMatchObject({status: 'captured', fee: 1180, tax: 180});
      expect((await call('GET', `/orders/${id}`)).body).toMatchObject({
        status: 'paid',
        amount_paid: 50_000,
        amount_due: 0,
      });
      expect(await call('POST', path, {amount: 50_000, currency: 'INR'})).toEqual({
        status: 400,
        body: business('This payment has already been captured.'),
      });
    });
  }

  for (const fields of [{}, {payment_capture: 1}, {payment: {capture: 'automatic'}}]) {
    test(`with ${JSON.stringify(fields)} the money is taken at once`, async () => {
      const {id} = await order(fields);
      await attempt(sandbox, id, {method: 'upi', vpa: 'success@razorpay'});
      expect((await call('GET', `/orders/${id}`)).body.status).toBe('paid');
    });
  }
});

test('a refund may name its payment in the body, as the Python SDK does', async () => {
  const payment_id = await attempt(sandbox, (await order()).id, {
    method: 'upi',
    vpa: 'success@razorpay',
  });
  const {body: made} = await call('POST', '/refunds', {payment_id, amount: 700});
  expect(made).toMatchObject({payment_id, amount: 700, status: 'processed'});
  expect((await call('GET', `/payments/${payment_id}/refunds/${made.id}`)).body).toEqual(made);
  expect(await call('POST', '/refunds', {amount: 700})).toEqual({
    status: 400,
    body: business('The payment_id field is required.', 'payment_id'),
  });
});

test.describe('X-Refund-Idempotency', () => {
  const pay = async (): Promise<string> =>
    attempt(sandbox, (await order()).id, {method: 'upi', vpa: 'success@razorpay'});
  const refund = (payment: string, amount: number, key: string): Promise<Answer> =>
    call('POST', `/payments/${payment}/refund`, {amount}, {'x-refund-idempotency': key});

  test('makes one refund of a request that is sent twice', async () => {
    const payment = await pay();
    const first = await refund(payment, 700, 'refund-0001');
    expect(await refund(payment, 700, 'refund-0001')).toEqual(first);
    expect((await refund(payment, 700, 'refund-0002')).body.id).not.toBe(first.body.id);
    expect((await call('GET', `/payments/${payment}/refunds`)).body.items).toHaveLength(2);
  });

  test('is refused for another request, and when it is too short', async () => {
    const payment = await pay();
    await refund(payment, 700, 'refund-0003');
    expect(await refund(payment, 800, 'refund-0003')).toEqual({
      status: 400,
      body: business('Different request with the same idempotency key has already been processed.'),
    });
    expect(await refund(payment, 700, 'refund-4')).toMatchObject({
      status: 400,
      body: {error: {description: expect.stringContaining('at least 10 characters') as unknown}},
    });
    expect((await call('GET', `/payments/${payment}/refunds`)).body.items).toHaveLength(1);
  });
});

test('the key secret is in nothing that a browser can get', async () => {
  const {id} = await order();
  const payment = await attempt(sandbox, id, {method: 'upi', vpa: 'success@razorpay'});
  for (const path of [
    '/',
    '/v1/checkout.js',
    '/v1/magic-checkout.js',
    '/v1/checkout/public',
    '/v1/checkout/words.js',
    '/v1/checkout/frame.js',
    `/v1/checkout/payments/${payment}`,
  ]) {
    const response = await fetch(sandbox.url + path);
    expect(response.status, path).toBe(200);
    expect(await response.text(), path).not.toContain(KEY_SECRET);
  }
});

test('a port that is taken is told', async () => {
  const port = Number(new URL(sandbox.url).port);
  await expect(createSandbox({port})).rejects.toMatchObject({
    message: `Port ${port} is taken. Name another one, or 0 for any.`,
    code: 'EADDRINUSE',
  });
});
