import {expect} from '@playwright/test';
import {decimalAmount, decimalsOf, formatMoney} from '../../src/wire/money.js';
import {test} from '../fixtures/server/test.js';

for (const [currency, decimals] of Object.entries({INR: 2, USD: 2, HUF: 2, IDR: 2, JPY: 0, KWD: 3}))
  test(`an amount in ${currency} has ${decimals} decimals`, () => {
    expect(decimalsOf(currency)).toBe(decimals);
  });

for (const [amount, currency, written] of [
  [34_900, 'INR', '₹349'],
  [34_950, 'INR', '₹349.50'],
  [12_345_600, 'INR', '₹1,23,456'],
  [1_234_567_800, 'INR', '₹1,23,45,678'],
  [500, 'JPY', 'JP¥500'],
  [1_500_000, 'IDR', 'IDR 15,000'],
  [12_340, 'KWD', 'KWD 12.340'],
] as const)
  test(`${amount} of ${currency} is written ${written}`, () => {
    expect(formatMoney(amount, currency).replace(/\s/g, ' ')).toBe(written);
  });

test('a plain number keeps all decimals', () => {
  expect(['INR', 'JPY', 'KWD'].map((currency) => decimalAmount(34_900, currency))).toEqual([
    '349.00',
    '34900',
    '34.900',
  ]);
});
