// UPI Autopay over the REST API: src/sandbox/account/mandates/mandates.ts with
// src/sandbox/account/mandates/customers.ts, src/sandbox/account/mandates/tokens.ts,
// src/sandbox/account/mandates/authorisations.ts, src/sandbox/account/mandates/charges.ts,
// src/sandbox/account/mandates/registration-links.ts, src/sandbox/api/rest/read-mandate.ts,
// src/sandbox/driver/approve-mandate.ts, and the words of src/sandbox/model/charge-failures.ts.
import {createSandbox, type Sandbox, type Token} from 'rzp-magic-button/sandbox.js';
import {eventMistakes} from '../../../fixtures/sandbox/hold.js';
import {expect, test} from '../../../fixtures/sandbox/merchant.js';
import {basic} from '../../../fixtures/sandbox/rest.js';

interface Body extends Record<string, unknown> {
  readonly id: string;
  readonly status: string;
}

interface Answer {
  readonly status: number;
  readonly body: Body;
}

const HOUR_SECONDS = 60 * 60;
const DAY_SECONDS = 24 * HOUR_SECONDS;

let sandbox: Sandbox;
test.beforeEach(async () => {
  sandbox = await createSandbox();
});
test.afterEach(async () => {
  expect(eventMistakes(sandbox)).toEqual([]);
  await sandbox.close();
});

async function call(method: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(`${sandbox.url}/v1${path}`, {
    method,
    headers: {authorization: basic(sandbox), 'content-type': 'application/json'},
    ...(body && {body: JSON.stringify(body)}),
  });
  return {status: response.status, body: (await response.json()) as Body};
}

const errorOf = ({status, body}: Answer): object => ({
  status,
  ...(body.error as {description: string; field?: string; reason: string}),
});

const customer = async (fields: object = {}): Promise<Answer> =>
  call('POST', '/customers', {name: 'Asha Rao', email: 'asha@example.com', ...fields});

/** Asks for a mandate of ₹2,000 a month; `token` changes what it allows. */
const askMandate = (customerId: string, token: object = {}, order: object = {}): Promise<Answer> =>
  call('POST', '/orders', {
    amount: 100,
    currency: 'INR',
    customer_id: customerId,
    method: 'upi',
    token: {max_amount: 200_000, frequency: 'monthly', ...token},
    ...order,
  });

interface Mandate {
  readonly customerId: string;
  readonly token: Token;
}

async function approved(terms: object = {}): Promise<Mandate> {
  const {id: customerId} = (await customer({fail_existing: '0'})).body;
  const order = await askMandate(customerId, terms);
  const {token} = await sandbox.approveMandate(order.body.id);
  return {customerId, token};
}

async function charge(
  {customerId, token}: Mandate,
  {amount = 100, order = {}}: {amount?: number; order?: object} = {},
): Promise<Answer> {
  const made = await call('POST', '/orders', {amount, currency: 'INR', ...order});
  return call('POST', '/payments/create/recurring', {
    email: 'asha@example.com',
    contact: '9876543210',
    amount,
    currency: 'INR',
    order_id: made.body.id,
    customer_id: customerId,
    token: token.id,
    recurring: '1',
  });
}

const paymentOf = async ({body}: Answer): Promise<Body> =>
  (await call('GET', `/payments/${String(body.razorpay_payment_id)}`)).body;

const statusOf = async ({customerId, token}: Mandate): Promise<unknown> =>
  (await call('GET', `/customers/${customerId}/tokens/${token.id}`)).body.recurring_details;

const eventsOf = (): string[] => sandbox.events().map(({event}) => event);

/** Moves on to noon of a day in India, so that a test does not depend on the day it runs on. */
async function goTo(isMatch: (date: Date) => boolean): Promise<void> {
  const india = (): Date => new Date(nowMs + 5.5 * HOUR_SECONDS * 1000);
  let nowMs = Date.now();
  do nowMs += HOUR_SECONDS * 1000;
  while (india().getUTCHours() !== 12 || !isMatch(india()));
  await sandbox.advance((nowMs - Date.now()) / 1000);
}

