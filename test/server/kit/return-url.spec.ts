import {expect} from '@playwright/test';
import {isReturnUrl, withOrderId} from '../../../src/server/kit/return-url.js';
import {test} from '../../fixtures/server/test.js';

for (const [url, isOne] of Object.entries({
  '/': true,
  '/order?lang=hi#top': true,
  'https://shop.example/order': true,
  order: false,
  '//evil.example': false,
  '/\\evil.example': false,
  'javascript:alert(1)': false,
  'https://': false,
  '': false,
}))
  test(`"${url}" is ${isOne ? 'a place' : 'no place'} to send a shopper to`, () => {
    expect(isReturnUrl(url)).toBe(isOne);
  });

for (const [url, address] of Object.entries({
  '/': '/?order_id=order_1',
  '/order?lang=hi#top': '/order?lang=hi&order_id=order_1#top',
  '/order?order_id=old': '/order?order_id=order_1',
  'https://shop.example': 'https://shop.example/?order_id=order_1',
}))
  test(`"${url}" with the id of an order is "${address}"`, () => {
    expect(withOrderId(url, 'order_1')).toBe(address);
  });

test('without an order the address stays as it is', () => {
  expect(withOrderId('/order?lang=hi', undefined)).toBe('/order?lang=hi');
});
