import type {ChargeMove} from '../ledger/mandates/charges-table.js';
import {chargeFailure} from '../model/mandates/charge-failure.js';
import type {Charge} from '../model/mandates/charge.js';
import {NOTICE_MS, waitsUntil} from '../model/mandates/cycle.js';
import type {MandateFrequency} from '../model/mandate-terms.js';
import {amountRefunded, type RemotePayment} from '../razorpay/entities.js';

/** How long after it was asked Razorpay may come to have a payment. */
export const NOT_RECEIVED_AFTER_MS = 36 * 3_600_000;

/** What is to be done about a charge. */
export type ChargePlan =
  | {readonly step: 'none'}
  /** Ask Razorpay to charge: nobody has. */
  | {readonly step: 'ask'}
  | {readonly step: 'capture'; readonly payment: RemotePayment}
  | {readonly step: 'move'; readonly move: ChargeMove};

const NONE = {step: 'none'} as const;

/** What a charge is assessed by besides its payments. */
interface Facts {
  readonly frequency: MandateFrequency;
  /** Whether Razorpay says that the order is paid; asked for only where a payment was given back. */
  readonly isOrderPaid?: boolean;
  readonly now: number;
}

/**
 * Decides what to do about a charge, by what Razorpay says now of its order's payments. All rules of
 * when a charge is asked for, has succeeded or has failed stand here, and nothing is changed.
 */
export function assessCharge(
  charge: Charge,
  payments: readonly RemotePayment[],
  {frequency, isOrderPaid = false, now}: Facts,
): ChargePlan {
  const {status, sentAt} = charge;
  if (status === 'captured') return refundOf(charge, payments);
  if (status === 'created') {
    const {debitAfter} = charge;
    const choosesDay = debitAfter !== undefined && debitAfter.getTime() >= now + NOTICE_MS;
    return waitsUntil(frequency, now, {choosesDay}) === undefined ? {step: 'ask'} : NONE;
  }

  // A refund follows a success, unless Razorpay gave back what came too late to be captured.
  const paid = payments.find(
    ({status}) => status === 'captured' || (status === 'refunded' && isOrderPaid),
  );
  if (paid) return {step: 'move', move: {to: 'captured', paymentId: paid.id}};
  const authorized = payments.find(({status}) => status === 'authorized');
  if (authorized) return {step: 'capture', payment: authorized};
  // It has failed once, and only a success is news.
  if (status === 'failed') return NONE;
  const running = payments.find(({status}) => status !== 'failed' && status !== 'refunded');
  if (running)
    return charge.paymentId === running.id
      ? NONE
      : {step: 'move', move: {to: 'pending', paymentId: running.id}};
  const [failed] = payments;
  if (failed) {
    const {reason, description = failed.status === 'refunded' ? GIVEN_BACK : undefined} =
      failed.error;
    return {
      step: 'move',
      move: {
        to: 'failed',
        paymentId: failed.id,
        failure: chargeFailure(reason, {description, needsApproval: charge.needsApproval}),
      },
    };
  }
  return sentAt && now - sentAt.getTime() >= NOT_RECEIVED_AFTER_MS
    ? {
        step: 'move',
        move: {to: 'failed', paymentId: undefined, failure: chargeFailure('not_received')},
      }
    : NONE;
}

/** What has gone back of a charge that was captured, or came back. What is told twice is nothing new. */
function refundOf(charge: Charge, payments: readonly RemotePayment[]): ChargePlan {
  const own = payments.find(({id}) => id === charge.paymentId);
  if (!own || amountRefunded(own) === charge.amountRefunded) return NONE;
  const back = {paymentId: own.id, amountRefunded: amountRefunded(own)};
  if (back.amountRefunded < charge.amountRefunded)
    return {step: 'move', move: {to: 'refund_failed', ...back}};
  const to = back.amountRefunded < own.amount ? 'partly_refunded' : 'refunded';
  return {step: 'move', move: {to, ...back}};
}

const GIVEN_BACK = 'Razorpay gave the money back before it was captured.';
