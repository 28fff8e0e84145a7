import {checked} from './check-returned.js';
import type {TotalledCart} from './line-items.js';
import {PricedMandate, problemOfTerms} from './mandate-terms.js';

/** Whether `price` returned a mandate. */
export const isPricedMandate = (cart: unknown): boolean =>
  typeof cart === 'object' && cart !== null && 'mandate' in cart;

/**
 * Checks a mandate that `price` returned. Throws an error for the merchant's log that names the field
 * and its limit.
 */
export function totalledMandate(cart: unknown, from: string, now: number): TotalledCart {
  const {
    amount,
    mandate,
    notes = {},
  } = checked(PricedMandate, cart, {from, shape: '{amount, mandate: {customer, maxAmount}}'});
  const wrong = problemOfTerms(mandate, amount, now);
  if (wrong) {
    const place = wrong.field === 'amount' ? 'amount' : `mandate.${wrong.field}`;
    throw new Error(`${from} a mandate whose ${place} ${wrong.problem}.`);
  }
  return {lineItems: [], mandate, amount, currency: 'INR', notes};
}
