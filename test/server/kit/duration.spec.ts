import {expect} from '@playwright/test';
import {ConfigError} from '../../../src/server.js';
import {milliseconds} from '../../../src/server/kit/duration.js';
import {test} from '../../fixtures/server/test.js';

for (const [duration, ms] of [
  [0, 0],
  [1_500, 1_500],
  ['0s', 0],
  ['30s', 30_000],
  ['15m', 900_000],
  ['2h', 7_200_000],
  ['30d', 2_592_000_000],
] as const)
  test(`${duration} is ${ms} ms`, () => {
    expect(milliseconds('olderThan', duration)).toBe(ms);
  });

for (const duration of ['soon', '15', '-1m', '1.5h', '2 h', '', -1, Number.NaN])
  test(`"${duration}" is refused, and the setting named`, () => {
    const read = () => milliseconds('olderThan', duration);

    expect(read).toThrow(ConfigError);
    expect(read).toThrow(`olderThan is "${duration}". Write milliseconds or a text such as "15m".`);
  });
