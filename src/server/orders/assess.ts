import {leadsFrom, type Move} from '../model/move.js';
import {isClosed, type Order, type OrderPayment} from '../model/order.js';
import {amountRefunded, type RemoteOrder, type RemotePayment} from '../razorpay/entities.js';
import {assessPayment, type Verdict} from './assess-payment.js';

/**
 * The next step that takes an order to where Razorpay says it is. Once it is done, what follows is
 * assessed anew, until nothing is left to do.
 */
export type Plan = Step | {readonly step: 'none'; readonly misfits: readonly Misfit[]};

/** Something to do: take the money of an authorised payment, or move the order. */
export type Step =
  | {readonly step: 'capture'; readonly payment: RemotePayment}
  | {readonly step: 'move'; readonly move: Move};

/** A payment that does nothing for the order although money came with it: for a person to look at. */
export interface Misfit {
  readonly payment: RemotePayment;
  /** One sentence for the merchant. */
  readonly reason: string;
}

/** Why payments that fit do not confirm an order all the same: a sentence by the payment's id. */
export type Objections = ReadonlyMap<string, string>;

/**
 * Decides what to do about an order, by what Razorpay says now of it and of some or all of its
 * payments, and by what spoke against them when they were about to confirm it. All rules of when an order is confirmed, refunded or left to a person stand here, and
 * nothing is changed.
 */
export function assess(
  order: Order,
  remote: RemoteOrder,
  payments: readonly RemotePayment[],
  objections: Objections = new Map(),
): Plan {
  const assessed = payments.map((payment) => ({
    payment,
    verdict: heldBack(
      order,
      objections,
      payment,
      asPlaced(order, payment, assessPayment(order, remote, payment)),
    ),
  }));
  const step = refund(order, assessed) ?? conclusion(order, assessed);
  return (
    step ?? attempt(order, remote, payments) ?? {step: 'none', misfits: misfits(order, assessed)}
  );
}

/** Whether a payment went back while its order is still open: others of it may have paid the order. */
export const isReturned = (order: Order, remote: RemoteOrder, payment: RemotePayment): boolean =>
  !isClosed(order.status) && assessPayment(order, remote, payment).is === 'refunded';

interface Assessed {
  readonly payment: RemotePayment;
  readonly verdict: Verdict;
}

/**
 * Cash that came in for a placed order pays it where it is what the order was placed with: somebody may
 * have accepted a sum that does not fit.
 */
function asPlaced(order: Order, payment: RemotePayment, verdict: Verdict): Verdict {
  const {id, status, amount} = payment;
  const isWhatWasPlaced =
    order.status === 'placed' && order.payment?.id === id && order.payment.amount === amount;
  return verdict.is === 'mismatch' && isWhatWasPlaced && status === 'captured'
    ? {is: 'paid', details: verdict.details}
    : verdict;
}

/** A payment that would confirm the order, where it is not to. */
function heldBack(
  {review}: Order,
  objections: Objections,
  {id}: RemotePayment,
  verdict: Verdict,
): Verdict {
  const isConfirming = verdict.is === 'paid' || verdict.is === 'placed' || verdict.is === 'capture';
  const reason = review?.held ? review.reason : objections.get(id);
  return isConfirming && reason !== undefined
    ? {is: 'held', reason, details: verdict.details}
    : verdict;
}

/** Which payment decides: one that fits goes before one that does not. */
const RANK: readonly Verdict['is'][] = [
  'paid',
  'capture',
  'placed',
  'held',
  'mismatch',
  'refunded',
  'cancelled',
  'unconfirmed',
];
const rank = ({verdict}: Assessed): number => RANK.indexOf(verdict.is);

/** What the payment that decides does to an order that is not paid. */
function conclusion({status, review}: Order, assessed: readonly Assessed[]): Step | undefined {
  if (status === 'paid') return undefined;
  const [decisive] = [...assessed].sort((a, b) => rank(a) - rank(b));
  const step = decisive && stepBy(decisive);
  if (!step) return undefined;
  // A review of a payment that does not fit becomes one of a payment that is held; that is told once.
  if (decisive.verdict.is === 'held' && review) return review.held ? undefined : step;
  return leadsFrom(status, step.step === 'capture' ? 'paid' : step.move.to) ? step : undefined;
}

