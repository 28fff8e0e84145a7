// The tables of src/sandbox/imitation/ (routes.ts, bodies.ts, answers.ts) against what the sandbox
// answers and sends, src/sandbox/api/rest/not-imitated.ts among it, and against what Razorpay publishes.
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import type {AnswerName} from '../../../src/sandbox/imitation/answers.js';
import {BODIES} from '../../../src/sandbox/imitation/bodies.js';
import {NOT_IMITATED, ROUTES, type RestRoute} from '../../../src/sandbox/imitation/routes.js';
import type {RequestField} from '../../../src/sandbox/imitation/row.js';
import {callApi, type Answer} from '../../fixtures/sandbox/api.js';
import {eventMistakes, mistakesOf, unknownIn} from '../../fixtures/sandbox/hold.js';
import {initiate, orderAt} from '../../fixtures/sandbox/pos.js';
import {expect, test} from '../../fixtures/sandbox/merchant.js';

let sandbox: Sandbox;
/** Ids of one entity each, by the word in a route. */
let ids: Readonly<
  Record<
    'order' | 'placed' | 'payment' | 'card' | 'refund' | 'customer' | 'token' | 'link' | 'activity',
    string
  >
>;

test.beforeAll(async () => {
  sandbox = await createSandbox();
  const {body} = await callApi(sandbox, 'POST', '/orders', {amount: 50_000, currency: 'INR'});
  const order = String(body.id);
  await sandbox.pay(order, {outcome: 'failed'});
  const {razorpay_payment_id: payment} = await sandbox.pay(order, {method: 'card'});
  const refund = sandbox.refund(payment, 20_000).id;
  const card = String(sandbox.payments(order)[0]!.card_id);
  const other = await callApi(sandbox, 'POST', '/orders', {amount: 700, currency: 'INR'});
  const placed = String(other.body.id);
  const customer = await create('/customers', {name: 'Asha Rao', contact: '+919876543210'});
  const link = await create('/subscription_registration/auth_links', LINK);
  const token = await mandateOf(customer);
  const activity = String((await initiate(sandbox)).body.id);
  sandbox.device.tap();
  ids = {order, placed, payment, card, refund, customer, token, link, activity};
});
test.afterAll(() => sandbox.close());

const LINK = {
  customer: {name: 'Gaurav Kumar', email: 'gaurav.kumar@example.com', contact: '9123456780'},
  type: 'link',
  amount: 100,
  currency: 'INR',
  description: 'Registration Link for Gaurav Kumar',
  subscription_registration: {method: 'upi', max_amount: 500},
};

/** Makes an entity; returns its id. */
const create = async (path: string, fields: object): Promise<string> =>
  String((await callApi(sandbox, 'POST', path, fields)).body.id);

/** A mandate that the customer's bank has confirmed. */
async function mandateOf(customer: string): Promise<string> {
  const order = await create('/orders', {
    amount: 100,
    currency: 'INR',
    customer_id: customer,
    method: 'upi',
    token: {max_amount: 200_000, expire_at: 2_709_971_120, frequency: 'monthly'},
  });
  await sandbox.approveMandate(order);
  const {body} = await callApi(sandbox, 'GET', `/customers/${customer}/tokens`);
  return (body.items as {id: string}[])[0]!.id;
}

