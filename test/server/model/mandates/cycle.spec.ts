// src/server/model/mandates/cycle.ts, on src/server/model/india-time.ts.
import {expect} from '@playwright/test';
import {waitsUntil} from '../../../../src/server/model/mandates/cycle.js';
import {test} from '../../../fixtures/server/test.js';

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

/** When it is asked, and the beginning of the next cycle where a debit 25 hours later falls into that. */
const EVES: readonly [frequency: keyof typeof DAYS, asked: string, waits?: string][] = [
  ['monthly', '2026-11-29T22:59:59.999+05:30'],
  ['monthly', '2026-11-29T23:00+05:30', '2026-12-01T00:00+05:30'],
  ['monthly', '2026-11-29T23:59:59.999+05:30', '2026-12-01T00:00+05:30'],
  ['monthly', '2028-02-28T23:30+05:30', '2028-03-01T00:00+05:30'],
  ['monthly', '2027-02-26T23:30+05:30'],
  ['weekly', '2026-11-28T23:00+05:30', '2026-11-30T00:00+05:30'],
  ['fortnightly', '2026-12-14T23:00+05:30', '2026-12-16T00:00+05:30'],
  ['bimonthly', '2026-11-29T23:30+05:30'],
  ['yearly', '2026-12-30T23:30+05:30', '2027-01-01T00:00+05:30'],
  ['daily', '2026-12-30T23:30+05:30'],
  ['as_presented', '2026-12-30T23:30+05:30'],
];
for (const [frequency, asked, waits] of EVES)
  test(`what is asked of a ${frequency} mandate at ${asked} ${waits ? `waits until ${waits}` : 'waits for nothing'}`, () => {
    const now = Date.parse(asked);

    expect(waitsUntil(frequency, now)).toBe(waits && Date.parse(waits));
    // Who says when to debit has chosen the cycle.
    expect(waitsUntil(frequency, now, {choosesDay: true})).toBeUndefined();
  });
