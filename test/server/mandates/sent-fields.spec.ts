// What Razorpay's document on recurring UPI sends, the kit can send, field by field; and flags and numbers
// may be given as that document writes them. On src/server/razorpay/customers.ts,
// src/server/razorpay/registration-links.ts, src/server/razorpay/recurring-payments.ts,
// src/server/model/mandates/customer.ts and src/server/model/mandates/registration-link.ts.
// https://github.com/razorpay/razorpay-node/blob/master/documents/upi.md
import {expect} from '@playwright/test';
import {NOON, openSubscriptions} from '../../fixtures/server/autopay.js';
import {test as base, type Fixtures} from '../../fixtures/server/shop.js';

const NEXT_YEAR = NOON / 1000 + 365 * 86_400;
const NOTES = {plan: 'tea', 'with a blank': 'Earl Grey…'};

interface Sent {
  readonly what: string;
  readonly body: Record<string, unknown>;
}

/** A shop, and all that it has sent. */
const test = base.extend<{recorded: Awaited<ReturnType<typeof openRecorded>>}>({
  recorded: async ({openShop, razorpay}, use) => use(await openRecorded({openShop, razorpay})),
});

async function openRecorded(parts: Pick<Fixtures, 'openShop' | 'razorpay'>) {
  const sent: Sent[] = [];
  const recording: typeof fetch = (input, init) => {
    const {pathname} = new URL(input as string | URL);
    if (typeof init?.body === 'string')
      sent.push({
        what: `${init.method ?? ''} ${pathname}`,
        body: JSON.parse(init.body) as Record<string, unknown>,
      });
    return fetch(input, init);
  };
  const subscriptions = await openSubscriptions(
    parts,
    {fetch: recording},
    {expireAt: NEXT_YEAR, recurringValue: 26, recurringType: 'before'},
  );
  return {
    ...subscriptions,
    mandates: subscriptions.shop.checkout.mandates,
    /** The body that was sent last to this address. */
    bodyOf: (what: string) => sent.findLast((each) => each.what === what)?.body,
  };
}

const CUSTOMER = {
  name: 'Asha Rao',
  email: 'asha@example.com',
  contact: 9_000_090_000,
  gstin: '29XAbbA4369J1PA',
  notes: NOTES,
};

test('a customer', async ({recorded: {mandates, bodyOf}}) => {
  await mandates.customers.create({...CUSTOMER, failExisting: true});

  expect(bodyOf('POST /v1/customers')).toEqual({
    ...CUSTOMER,
    contact: '9000090000',
    fail_existing: '1',
  });
});

test('the order by which a mandate is approved', async ({
  recorded: {subscribe, bodyOf, customer},
}) => {
  await subscribe();

  expect(bodyOf('POST /v1/orders')).toMatchObject({
    amount: 100,
    currency: 'INR',
    customer_id: customer,
    method: 'upi',
    token: {
      max_amount: 200_000,
      expire_at: NEXT_YEAR,
      frequency: 'monthly',
      recurring_value: 26,
      recurring_type: 'before',
    },
    receipt: expect.stringMatching(/./),
  });
});

test('a registration link', async ({recorded: {mandates, bodyOf}}) => {
  await mandates.links.create({
    customer: CUSTOMER,
    amount: 100,
    description: 'Tea each month',
    mandate: {
      maxAmount: 500,
      expireAt: NEXT_YEAR,
      frequency: 'weekly',
      recurringValue: 7,
      recurringType: 'after',
    },
    receipt: 5,
    emailNotify: true,
    smsNotify: false,
    expireBy: NEXT_YEAR - 1,
    notes: NOTES,
  });

  expect(bodyOf('POST /v1/subscription_registration/auth_links')).toEqual({
    customer: {...CUSTOMER, contact: '9000090000'},
    type: 'link',
    amount: 100,
    currency: 'INR',
    description: 'Tea each month',
    subscription_registration: {
      method: 'upi',
      max_amount: 500,
      expire_at: NEXT_YEAR,
      frequency: 'weekly',
      recurring_value: 7,
      recurring_type: 'after',
    },
    receipt: '5',
    email_notify: 1,
    sms_notify: 0,
    expire_by: NEXT_YEAR - 1,
    notes: NOTES,
  });
});

