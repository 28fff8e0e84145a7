import {decimalsOf} from '../../wire/money.js';
import {invalidField} from './api-error.js';

/** The least that Razorpay takes and gives back in rupees; of other currencies none is published. */
const MINIMUM_PAISE = 100;

/**
 * Checks what is to be paid or given back.
 *
 * @throws {ApiError} for less than Razorpay takes, and for an amount of three decimals that does not
 * end in 0: card networks round it.
 */
export function checkAmount(amount: number, currency: string): void {
  if (amount < (currency === 'INR' ? MINIMUM_PAISE : 1)) {
    throw invalidField('amount', `The amount must be at least ${currency} 1.00`);
  }
  if (decimalsOf(currency) === 3 && amount % 10 !== 0) {
    throw invalidField('amount', `The last digit of the amount must be 0 in ${currency}.`);
  }
}
