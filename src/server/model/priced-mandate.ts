import {checked} from './check-returned.js';
import type {TotalledCart} from './line-items.js';
import {pricedMandateUpTo, problemOfTerms} from './mandate-terms.js';

/** Whether `price` returned a mandate. */
export const isPricedMandate = (cart: unknown): boolean =>
  typeof cart === 'object' && cart !== null && 'mandate' in cart;

/** What `price` returned, where it names both kinds of cart and leaves one of them out: the other one. */
export function ofOneKind(cart: unknown): unknown {
  if (typeof cart !== 'object' || cart === null || !('mandate' in cart)) return cart;
  const isOther = 'lineItems' in cart && (cart.lineItems == null) !== (cart.mandate == null);
  return isOther
    ? Object.fromEntries(Object.entries(cart).filter(([, value]) => value != null))
    : cart;
}

/**
 * Checks a mandate that `price` returned. Throws an error for the merchant's log that names the field
 * and its limit. `most` is what one charge can take at most, in paise.
 */
export function totalledMandate(
  cart: unknown,
  from: string,
  {now, most}: {readonly now: number; readonly most: number},
): TotalledCart {
  const {
    amount,
    mandate,
    notes = {},
  } = checked(pricedMandateUpTo(most), cart, {
    from,
    shape: '{amount, mandate: {customer, maxAmount}}',
  });
  const wrong = problemOfTerms(mandate, amount, now);
  if (wrong) {
    const place = wrong.field === 'amount' ? 'amount' : `mandate.${wrong.field}`;
    throw new Error(`${from} a mandate whose ${place} ${wrong.problem}.`);
  }
  return {lineItems: [], mandate, amount, currency: 'INR', notes};
}