function stepBy({payment: remotePayment, verdict}: Assessed): Step | undefined {
  const payment = toOrderPayment(remotePayment);
  switch (verdict.is) {
    case 'capture':
      return {step: 'capture', payment: remotePayment};
    case 'paid':
    case 'placed':
      return {step: 'move', move: {to: verdict.is, payment, details: verdict.details}};
    case 'mismatch':
    case 'held': {
      const {details, reason, is} = verdict;
      const held = is === 'held';
      return {step: 'move', move: {to: 'review', payment, details, reason, held}};
    }
    case 'refunded':
      return {
        step: 'move',
        move: {to: 'refunded', payment, amountRefunded: amountRefunded(remotePayment)},
      };
    case 'cancelled':
      return {step: 'move', move: {to: 'cancelled', payment}};
    case 'unconfirmed':
      return undefined;
  }
}

/** What has gone back of an order that was paid, or came back. What is told twice is nothing new. */
function refund(order: Order, assessed: readonly Assessed[]): Step | undefined {
  // What went back of another payment was never this order's.
  const own = assessed.find(({payment: {id}}) => id === order.payment?.id);
  if (!own) return undefined;
  const back = {payment: toOrderPayment(own.payment), amountRefunded: amountRefunded(own.payment)};
  if (back.amountRefunded < order.amountRefunded) return refundFailed(order, own, back);
  if (back.amountRefunded === order.amountRefunded || order.status !== 'paid') return undefined;
  const to = back.amountRefunded < own.payment.amount ? 'partly_refunded' : 'refunded';
  return {step: 'move', move: {to, ...back}};
}

/** The shopper's bank has refused what was to go back. */
function refundFailed(
  {status, details}: Order,
  {payment, verdict}: Assessed,
  back: {readonly payment: OrderPayment; readonly amountRefunded: number},
): Step | undefined {
  const isOurs = payment.status === 'captured' || payment.status === 'refunded';
  if (!isOurs || !leadsFrom(status, 'refund_failed')) return undefined;
  // An order may have been refunded without ever having been paid: before we heard of the payment, or
  // because it did not fit.
  const found = status === 'refunded' && 'details' in verdict ? verdict : undefined;
  return {
    step: 'move',
    move: {
      to: 'refund_failed',
      ...back,
      details: details ?? found?.details,
      misfit: found?.is === 'mismatch' ? found.reason : undefined,
    },
  };
}

/** An order that somebody has tried to pay, which confirms nothing. */
function attempt(
  {status}: Order,
  remote: RemoteOrder,
  payments: readonly RemotePayment[],
): Step | undefined {
  const isTried = payments.length > 0 || remote.attempts > 0 || remote.status !== 'created';
  return isTried && leadsFrom(status, 'attempted')
    ? {step: 'move', move: {to: 'attempted'}}
    : undefined;
}

function misfits(order: Order, assessed: readonly Assessed[]): Misfit[] {
  return assessed.flatMap(({payment, verdict}) => {
    const reason = misfit(order, payment, verdict);
    return reason === undefined ? [] : [{payment, reason}];
  });
}

/** Why a payment is not what the order was, or can be, confirmed by; undefined where it is. */
function misfit(order: Order, payment: RemotePayment, verdict: Verdict): string | undefined {
  if (verdict.is === 'unconfirmed' || verdict.is === 'cancelled') return undefined;
  if (order.review?.held && order.review.payment.id === payment.id) return undefined;
  if (order.status === 'cancelled' && verdict.is !== 'refunded')
    return 'The order was cancelled before.';
  if (order.payment && order.payment.id !== payment.id)
    return `${order.payment.id} has confirmed it.`;
  // What has paid an order is not held against it again; cash that came in for a placed one is.
  const isPaid = order.status === 'paid' || order.status === 'refunded';
  const doesNotFit = verdict.is === 'mismatch' || verdict.is === 'held';
  return doesNotFit && !isPaid ? verdict.reason : undefined;
}

/** As much of a payment as an order keeps. */
export const toOrderPayment = ({id, method, amount}: RemotePayment): OrderPayment => ({
  id,
  method,
  amount,
});
