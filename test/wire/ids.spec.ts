import {expect, test} from '@playwright/test';
import * as ids from '../../src/wire/ids.js';

for (const [name, id] of Object.entries({
  ORDER_ID: 'order_EKwxwAgItmmXdp',
  PAYMENT_ID: 'pay_29QQoUBi66xm2f',
  CUSTOMER_ID: 'cust_1Aa00000000001',
  KEY_ID: 'rzp_live_ILgsfZCZoFIKMb',
}) as [keyof typeof ids, string][])
  test(`${name} takes ${id} and no other text`, () => {
    expect(ids[name].test(id)).toBe(true);
    for (const other of [`${id} `, `x${id}`, id.replace('_', '-'), id.split('_')[0]!, ''])
      expect(ids[name].test(other)).toBe(false);
  });
