// The ten calls of Razorpay's document on recurring UPI, made by the official Node SDK against
// src/sandbox/api/rest/autopay-request.ts and src/sandbox/account/mandates/.
// https://github.com/razorpay/razorpay-node/blob/master/documents/upi.md
import Razorpay from 'razorpay';
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {expect, test} from '../../../fixtures/sandbox/merchant.js';

let sandbox: Sandbox;
let razorpay: Razorpay;

test.beforeAll(async () => {
  sandbox = await createSandbox();
  razorpay = new Razorpay({key_id: sandbox.keyId, key_secret: sandbox.keySecret});
  const {api} = razorpay as unknown as {api: {rq: {defaults: {baseURL: string}}}};
  api.rq.defaults.baseURL = sandbox.url;
});
test.afterAll(() => sandbox.close());

const NOTES = {notes_key_1: 'Tea, Earl Grey, Hot', notes_key_2: 'Tea, Earl Grey… decaf'};

const CUSTOMER = {
  name: 'Razorpay User',
  email: 'customer@razorpay.com',
  contact: 9123456780,
  notes: NOTES,
};

const LINK = {
  customer: {name: 'Gaurav Kumar', email: 'gaurav.kumar@example.com', contact: 9123456780},
  type: 'link',
  amount: 100,
  currency: 'INR',
  description: 'Registration Link for Gaurav Kumar',
  subscription_registration: {method: 'upi', max_amount: 500, expire_at: 1634215992},
  receipt: 'Receipt No. 5',
  email_notify: 1,
  sms_notify: 1,
  expire_by: 1634215992,
  notes: {'note_key 1': 'Beam me up Scotty', 'note_key 2': 'Tea. Earl Gray. Hot.'},
} as const;

/** The past dates of the document, moved into the future. */
const FUTURE = Math.floor(Date.now() / 1000) + 365 * 86_400;
const futureLink = {
  ...LINK,
  expire_by: FUTURE,
  subscription_registration: {...LINK.subscription_registration, expire_at: FUTURE},
};

/** The SDK's types are narrower than its documents: a contact is an integer there. */
const asPrinted = (body: object): never => body as never;

const createLink = (body: object): Promise<{id: string; status: string; order_id: string}> =>
  razorpay.subscriptions.createRegistrationLink(asPrinted(body)) as never;

test('the ten calls of the document work from the customer to the charge', async () => {
  const customer = await razorpay.customers.create(asPrinted(CUSTOMER));
  expect(customer).toMatchObject({entity: 'customer', contact: '9123456780', gstin: null});
  expect(customer.notes).toEqual(NOTES);

  const order = await razorpay.orders.create(
    asPrinted({
      amount: 100,
      currency: 'INR',
      customer_id: customer.id,
      method: 'upi',
      token: {max_amount: 200_000, expire_at: 2_709_971_120, frequency: 'monthly'},
      receipt: 'Receipt No. 1',
      notes: NOTES,
    }),
  );
  expect(order).toMatchObject({entity: 'order', amount: 100, status: 'created', notes: NOTES});

  const {response} = await sandbox.approveMandate(order.id);
  const payment = await razorpay.payments.fetch(response!.razorpay_payment_id);
  expect(payment).toMatchObject({status: 'captured', method: 'upi', customer_id: customer.id});

  const {items} = await razorpay.customers.fetchTokens(customer.id);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    id: (payment as {token_id?: string}).token_id,
    recurring: true,
    recurring_details: {status: 'confirmed', failure_reason: null},
    vpa: {username: 'asha', handle: 'okaxis', name: null},
  });
  const [{id: token} = {id: ''}] = items;

  const chargeOrder = await razorpay.orders.create(
    asPrinted({receipt: 123, amount: 100, currency: 'INR', notes: {key1: 'value3'}}),
  );
  expect(chargeOrder.receipt).toBe('123');
  const charge = (await razorpay.payments.createRecurringPayment(
    asPrinted({
      email: 'gaurav.kumar@example.com',
      contact: 9123456789,
      amount: 100,
      currency: 'INR',
      order_id: chargeOrder.id,
      customer_id: customer.id,
      token,
      recurring: 1,
      description: 'Creating recurring payment for Gaurav Kumar',
      notes: LINK.notes,
    }),
  )) as unknown as Record<string, string>;
  expect(charge.razorpay_order_id).toBe(chargeOrder.id);
  expect(charge.razorpay_signature).toMatch(/^[\da-f]{64}$/);
  expect((await razorpay.payments.fetch(charge.razorpay_payment_id!)).status).toBe('created');
  await sandbox.advance(25 * 60 * 60);
  expect((await razorpay.payments.fetch(charge.razorpay_payment_id!)).status).toBe('captured');

  expect(await razorpay.customers.deleteToken(customer.id, token)).toEqual({deleted: true});
  expect((await razorpay.customers.fetchTokens(customer.id)).items).toEqual([]);

  const link = await createLink(futureLink);
  expect(link).toMatchObject({entity: 'invoice', status: 'issued', type: 'link', amount_due: 100});
  expect(await razorpay.invoices.notifyBy(link.id, 'sms')).toEqual({success: true});
  expect(await razorpay.invoices.cancel(link.id)).toMatchObject({
    id: link.id,
    status: 'cancelled',
    sms_status: 'sent',
    customer_details: {name: 'Gaurav Kumar', customer_contact: '9123456780'},
  });
});

for (const [field, changes] of Object.entries({
  expire_by: {subscription_registration: futureLink.subscription_registration},
  'subscription_registration.expire_at': {expire_by: FUTURE},
})) {
  test(`the document's date of ${field} is past, and is refused with its name`, async () => {
    await expect(createLink({...LINK, ...changes})).rejects.toMatchObject({
      statusCode: 400,
      error: {code: 'BAD_REQUEST_ERROR', field},
    });
  });
}
