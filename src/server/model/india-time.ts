/** India has one time, and no summer time. */
const AHEAD_MS = 5.5 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** A day as the calendar in India shows it. */
export interface IndianDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** How many days lie between 1 January 1970 and it. */
  readonly number: number;
}

/** The day in India at a moment, in ms since 1970. */
export function indianDay(ms: number): IndianDay {
  // Read with the methods for UTC it shows India's time.
  const date = new Date(ms + AHEAD_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() || 7,
    number: Math.floor(date.getTime() / DAY_MS),
  };
}

/** The moment at which a day begins in India, in ms since 1970. */
export const startOfIndianDay = ({number}: Pick<IndianDay, 'number'>): number =>
  number * DAY_MS - AHEAD_MS;