/** What each route that takes a body is sent, and which entity it is asked for. */
type Sent = readonly [path: string, body: object];
const SENT: Partial<Record<RestRoute, () => Sent | Promise<Sent>>> = {
  'POST /orders': () => ['/orders', {amount: 100, currency: 'INR'}],
  'PATCH /orders/:id': () => [`/orders/${ids.order}`, {notes: {cart: '7'}}],
  'PATCH /payments/:id': () => [`/payments/${ids.payment}`, {notes: {cart: '7'}}],
  'PATCH /refunds/:id': () => [`/refunds/${ids.refund}`, {notes: {why: 'late'}}],
  'POST /payments/:id/capture': async () => {
    const fields = {amount: 100, currency: 'INR', payment_capture: false};
    const {body} = await callApi(sandbox, 'POST', '/orders', fields);
    const {razorpay_payment_id: id} = await sandbox.pay(String(body.id));
    return [`/payments/${id}/capture`, {amount: 100, currency: 'INR'}];
  },
  'POST /payments/:id/refund': () => [`/payments/${ids.payment}/refund`, {amount: 100}],
  'POST /refunds': () => ['/refunds', {payment_id: ids.payment, amount: 100}],
  'POST /customers': () => ['/customers', {name: 'Asha Rao', email: 'asha@example.com'}],
  'PUT /customers/:id': () => [`/customers/${ids.customer}`, {name: 'Asha R. Rao'}],
  'POST /payments/create/recurring': async () => [
    '/payments/create/recurring',
    {
      email: 'asha@example.com',
      contact: '9876543210',
      amount: 100,
      currency: 'INR',
      order_id: await create('/orders', {amount: 100, currency: 'INR'}),
      customer_id: ids.customer,
      token: ids.token,
      recurring: '1',
    },
  ],
  'POST /subscription_registration/auth_links': () => [
    '/subscription_registration/auth_links',
    LINK,
  ],
  'POST /devices/activity': async () => [
    '/devices/activity',
    {
      action: 'initiate_checkout',
      initiate_checkout: {
        name: 'Acme Corp',
        amount: 19_900,
        currency: 'INR',
        description: 'POS Transaction',
        order_id: await orderAt(sandbox),
      },
    },
  ],
};

const pathOf = (path: string): string =>
  path
    .replace('/orders/:id', `/orders/${ids.order}`)
    .replace('/payments/:id', `/payments/${ids.payment}`)
    .replace('/cards/:id', `/cards/${ids.card}`)
    .replace('/customers/:id', `/customers/${ids.customer}`)
    .replace('/tokens/:token', `/tokens/${ids.token}`)
    .replace('/invoices/:id', `/invoices/${ids.link}`)
    .replace('/devices/activity/:id', `/devices/activity/${ids.activity}`)
    .replace('/notify_by/:medium', '/notify_by/sms')
    .replace(/\/refunds\/:\w+/, `/refunds/${ids.refund}`);

async function ask(route: RestRoute): Promise<Answer> {
  const [method = '', path = ''] = route.split(' ');
  const [sent, body] = (await SENT[route]?.()) ?? [pathOf(path)];
  const headers = sent.startsWith('/devices') ? {'x-razorpay-device-mode': 'wired'} : {};
  return callApi(sandbox, method, sent, body, headers);
}

const rowOf = (route: RestRoute): {answer: AnswerName; isList?: true} => ROUTES[route];

// A downtime never is, so there is none to ask for by its id. What ends a mandate comes last.
const ENDS: readonly RestRoute[] = [
  'PUT /customers/:id/tokens/:token/cancel',
  'DELETE /customers/:id/tokens/:token',
];
const asked = (Object.keys(ROUTES) as RestRoute[])
  .filter((route) => route !== 'GET /payments/downtimes/:id' && !ENDS.includes(route))
  .concat(ENDS);

for (const route of asked) {
  test(`${route} answers what the table says`, async () => {
    const {status, body} = await ask(route);
    expect(status).toBe(200);
    const {answer, isList} = rowOf(route);
    if (isList)
      expect(body).toMatchObject({entity: 'collection', count: (body.items as []).length});
    const entities = isList ? (body.items as unknown[]) : [body];
    expect(entities.flatMap((entity) => mistakesOf(answer, entity))).toEqual([]);
  });
}

test('what Magic Checkout and expand[] add is in the table too', async () => {
  const {body} = await callApi(sandbox, 'POST', '/orders', {
    amount: 50_000,
    currency: 'INR',
    line_items_total: 50_000,
    offer_id: 'offer_JHD834hjbxzhd3',
  });
  const id = String(body.id);
  const promotion = {code: 'TEA10', value: 1000};
  const paid = await sandbox.pay(id, {method: 'card', magic: {shippingFee: 700, promotion}});
  const names = ['payments', 'payments.card', 'transfers', 'virtual_account'];
  const order = await callApi(sandbox, 'GET', `/orders/${id}?${expand(names)}`);
  expect(mistakesOf('order', order.body)).toEqual([]);
  const all = ['card', 'emi', 'offers', 'refunds', 'transaction', 'upi'];
  const payment = await callApi(
    sandbox,
    'GET',
    `/payments/${paid.razorpay_payment_id}?${expand(all)}`,
  );
  expect(mistakesOf('payment', payment.body)).toEqual([]);
  expect(mistakesOf('card', payment.body.card)).toEqual([]);
});

