// With src/sandbox/model/input/digits.ts, which takes the number from what was typed.
import {expect, test} from '@playwright/test';
import {
  isCardNumber,
  isExpiry,
  networkOf,
  spacedNumber,
} from '../../../../src/sandbox/model/input/card-numbers.js';
import {digitsOf} from '../../../../src/sandbox/model/input/digits.js';

for (const [number, network, printed] of [
  ['4100280000001007', 'Visa', '4100 2800 0000 1007'],
  ['5305620000050001', 'MasterCard', '5305 6200 0005 0001'],
  ['6074820000000007', 'RuPay', '6074 8200 0000 0007'],
  ['378282246310005', 'American Express', '3782 822463 10005'],
  ['36148900647913', 'Diners Club', '3614 890064 7913'],
  ['9999999999999999', undefined, '9999 9999 9999 9999'],
] as const)
  test(`${number} is of ${network ?? 'no network'}`, () => {
    expect(networkOf(number)).toBe(network);
    expect(spacedNumber(number)).toBe(printed);
    expect(digitsOf(printed)).toBe(number);
  });

test('a number is taken with the length of its network and a right check digit', () => {
  expect(isCardNumber('4100280000001007')).toBe(true);
  expect(isCardNumber('378282246310005')).toBe(true);
  expect(isCardNumber('4100280000001008')).toBe(false);
  expect(isCardNumber('410028000000100')).toBe(false);
  expect(isCardNumber('9999999999999995')).toBe(false);
});

test('a card is taken until the end of its month', () => {
  const lastDay = new Date(2026, 10, 30, 23, 59);
  expect(isExpiry('11/26', lastDay)).toBe(true);
  expect(isExpiry('11 / 26', lastDay)).toBe(true);
  expect(isExpiry('10/26', lastDay)).toBe(false);
  for (const text of ['', '13/26', '00/30', '1126', '11/2026']) {
    expect(isExpiry(text, lastDay), text).toBe(false);
  }
});
