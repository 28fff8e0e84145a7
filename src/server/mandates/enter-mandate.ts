import type {Context} from '../kit/context.js';
import {FREQUENCIES} from '../../wire/mandate-limits.js';
import type {MandateFrequency} from '../model/mandate-terms.js';
import {MandateError} from '../model/mandates/mandate-error.js';
import type {Mandate} from '../model/mandates/mandate.js';
import {isConfirmed, type Order} from '../model/order.js';
import type {RemotePayment} from '../razorpay/entities.js';
import {settleBy, settleMandate} from './settle-mandate.js';
import {tellMandate, type Afterwards} from './tell.js';

/**
 * The mandate that the payment of an order has approved, entered where it is new. Undefined where the
 * order asks for none, is not paid, or was paid without one.
 */
export async function mandateOfOrder(
  context: Context,
  {id, mandate: wanted, payment, status}: Order,
): Promise<Mandate | undefined> {
  // The money may be back before anybody heard of it, and the mandate is approved all the same.
  const wasPaid = isConfirmed(status) || status === 'refunded';
  if (!wanted || !payment || !wasPaid) return undefined;
  const known = await context.mandates.findByOrder(id);
  return known ?? enterMandate(context, await context.razorpay.getPayment(payment.id));
}

/** The mandate that a payment has approved or charged, as Razorpay has it now. */
export async function mandateOfPayment(context: Context, paymentId: string): Promise<Mandate> {
  const payment = await context.razorpay.getPayment(paymentId);
  const known = payment.tokenId && (await context.mandates.find(payment.tokenId));
  const mandate = known
    ? await settleMandate(context, known)
    : await enterMandate(context, payment);
  if (mandate) return mandate;
  throw new MandateError('not_found', `The payment ${paymentId} has approved no mandate.`);
}

/** As `mandateOfOrder`, for an order that the ledger does not know. */
export async function enterMandateOfOrder(context: Context, orderId: string): Promise<void> {
  const payments = await context.razorpay.getPayments(orderId);
  const paid = payments.find(({status, tokenId}) => status === 'captured' && tokenId);
  if (paid) await enterMandate(context, paid);
}

/** Enters the mandate of a payment, and moves it to where Razorpay says it is. */
async function enterMandate(
  context: Context,
  {id: paymentId, orderId, customerId, tokenId, ...payment}: RemotePayment,
): Promise<Mandate | undefined> {
  if (orderId === undefined || customerId === undefined || tokenId === undefined) return undefined;
  const {mandates, orders, razorpay, keyId} = context;
  const order = await orders.find(orderId);
  const token = await razorpay.tokens.get(customerId, tokenId);
  const remote = order?.mandate ? undefined : await razorpay.getOrder(orderId);
  let afterwards: Afterwards;
  const entered = await mandates.enter(
    {
      id: tokenId,
      customerId,
      orderId,
      paymentId,
      keyId: order?.keyId ?? keyId,
      status: 'initiated',
      failureReason: undefined,
      maxAmount:
        token.maxAmount ?? order?.mandate?.maxAmount ?? remote?.maxAmount ?? payment.amount,
      frequency: frequencyOf(order?.mandate?.frequency ?? remote?.frequency),
      expiresAt: token.expiresAt ?? toDate(order?.mandate?.expireAt),
      vpa: token.vpa ?? payment.instrument.vpa,
      email: payment.email,
      contact: payment.contact,
    },
    async (mandate, tx) => {
      const change = {status: 'initiated', previous: undefined, mandate} as const;
      afterwards = await tellMandate(context, change, tx);
    },
  );
  afterwards?.();
  return settleBy(context, entered, token);
}

const frequencyOf = (word: string | undefined): MandateFrequency =>
  FREQUENCIES.find((frequency) => frequency === word) ?? 'as_presented';

const toDate = (seconds: number | undefined): Date | undefined =>
  seconds === undefined ? undefined : new Date(seconds * 1000);
