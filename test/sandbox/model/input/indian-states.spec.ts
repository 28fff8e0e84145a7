import {expect, test} from '@playwright/test';
import {indianStateCode} from '../../../../src/sandbox/model/input/indian-states.js';

for (const [name, code] of [
  ['Karnataka', 'KA'],
  ['TAMIL NADU', 'TN'],
  ['ka', 'KA'],
  ['Atlantis', undefined],
  ['', undefined],
] as const)
  test(`"${name}" is ${code ?? 'no state'}`, () => {
    expect(indianStateCode(name)).toBe(code);
  });
