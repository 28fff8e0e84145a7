// With the words of src/sandbox/model/mandate-terms.ts.
import {expect, test} from '@playwright/test';
import {
  cycleOf,
  isExecutionDay,
  ruleDayOf,
} from '../../../../src/sandbox/account/mandates/cycles.js';
import type {MandateTerms} from '../../../../src/sandbox/model/mandate-terms.js';
import {FREQUENCIES} from '../../../../src/wire/mandate-limits.js';

const at = (india: string): number => Date.parse(`${india}+05:30`) / 1000;

for (const [frequency, last, next] of [
  ['daily', '2026-12-01T23:59:59', '2026-12-02T00:00:00'],
  ['weekly', '2026-12-06T23:59:59', '2026-12-07T00:00:00'],
  ['fortnightly', '2026-12-15T23:59:59', '2026-12-16T00:00:00'],
  ['monthly', '2026-11-30T23:59:59', '2026-12-01T00:00:00'],
  ['bimonthly', '2026-10-31T23:59:59', '2026-11-01T00:00:00'],
  ['quarterly', '2026-09-30T23:59:59', '2026-10-01T00:00:00'],
  ['half_yearly', '2026-06-30T23:59:59', '2026-07-01T00:00:00'],
  ['yearly', '2026-12-31T23:59:59', '2027-01-01T00:00:00'],
] as const) {
  test(`a ${frequency} cycle ends at midnight in India`, () => {
    expect(cycleOf(frequency, at(last))).toBe(cycleOf(frequency, at(last) - 3600));
    expect(cycleOf(frequency, at(last))).not.toBe(cycleOf(frequency, at(next)));
  });
}

test('what is charged as presented has no cycles, and everything else has', () => {
  const without = FREQUENCIES.filter((frequency) => cycleOf(frequency, 0) === undefined);
  expect(without).toEqual(['as_presented']);
});

const terms = (change: Partial<MandateTerms>): MandateTerms => ({
  maxAmount: 100,
  expireAt: 0,
  frequency: 'monthly',
  day: 31,
  dayRule: 'on',
  ...change,
});

for (const [what, change, day, isDay] of [
  ['the last day for the 31st that the month lacks', {}, '2026-11-30', true],
  ['the day before it', {}, '2026-11-29', false],
  ['a day before the 10th', {day: 10, dayRule: 'before'}, '2026-11-09', true],
  ['a day after it', {day: 10, dayRule: 'before'}, '2026-11-11', false],
  ['a day after the 10th', {day: 10, dayRule: 'after'}, '2026-11-11', true],
  ['a Sunday, which is day 7', {day: 7, frequency: 'weekly'}, '2026-11-29', true],
  ['a Monday for a Sunday', {day: 7, frequency: 'weekly'}, '2026-11-30', false],
  ['any day without a rule', {day: undefined}, '2026-11-03', true],
] as const) {
  test(`${what} is ${isDay ? '' : 'not '}one for a debit`, () => {
    expect(isExecutionDay(terms(change), at(`${day}T01:00:00`))).toBe(isDay);
  });
}

test('the day of a rule is that of the week, or of the month', () => {
  expect(ruleDayOf('weekly', at('2026-11-30T00:30:00'))).toBe(1);
  expect(ruleDayOf('monthly', at('2026-11-30T00:30:00'))).toBe(30);
});
