// What the official SDKs of PHP, Ruby, Python and Go and WooCommerce's plug-in send, request by request. (Node's SDK runs itself,
// in node-sdk.spec.ts.)
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {expect, test} from '../../../fixtures/sandbox/merchant.js';
import {basic} from '../../../fixtures/sandbox/rest.js';

interface Sent {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** With `{order}`, `{payment}`, `{refund}`, `{card}` and `{open}`, an authorized payment. */
  readonly path: string;
  readonly type?: string;
  readonly body?: string;
  /** What is answered, or a part of it. */
  readonly answer: object;
}

const FORM = 'application/x-www-form-urlencoded';
const FORM_UTF8 = `${FORM}; charset=UTF-8`;
const JSON_TYPE = 'application/json';

const json = (body: unknown): Pick<Sent, 'type' | 'body'> => ({
  type: JSON_TYPE,
  body: JSON.stringify(body),
});

/** The only item of a shop system whose prices are without tax: the total is the order's, with it. */
const WOO_ITEM = {
  type: 'e-commerce',
  sku: '',
  variant_id: '0',
  price: 11_800,
  offer_price: 10_000,
  quantity: 1,
  name: 'Tea',
  description: 'Tea',
};
const WOO_ORDER = {
  amount: 11_800,
  currency: 'INR',
  line_items_total: 11_800,
  line_items: [WOO_ITEM],
};
const WOO_ANSWER = {amount: 11_800, line_items_total: 11_800};

const NOTES = {key1: 'value3', key2: 'value2'};
const ORDER = {amount: 50_000, currency: 'INR', receipt: 'receipt#1', notes: NOTES};
const ALL = {id: '{payment}', status: 'captured'};
const PART = {entity: 'refund', amount: 100, payment_id: '{payment}'};
const LIST = {entity: 'collection'};
const notImitated = (what: string): object => ({
  error: {
    code: 'BAD_REQUEST_ERROR',
    reason: 'not_imitated',
    description: expect.stringContaining(what) as unknown,
  },
});

