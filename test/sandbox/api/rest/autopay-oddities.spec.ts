// What Razorpay's document on recurring UPI sends and answers, with the oddities of it, against
// src/sandbox/api/rest/autopay-request.ts, src/sandbox/api/rest/read-mandate.ts and
// src/sandbox/account/mandates/; and that the kit understands each answer: src/server/razorpay/.
// https://github.com/razorpay/razorpay-node/blob/master/documents/upi.md
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {CustomerEntity} from '../../../../src/server/razorpay/customers.js';
import {collection, OrderEntity, PaymentEntity} from '../../../../src/server/razorpay/entities.js';
import {RecurringReply} from '../../../../src/server/razorpay/recurring-payments.js';
import {InvoiceEntity, Sent} from '../../../../src/server/razorpay/registration-links.js';
import {Cancelled, Deleted, TokenEntity} from '../../../../src/server/razorpay/tokens.js';
import {expect, test} from '../../../fixtures/sandbox/merchant.js';
import {basic} from '../../../fixtures/sandbox/rest.js';

type Fields = Record<string, unknown> & {readonly id: string};

const YEAR_SECONDS = 365 * 86_400;

let sandbox: Sandbox;
test.beforeAll(async () => {
  sandbox = await createSandbox();
});
test.afterAll(() => sandbox.close());

const seconds = (): number => Math.floor(sandbox.now() / 1000);

async function call(method: string, path: string, body?: object) {
  const reply = await fetch(`${sandbox.url}/v1${path}`, {
    method,
    headers: {authorization: basic(sandbox), 'content-type': 'application/json'},
    ...(body && {body: JSON.stringify(body)}),
  });
  return {status: reply.status, body: (await reply.json()) as Fields};
}

/** Each a customer of their own. */
let count = 0;
const customer = () => ({
  name: 'Gaurav Kumar',
  email: `gaurav${++count}@example.com`,
  contact: 9_123_456_780,
  notes: {notes_key_1: 'Tea, Earl Grey, Hot'},
});
const createCustomer = async () => (await call('POST', '/customers', customer())).body;

const order = (customer_id: string) => ({
  amount: 100,
  currency: 'INR',
  customer_id,
  method: 'upi',
  token: {max_amount: 200_000, expire_at: seconds() + YEAR_SECONDS, frequency: 'as_presented'},
  receipt: 'Receipt No. 1',
  notes: {notes_key_1: 'Tea, Earl Grey, Hot'},
});

const link = () => ({
  customer: {name: 'Gaurav Kumar', email: 'gaurav.kumar@example.com', contact: 9_123_456_780},
  type: 'link',
  amount: 100,
  currency: 'INR',
  description: 'Registration Link for Gaurav Kumar',
  subscription_registration: {
    method: 'upi',
    max_amount: 500,
    expire_at: seconds() + YEAR_SECONDS,
  },
  receipt: 'Receipt No. 5',
  email_notify: 1,
  sms_notify: 1,
  expire_by: seconds() + YEAR_SECONDS,
  notes: {'note_key 1': 'Beam me up Scotty'},
});
const LINKS = '/subscription_registration/auth_links';

async function approved() {
  const {id: customerId} = await createCustomer();
  const {body} = await call('POST', '/orders', order(customerId));
  const {token, response} = await sandbox.approveMandate(body.id);
  return {customerId, token: token.id, paymentId: response!.razorpay_payment_id};
}

async function charge(changes: object = {}, receipt: unknown = 123) {
  const {customerId, token} = await approved();
  const made = await call('POST', '/orders', {receipt, amount: 100, currency: 'INR', notes: {}});
  expect(made.body.receipt).toBe(String(receipt));
  return call('POST', '/payments/create/recurring', {
    email: 'gaurav.kumar@example.com',
    contact: 9_123_456_789,
    amount: 100,
    currency: 'INR',
    order_id: made.body.id,
    customer_id: customerId,
    token,
    recurring: 1,
    description: 'Creating recurring payment for Gaurav Kumar',
    notes: {'note_key 1': 'Beam me up Scotty'},
    ...changes,
  });
}

const FLAGS = [0, 1, '0', '1', true, false, 'true', 'false'] as const;
const isYes = (flag: (typeof FLAGS)[number]): boolean => [1, '1', true, 'true'].includes(flag);

for (const flag of FLAGS) {
  const word = JSON.stringify(flag);

  test(`a link takes ${word} as a notify flag`, async () => {
    const {body} = await call('POST', LINKS, {...link(), email_notify: flag, sms_notify: flag});

    const pending = isYes(flag) ? 'pending' : null;
    expect(body).toMatchObject({status: 'issued', email_status: pending, sms_status: pending});
  });

  test(`a customer takes ${word} as fail_existing`, async () => {
    const asked = {...customer(), fail_existing: flag};
    const first = await call('POST', '/customers', asked);

    const second = await call('POST', '/customers', asked);

    expect(second).toMatchObject(isYes(flag) ? {status: 400} : {body: {id: first.body.id}});
  });

  test(`a charge with ${word} as recurring is ${isYes(flag) ? 'made' : 'refused'}`, async () => {
    expect(await charge({recurring: flag})).toMatchObject(
      isYes(flag) ? {status: 200} : {status: 400, body: {error: {field: 'recurring'}}},
    );
  });
}

