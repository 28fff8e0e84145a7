import {expect} from '@playwright/test';
import {VerifyRequest} from '../../src/wire/verify-request.js';
import {SIGNED} from '../fixtures/samples.js';
import {test} from '../fixtures/server/test.js';

const RESPONSE = {
  razorpay_payment_id: SIGNED.paymentId,
  razorpay_order_id: SIGNED.orderId,
  razorpay_signature: SIGNED.signature,
};

test('a handler response is a verify request', () => {
  expect(VerifyRequest.parse(RESPONSE)).toEqual(RESPONSE);
});

for (const [what, changes] of Object.entries({
  'a payment id with markup': {razorpay_payment_id: 'pay_<b>'},
  'no order id': {razorpay_order_id: undefined},
  'a truncated signature': {razorpay_signature: RESPONSE.razorpay_signature.slice(1)},
}))
  test(`a response with ${what} is none`, () => {
    expect(VerifyRequest.safeParse({...RESPONSE, ...changes}).success).toBe(false);
  });
