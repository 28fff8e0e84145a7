import type {Context} from '../kit/context.js';
import {mandateLeads, type Mandate} from '../model/mandates/mandate.js';
import type {Token} from '../model/mandates/token.js';
import {RazorpayError} from '../razorpay/error.js';
import {assessMandate} from './assess-mandate.js';
import {followCustomer} from './follow-customer.js';
import {tellMandate, type Afterwards} from './tell.js';

/**
 * Moves a mandate to where Razorpay says it is, whatever we were told or not told before. Gives the
 * mandate as it stands afterwards.
 */
export async function settleMandate(context: Context, mandate: Mandate): Promise<Mandate> {
  return (await settleWithToken(context, mandate)).mandate;
}

/** As `settleMandate`, with what Razorpay has just said; undefined where it was not asked, or has forgotten it. */
export async function settleWithToken(context: Context, mandate: Mandate): Promise<Fetched> {
  if (isOver(mandate)) return {mandate, token: undefined};
  const {mandates} = context;
  const {mandate: fetched, token} = await fetchToken(context, mandate);
  const {id, customerId} = fetched;
  const known =
    customerId === mandate.customerId ? fetched : await mandates.enterCustomer(id, customerId);
  await mandates.markAsked(id);
  return {mandate: await settleBy(context, known, token), token};
}

/** The mandate as `settleMandate` would leave it. Moves nothing. */
export async function foreseeMandate(context: Context, mandate: Mandate): Promise<Mandate> {
  if (isOver(mandate)) return mandate;
  const {mandate: known, token} = await fetchToken(context, mandate);
  return {...known, ...assessMandate(known, token, context.now())};
}

/** Moves a mandate by what Razorpay has just said of it. */
export async function settleBy(
  context: Context,
  mandate: Mandate,
  token: Token | undefined,
): Promise<Mandate> {
  const move = assessMandate(mandate, token, context.now());
  if (!move) return mandate;
  const {status} = move;
  let afterwards: Afterwards;
  const moved = await context.mandates.move(mandate, move, async (moved, tx) => {
    const change = {status, previous: mandate.status, mandate: moved};
    afterwards = await tellMandate(context, change, tx);
  });
  if (moved) afterwards?.();
  // Somebody else was faster, and may have been told something newer.
  return moved ?? settleMandate(context, await context.mandates.get(mandate.id));
}

interface Fetched {
  readonly mandate: Mandate;
  /** As Razorpay has it; undefined where it has forgotten it. */
  readonly token: Token | undefined;
}

async function fetchToken(context: Context, mandate: Mandate): Promise<Fetched> {
  if (mandate.isDeleted) return {mandate, token: undefined};
  try {
    const {customerId, id} = mandate;
    return {mandate, token: await context.razorpay.tokens.get(customerId, id)};
  } catch (error) {
    if (!(error instanceof RazorpayError) || error.code !== 'not_found') throw error;
    const moved = await followCustomer(context, mandate);
    return moved ? fetchToken(context, moved) : {mandate, token: undefined};
  }
}

/** Whether nothing can follow, so that there is nothing to ask. */
export const isOver = ({status}: Mandate): boolean =>
  !mandateLeads(status, 'cancelled') && !mandateLeads(status, 'expired');