for (const receipt of [123, '123', 0, 'Receipt No. 1'])
  test(`the order of a charge takes ${JSON.stringify(receipt)} as its receipt`, async () => {
    expect((await charge({}, receipt)).status).toBe(200);
  });

for (const contact of [9_123_456_780, '9123456780', '+919123456780'])
  test(`${JSON.stringify(contact)} is a contact of everybody`, async () => {
    const made = await call('POST', '/customers', {...customer(), contact});
    expect(made.body.contact).toBe(String(contact));
    const {body} = await call('POST', LINKS, {
      ...link(),
      customer: {...link().customer, contact, email: made.body.email},
    });
    expect(body).toMatchObject({customer_id: made.body.id});
    expect((await charge({contact})).status).toBe(200);
  });

const PAST = 1_634_215_992;
const REFUSED: readonly [what: string, ask: () => Promise<unknown>, field: string][] = [
  [
    'a mandate that is over',
    async () =>
      call('POST', '/orders', {
        ...order((await createCustomer()).id),
        token: {max_amount: 200_000, expire_at: PAST},
      }),
    'token.expire_at',
  ],
  [
    'the mandate of a link that is over',
    () =>
      call('POST', LINKS, {
        ...link(),
        subscription_registration: {method: 'upi', max_amount: 500, expire_at: PAST},
      }),
    'subscription_registration.expire_at',
  ],
  ['a link that is over', () => call('POST', LINKS, {...link(), expire_by: PAST}), 'expire_by'],
  ['less than a rupee', () => call('POST', LINKS, {...link(), amount: 99}), 'amount'],
];
for (const [what, ask, field] of REFUSED)
  test(`${what} is refused with ${field}`, async () => {
    expect(await ask()).toMatchObject({status: 400, body: {error: {field}}});
  });

/** The fields of each answer in the document. */
const ENTITIES: Readonly<Record<'customer' | 'order' | 'invoice' | 'payment' | 'token', string>> = {
  customer: 'id entity name email contact gstin notes created_at',
  order:
    'id entity amount amount_paid amount_due currency receipt offer_id status attempts notes created_at',
  invoice:
    'id entity receipt invoice_number customer_id customer_details order_id line_items payment_id status expire_by issued_at paid_at cancelled_at expired_at sms_status email_status date terms partial_payment gross_amount tax_amount taxable_amount amount amount_paid amount_due currency currency_symbol description notes comment short_url view_less billing_start billing_end type group_taxes_discounts created_at idempotency_key',
  payment:
    'id entity amount currency status order_id invoice_id international method amount_refunded refund_status captured description card_id bank wallet vpa email contact customer_id token_id notes fee tax error_code error_description error_source error_step error_reason acquirer_data created_at',
  token:
    'id entity token bank wallet method vpa recurring recurring_details auth_type mrn used_at created_at start_time expired_at max_amount dcc_enabled',
};
const expectFields = (body: object, entity: keyof typeof ENTITIES) =>
  expect(Object.keys(body)).toEqual(expect.arrayContaining(ENTITIES[entity].split(' ')));

test('every answer has the fields of the document, and the kit reads it', async () => {
  const made = await createCustomer();
  expectFields(made, 'customer');
  expect(CustomerEntity.parse(made)).toMatchObject({contact: '9123456780'});

  const {customerId, token, paymentId} = await approved();
  const asked = (await call('POST', '/orders', order(customerId))).body;
  expectFields(asked, 'order');
  expect(OrderEntity.parse(asked)).toMatchObject({frequency: 'as_presented', maxAmount: 200_000});
  const payment = (await call('GET', `/payments/${paymentId}`)).body;
  expectFields(payment, 'payment');
  expect(PaymentEntity.parse(payment)).toMatchObject({customerId, tokenId: token});
  const tokens = (await call('GET', `/customers/${customerId}/tokens`)).body;
  expect(tokens).toMatchObject({entity: 'collection', count: 1});
  expectFields((tokens.items as object[])[0]!, 'token');
  expect(collection(TokenEntity).parse(tokens)).toMatchObject([{id: token, status: 'confirmed'}]);

  const issued = (await call('POST', LINKS, link())).body;
  expectFields(issued, 'invoice');
  expect(InvoiceEntity.parse(issued)).toMatchObject({status: 'issued', amount: 100});
  for (const medium of ['sms', 'email'])
    expect(
      Sent.safeParse((await call('POST', `/invoices/${issued.id}/notify_by/${medium}`)).body),
    ).toMatchObject({success: true});
  const cancelled = (await call('POST', `/invoices/${issued.id}/cancel`)).body;
  expectFields(cancelled, 'invoice');
  expect(InvoiceEntity.parse(cancelled).status).toBe('cancelled');

  expect(RecurringReply.parse((await charge()).body)).toMatch(/^pay_/);
  const path = `/customers/${customerId}/tokens/${token}`;
  expect(Cancelled.parse((await call('PUT', `${path}/cancel`)).body)).toMatchObject({
    status: 'cancellation_initiated',
  });
  expect(Deleted.safeParse((await call('DELETE', path)).body).success).toBe(true);
});
