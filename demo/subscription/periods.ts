/**
 * What is charged for: a month such as `2026-12`, whose box is paid for on its fifth day. Nobody is
 * charged on the last day of a month, where a debit would come too late.
 */

/** India has one time, and no summer time. */
const INDIA_AHEAD_MS = 5.5 * 3_600_000;
const DEBIT_DAY = 5;

/** Months since the year 0. */
const numberOf = (period: string): number => {
  const [year = 0, month = 1] = period.split('-').map(Number);
  return year * 12 + month - 1;
};

const periodOf = (number: number): string =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;

/** The period so many months after a moment, by the calendar of India. */
export const periodFrom = (ms: number, months: number): string =>
  periodAfter(new Date(ms + INDIA_AHEAD_MS).toISOString().slice(0, 7), months);

export const periodAfter = (period: string, months: number): string =>
  periodOf(numberOf(period) + months);

/** When a period is charged, in ms since 1970: at noon in India. */
export function dueAt(period: string): number {
  const number = numberOf(period);
  return Date.UTC(Math.floor(number / 12), number % 12, DEBIT_DAY, 12) - INDIA_AHEAD_MS;
}

const inIndia = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-IN', {timeZone: 'Asia/Kolkata', ...options});
  return (time: number | Date): string => format.format(time);
};

/** `5 December 2026` */
export const dayOf = inIndia({dateStyle: 'long'});

const monthOf = inIndia({month: 'long', year: 'numeric'});

/** `December 2026` */
export const periodName = (period: string): string => monthOf(dueAt(period));
