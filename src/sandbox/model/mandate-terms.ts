import type {FREQUENCIES} from '../../wire/mandate-limits.js';

export type Frequency = (typeof FREQUENCIES)[number];

/** What a mandate allows. Amounts are in paise, times in seconds since 1970. */
export interface MandateTerms {
  readonly maxAmount: number;
  readonly expireAt: number;
  readonly frequency: Frequency;
  /** The day on which it may be charged: 1 to 7 of the week, Monday first, or 1 to 31 of the month. */
  readonly day: number | undefined;
  readonly dayRule: 'on' | 'before' | 'after';
}
