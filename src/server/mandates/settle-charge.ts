import type {Context} from '../kit/context.js';
import type {ChargeMove} from '../ledger/mandates/charges-table.js';
import type {Charge} from '../model/mandates/charge.js';
import {
  chargeFailure,
  type ChargeFailure,
  type ChargeFailureReason,
} from '../model/mandates/charge-failure.js';
import {MandateError} from '../model/mandates/mandate-error.js';
import type {Mandate} from '../model/mandates/mandate.js';
import {amountRefunded, type RemotePayment} from '../razorpay/entities.js';
import {NOTICE_MS} from '../model/mandates/cycle.js';
import {RazorpayError} from '../razorpay/error.js';
import type {Payer} from '../razorpay/recurring-payments.js';
import {assessCharge} from './assess-charge.js';
import {settleWithToken} from './settle-mandate.js';
import {tellCharge, type Afterwards} from './tell.js';

/**
 * Takes a charge as far as it goes: has Razorpay asked if nobody has, and moves it to where Razorpay
 * says it is. Gives the charge as it stands afterwards.
 */
export async function settleCharge(context: Context, charge: Charge): Promise<Charge> {
  const {charges, makingLeaseMs} = context;
  const {plan, mandate, payments} = await planOf(context, charge);
  switch (plan.step) {
    case 'none':
      return charge;
    case 'ask': {
      if (!(await charges.takeOver(charge, makingLeaseMs))) return charges.get(charge);
      return takeUp(context, await charges.get(charge), mandate);
    }
    case 'capture':
      return settleCaptured(context, charge, await context.razorpay.capturePayment(plan.payment));
    case 'move': {
      const moved = await moveCharge(context, charge, plan.move);
      // It may have gone back before we heard that it had come.
      const isBack = payments.some((payment) => amountRefunded(payment) > 0);
      return plan.move.to === 'captured' && isBack ? settleCharge(context, moved) : moved;
    }
  }
}

/** The charge as `settleCharge` would leave it, as far as can be said without doing it. */
export async function foreseeCharge(context: Context, charge: Charge): Promise<Charge> {
  const {plan} = await planOf(context, charge);
  if (plan.step === 'capture') return {...charge, status: 'captured', paymentId: plan.payment.id};
  if (plan.step !== 'move') return charge;
  if ('amountRefunded' in plan.move) return {...charge, amountRefunded: plan.move.amountRefunded};
  const {to: status, paymentId} = plan.move;
  return {
    ...charge,
    status,
    paymentId,
    failure: plan.move.to === 'failed' ? plan.move.failure : undefined,
  };
}

async function planOf(context: Context, charge: Charge) {
  const {mandates, razorpay, now} = context;
  const mandate = await mandates.get(charge.mandateId);
  const {orderId, sentAt, status} = charge;
  // Before Razorpay was asked to charge there is no payment.
  const isAsked = sentAt !== undefined && orderId !== undefined;
  const payments = isAsked ? await paymentsOf(context, charge, orderId) : [];
  const isOrderPaid =
    isAsked &&
    status !== 'captured' &&
    payments.some(({status}) => status === 'refunded') &&
    (await razorpay.getOrder(orderId)).status === 'paid';
  const {frequency} = mandate;
  const plan = assessCharge(charge, payments, {frequency, isOrderPaid, now: now()});
  return {plan, mandate, payments};
}

/**
 * The payments of a charge's order. One that Razorpay has told us of is asked for by its id where it is
 * not listed: that there is none has the charge made again.
 */
async function paymentsOf(
  {razorpay}: Context,
  {paymentId}: Charge,
  orderId: string,
): Promise<readonly RemotePayment[]> {
  const listed = await razorpay.getPayments(orderId);
  if (listed.length || paymentId === undefined) return listed;
  const own = await razorpay.getPayment(paymentId).catch((error: unknown) => {
    if (error instanceof RazorpayError && error.code === 'not_found') return undefined;
    throw error;
  });
  return own ? [own] : [];
}

/** Moves a charge whose payment was captured just now; it may take Razorpay a moment. */
const settleCaptured = (
  context: Context,
  charge: Charge,
  {id, status}: RemotePayment,
): Promise<Charge> =>
  status === 'captured'
    ? moveCharge(context, charge, {to: 'captured', paymentId: id})
    : Promise.resolve(charge);

/**
 * Enters where a charge goes, and tells the merchant in the same transaction, once, however many
 * callers, processes and retries there are.
 */
async function moveCharge(context: Context, from: Charge, move: ChargeMove): Promise<Charge> {
  const {charges} = context;
  let afterwards: Afterwards;
  const moved = await charges.move(from, move, async (charge, tx) => {
    if (move.to === 'pending') return;
    const isExtra = move.to === 'captured' && (await charges.isPaidOtherwise(charge, tx));
    const refund = charge.amountRefunded - from.amountRefunded;
    afterwards = await tellCharge(
      context,
      {status: move.to, previous: from.status, charge, refund, isExtra},
      tx,
    );
  });
  if (moved) afterwards?.();
  // Somebody else was faster, and may have been told something newer.
  return moved ?? settleCharge(context, await charges.get(from));
}

/**
 * Has Razorpay make the order of a charge and charge it. The caller has its lease. `isNew` says that
 * nobody can have made the order before.
 */
