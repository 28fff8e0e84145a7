// src/server/model/mandates/cycle.ts, on src/server/model/india-time.ts.
import {expect, test} from '@playwright/test';
import {waitsUntil} from '../../../../src/server/model/mandates/cycle.js';

/** Days of India on which each cycle ends, and days on which it does not. */
const DAYS = {
  weekly: {last: ['2026-11-29', '2027-01-03'], other: ['2026-11-28', '2026-11-30', '2026-12-31']},
  fortnightly: {last: ['2026-12-15', '2026-12-31', '2027-02-28'], other: ['2026-12-16']},
  monthly: {last: ['2026-11-30', '2028-02-29'], other: ['2026-12-30', '2028-02-28']},
  bimonthly: {last: ['2026-10-31', '2026-12-31'], other: ['2026-11-30', '2027-01-31']},
  quarterly: {last: ['2026-12-31', '2027-03-31'], other: ['2026-11-30']},
  half_yearly: {last: ['2026-06-30', '2026-12-31'], other: ['2026-09-30']},
  yearly: {last: ['2026-12-31'], other: ['2026-06-30', '2027-01-01']},
  daily: {last: [], other: ['2026-12-31']},
  as_presented: {last: [], other: ['2026-12-31']},
} as const;

for (const [frequency, {last, other}] of Object.entries(DAYS) as [
  keyof typeof DAYS,
  {last: readonly string[]; other: readonly string[]},
][])
  test(`the last days of a ${frequency} cycle are ${last.join(', ') || 'none'}`, () => {
    const waits = (time: string) => waitsUntil(frequency, Date.parse(time));

    for (const day of last) {
      const tomorrow = Date.parse(`${day}T24:00+05:30`);
      expect(waits(`${day}T00:00+05:30`), day).toBe(tomorrow);
      expect(waits(`${day}T23:59:59.999+05:30`), day).toBe(tomorrow);
      expect(waits(`${day}T24:00+05:30`), `after ${day}`).toBeUndefined();
    }
    for (const day of other) expect(waits(`${day}T12:00+05:30`), day).toBeUndefined();
  });
