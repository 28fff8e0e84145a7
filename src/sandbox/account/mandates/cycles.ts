import type {Frequency, MandateTerms} from '../../model/mandate-terms.js';

/** India has one time, and no summer time. */
const INDIA_AHEAD_SECONDS = 5.5 * 60 * 60;
const DAY_MS = 24 * 60 * 60 * 1000;

const MONTHS: Partial<Record<Frequency, number>> = {
  monthly: 1,
  bimonthly: 2,
  quarterly: 3,
  half_yearly: 6,
  yearly: 12,
};

/** A moment as the calendar in India shows it, to be read with the methods for UTC. */
const inIndia = (seconds: number): Date => new Date((seconds + INDIA_AHEAD_SECONDS) * 1000);

/** 1 is Monday, 7 is Sunday. */
const weekdayOf = (date: Date): number => date.getUTCDay() || 7;

/**
 * The cycle that a moment falls into, in which a mandate is debited once at most; undefined where
 * there are no cycles. That cycles are those of the calendar is not documented.
 */
export function cycleOf(frequency: Frequency, seconds: number): string | undefined {
  const date = inIndia(seconds);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (frequency) {
    case 'as_presented':
      return undefined;
    case 'daily':
      return dayOf(date);
    case 'weekly':
      return dayOf(new Date(date.getTime() - (weekdayOf(date) - 1) * DAY_MS));
    case 'fortnightly':
      return `${year}-${month}-${date.getUTCDate() <= 15 ? 1 : 2}`;
    default:
      return `${year}-${Math.floor(month / (MONTHS[frequency] ?? 1))}`;
  }
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The day as a mandate's rule counts it: of the week, or of the month. */
export const ruleDayOf = (frequency: Frequency, seconds: number): number =>
  frequency === 'weekly' ? weekdayOf(inIndia(seconds)) : inIndia(seconds).getUTCDate();

/** Whether a mandate may be debited on this day. A day that the month lacks is its last one. */
export function isExecutionDay({day, dayRule, frequency}: MandateTerms, seconds: number): boolean {
  if (day === undefined) return true;
  const today = ruleDayOf(frequency, seconds);
  const wanted = frequency === 'weekly' ? day : Math.min(day, daysOfMonth(inIndia(seconds)));
  if (dayRule === 'on') return today === wanted;
  return dayRule === 'before' ? today <= wanted : today >= wanted;
}

const daysOfMonth = (date: Date): number =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
