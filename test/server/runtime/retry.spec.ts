import {expect} from '@playwright/test';
import {backoffMs} from '../../../src/server/runtime/retry.js';
import {test} from '../../fixtures/server/test.js';

for (const [attempts, seconds] of [
  [0, 10],
  [1, 10],
  [2, 20],
  [3, 40],
  [9, 2_560],
  [10, 3_600],
  [1_000, 3_600],
] as const)
  test(`after ${attempts} attempts it is tried again in ${seconds} s`, () => {
    expect(backoffMs(attempts)).toBe(seconds * 1_000);
  });
