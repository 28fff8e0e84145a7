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

/** The shopper has to be told of a debit so long before. */
export const NOTICE_MS = 24 * 3_600_000;
/** When the debit comes of which Razorpay tells the shopper by itself. */
const DEBITED_AFTER_MS = 25 * 3_600_000;

/**
 * From when a mandate may be charged, in ms since 1970, where its cycle in India is about to end: a
 * debit comes a day later, in the next cycle, and would take that one's only debit. That is so on the
 * cycle's last day, and in the hour before it unless the merchant says when to debit. Undefined at any
 * other time, and where a cycle is a day or none.
 */
export function waitsUntil(
  frequency: MandateFrequency,
  now: number,
  {choosesDay = false}: {readonly choosesDay?: boolean} = {},
): number | undefined {
  const cycleOf = CYCLE[frequency];
  if (!cycleOf) return undefined;
  const today = indianDay(now);
  const isNextCycle = (start: number) => cycleOf(indianDay(start)) !== cycleOf(today);
  const tomorrow = startOfIndianDay({number: today.number + 1});
  if (isNextCycle(tomorrow)) return tomorrow;
  const dayAfter = startOfIndianDay({number: today.number + 2});
  const isLate = !choosesDay && now + DEBITED_AFTER_MS >= dayAfter;
  return isLate && isNextCycle(dayAfter) ? dayAfter : undefined;
}