test.describe('customers', () => {
  test('a second one with the same details is refused, or the first one again', async () => {
    const first = await customer();
    expect(first.body).toMatchObject({
      entity: 'customer',
      name: 'Asha Rao',
      email: 'asha@example.com',
      contact: null,
      gstin: null,
      notes: [],
    });
    const description = 'Customer already exists for the merchant';
    expect(errorOf(await customer())).toMatchObject({status: 400, description});
    expect(errorOf(await customer({fail_existing: 1}))).toMatchObject({description});
    for (const no of ['0', 0, false]) {
      expect((await customer({fail_existing: no})).body).toEqual(first.body);
    }
    expect((await customer({contact: 9876543210})).body.id).not.toBe(first.body.id);
  });

  test('they are read, listed and changed', async () => {
    const {body} = await customer();
    const edited = await call('PUT', `/customers/${body.id}`, {contact: '9876543210'});
    expect(edited.body).toEqual({...body, contact: '9876543210'});
    expect((await call('GET', `/customers/${body.id}`)).body).toEqual(edited.body);
    expect((await call('GET', '/customers')).body).toMatchObject({count: 1});
  });

  for (const [field, wrong] of Object.entries({
    name: {name: ''},
    email: {email: 'asha'},
    contact: {contact: '12'},
  })) {
    test(`${field} is checked`, async () => {
      expect(errorOf(await customer(wrong))).toMatchObject({status: 400, field});
    });
  }
});

test.describe('the order that asks for a mandate', () => {
  test('gives back what it was made with', async () => {
    const {id} = (await customer()).body;
    const {body} = await askMandate(id, {expire_at: 2_709_971_120});
    expect(body).toMatchObject({
      customer_id: id,
      method: 'upi',
      token: {max_amount: 200_000, expire_at: 2_709_971_120, frequency: 'monthly'},
    });
    expect((await call('GET', `/orders/${body.id}`)).body).toEqual(body);
  });

  for (const [field, token] of [
    ['max_amount', {max_amount: undefined}],
    ['max_amount', {max_amount: 99}],
    ['max_amount', {max_amount: 10_000_000}],
    ['max_amount', {max_amount: '2000.5'}],
    ['expire_at', {expire_at: 1_634_215_992}],
    ['expire_at', {expire_at: 3_156_364_799}],
    ['frequency', {frequency: 'hourly'}],
    ['recurring_value', {frequency: 'weekly', recurring_value: 8}],
    ['recurring_value', {recurring_value: 32}],
    ['recurring_value', {frequency: 'as_presented', recurring_value: 1}],
    ['recurring_type', {recurring_value: 1, recurring_type: 'at'}],
  ] as const) {
    test(`names token.${field} of ${JSON.stringify(token)}`, async () => {
      const {id} = (await customer()).body;
      const refused = errorOf(await askMandate(id, token));
      expect(refused).toMatchObject({status: 400, field: `token.${field}`});
    });
  }

  test('is refused above what may be charged, and for nobody', async () => {
    const {id} = (await customer()).body;
    expect(errorOf(await askMandate(id, {max_amount: 5000}, {amount: 5001}))).toMatchObject({
      description:
        'The order amount cannot be greater than the token max amount for upi recurring.',
    });
    const unknown = await askMandate('cust_4xbQrmEoA5WJ01');
    expect(errorOf(unknown)).toMatchObject({description: 'The id provided does not exist'});
    expect(errorOf(await askMandate('', {}))).toMatchObject({field: 'customer_id'});
  });
});

