import {expect} from '@playwright/test';
import {CUSTOMER_ID, KEY_ID, keyMode, ORDER_ID, PAYMENT_ID} from '../../src/wire/ids.js';
import {test} from '../fixtures/server/test.js';

for (const [name, pattern, id] of [
  ['an order', ORDER_ID, 'order_EKwxwAgItmmXdp'],
  ['a payment', PAYMENT_ID, 'pay_29QQoUBi66xm2f'],
  ['a customer', CUSTOMER_ID, 'cust_1Aa00000000001'],
  ['a key', KEY_ID, 'rzp_live_ILgsfZCZoFIKMb'],
] as const)
  test(`the id of ${name} is written as ${id} and in no other way`, () => {
    expect(pattern.test(id)).toBe(true);
    for (const other of [`${id} `, `x${id}`, id.replace('_', '-'), id.split('_')[0]!, ''])
      expect(pattern.test(other)).toBe(false);
  });

for (const [text, mode] of Object.entries({
  rzp_test_Sandbox0000001: 'rzp_test_',
  rzp_live_ILgsfZCZoFIKMb: 'rzp_live_',
  rzp_secret: undefined,
  'a rzp_live_': undefined,
}))
  test(`the mode of "${text}" is ${mode ?? 'none'}`, () => {
    expect(keyMode(text)).toBe(mode);
  });
