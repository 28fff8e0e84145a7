import {ruleDayOf} from '../../account/mandates/cycles.js';
import {invalidField} from '../../model/api-error.js';
import type {OrderNotification} from '../../model/entities.js';
import type {Fields} from '../../model/fields.js';
import {FREQUENCIES} from '../../../wire/mandate-limits.js';
import type {Frequency, MandateTerms} from '../../model/mandate-terms.js';
import {readFields, type Read} from './read-fields.js';

/** A mandate as it is kept, and as the order answers it. */
export interface ReadMandate {
  readonly terms: MandateTerms;
  readonly token: Fields;
}

const LEAST_PAISE = 100;
const YEAR_SECONDS = 365.25 * 24 * 60 * 60;
const MOST_YEARS = 30;
const DEFAULT_YEARS = 10;

/**
 * Reads what a mandate allows, from the field `name` of a body; `amount` is that of the payment with
 * which it is approved.
 *
 * https://razorpay.com/docs/api/payments/recurring-payments/upi/create-authorization-transaction
 */
export function readMandate(
  body: Fields,
  name: string,
  {amount, now, most}: MandateBounds & {readonly amount: number},
): ReadMandate {
  const refuse: Refuse = (field, problem) => {
    throw invalidField(`${name}.${field}`, `The ${name}.${field} ${problem}.`);
  };
  const fields = readFields(body, 'mandate', `${name}.`);
  const terms = {
    maxAmount: readMaxAmount(fields, most, refuse),
    expireAt: readExpireAt(fields, now, refuse),
    ...readRhythm(fields, now, refuse),
  };
  if (amount > terms.maxAmount) {
    throw invalidField(
      'amount',
      'The order amount cannot be greater than the token max amount for upi recurring.',
    );
  }
  return {
    terms,
    token: {
      method: 'upi',
      notes: [],
      recurring_status: null,
      failure_reason: null,
      currency: 'INR',
      auth_type: null,
      first_payment_amount: 0,
      ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
      expire_at: terms.expireAt,
      frequency: terms.frequency,
    },
  };
}

/** Reads the `notification` of an order. */
export function readNotification(body: Fields): OrderNotification {
  const {token_id, payment_after} = readFields(body, 'notification', 'notification.');
  return {token_id, payment_after};
}

/** What a mandate is held against. */
export interface MandateBounds {
  /** In seconds since 1970. */
  readonly now: number;
  /** What one may allow at most, in paise. */
  readonly most: number;
}

type Refuse = (field: string, problem: string) => never;

function readMaxAmount({max_amount: paise}: Read<'mandate'>, most: number, refuse: Refuse): number {
  if (paise < LEAST_PAISE) refuse('max_amount', `must be at least ${LEAST_PAISE}`);
  if (paise > most) refuse('max_amount', `may not be greater than ${most}`);
  return paise;
}

function readExpireAt({expire_at: given}: Read<'mandate'>, now: number, refuse: Refuse): number {
  if (given === undefined) return now + DEFAULT_YEARS * YEAR_SECONDS;
  if (given <= now) refuse('expire_at', 'must be in the future');
  if (given > now + MOST_YEARS * YEAR_SECONDS) {
    refuse('expire_at', `may not be more than ${MOST_YEARS} years ahead`);
  }
  return given;
}

function readRhythm(
  fields: Read<'mandate'>,
  now: number,
  refuse: Refuse,
): Pick<MandateTerms, 'frequency' | 'day' | 'dayRule'> {
  const {
    frequency = 'as_presented',
    recurring_value: day,
    recurring_type: rule = 'before',
  } = fields;
  if (!isFrequency(frequency)) {
    return refuse('frequency', `must be one of ${FREQUENCIES.join(', ')}`);
  }
  if (rule !== 'on' && rule !== 'before' && rule !== 'after') {
    return refuse('recurring_type', 'must be one of on, before, after');
  }
  if (day !== undefined) {
    const most = frequency === 'weekly' ? 7 : 31;
    if (frequency === 'as_presented') refuse('recurring_value', 'is not for as_presented');
    if (day < 1 || day > most) refuse('recurring_value', `must be between 1 and ${most}`);
    if (rule === 'on' && day !== ruleDayOf(frequency, now)) {
      refuse('recurring_value', 'must be today where recurring_type is on');
    }
  }
  return {frequency, day, dayRule: rule};
}

const isFrequency = (word: string): word is Frequency =>
  (FREQUENCIES as readonly string[]).includes(word);