const expand = (names: readonly string[]): string =>
  names.map((name) => `expand[]=${name}`).join('&');

test('each kind of error is in the table', async () => {
  const errors = [
    await callApi(sandbox, 'POST', '/orders', {}),
    await callApi(sandbox, 'GET', '/orders/order_1'),
    await callApi(sandbox, 'GET', '/nothing'),
    await callApi(sandbox, 'GET', '/settlements'),
    await callApi(sandbox, 'GET', '/payments/downtimes/down_F1cxDoHWD4fkQt'),
    await callApi(sandbox, 'GET', '/orders', undefined, {authorization: ''}),
  ];
  expect(errors.map(({status}) => status)).toEqual([400, 400, 400, 400, 400, 401]);
  expect(errors.flatMap(({body}) => mistakesOf('error', body.error))).toEqual([]);
});

test('webhooks carry what the table says', async () => {
  await sandbox.pay(ids.placed, {method: 'cod'});
  const bodies = sandbox.events().map(({body}) => JSON.parse(body) as Record<string, unknown>);
  expect(eventMistakes(sandbox)).toEqual([]);
  expect(bodies.map(({event}) => event)).toEqual(
    expect.arrayContaining([
      'payment.failed',
      'payment.authorized',
      'payment.captured',
      'payment.pending',
      'order.paid',
      'order.placed',
      'refund.created',
      'refund.processed',
    ]),
  );
});

test.describe('bodies', () => {
  const VALUES: Readonly<Record<RequestField['type'], unknown>> = {
    integer: 700,
    string: 'text',
    boolean: true,
    object: {a: 'b'},
    list: ['a'],
    notes: {a: 'b'},
    'line items': [{name: 'Tea'}],
  };
  const fields = Object.entries<RequestField>(BODIES.order);

  for (const [field, {type}] of fields.filter(([, {here}]) => here === 'kept')) {
    test(`${field} is kept, as the table says`, async () => {
      const sent = {amount: 100, currency: 'INR', [field]: VALUES[type]};
      const {body} = await callApi(sandbox, 'POST', '/orders', sent);
      expect(body[field]).toEqual(VALUES[type]);
      expect(mistakesOf('order', body)).toEqual([]);
    });
  }

  for (const [field, {type}] of fields.filter(([, {here}]) => here === 'refused')) {
    test(`${field} is refused, as the table says`, async () => {
      const sent = {amount: 100, currency: 'INR', [field]: VALUES[type]};
      const {body} = await callApi(sandbox, 'POST', '/orders', sent);
      expect(body.error).toMatchObject({reason: 'not_imitated', field});
    });
  }

  test('what is in no table is refused, as Razorpay refuses it', async () => {
    const answer = await callApi(sandbox, 'POST', '/orders', {
      amount: 100,
      currency: 'INR',
      id: 'a',
    });
    expect(answer.body.error).toMatchObject({
      description: 'id is/are not required and should not be sent',
    });
  });
});

test.describe('what is not imitated', () => {
  /** What the sandbox writes to the log meanwhile. */
  async function logOf(act: () => Promise<unknown>): Promise<string[]> {
    const lines: string[] = [];
    const {warn} = console;
    console.warn = (line: string) => lines.push(line);
    await act().finally(() => (console.warn = warn));
    return lines;
  }

  for (const tail of ['', '/', '/id_00000000000000/more']) {
    test(`says so of …${tail}, whoever asks and however, and so does the log`, async () => {
      for (const [row, what] of Object.entries(NOT_IMITATED)) {
        // A row with a method is for that path alone.
        const [pattern = '', method] = row.split(' ').reverse();
        const path = pattern.replace(':id', 'id_00000000000000');
        if (method !== undefined && tail.length > 1) continue;
        const description = `The sandbox does not imitate ${what}.`;
        for (const asked of method === undefined ? ['GET', 'POST', 'PUT'] : [method]) {
          const log = await logOf(async () => {
            const response = await fetch(`${sandbox.url}${path}${tail}`, {method: asked});
            expect(response.status).toBe(400);
            expect(await response.json()).toMatchObject({
              error: {code: 'BAD_REQUEST_ERROR', description, reason: 'not_imitated'},
            });
          });
          const told = `${asked} ${path}${tail === '/' ? '' : tail}`;
          expect(log).toEqual([`Razorpay sandbox: ${told}: ${description}`]);
        }
      }
    });
  }

  test('an address that is none is told to the log too', async () => {
    const log = await logOf(() => callApi(sandbox, 'POST', '/paymants'));
    expect(log).toEqual(['Razorpay sandbox: POST /v1/paymants: There is no such address.']);
  });

  test('nor is what expand[] asks for without being known', async () => {
    const {body} = await callApi(sandbox, 'GET', `/payments/${ids.payment}?expand[]=token`);
    expect(body.error).toMatchObject({
      description: 'The sandbox does not imitate expand[]=token.',
      reason: 'not_imitated',
    });
  });
});