export async function askToCharge(
  context: Context,
  charge: Charge,
  {mandate, isNew}: {readonly mandate: Mandate; readonly isNew: boolean},
): Promise<Charge> {
  const {charges} = context;
  let ordered: Charge | undefined;
  let payer: Payer;
  try {
    const orderId = charge.orderId ?? (await makeOrder(context, charge, isNew));
    payer = {orderId, ...(await payerOf(context, mandate))};
    ordered = await charges.enterOrder(charge, orderId);
  } catch (error) {
    const failure = refusalOf(error, charge);
    if (failure)
      return moveCharge(context, await charges.get(charge), {
        to: 'failed',
        paymentId: undefined,
        failure,
      });
    await charges.release(charge);
    throw error;
  }
  const sending = await charges.noteSending(ordered);
  if (!sending) return charges.get(ordered);
  return send(context, sending, payer);
}

/**
 * Has Razorpay asked for a charge that was left before anybody asked. Meanwhile the shopper or the
 * merchant may have ended the mandate, and who has done so is charged no more.
 */
async function takeUp(context: Context, charge: Charge, mandate: Mandate): Promise<Charge> {
  const hindrance = await hindranceOf(context, mandate).catch(async (error: unknown) => {
    await context.charges.release(charge);
    throw error;
  });
  // Whose it is may have been found out just now.
  const known = await context.mandates.get(mandate.id);
  if (!hindrance) return askToCharge(context, charge, {mandate: known, isNew: false});
  const failure = chargeFailure(hindrance);
  return moveCharge(context, charge, {to: 'failed', paymentId: undefined, failure});
}

/** Why a mandate can't be charged now, in Razorpay's word for it; undefined where it can. */
async function hindranceOf(
  context: Context,
  mandate: Mandate,
): Promise<ChargeFailureReason | undefined> {
  const {mandate: settled, token} = await settleWithToken(context, mandate);
  const word = settled.status === 'confirmed' ? (token?.status ?? settled.status) : settled.status;
  if (word === 'confirmed') return settled.isDeleted ? 'mandate_not_active' : undefined;
  if (word.startsWith('cancel')) return 'mandate_cancelled';
  if (word === 'paused' || word === 'expired') return `mandate_${word}`;
  return 'mandate_not_active';
}

/** Asks, once and for all: after the note nobody asks again, unless Razorpay did surely nothing. */
async function send(context: Context, charge: Charge, payer: Payer): Promise<Charge> {
  try {
    const paymentId = await context.razorpay.recurring.charge(charge, payer);
    return await moveCharge(context, charge, {to: 'pending', paymentId});
  } catch (error) {
    const failure = refusalOf(error, charge);
    if (failure) return moveCharge(context, charge, {to: 'failed', paymentId: undefined, failure});
    if (!(error instanceof RazorpayError)) throw error;
    if (error.code === 'rate_limited' || isOfAccount(error)) {
      await context.charges.forgetSending(charge);
      throw error;
    }
    // It may have been done: what the order's payments say is found out now, or by whoever asks next.
    return settleCharge(context, charge).catch(() => charge);
  }
}

/** The order of a charge: the one that Razorpay has by its receipt, or else a new one. */
async function makeOrder(
  {razorpay, now}: Context,
  charge: Charge,
  isNew: boolean,
): Promise<string> {
  const found = isNew ? undefined : await razorpay.findOrder(charge.receipt);
  if (found) return found.id;
  // What was left may have come too near, which Razorpay would refuse; by itself it debits later.
  const {debitAfter} = charge;
  const isNear = !isNew && debitAfter !== undefined && debitAfter.getTime() < now() + NOTICE_MS;
  try {
    return (
      await razorpay.recurring.postOrder(isNear ? {...charge, debitAfter: undefined} : charge)
    ).id;
  } catch (error) {
    if (!(error instanceof RazorpayError) || !IN_DOUBT.has(error.code)) throw error;
    const made = await razorpay.findOrder(charge.receipt);
    if (made) return made.id;
    throw error;
  }
}

/**
 * Whom Razorpay charges: as it knows the customer now, or as they said when they approved.
 *
 * @throws {MandateError} where nobody has said how to reach them.
 */
export async function payerOf(
  {razorpay}: Context,
  mandate: Mandate,
): Promise<Omit<Payer, 'orderId'>> {
  const {customerId} = mandate;
  const customer = await razorpay.customers.get(customerId);
  const email = customer.email ?? mandate.email;
  const contact = customer.contact ?? mandate.contact;
  if (email === undefined || contact === undefined)
    throw new MandateError(
      'not_chargeable',
      `The customer ${customerId} has no ${email === undefined ? 'email address' : 'phone number'}, which Razorpay wants to charge. Add it by mandates.customers.edit().`,
      email === undefined ? 'email' : 'contact',
    );
  return {customerId, email, contact};
}

/** Why Razorpay will not do it; undefined for an error that says nothing of the charge itself. */
function refusalOf(error: unknown, {needsApproval}: Charge): ChargeFailure | undefined {
  if (!(error instanceof RazorpayError)) return undefined;
  if (error.code !== 'refused' && error.code !== 'not_found') return undefined;
  // Without Razorpay's own words it was a proxy that refused, which knows nothing of the charge.
  if (isOfAccount(error) || error.body === undefined) return undefined;
  const {reason, description} = error.body as {reason?: unknown; description?: unknown};
  return chargeFailure(typeof reason === 'string' ? reason : undefined, {
    description: typeof description === 'string' ? description : error.message,
    needsApproval,
    otherwise: 'refused',
  });
}

/**
 * Whether Razorpay refuses whatever this account asks for: by its key, from this address, or because
 * recurring payments were not switched on for it. Once that is put right the charge is as good as new.
 */
const isOfAccount = ({code, message}: RazorpayError): boolean =>
  code === 'unauthorized' || /requested url was not found|access denied/i.test(message);

/** After these it is unknown whether Razorpay has done it. */
const IN_DOUBT: ReadonlySet<RazorpayError['code']> = new Set([
  'unreachable',
  'timeout',
  'server',
  'invalid_reply',
]);
