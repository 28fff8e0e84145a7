import {digitsOf} from './digits.js';

/** Mobile numbers as Razorpay judges them, for the checkout that takes them and for the server. */

/** Whether it has 8 to 15 digits, and nothing else but spaces, hyphens and a plus in front. */
export function isContact(typed: string): boolean {
  const {length} = digitsOf(typed);
  return /^\+?[\d\s-]+$/.test(typed.trim()) && length >= 8 && length <= 15;
}

/** Whether it begins with 0, as people dial it at home: no country's code does. */
export const hasBadCountryCode = (typed: string): boolean => digitsOf(typed).startsWith('0');

/** What Razorpay says of a number with a bad country code. */
export const BAD_COUNTRY_CODE = 'Country code provided in contact is invalid';