/** By SDK, in the order in which a shop sends them. */
const REQUESTS: Readonly<Record<string, readonly Sent[]>> = {
  // Slashes at the end; forms, but for the order, which is JSON.
  'PHP 2.9': [
    {method: 'POST', path: '/orders/', ...json(ORDER), answer: ORDER},
    {
      method: 'POST',
      path: '/orders/',
      type: FORM_UTF8,
      body: JSON.stringify({...ORDER, receipt: 123}),
      answer: {...ORDER, receipt: '123'},
    },
    {method: 'POST', path: '/orders/', ...json([]), answer: {error: {field: 'amount'}}},
    {method: 'GET', path: '/orders/?receipt=receipt%231&count=1', answer: {count: 1}},
    {method: 'GET', path: '/orders/{order}', answer: {id: '{order}'}},
    {
      method: 'PATCH',
      path: '/orders/{order}',
      type: FORM_UTF8,
      body: 'notes%5Bkey1%5D=value3&notes%5Bkey2%5D=value2',
      answer: {id: '{order}', notes: NOTES},
    },
    {method: 'GET', path: '/orders/{order}/payments', answer: {items: [ALL]}},
    {
      method: 'POST',
      path: '/payments/{open}/capture',
      type: FORM_UTF8,
      body: 'amount=50000&currency=INR',
      answer: {id: '{open}', status: 'captured'},
    },
    {method: 'GET', path: '/payments/', answer: LIST},
    {method: 'GET', path: '/payments/?expand%5B0%5D=card&count=2', answer: LIST},
    {method: 'GET', path: '/payments/{payment}/card', answer: {id: '{card}', sub_type: 'consumer'}},
    {method: 'GET', path: '/payments/downtimes', answer: {...LIST, count: 0}},
    {method: 'GET', path: '/cards/{card}', answer: {id: '{card}', entity: 'card'}},
    {
      method: 'POST',
      path: '/payments/{payment}/refund',
      type: FORM_UTF8,
      body: 'amount=100&speed=optimum&notes%5Bnotes_key_1%5D=Beam+me+up+Scotty.&receipt=Receipt+No.+31',
      answer: {
        ...PART,
        speed_requested: 'optimum',
        speed_processed: 'instant',
        notes: {notes_key_1: 'Beam me up Scotty.'},
        receipt: 'Receipt No. 31',
      },
    },
    {
      method: 'POST',
      path: '/refunds/',
      type: FORM_UTF8,
      body: 'payment_id={payment}&amount=100',
      answer: PART,
    },
    {method: 'GET', path: '/payments/{payment}/refunds', answer: {...LIST, count: 2}},
    {method: 'GET', path: '/refunds/', answer: LIST},
    {method: 'POST', path: '/orders/{order}/rto_review', answer: notImitated('RTO review')},
    {method: 'GET', path: '/settlements/', answer: notImitated('settlements')},
    {method: 'GET', path: '/items/', answer: notImitated('items')},
    {
      method: 'POST',
      path: '/customers/',
      type: FORM_UTF8,
      body: 'name=Razorpay+User&email=customer%40razorpay.com&contact=9123456780&fail_existing=0',
      answer: {entity: 'customer', email: 'customer@razorpay.com', contact: '9123456780'},
    },
  ],
  // A total with tax or after coupons, beside prices without them.
  WooCommerce: [
    {method: 'POST', path: '/orders/', ...json(WOO_ORDER), answer: WOO_ANSWER},
    {
      method: 'POST',
      path: '/orders/',
      ...json({...WOO_ORDER, amount: 9000, line_items_total: 9000}),
      answer: {amount: 9000, line_items_total: 9000},
    },
  ],
  // Forms without a slash, and brackets that are not escaped.
  'Ruby 3.2': [
    {
      method: 'POST',
      path: '/orders',
      type: FORM,
      body: 'amount=50000&currency=INR&receipt=receipt%231&notes[key1]=value3&notes[key2]=value2',
      answer: ORDER,
    },
    {
      method: 'POST',
      path: '/orders',
      type: FORM,
      body: 'amount=50000&currency=INR&partial_payment=true&first_payment_min_amount=230&notes=&offers[0]=offer_JHD834hjbxzhd3',
      answer: {
        partial_payment: true,
        first_payment_min_amount: 230,
        notes: [],
        offers: ['offer_JHD834hjbxzhd3'],
      },
    },
    {method: 'GET', path: '/orders?expand[]=payments&count=1', answer: LIST},
    {
      method: 'PATCH',
      path: '/orders/{order}',
      type: FORM,
      body: 'notes[key1]=value3&notes[key2]=value2',
      answer: {notes: NOTES},
    },
    {
      method: 'POST',
      path: '/payments/{open}/capture',
      type: FORM,
      body: 'amount=50000&currency=INR',
      answer: {status: 'captured'},
    },
    {
      method: 'POST',
      path: '/payments/{payment}/refund',
      type: FORM,
      body: 'amount=100&speed=normal&notes[key_1]=value1',
      answer: {...PART, speed_processed: 'normal', notes: {key_1: 'value1'}},
    },
    {method: 'GET', path: '/payments/{payment}/refunds/{refund}', answer: {id: '{refund}'}},
    {
      method: 'PATCH',
      path: '/refunds/{refund}',
      type: FORM,
      body: 'notes[key1]=value3',
      answer: {id: '{refund}', notes: {key1: 'value3'}},
    },
    {
      method: 'POST',
      path: '/payments/{payment}/transfers',
      type: FORM,
      body: 'transfers[0][account]=acc_IRQWUleX4BqvYn&transfers[0][amount]=100&transfers[0][on_hold]=1',
      answer: notImitated('Route'),
    },
    {
      method: 'POST',
      path: '/orders',
      type: FORM,
      body: 'amount=2000&currency=INR&transfers[0][account]=acc_IRQWUleX4BqvYn&transfers[0][amount]=100',
      answer: notImitated('transfers'),
    },
    {
      method: 'POST',
      path: '/payments/{payment}/refund',
      type: FORM,
      body: '',
      answer: {status: 'processed'},
    },
  ],
  // JSON always, `{}` where there is nothing to send.
  'Python 2.0': [
    {method: 'POST', path: '/orders', ...json(ORDER), answer: ORDER},
    {
      method: 'POST',
      path: '/orders',
      ...json({
        amount: 100,
        currency: 'INR',
        customer_id: 'cust_4xbQrmEoA5WJ01',
        method: 'card',
        token: {max_amount: 5000, expire_at: 2_709_971_120, frequency: 'monthly'},
        receipt: 'Receipt No. 1',
      }),
      answer: {customer_id: 'cust_4xbQrmEoA5WJ01', method: 'card', token: {max_amount: 5000}},
    },
    {
      method: 'GET',
      path: '/orders/{order}?expand%5B%5D=payments',
      answer: {id: '{order}', payments: LIST},
    },
    {
      method: 'POST',
      path: '/payments/{open}/capture',
      ...json({currency: 'INR', amount: 50_000}),
      answer: {status: 'captured'},
    },
    {
      method: 'POST',
      path: '/payments/{payment}/refund',
      ...json({amount: '100', speed: 'normal', receipt: 'Receipt No. 31'}),
      answer: PART,
    },
    {
      method: 'POST',
      path: '/refunds',
      ...json({payment_id: '{payment}', amount: 100}),
      answer: PART,
    },
    {method: 'GET', path: '/payments?count=1&expand%5B%5D=card', answer: LIST},
    {
      method: 'DELETE',
      path: '/customers/cust_1/tokens/token_1',
      ...json({}),
      answer: {error: {description: 'cust_1 is not a valid id'}},
    },
    {
      method: 'POST',
      path: '/devices/activity',
      ...json({action: 'close_checkout', device_id: '2841158834'}),
      answer: {error: {code: 'VALIDATION_FAILED', field: 'device_mode'}},
    },
    {
      method: 'POST',
      path: '/payments/{payment}/refund',
      ...json({}),
      answer: {status: 'processed'},
    },
  ],
  // JSON, `null` where there is nothing to send, and its type with each GET.
  'Go 1.4': [
    {method: 'POST', path: '/orders', ...json({...ORDER, partial_payment: false}), answer: ORDER},
    {
      method: 'GET',
      path: '/orders?expand%5B%5D=payments&expand%5B%5D=payments.card&count=1',
      type: JSON_TYPE,
      answer: LIST,
    },
    {method: 'PATCH', path: '/orders/{order}', ...json({notes: NOTES}), answer: {notes: NOTES}},
    {
      method: 'POST',
      path: '/payments/{open}/capture',
      ...json({amount: 50_000, currency: 'INR'}),
      answer: {status: 'captured'},
    },
    {
      method: 'POST',
      path: '/payments/{payment}/refund',
      ...json({amount: 100, speed: 'normal', notes: NOTES}),
      answer: {...PART, notes: NOTES},
    },
    {method: 'POST', path: '/orders/{order}/rto_review', ...json(null), answer: notImitated('RTO')},
    {
      method: 'POST',
      path: '/orders/{order}/fulfillment',
      ...json({payment_method: 'upi', shipping: {waybill: '123456789'}}),
      answer: notImitated('fulfilment'),
    },
    {
      method: 'POST',
      path: '/payments/{payment}/refund',
      ...json(null),
      answer: {status: 'processed'},
    },
  ],
};