test.describe("Razorpay's own samples have nothing that the table does not know", () => {
  const created = {
    id: 'order_EKwxwAgItmmXdp',
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
    created_at: 1_582_628_071,
  };
  const upi = {
    id: 'pay_FHfAzEJ51k8NLj',
    entity: 'payment',
    amount: 100,
    currency: 'INR',
    status: 'captured',
    order_id: 'order_FHfANdTUYeP8lb',
    invoice_id: null,
    international: false,
    method: 'upi',
    amount_refunded: 0,
    refund_status: null,
    captured: true,
    description: null,
    card_id: null,
    bank: null,
    wallet: null,
    vpa: 'gaurav.kumar@upi',
    email: 'gaurav.kumar@example.com',
    contact: '+919876543210',
    customer_id: 'cust_DtHaBuooGHTuyZ',
    token_id: 'token_FHfAzGzREc1ug6',
    notes: {'note_key 1': 'Beam me up Scotty'},
    fee: 0,
    tax: 0,
    error_code: null,
    error_description: null,
    error_source: null,
    error_step: null,
    error_reason: null,
    acquirer_data: {rrn: '854977234911'},
    created_at: 1_595_447_490,
  };
  for (const [what, name, sample] of [
    ['a Magic order', 'order', {...created, line_items_total: 50_000}],
    ['an order of a mandate', 'order', {...created, token: {max_amount: 5000}, method: 'card'}],
    [
      'a Magic order that is to be paid at the door',
      'order',
      {
        ...created,
        offers: ['offer_QXwkRH1bOvXXXX'],
        status: 'placed',
        description: null,
        checkout: null,
        promotions: [{code: 'orderOff', type: 'cart_value', value: 10_000}],
        cod_fee: 5000,
        shipping_fee: 7000,
        customer_details: {contact: '+919100000000'},
        line_items_total: 600_000,
        tax_details: {total_tax: 4128, taxes_included: true},
      },
    ],
    ['a payment by UPI', 'payment', upi],
    [
      'a payment at the door',
      'payment',
      {
        ...upi,
        status: 'pending',
        method: 'cod',
        vpa: null,
        fee: null,
        tax: null,
        receiver_type: null,
      },
    ],
    [
      'an instant refund',
      'refund',
      {
        id: 'rfnd_FP8R8EGjGbPkVb',
        entity: 'refund',
        amount: 500_100,
        currency: 'INR',
        payment_id: 'pay_29QQoUBi66xm2f',
        notes: {notes_key_1: 'Tea, Earl Grey, Hot'},
        receipt: 'Receipt No. 31',
        acquirer_data: {arn: null},
        created_at: 1_597_078_914,
        batch_id: null,
        status: 'processed',
        speed_processed: 'instant',
        speed_requested: 'optimum',
      },
    ],
    [
      'a card',
      'card',
      {
        id: 'card_JXPULjlKqC5j0i',
        entity: 'card',
        name: 'Gaurav Kumar',
        last4: '4366',
        network: 'Visa',
        type: 'credit',
        issuer: 'UTIB',
        international: false,
        emi: false,
        sub_type: 'consumer',
        token_iin: null,
        expiry_month: 1,
        expiry_year: 2027,
        flows: {recurring: true},
      },
    ],
    [
      'a downtime',
      'downtime',
      {
        id: 'down_F1cxDoHWD4fkQt',
        entity: 'payment.downtime',
        method: 'netbanking',
        begin: 1_591_946_222,
        end: null,
        status: 'started',
        scheduled: false,
        severity: 'high',
        instrument: {bank: 'COSB'},
        created_at: 1_591_946_223,
        updated_at: 1_591_946_297,
      },
    ],
  ] as const) {
    test(what, () => {
      expect(unknownIn(name, sample)).toEqual([]);
    });
  }
});
