import {indianDay, startOfIndianDay, type IndianDay} from '../india-time.js';
import type {MandateFrequency} from '../mandate-terms.js';

/** Which cycle of the calendar a day lies in, for mandates whose cycle is a week or longer. */
const CYCLE: Partial<Record<MandateFrequency, (day: IndianDay) => number>> = {
  // 1 January 1970 was a Thursday: with three days before it, weeks begin on Mondays.
  weekly: ({number}) => Math.floor((number + 3) / 7),
  fortnightly: ({year, month, day}) => (year * 12 + month) * 2 + (day > 15 ? 1 : 0),
  monthly: (day) => months(day, 1),
  bimonthly: (day) => months(day, 2),
  quarterly: (day) => months(day, 3),
  half_yearly: (day) => months(day, 6),
  yearly: (day) => months(day, 12),
};

const months = ({year, month}: IndianDay, count: number): number =>
  Math.floor((year * 12 + month - 1) / count);

/**
 * From when a mandate may be charged, in ms since 1970, where today is the last day of its cycle in
 * India: a debit comes a day later, in the next cycle, and would take that one's only debit.
 * Undefined on every other day, and where a cycle is a day or none.
 */
export function waitsUntil(frequency: MandateFrequency, now: number): number | undefined {
  const cycleOf = CYCLE[frequency];
  if (!cycleOf) return undefined;
  const tomorrow = startOfIndianDay({number: indianDay(now).number + 1});
  return cycleOf(indianDay(now)) === cycleOf(indianDay(tomorrow)) ? undefined : tomorrow;
}
