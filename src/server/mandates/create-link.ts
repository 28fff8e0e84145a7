import type {Context} from '../kit/context.js';
import {show} from '../model/check-returned.js';
import {problemOfTerms, type Problem} from '../model/mandate-terms.js';
import {checkRequest} from '../model/mandates/check-request.js';
import {MandateError} from '../model/mandates/mandate-error.js';
import {
  newLinkUpTo,
  type NewRegistrationLink,
  type RegistrationLink,
} from '../model/mandates/registration-link.js';

/**
 * Has Razorpay make a registration link, and enters its order, so that the shopper's approval is heard
 * of as any payment is.
 */
export async function createLink(
  context: Context,
  link: NewRegistrationLink,
): Promise<RegistrationLink> {
  const {razorpay, orders, keyId, now} = context;
  const wanted = checkRequest(newLinkUpTo(context.mostMandatePaise), link, {
    from: 'create()',
    shape: '{customer, amount, description, mandate}',
  });
  const {amount, mandate, notes = {}} = wanted;
  const wrong = problemOfTerms(mandate, amount, now()) ?? problemOfExpiry(wanted.expireBy, now());
  if (wrong) {
    const {field, problem} = wrong;
    const isOwn = field === 'amount' || field === 'expireBy';
    const name = isOwn ? field : `mandate.${field}`;
    const given = isOwn ? wanted[field] : mandate[field as keyof typeof mandate];
    throw new MandateError(
      'invalid',
      `create() was given ${show(given)} as ${name}. It ${problem}.`,
      name,
    );
  }
  const made = await razorpay.links.create(wanted);
  await orders.adopt({
    id: made.orderId,
    receipt: made.receipt,
    keyId,
    cart: {
      lineItems: [],
      mandate: {customer: made.customerId, ...mandate},
      amount: made.amount,
      currency: made.currency,
      notes,
    },
  });
  return made;
}

/** The year 5138: what is more was written in ms. */
const LAST_SECOND = 99_999_999_999;

/** What is wrong with when a link ends, in seconds since 1970. */
function problemOfExpiry(expireBy: number | undefined, now: number): Problem | undefined {
  if (expireBy === undefined) return undefined;
  if (expireBy > LAST_SECOND)
    return {field: 'expireBy', problem: 'must be in seconds since 1970, not in ms'};
  return expireBy * 1000 <= now ? {field: 'expireBy', problem: 'must be in the future'} : undefined;
}
