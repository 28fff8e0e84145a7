import type {Context} from '../kit/context.js';
import type {Mandate} from '../model/mandates/mandate.js';
import type {RegistrationLink} from '../model/mandates/registration-link.js';
import {RazorpayError, type RazorpayErrorCode} from '../razorpay/error.js';
import {followCustomer} from './follow-customer.js';
import {isOver, settleMandate, settleWithToken} from './settle-mandate.js';

/** Has Razorpay forget a mandate. One that it has forgotten already was deleted by a request whose answer was lost. */
export async function deleteToken(context: Context, mandate: Mandate): Promise<void> {
  try {
    await context.razorpay.tokens.delete(mandate.customerId, mandate.id);
  } catch (error) {
    if (!isRefusal(error, ['not_found'])) throw error;
    const moved = await followCustomer(context, mandate);
    if (moved)
      await deleteToken(context, await context.mandates.enterCustomer(moved.id, moved.customerId));
  }
}

/**
 * Has the shopper's bank end a mandate. Asked again, after an answer that was lost or once the bank has
 * ended it, it is as good as done.
 */
export async function cancelMandate(context: Context, mandate: Mandate): Promise<Mandate> {
  if (isOver(mandate)) return mandate;
  try {
    await context.razorpay.tokens.cancel(mandate.customerId, mandate.id);
  } catch (error) {
    if (!isRefusal(error, ['refused', 'not_found'])) throw error;
    const settled = await settleWithToken(context, mandate);
    if (settled.mandate.customerId !== mandate.customerId)
      return cancelMandate(context, settled.mandate);
    const isUnderWay = settled.token?.status?.startsWith('cancel') === true;
    if (isOver(settled.mandate) || isUnderWay) return settled.mandate;
    throw error;
  }
  return settleMandate(context, mandate);
}

/** Has nobody approve a link any more. Asked again, or of one whose time is over, it is as good as done. */
export async function cancelLink({razorpay}: Context, id: string): Promise<RegistrationLink> {
  try {
    return await razorpay.links.cancel(id);
  } catch (error) {
    if (!isRefusal(error, ['refused'])) throw error;
    const link = await razorpay.links.get(id);
    if (link.status === 'cancelled' || link.status === 'expired') return link;
    throw error;
  }
}

/** Whether it was Razorpay that refused: without its own words it was something in between. */
const isRefusal = (error: unknown, codes: readonly RazorpayErrorCode[]): boolean =>
  error instanceof RazorpayError && codes.includes(error.code) && error.body !== undefined;
