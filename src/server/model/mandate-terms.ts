import * as z from 'zod/mini';
import {CUSTOMER_ID} from '../../wire/ids.js';
import {FREQUENCIES, mostOfCategory} from '../../wire/mandate-limits.js';
import {object, optional, word, yesOrNo} from './check-returned.js';
import {indianDay} from './india-time.js';
import {Notes} from './notes.js';

/**
 * What a shopper is asked to approve, with Razorpay's limits. Money in paise.
 *
 * https://razorpay.com/docs/api/payments/recurring-payments/upi/create-authorization-transaction
 */

/**
 * How often a mandate may be charged, in Razorpay's words; `as_presented` is whenever you ask.
 *
 * @example
 * ```ts
 * import type {MandateFrequency} from 'rzp-magic-button/server.js';
 *
 * const plans: Record<string, MandateFrequency> = {tea: 'monthly', cellar: 'yearly'};
 * console.log(plans.tea); // monthly
 * ```
 * @useDeclaredType
 */
export type MandateFrequency = (typeof FREQUENCIES)[number];

/** One rupee. */
export const LEAST_PAISE = 100;
const MOST_YEARS = 30;
const YEAR_MS = 365.25 * 24 * 3_600_000;

/** What one charge takes at most, in paise. */
function maxAmountUpTo(most: number) {
  const between = `must be an integer of paise from ${LEAST_PAISE} to ${most}`;
  return z.int(between).check(z.minimum(LEAST_PAISE, between), z.maximum(most, between));
}

/** The last one that a date can be. */
const LAST_SECOND = 8_640_000_000_000;

export const NOT_A_MOMENT = 'must be a Date, or an integer of seconds since 1970';
/** A moment, in seconds since 1970 as Razorpay has it. */
export const Moment = z.union(
  [
    z.pipe(
      z.date().check(z.minimum(new Date(1000)), z.maximum(new Date(LAST_SECOND * 1000))),
      z.transform((date) => Math.floor(date.getTime() / 1000)),
    ),
    z.int().check(z.minimum(1), z.maximum(LAST_SECOND)),
  ],
  NOT_A_MOMENT,
);

const NOT_A_CUSTOMER = 'must be the id of a customer, "cust_…"';
const AMOUNT = `must be an integer of paise, ${LEAST_PAISE} or more`;
const DAY = 'must be an integer from 1 to 31, or of a week from 1 to 7';

/** The fields of what a shopper approves, whoever asks for it. */
export const TERMS = {
  /**
   * What one charge takes at most, in paise: 100 to 9,999,900, or to 20,000,000 where
   * `razorpay.merchantCategory` allows it.
   */
  maxAmount: maxAmountUpTo(mostOfCategory()),
  /** `as_presented` unless said otherwise. */
  frequency: optional(word(FREQUENCIES)),
  /** Until when: at most 30 years ahead; Razorpay takes ten where it is left out. */
  expireAt: optional(Moment),
  /** On which day: 1 (Monday) to 7 for `weekly`, else 1 to 31, where a month's last day stands in. */
  recurringValue: optional(z.int(DAY).check(z.minimum(1, DAY), z.maximum(31, DAY))),
  /** Whether that is the day itself, which has to be today's, the last one or the first one. */
  recurringType: optional(word(['on', 'before', 'after'])),
};

const WantedMandate = object({
  /** Who approves it: the id of `mandates.customers.create()`, `cust_…`. */
  customer: z.string(NOT_A_CUSTOMER).check(z.regex(CUSTOMER_ID, NOT_A_CUSTOMER)),
  ...TERMS,
  /** True leaves it to the shopper in the checkout: who says no has paid, and approved nothing. */
  preferred: optional(yesOrNo),
});

export const PricedMandate = object({
  /** What approving it costs, in paise: 100 or more, and at most `maxAmount`. */
  amount: z.int(AMOUNT).check(z.minimum(LEAST_PAISE, AMOUNT)),
  mandate: WantedMandate,
  /** Up to 15, of up to 256 characters: for Razorpay's dashboard, and nothing secret. */
  notes: optional(Notes),
});
/**
 * What `price` returns where the shopper shall approve a mandate instead of buying line items.
 *
 * @example
 * ```ts
 * import type {PricedMandate} from 'rzp-magic-button/server.js';
 *
 * // ₹1 now, and up to ₹499 each month.
 * export const plan = (customer: string): PricedMandate => ({
 *   amount: 100,
 *   mandate: {customer, maxAmount: 49_900, frequency: 'monthly'},
 * });
 * ```
 * @see https://razorpay.com/docs/api/payments/recurring-payments/upi/create-authorization-transaction
 * @interface
 */
export type PricedMandate = z.input<typeof PricedMandate>;

/** As `PricedMandate`, with another limit of `maxAmount`. */
export const pricedMandateUpTo = (most: number) =>
  z.extend(PricedMandate, {
    mandate: z.extend(WantedMandate, {maxAmount: maxAmountUpTo(most)}),
  });

/** What a shopper approves, with another limit of `maxAmount`. */
export const termsUpTo = (most: number) => object({...TERMS, maxAmount: maxAmountUpTo(most)});

/** The mandate that an order asks for: times in seconds since 1970. */
export type OrderMandate = z.output<typeof WantedMandate>;
/** What a shopper approves, whoever they are. */
export type Terms = Omit<OrderMandate, 'customer' | 'preferred'>;

/** What is wrong with a field, as the end of a sentence that begins with its name. */
export interface Problem {
  readonly field: string;
  readonly problem: string;
}

/** What of a mandate does not go together, or not today; `amount` is what approving it costs. */
export function problemOfTerms(terms: Terms, amount: number, now: number): Problem | undefined {
  const {maxAmount, frequency = 'as_presented', expireAt, recurringValue, recurringType} = terms;
  if (amount > maxAmount)
    return {field: 'amount', problem: `must be at most maxAmount, which is ${maxAmount} paise`};
  if (expireAt !== undefined && expireAt * 1000 <= now)
    return {field: 'expireAt', problem: 'must be in the future'};
  if (expireAt !== undefined && expireAt * 1000 > now + MOST_YEARS * YEAR_MS)
    return {field: 'expireAt', problem: `must be at most ${MOST_YEARS} years ahead`};
  if (recurringValue === undefined)
    return recurringType === undefined || recurringType === 'on'
      ? undefined
      : {
          field: 'recurringValue',
          problem: `must say which day: recurringType is "${recurringType}"`,
        };
  if (frequency === 'as_presented' || frequency === 'daily')
    return {field: 'recurringValue', problem: `must be left out: frequency is "${frequency}"`};
  if (frequency === 'weekly' && recurringValue > 7)
    return {field: 'recurringValue', problem: 'must be 1 (Monday) to 7: frequency is "weekly"'};
  const {weekday, day} = indianDay(now);
  const today = frequency === 'weekly' ? weekday : day;
  return recurringType === 'on' && recurringValue !== today
    ? {field: 'recurringValue', problem: `must be today's, ${today}: recurringType is "on"`}
    : undefined;
}
