// What Razorpay answers about UPI Autopay, as its own samples have it: src/server/razorpay/customers.ts,
// src/server/razorpay/tokens.ts, src/server/razorpay/registration-links.ts,
// src/server/razorpay/recurring-payments.ts and src/server/razorpay/lenient.ts; and what it is asked:
// src/server/razorpay/terms.ts.
import {expect} from '@playwright/test';
import {CustomerEntity} from '../../../src/server/razorpay/customers.js';
import {OrderEntity, PaymentEntity} from '../../../src/server/razorpay/entities.js';
import {RecurringReply} from '../../../src/server/razorpay/recurring-payments.js';
import {InvoiceEntity, Sent} from '../../../src/server/razorpay/registration-links.js';
import {toToken} from '../../../src/server/razorpay/terms.js';
import {Cancelled, Deleted, TokenEntity} from '../../../src/server/razorpay/tokens.js';
import {test} from '../../fixtures/server/test.js';

const CUSTOMER = {
  id: 'cust_1Aa00000000003',
  entity: 'customer',
  name: 'Gaurav Kumar',
  email: 'Gaurav.Kumar@example.com',
  contact: '9000000000',
  gstin: null,
  notes: {notes_key_1: 'Tea, Earl Grey, Hot'},
  created_at: 1582033731,
};

test('a customer', () => {
  const customer = {
    id: CUSTOMER.id,
    name: CUSTOMER.name,
    email: CUSTOMER.email,
    contact: CUSTOMER.contact,
    gstin: undefined,
    notes: CUSTOMER.notes,
    createdAt: new Date(1582033731_000),
  };
  expect(CustomerEntity.parse(CUSTOMER)).toEqual(customer);
  expect(CustomerEntity.parse({...CUSTOMER, contact: 9000000000, notes: []})).toEqual({
    ...customer,
    notes: {},
  });
});

test('an order with a receipt that is a number, and one that asks for a mandate', () => {
  const order = {id: 'order_1Aa00000000002', amount: 1000, currency: 'INR', status: 'created'};
  expect(OrderEntity.parse({...order, receipt: 123, attempts: 0, notes: []}).receipt).toBe('123');
  expect(
    OrderEntity.parse({...order, receipt: null, token: {frequency: 'monthly', max_amount: 100}})
      .frequency,
  ).toBe('monthly');
});

const LINK = {
  id: 'inv_FHr1ekX0r2VCVK',
  entity: 'invoice',
  receipt: 'Receipt No. 23',
  customer_id: 'cust_BMB3EwbqnqZ2EI',
  order_id: 'order_FHr1ehR3nmNeXo',
  line_items: [],
  payment_id: null,
  status: 'issued',
  expire_by: 4102444799,
  amount: 100,
  currency: 'INR',
  currency_symbol: '',
  short_url: 'https://rzp.io/i/ak1WxDB',
  type: 'link',
};

test('a registration link, and that it was sent', () => {
  expect(InvoiceEntity.parse(LINK)).toEqual({
    id: 'inv_FHr1ekX0r2VCVK',
    orderId: 'order_FHr1ehR3nmNeXo',
    customerId: 'cust_BMB3EwbqnqZ2EI',
    status: 'issued',
    url: 'https://rzp.io/i/ak1WxDB',
    amount: 100,
    currency: 'INR',
    receipt: 'Receipt No. 23',
    paymentId: undefined,
    expiresAt: new Date(4102444799_000),
  });
  expect(Sent.safeParse({success: true}).success).toBe(true);
  expect(Sent.safeParse({success: false}).success).toBe(false);
});

test('the payment that has approved a mandate', () => {
  const payment = {
    id: 'pay_FHfAzEJ51k8NLj',
    entity: 'payment',
    amount: 100,
    currency: 'INR',
    status: 'captured',
    order_id: 'order_FHfANdTUYeP8lb',
    method: 'upi',
    amount_refunded: 0,
    vpa: 'gaurav.kumar@upi',
    email: 'gaurav.kumar@example.com',
    contact: '+919876543210',
    customer_id: 'cust_DtHaBuooGHTuyZ',
    token_id: 'token_FHfAzGzREc1ug6',
    error_reason: null,
    acquirer_data: {rrn: '854977234911'},
  };
  expect(PaymentEntity.parse(payment)).toMatchObject({
    customerId: 'cust_DtHaBuooGHTuyZ',
    tokenId: 'token_FHfAzGzREc1ug6',
    email: 'gaurav.kumar@example.com',
    contact: '+919876543210',
    error: {reason: undefined},
  });
  expect(PaymentEntity.parse({...payment, token_id: null}).tokenId).toBeUndefined();
});

const TOKEN = {
  id: 'token_FHfAzGzREc1ug6',
  entity: 'token',
  token: '9KHsdPaCELeQ0t',
  bank: null,
  wallet: null,
  method: 'upi',
  vpa: {username: 'gaurav.kumar', handle: 'upi', name: null},
  recurring: true,
  recurring_details: {status: 'confirmed', failure_reason: null},
  auth_type: null,
  mrn: null,
  used_at: 1595447490,
  created_at: 1595447490,
  start_time: 1595447455,
  dcc_enabled: false,
};

test('a mandate, with its end or without one', () => {
  expect(TokenEntity.parse(TOKEN)).toEqual({
    id: 'token_FHfAzGzREc1ug6',
    status: 'confirmed',
    failureReason: undefined,
    method: 'upi',
    maxAmount: undefined,
    vpa: 'gaurav.kumar@upi',
    startsAt: new Date(1595447455_000),
    expiresAt: undefined,
    usedAt: new Date(1595447490_000),
    createdAt: new Date(1595447490_000),
  });
  expect(
    TokenEntity.parse({...TOKEN, max_amount: 200_000, expired_at: 1_900_000_000}),
  ).toMatchObject({maxAmount: 200_000, expiresAt: new Date(1_900_000_000_000)});
  expect(TokenEntity.parse({...TOKEN, vpa: 'a@b', expired_at: 0})).toMatchObject({
    vpa: 'a@b',
    expiresAt: undefined,
  });
  // Cards of the same customer are tokens too.
  expect(TokenEntity.parse({id: 'token_1', method: 'card', vpa: null})).toMatchObject({
    status: undefined,
    vpa: undefined,
  });
});

test('that a mandate was deleted, and that it is about to be cancelled', () => {
  expect(Deleted.safeParse({deleted: true}).success).toBe(true);
  expect(Deleted.safeParse({deleted: false}).success).toBe(false);
  expect(Cancelled.safeParse({status: 'cancellation_initiated'}).success).toBe(true);
});

for (const [what, more] of [
  ['with order and signature', {razorpay_order_id: 'order_1', razorpay_signature: '9ef4dffb'}],
  ['without them', {}],
] as const)
  test(`a charge, ${what}`, () => {
    expect(RecurringReply.parse({razorpay_payment_id: 'pay_1Aa00000000001', ...more})).toBe(
      'pay_1Aa00000000001',
    );
  });

test('a reply to a charge without a payment is none', () => {
  expect(RecurringReply.safeParse({razorpay_order_id: 'order_1'}).success).toBe(false);
});

test('what is not said of a mandate is not sent', () => {
  expect(toToken({maxAmount: 500})).toEqual({max_amount: 500});
  expect(
    toToken({
      maxAmount: 500,
      frequency: 'weekly',
      expireAt: 1_634_215_992,
      recurringValue: 1,
      recurringType: 'on',
    }),
  ).toEqual({
    max_amount: 500,
    frequency: 'weekly',
    expire_at: 1_634_215_992,
    recurring_value: 1,
    recurring_type: 'on',
  });
});