test.describe('a mandate', () => {
  test('may allow more where the category of the account does', async () => {
    await sandbox.close();
    sandbox = await createSandbox({merchantCategory: '6300'});
    const {id} = (await customer()).body;
    const ask = async (most: number) => errorOf(await askMandate(id, {max_amount: most}));

    expect(await ask(20_000_000)).toEqual({status: 200});
    expect(await ask(20_000_001)).toMatchObject({status: 400, field: 'token.max_amount'});
    const link = (most: number) =>
      call('POST', '/subscription_registration/auth_links', {
        customer: {name: 'Asha Rao'},
        type: 'link',
        amount: 100,
        currency: 'INR',
        description: 'Cover each month',
        subscription_registration: {method: 'upi', max_amount: most},
      });
    expect(await link(20_000_000)).toMatchObject({status: 200});
    expect(errorOf(await link(20_000_001))).toMatchObject({
      field: 'subscription_registration.max_amount',
    });
  });

  test('is initiated when it is paid for, and confirmed a moment later', async () => {
    const {id: customerId} = (await customer()).body;
    const order = await askMandate(customerId);
    const paid = await sandbox.pay(order.body.id);
    const [token] = sandbox.tokens(customerId);
    expect(token?.recurring_details.status).toBe('initiated');
    expect(eventsOf()).not.toContain('token.confirmed');
    await sandbox.advance(2);
    expect(await statusOf({customerId, token: token!})).toMatchObject({status: 'confirmed'});
    expect(eventsOf()).toEqual([
      'payment.authorized',
      'payment.captured',
      'order.paid',
      'token.confirmed',
    ]);
    const {body} = await call('GET', `/payments/${paid.razorpay_payment_id}`);
    expect(body).toMatchObject({token_id: token!.id, customer_id: customerId});
  });

  test('is rejected when the shopper declines, when the bank does, and as a duplicate', async () => {
    const {id: customerId} = (await customer()).body;
    const ask = async (): Promise<string> => (await askMandate(customerId)).body.id;
    const declined = await sandbox.approveMandate(await ask(), {outcome: 'declined'});
    expect(declined.token.recurring_details.status).toBe('rejected');
    expect(declined.response).toBeUndefined();

    sandbox.faults.set({mandate: 'rejected'}, {times: 1});
    const {token, response} = await sandbox.approveMandate(await ask());
    expect(token.recurring_details).toEqual({
      status: 'rejected',
      failure_reason: 'Rejected by bank',
    });
    expect(response).toBeDefined();

    sandbox.faults.set({mandate: 'duplicate-request'}, {times: 1});
    await sandbox.approveMandate(await ask());
    const [payment] = sandbox.payments();
    expect(payment).toMatchObject({error_reason: 'duplicate_mandate_request'});
    expect(eventsOf().filter((event) => event === 'token.rejected')).toHaveLength(3);
  });

  test('is paused, resumed and revoked in the UPI app, and each change is told', async () => {
    const mandate = await approved();
    sandbox.pause(mandate.token.id);
    expect(await statusOf(mandate)).toMatchObject({status: 'paused'});
    sandbox.resume(mandate.token.id);
    expect(await statusOf(mandate)).toMatchObject({status: 'confirmed'});
    sandbox.revoke(mandate.token.id);
    expect(await statusOf(mandate)).toMatchObject({status: 'cancelled'});
    // Razorpay documents no event of a mandate that is resumed.
    expect(eventsOf().filter((event) => event.startsWith('token.'))).toEqual([
      'token.confirmed',
      'token.paused',
      'token.cancelled',
    ]);
    expect(() => sandbox.pause(mandate.token.id)).toThrow('cancelled');
  });

  test('is told with the fields of Razorpay’s sample', async () => {
    const {token} = await approved();
    sandbox.pause(token.id);
    const {body} = sandbox.events().at(-1)!;
    expect(JSON.parse(body)).toMatchObject({event: 'token.paused', contains: ['token']});
    const {payload} = JSON.parse(body) as {payload: {token: {entity: object}}};
    expect(Object.keys(payload.token.entity).sort()).toEqual(
      `auth_type bank created_at dcc_enabled entity expired_at id max_amount method mrn recurring
      recurring_details start_time token used_at vpa wallet`.split(/\s+/),
    );
  });

  test('is cancelled by the merchant once the bank says so', async () => {
    const mandate = await approved();
    const path = `/customers/${mandate.customerId}/tokens/${mandate.token.id}`;
    expect((await call('PUT', `${path}/cancel`)).body).toEqual({status: 'cancellation_initiated'});
    expect(await statusOf(mandate)).toMatchObject({status: 'cancellation_initiated'});
    await sandbox.advance(2);
    expect(await statusOf(mandate)).toMatchObject({status: 'cancelled'});
    expect(eventsOf()).toContain('token.cancelled');
  });

  test('is forgotten when it is deleted, and not cancelled', async () => {
    const mandate = await approved();
    const path = `/customers/${mandate.customerId}/tokens`;
    expect((await call('DELETE', `${path}/${mandate.token.id}`)).body).toEqual({deleted: true});
    expect((await call('GET', path)).body).toMatchObject({count: 0});
    expect((await call('GET', `${path}/${mandate.token.id}`)).status).toBe(400);
    expect(sandbox.tokens()[0]?.recurring_details.status).toBe('confirmed');
    expect(eventsOf()).not.toContain('token.cancelled');
    expect((await charge(mandate)).status).toBe(400);
  });
});

