import {decimalAmount, decimalsOf} from '../../wire/money.js';
import {invalidField} from './api-error.js';
import {CURRENCIES} from './currencies.js';

/** The least that Razorpay takes and gives back in rupees; of other currencies none is published. */
const MINIMUM_PAISE = 100;

/** The least amount of a currency, in its smallest unit; of three decimals the last one is 0. */
function leastOf(currency: string): number {
  if (currency === 'INR') return MINIMUM_PAISE;
  return decimalsOf(currency) === 3 ? 10 : 1;
}

/**
 * Checks what is to be paid or given back.
 *
 * @throws {ApiError} for less than Razorpay takes, and for an amount of three decimals that does not
 * end in 0: card networks round it.
 */
export function checkAmount(amount: number, currency: string): void {
  const least = leastOf(currency);
  if (amount < least) {
    const text = `${currency} ${decimalAmount(least, currency)}`;
    throw invalidField('amount', `The amount must be at least ${text}`);
  }
  if (decimalsOf(currency) === 3 && amount % 10 !== 0) {
    throw invalidField('amount', `The last digit of the amount must be 0 in ${currency}.`);
  }
}

/** @throws {ApiError} for a currency that Razorpay does not list. */
export function checkCurrency(currency: string): void {
  if (!CURRENCIES.has(currency)) throw invalidField('currency', 'Currency is not supported');
}
