// The body of each event: src/sandbox/model/webhook-event.ts and src/sandbox/account/told-entities.ts,
// held against the samples of Razorpay's documentation (Webhooks, Payload: payments, orders, refunds).
import {EVENTS} from '../../../src/sandbox/imitation/answers.js';
import {createSandbox, type PayOptions, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {expect, test} from '../../fixtures/sandbox/merchant.js';
import {createOrder, post} from '../../fixtures/sandbox/rest.js';

/** What a field of a sample is; with a question mark it may be null. */
type Kind = 'text' | 'text?' | 'number' | 'number?' | 'flag' | 'object' | 'notes' | 'null';
type Table = Readonly<Record<string, Kind>>;

const PAYMENT: Table = {
  id: 'text',
  entity: 'text',
  amount: 'number',
  currency: 'text',
  status: 'text',
  order_id: 'text?',
  invoice_id: 'null',
  international: 'flag',
  method: 'text',
  amount_refunded: 'number',
  refund_status: 'text?',
  captured: 'flag',
  description: 'text?',
  card_id: 'text?',
  bank: 'text?',
  wallet: 'text?',
  vpa: 'text?',
  email: 'text',
  contact: 'text',
  notes: 'notes',
  fee: 'number?',
  tax: 'number?',
  error_code: 'text?',
  error_description: 'text?',
  error_source: 'text?',
  error_step: 'text?',
  error_reason: 'text?',
  acquirer_data: 'object',
  created_at: 'number',
};
/** From the capture on. */
const TAKEN: Table = {base_amount: 'number', amount_transferred: 'number'};
/** What a payment has beside, by its method. */
const BY_METHOD: Readonly<Record<string, Table>> = {
  upi: {upi: 'object'},
  card: {card: 'object'},
  netbanking: {},
  wallet: {},
  cod: {},
};
const CARD: Table = {
  id: 'text',
  entity: 'text',
  name: 'text',
  last4: 'text',
  network: 'text',
  type: 'text',
  issuer: 'text?',
  international: 'flag',
  emi: 'flag',
};
/** The keys of `acquirer_data`, by method. */
const ACQUIRER: Readonly<Record<string, string>> = {
  upi: 'rrn',
  card: 'auth_code',
  netbanking: 'bank_transaction_id',
  wallet: 'transaction_id',
};
const ORDER: Table = {
  id: 'text',
  entity: 'text',
  amount: 'number',
  amount_paid: 'number',
  amount_due: 'number',
  currency: 'text',
  receipt: 'text?',
  offer_id: 'text?',
  status: 'text',
  attempts: 'number',
  notes: 'notes',
  created_at: 'number',
};
const REFUND: Table = {
  id: 'text',
  entity: 'text',
  amount: 'number',
  currency: 'text',
  payment_id: 'text',
  notes: 'notes',
  receipt: 'text?',
  acquirer_data: 'object',
  created_at: 'number',
  batch_id: 'text?',
  status: 'text',
  speed_processed: 'text',
  speed_requested: 'text',
};

interface Body {
  readonly entity: unknown;
  readonly account_id: unknown;
  readonly event: keyof typeof EVENTS;
  readonly contains: readonly string[];
  readonly payload: Readonly<Record<string, {readonly entity: Record<string, unknown>}>>;
  readonly created_at: unknown;
}

let sandbox: Sandbox;
test.beforeEach(async () => {
  sandbox = await createSandbox();
  sandbox.webhook.activeEvents = [...sandbox.webhook.activeEvents, 'order.created'];
});
test.afterEach(() => sandbox.close());

/** Every event that was told, each with the table of what is in it. */
const bodies = (): Body[] => sandbox.events().map(({body}) => JSON.parse(body) as Body);

const KINDS: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  'text?': (value) => value === null || typeof value === 'string',
  number: Number.isSafeInteger,
  'number?': (value) => value === null || Number.isSafeInteger(value),
  flag: (value) => typeof value === 'boolean',
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  notes: (value) => typeof value === 'object' && value !== null,
  null: (value) => value === null,
};

/** Every field of the table is there and of its kind; fields beside them have to be named. */
function holds(what: string, entity: Record<string, unknown>, table: Table, beside = /^$/): void {
  const names = Object.keys(entity).filter((name) => !beside.test(name));
  expect(names.sort(), what).toEqual(Object.keys(table).sort());
  for (const [name, kind] of Object.entries(table)) {
    expect(KINDS[kind](entity[name]), `${what}.${name}, which is ${String(entity[name])}`).toBe(
      true,
    );
  }
}

