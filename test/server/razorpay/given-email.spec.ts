import {expect} from '@playwright/test';
import {givenEmail} from '../../../src/server/razorpay/given-email.js';
import {PaymentEntity} from '../../../src/server/razorpay/entities.js';
import {CustomerEntity} from '../../../src/server/razorpay/customers.js';
import {test} from '../../fixtures/server/test.js';

for (const email of ['void@razorpay.com', 'VOID@razorpay.com', '', null, undefined])
  test(`${JSON.stringify(email)} is no email that somebody gave`, () => {
    expect(givenEmail(email)).toBeUndefined();
  });

test('any other email is one', () => {
  expect(givenEmail('asha@example.com')).toBe('asha@example.com');
});

test('neither a payment nor a customer has the email of nobody', () => {
  const email = 'void@razorpay.com';
  const payment = {id: 'pay_Sample00000001', amount: 100, currency: 'INR', status: 'captured'};
  const customer = {id: 'cust_Sample00000001'};

  expect(PaymentEntity.parse({...payment, email}).email).toBeUndefined();
  expect(CustomerEntity.parse({...customer, email}).email).toBeUndefined();
});