test.describe('a charge', () => {
  test('is created at once and taken 25 hours later', async () => {
    const mandate = await approved();
    const charged = await charge(mandate);
    expect(await paymentOf(charged)).toMatchObject({status: 'created', token_id: mandate.token.id});
    await sandbox.advance(25 * HOUR_SECONDS - 60);
    expect(await paymentOf(charged)).toMatchObject({status: 'created'});
    await sandbox.advance(60);
    expect(await paymentOf(charged)).toMatchObject({status: 'captured', captured: true});
    expect(eventsOf().slice(-3)).toEqual(['payment.authorized', 'payment.captured', 'order.paid']);
  });

  for (const reason of [
    'insufficient_funds',
    'debit_declined',
    'payment_timed_out',
    'mandate_expired',
    'mandate_paused',
    'mandate_cancelled',
    'mandate_not_active',
    'mandate_debit_beyond_psp_amount_cap',
    'mandate_current_cycle_allowed_debit_exceeds',
    'execution_day_rule_mismatch',
    'amount_does_not_match_mandate_amount',
    'pre_debit_notification_failed',
  ] as const) {
    test(`fails with ${reason} where that is switched on`, async () => {
      const mandate = await approved();
      sandbox.faults.set({charge: reason.replaceAll('_', '-') as never}, {times: 1});
      const charged = await charge(mandate);
      await sandbox.advance(25 * HOUR_SECONDS);
      const payment = await paymentOf(charged);
      expect(payment).toMatchObject({status: 'failed', error_reason: reason});
      expect(payment.error_description).toEqual(expect.stringMatching(/\.$/));
      expect(eventsOf().at(-1)).toBe('payment.failed');
    });
  }

  test('above max_amount is refused', async () => {
    expect(errorOf(await charge(await approved(), {amount: 200_001}))).toMatchObject({
      status: 400,
      description: 'Amount exceeds maximum amount allowed',
      reason: 'input_validation_failed',
    });
  });

  for (const [what, reason, change] of [
    ['paused', 'mandate_paused', (id: string) => sandbox.pause(id)],
    ['revoked', 'mandate_cancelled', (id: string) => sandbox.revoke(id)],
  ] as const) {
    test(`of a mandate that is ${what} is refused, and fails where that happens before the debit`, async () => {
      const mandate = await approved();
      const earlier = await charge(mandate);
      change(mandate.token.id);
      expect(errorOf(await charge(mandate))).toMatchObject({status: 400, reason});
      await sandbox.advance(25 * HOUR_SECONDS);
      expect(await paymentOf(earlier)).toMatchObject({status: 'failed', error_reason: reason});
    });
  }

  test('of a mandate that was not confirmed, or has expired, is refused', async () => {
    const {id: customerId} = (await customer()).body;
    const order = await askMandate(customerId);
    const {token} = await sandbox.approveMandate(order.body.id, {outcome: 'initiated'});
    const mandate = {customerId, token};
    expect(errorOf(await charge(mandate))).toMatchObject({reason: 'mandate_not_active'});
    await sandbox.advance(11 * 365 * DAY_SECONDS);
    expect(errorOf(await charge(mandate))).toMatchObject({reason: 'mandate_expired'});
  });

  test('is the second one in a cycle: it fails, and the next cycle takes one again', async () => {
    await goTo((india) => india.getUTCDate() === 3);
    const mandate = await approved();
    const [first, second] = [await charge(mandate), await charge(mandate)];
    await sandbox.advance(25 * HOUR_SECONDS);
    expect(await paymentOf(first)).toMatchObject({status: 'captured'});
    expect(await paymentOf(second)).toMatchObject({
      status: 'failed',
      error_reason: 'mandate_current_cycle_allowed_debit_exceeds',
    });
    await sandbox.advance(31 * DAY_SECONDS);
    const next = await charge(mandate);
    await sandbox.advance(25 * HOUR_SECONDS);
    expect(await paymentOf(next)).toMatchObject({status: 'captured'});
  });

  test('that failed leaves its cycle free, until it comes late', async () => {
    await goTo((india) => india.getUTCDate() === 3);
    const mandate = await approved();
    sandbox.faults.set({charge: 'insufficient-funds'}, {times: 1});
    const failed = await charge(mandate);
    await sandbox.advance(25 * HOUR_SECONDS);
    const again = await charge(mandate);
    await sandbox.advance(25 * HOUR_SECONDS);
    expect(await paymentOf(failed)).toMatchObject({status: 'failed'});
    expect(await paymentOf(again)).toMatchObject({status: 'captured'});

    await sandbox.advance(31 * DAY_SECONDS);
    sandbox.faults.set({charge: 'payment-timed-out'}, {times: 1});
    const late = await charge(mandate);
    await sandbox.advance(25 * HOUR_SECONDS);
    expect(await paymentOf(late)).toMatchObject({status: 'failed'});
    sandbox.authoriseLate(String(late.body.razorpay_payment_id));
    expect(await paymentOf(late)).toMatchObject({status: 'captured'});
    const tooMany = await charge(mandate);
    await sandbox.advance(25 * HOUR_SECONDS);
    expect(await paymentOf(tooMany)).toMatchObject({
      error_reason: 'mandate_current_cycle_allowed_debit_exceeds',
    });
  });

  test('is debited on the days of the mandate only', async () => {
    await goTo((india) => india.getUTCDate() === 9);
    const mandate = await approved({recurring_value: 10, recurring_type: 'before'});
    const early = await charge(mandate);
    await sandbox.advance(25 * HOUR_SECONDS);
    expect(await paymentOf(early)).toMatchObject({status: 'captured'});
    await sandbox.advance(40 * DAY_SECONDS);
    const wrongDay = await charge(mandate);
    await sandbox.advance(25 * HOUR_SECONDS);
    expect(await paymentOf(wrongDay)).toMatchObject({
      error_reason: 'execution_day_rule_mismatch',
    });
  });

  test('above ₹15,000 waits for the shopper', async () => {
    const mandate = await approved({max_amount: 5_000_000, frequency: 'as_presented'});
    const [approvedOne, forgotten] = [
      await charge(mandate, {amount: 1_500_001}),
      await charge(mandate, {amount: 1_500_001}),
    ];
    sandbox.approveCharge(String(approvedOne.body.razorpay_payment_id));
    await sandbox.advance(25 * HOUR_SECONDS);
    expect(await paymentOf(approvedOne)).toMatchObject({status: 'captured'});
    expect(await paymentOf(forgotten)).toMatchObject({
      status: 'failed',
      error_reason: 'payment_timed_out',
    });
  });

  test('of an order with a notification comes when that says, a day after it at the earliest', async () => {
    const mandate = await approved();
    sandbox.webhook.activeEvents = ['order.notification.delivered'];
    const paymentAfter = Math.floor(Date.now() / 1000) + 48 * HOUR_SECONDS;
    const order = {notification: {token_id: mandate.token.id, payment_after: paymentAfter}};
    const charged = await charge(mandate, {order});
    expect(eventsOf().at(-1)).toBe('order.notification.delivered');
    await sandbox.advance(47 * HOUR_SECONDS);
    expect(await paymentOf(charged)).toMatchObject({status: 'created'});
    await sandbox.advance(2 * HOUR_SECONDS);
    expect(await paymentOf(charged)).toMatchObject({status: 'captured'});
  });

  test('of an order whose notification failed fails with that reason', async () => {
    const mandate = await approved();
    sandbox.faults.set({charge: 'pre-debit-notification-failed'}, {times: 1});
    const order = {notification: {token_id: mandate.token.id, payment_after: 1}};
    const charged = await charge(mandate, {order});
    await sandbox.advance(25 * HOUR_SECONDS);
    expect(await paymentOf(charged)).toMatchObject({
      status: 'failed',
      error_reason: 'pre_debit_notification_failed',
    });
  });

  for (const [field, change] of Object.entries({
    amount: {amount: 101},
    recurring: {recurring: 0},
    email: {email: undefined},
    contact: {contact: ''},
  })) {
    test(`is refused for a wrong ${field}, and nothing is charged`, async () => {
      const {customerId, token} = await approved();
      const order = await call('POST', '/orders', {amount: 100, currency: 'INR'});
      const refused = await call('POST', '/payments/create/recurring', {
        email: 'asha@example.com',
        contact: '9876543210',
        amount: 100,
        currency: 'INR',
        order_id: order.body.id,
        customer_id: customerId,
        token: token.id,
        recurring: true,
        ...change,
      });
      expect(errorOf(refused)).toMatchObject({status: 400, field});
      expect(sandbox.payments(order.body.id)).toEqual([]);
    });
  }
});