function check({account_id, contains, created_at, entity, event, payload}: Body): void {
  expect({entity, contains}).toEqual({entity: 'event', contains: EVENTS[event]});
  expect(account_id).toMatch(/^acc_[A-Za-z0-9]{14}$/);
  expect(Number.isSafeInteger(created_at)).toBe(true);
  expect(Object.keys(payload)).toEqual(contains);
  const {payment, order, refund} = payload;
  if (refund) holds(`${event}: refund`, refund.entity, REFUND);
  if (order) holds(`${event}: order`, order.entity, ORDER, MAGIC_FIELDS);
  if (!payment) return;
  const {acquirer_data, amount, captured, card, method, status} = payment.entity;
  const what = `${event}: ${String(method)} payment`;
  holds(what, payment.entity, {
    ...PAYMENT,
    ...BY_METHOD[String(method)],
    ...((captured || status === 'refunded') && TAKEN),
  });
  if (card) holds(`${what}.card`, card as Record<string, unknown>, CARD, NEWER_CARD_FIELDS);
  const key = ACQUIRER[String(method)];
  if (key) expect(Object.keys(acquirer_data as object), what).toContain(key);
  if (captured) expect(payment.entity.base_amount).toBe(amount);
}

/** What Magic Checkout adds to an order. */
const MAGIC_FIELDS =
  /^(line_items_total|offers|description|checkout|promotions|cod_fee|shipping_fee|customer_details|tax_details)$/;
const NEWER_CARD_FIELDS = /^(iin|token_iin|sub_type|expiry_month|expiry_year|flows)$/;

for (const method of ['upi', 'card', 'netbanking', 'wallet'] as const) {
  test(`each event of a payment by ${method} is as in the samples`, async () => {
    const orderId = await createOrder(sandbox);
    await sandbox.pay(orderId, {method, outcome: 'failed'});
    const paid = await sandbox.pay(orderId, {method});
    sandbox.failRefund(sandbox.refund(paid.razorpay_payment_id, 10_000).id);
    expect(bodies().map(({event}) => event)).toEqual([
      'order.created',
      'payment.failed',
      'payment.authorized',
      'payment.captured',
      'order.paid',
      'refund.created',
      'refund.processed',
      'refund.failed',
    ]);
    bodies().forEach(check);
  });
}

for (const [what, options] of Object.entries<PayOptions>({
  'cash on delivery': {method: 'cod'},
  'a Magic Checkout': {magic: {shippingFee: 4_000, promotion: {code: 'TEA10', value: 1_000}}},
  'a payment that is only authorized': {outcome: 'authorized'},
})) {
  test(`each event of ${what} is as in the samples`, async () => {
    const orderId = await createOrder(sandbox);
    const {razorpay_payment_id: id} = await sandbox.pay(orderId, options);
    if (options.method === 'cod') sandbox.collectCash(id);
    await sandbox.advance(60 * 60 * 24 * 50);
    bodies().forEach(check);
    const [order] = bodies().filter(({event}) => event === 'order.paid');
    if (options.outcome) expect(bodies().at(-1)?.event).toBe('refund.processed');
    else expect(order?.payload.order?.entity).toMatchObject({line_items_total: 50_000});
  });
}

test('each event of a payment without an order is as in the samples', async () => {
  const fields = {key_id: sandbox.keyId, contact: '9876543210', method: 'upi', amount: 900};
  await post(sandbox, '/checkout/payments', {...fields, order_id: '', vpa: 'success@razorpay'});
  await sandbox.advance(60 * 60 * 24 * 4);
  expect(bodies().map(({event}) => event)).toEqual([
    'payment.authorized',
    'refund.created',
    'refund.processed',
  ]);
  bodies().forEach(check);
});

test('only what is ticked is told, and order.created of Magic orders alone', async () => {
  await createOrder(sandbox, {line_items_total: undefined, line_items: undefined});
  expect(sandbox.events()).toEqual([]);
  sandbox.webhook.activeEvents = ['order.paid'];
  await sandbox.pay(await createOrder(sandbox));
  expect(sandbox.events().map(({event}) => event)).toEqual(['order.paid']);
});
