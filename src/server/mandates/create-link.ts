import type {Context} from '../kit/context.js';
import {problemOfTerms} from '../model/mandate-terms.js';
import {checkRequest} from '../model/mandates/check-request.js';
import {MandateError} from '../model/mandates/mandate-error.js';
import {NewRegistrationLink, type RegistrationLink} from '../model/mandates/registration-link.js';

/**
 * Has Razorpay make a registration link, and enters its order, so that the shopper's approval is heard
 * of as any payment is.
 */
export async function createLink(
  context: Context,
  link: NewRegistrationLink,
): Promise<RegistrationLink> {
  const {razorpay, orders, keyId, now} = context;
  const wanted = checkRequest(NewRegistrationLink, link, {
    from: 'create()',
    shape: '{customer, amount, description, mandate}',
  });
  const {amount, mandate, notes = {}} = wanted;
  const wrong =
    problemOfTerms(mandate, amount, now()) ??
    (wanted.expireBy !== undefined && wanted.expireBy * 1000 <= now()
      ? {field: 'expireBy', problem: 'must be in the future'}
      : undefined);
  if (wrong) {
    const isOwn = wrong.field === 'amount' || wrong.field === 'expireBy';
    const field = isOwn ? wrong.field : `mandate.${wrong.field}`;
    throw new MandateError(
      'invalid',
      `create() was given a ${field} that ${wrong.problem}.`,
      field,
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
