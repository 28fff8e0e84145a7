import {expect, test} from '@playwright/test';
import {VerifyRequest} from '../../src/wire/merchant.js';

const RESPONSE = {
  razorpay_payment_id: 'pay_IH4NVgf4Dreq1l',
  razorpay_order_id: 'order_IEIaMR65cu6nz3',
  razorpay_signature: '0d4e745a1838664ad6c9c9902212a32d627d68e917290b0ad5f08ff4561bc50f',
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