let sandbox: Sandbox;
test.beforeAll(async () => {
  sandbox = await createSandbox();
});
test.afterAll(() => sandbox.close());

type Ids = Readonly<Partial<Record<string, string>>>;

async function send(sent: Sent, ids: Ids): Promise<object> {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (all, name: string) => ids[name] ?? all);
  const response = await fetch(`${sandbox.url}/v1${fill(sent.path)}`, {
    method: sent.method,
    headers: {
      authorization: basic(sandbox),
      ...(sent.type !== undefined && {'content-type': sent.type}),
    },
    ...(sent.body !== undefined && {body: fill(sent.body)}),
  });
  return (await response.json()) as object;
}

/** A shop that has sold one thing, given a rupee back of it, and has another payment to capture. */
async function shop(): Promise<Record<string, string>> {
  const order = async (fields: object): Promise<string> => {
    const body = JSON.stringify({amount: 50_000, currency: 'INR', ...fields});
    const made = await send({method: 'POST', path: '/orders', body, answer: {}}, {});
    return (made as {id: string}).id;
  };
  const sold = await order({receipt: 'receipt#1'});
  const {razorpay_payment_id: payment} = await sandbox.pay(sold, {method: 'card'});
  const open = await sandbox.pay(await order({payment_capture: 0}));
  return {
    order: sold,
    payment,
    open: open.razorpay_payment_id,
    card: String(sandbox.payments(sold)[0]!.card_id),
  };
}

for (const [sdk, requests] of Object.entries(REQUESTS)) {
  test(`${sdk} is answered as by Razorpay`, async () => {
    const ids: Partial<Record<string, string>> = await shop();
    for (const sent of requests) {
      const answer = await send(sent, ids);
      const {entity, id} = answer as {entity?: string; id?: string};
      if (entity === 'refund' && id) ids.refund ??= id;
      const expected = fillIn(sent.answer, ids) as Record<string, unknown>;
      expect(answer, `${sent.method} ${sent.path} ${sent.body ?? ''}`).toMatchObject(expected);
    }
  });
}

/** The ids of a shop in what is expected. Asymmetric matchers stay what they are. */
function fillIn(value: unknown, ids: Ids): unknown {
  if (typeof value === 'string')
    return value.replace(/^\{(\w+)\}$/, (all, name: string) => ids[name] ?? all);
  if (Array.isArray(value)) return value.map((entry) => fillIn(entry, ids));
  if (Object.getPrototypeOf(value ?? 0) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value as object).map(([name, part]) => [name, fillIn(part, ids)]),
  );
}