test('the order of a charge, and the charge', async ({recorded}) => {
  const {mandates, bodyOf, subscribe, customer} = recorded;
  const {id: mandate} = await subscribe();
  const {receipt, orderId} = await mandates.charge({
    mandate,
    period: '2026-11',
    amount: 49_900,
    description: 'Tea in November',
    notes: NOTES,
    debitAfter: NOON / 1000 + 2 * 86_400,
  });

  expect(bodyOf('POST /v1/orders')).toEqual({
    amount: 49_900,
    currency: 'INR',
    receipt,
    notes: NOTES,
    payment_capture: true,
    notification: {token_id: mandate, payment_after: NOON / 1000 + 2 * 86_400},
  });
  expect(bodyOf('POST /v1/payments/create/recurring')).toEqual({
    email: 'asha@example.com',
    contact: '+919000090000',
    amount: 49_900,
    currency: 'INR',
    order_id: orderId,
    customer_id: customer,
    token: mandate,
    recurring: true,
    description: 'Tea in November',
    notes: NOTES,
  });
});

const FLAGS = [
  [true, 1],
  [1, 1],
  ['1', 1],
  ['true', 1],
  [false, 0],
  [0, 0],
  ['0', 0],
  ['false', 0],
] as const;
for (const [given, sent] of FLAGS)
  test(`a flag that is ${JSON.stringify(given)} is sent as ${sent}`, async ({recorded}) => {
    const {mandates, bodyOf} = recorded;
    await mandates.customers.create({name: 'Asha Rao', failExisting: given});
    await mandates.links.create({
      customer: {name: 'Asha Rao'},
      amount: 100,
      description: 'Tea each month',
      mandate: {maxAmount: 500},
      emailNotify: given,
      smsNotify: given,
    });

    expect(bodyOf('POST /v1/customers')).toEqual({name: 'Asha Rao', fail_existing: String(sent)});
    expect(bodyOf('POST /v1/subscription_registration/auth_links')).toMatchObject({
      email_notify: sent,
      sms_notify: sent,
    });
  });

for (const flag of [2, -1, 'yes', '01', 'TRUE', '', []])
  test(`a flag that is ${JSON.stringify(flag)} is refused`, async ({recorded, razorpay}) => {
    await expect(
      recorded.mandates.customers.create({name: 'Asha Rao', failExisting: flag as never}),
    ).rejects.toMatchObject({code: 'invalid', field: 'failExisting'});
    expect(razorpay.requests).toEqual([]);
  });

const CONTACTS: Readonly<Record<string, readonly unknown[]>> = {
  taken: [9_123_456_780, '9123456780', '+919123456780', '+91 91234 56780', '022-2345-6789'],
  refused: [
    -9_123_456_780,
    1_234_567,
    91.5,
    '        ',
    '+--------',
    '123 456',
    '+91  912345678',
    '9123456789 ',
  ],
};
for (const contact of CONTACTS.taken!)
  test(`a number of ${JSON.stringify(contact)} is one`, async ({recorded: {mandates, bodyOf}}) => {
    await mandates.customers.create({name: 'Asha Rao', contact: contact as string});

    expect(bodyOf('POST /v1/customers')).toMatchObject({contact: String(contact)});
  });
for (const contact of CONTACTS.refused!)
  test(`a number of ${JSON.stringify(contact)} is none`, async ({recorded, razorpay}) => {
    await expect(
      recorded.mandates.customers.create({name: 'Asha Rao', contact: contact as string}),
    ).rejects.toMatchObject({code: 'invalid', field: 'contact'});
    expect(razorpay.requests).toEqual([]);
  });
