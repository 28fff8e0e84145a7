import {expect, test} from '@playwright/test';
import {isId, newId, randomText} from '../../../src/sandbox/model/random-id.js';

test('an id has its prefix and 14 letters and digits, each time others', () => {
  const ids = Array.from({length: 100}, () => newId('order'));
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) expect(isId('order', id), id).toBe(true);
});

for (const id of [
  'pay_00000000000000',
  'order_1',
  'order_0000000000000_',
  'order-00000000000000',
  '',
])
  test(`"${id}" is no order's id`, () => {
    expect(isId('order', id)).toBe(false);
  });

test('a text has the length and the characters that are asked for', () => {
  expect(randomText(12, '0123456789')).toMatch(/^\d{12}$/);
});
