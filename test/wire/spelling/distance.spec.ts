import {expect} from '@playwright/test';
import {distance} from '../../../src/wire/spelling/distance.js';
import {test} from '../../fixtures/server/test.js';

for (const [one, other, letters] of [
  ['color', 'color', 0],
  ['colour', 'color', 1],
  ['color', 'colour', 1],
  ['cilor', 'color', 1],
  ['caler', 'color', 2],
  ['colro', 'color', 1],
  ['', 'color', 5],
  ['color', '', 5],
  ['order-ulr', 'order-url', 1],
  ['size', 'type', 3],
] as const)
  test(`is ${letters} from "${one}" to "${other}"`, () => {
    expect(distance(one, other)).toBe(letters);
  });