test.describe('a registration link', () => {
  const makeLink = (fields: object = {}): Promise<Answer> =>
    call('POST', '/subscription_registration/auth_links', {
      customer: {name: 'Asha Rao', email: 'asha@example.com', contact: 9123456780},
      type: 'link',
      amount: 100,
      currency: 'INR',
      description: 'Tea every month',
      subscription_registration: {method: 'upi', max_amount: 500},
      receipt: 'link-1',
      sms_notify: true,
      email_notify: '0',
      ...fields,
    });

  test('is paid when the shopper approves its mandate', async () => {
    const {body: link} = await makeLink();
    expect(link).toMatchObject({sms_status: 'pending', email_status: null, status: 'issued'});
    const {token, response} = await sandbox.approveMandate(link.id);
    expect((await call('GET', `/invoices/${link.id}`)).body).toMatchObject({
      status: 'paid',
      payment_id: response!.razorpay_payment_id,
      amount_due: 0,
    });
    expect(sandbox.payments()[0]).toMatchObject({invoice_id: link.id, token_id: token.id});
    expect(eventsOf()).toContain('invoice.paid');
    const [tokens] = [await call('GET', `/customers/${String(link.customer_id)}/tokens`)];
    expect(tokens.body).toMatchObject({count: 1});
  });

  test('expires, is told, and can not be approved then', async () => {
    const {body: link} = await makeLink({expire_by: Math.floor(Date.now() / 1000) + 3600});
    await sandbox.advance(3601);
    expect((await call('GET', `/invoices/${link.id}`)).body).toMatchObject({status: 'expired'});
    expect(eventsOf()).toEqual(['invoice.expired']);
    await expect(sandbox.approveMandate(link.id)).rejects.toThrow('expired');
  });

  test('is sent again and cancelled, once', async () => {
    const {body: link} = await makeLink();
    const path = `/invoices/${link.id}`;
    expect((await call('POST', `${path}/notify_by/email`)).body).toEqual({success: true});
    expect((await call('POST', `${path}/notify_by/post`)).status).toBe(400);
    expect((await call('POST', `${path}/cancel`)).body).toMatchObject({
      status: 'cancelled',
      email_status: 'sent',
    });
    expect((await call('POST', `${path}/cancel`)).status).toBe(400);
    await expect(sandbox.approveMandate(link.id)).rejects.toThrow('cancelled');
  });

  for (const [field, change] of Object.entries({
    type: {type: 'invoice'},
    amount: {amount: 501},
    'customer.name': {customer: {email: 'asha@example.com'}},
    description: {description: ''},
    'subscription_registration.max_amount': {subscription_registration: {method: 'upi'}},
    'subscription_registration.method': {subscription_registration: {max_amount: 500}},
    expire_by: {expire_by: 1_634_215_992},
  })) {
    test(`names ${field} when it is wrong`, async () => {
      expect(errorOf(await makeLink(change))).toMatchObject({status: 400, field});
    });
  }
});
