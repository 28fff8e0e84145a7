import type {Context} from '../kit/context.js';
import {changesOf, type Move} from '../model/move.js';
import type {Order} from '../model/order.js';
import type {RemoteOrder, RemotePayment} from '../razorpay/entities.js';
import {RazorpayError} from '../razorpay/error.js';
import type {Objections, Step} from './assess.js';
import {moveOrder, objectionOf} from './move-order.js';

/** What is known of an order: ours, and what Razorpay says of it and of its payments. */
export interface Facts {
  readonly order: Order;
  readonly remote: RemoteOrder;
  readonly payments: readonly RemotePayment[];
  /** What has spoken against payments that were about to confirm it. */
  readonly objections?: Objections | undefined;
}

/** Does a step that was decided. Gives what is known afterwards, whoever did it. */
export async function applyStep(context: Context, facts: Facts, step: Step): Promise<Facts> {
  if (step.step === 'move') return applyMove(context, facts, step.move);
  const captured = await capture(context, step.payment);
  // Razorpay did not refuse, and has not captured it yet. Taken as pending, it is not asked for again
  // and again here; whoever asks about the order next finds out.
  const isLate = captured.status === 'authorized';
  return withPayment(facts, isLate ? {...captured, status: 'pending'} : captured);
}

async function applyMove(context: Context, facts: Facts, move: Move): Promise<Facts> {
  try {
    const moved = await moveOrder(context, facts.order, move);
    return moved ? {...facts, order: moved} : await askAnew(context, facts);
  } catch (error) {
    const objection = objectionOf(error);
    if (objection === undefined || (move.to !== 'paid' && move.to !== 'placed')) throw error;
    const objections = new Map(facts.objections).set(move.payment.id, objection);
    return {...facts, objections};
  }
}

/** What would be known after a step, as far as can be said without doing it. */
export function supposeStep(facts: Facts, step: Step): Facts {
  return step.step === 'move'
    ? {...facts, order: {...facts.order, ...changesOf(step.move)}}
    : withPayment(facts, {...step.payment, status: 'captured'});
}

/**
 * What is known once somebody else was faster: what we were told by Razorpay may be older than what
 * they were told, and would have a refund that failed meanwhile told a second time.
 */
async function askAnew(
  {orders, razorpay}: Context,
  {order: {id, deviceMode}, payments}: Facts,
): Promise<Facts> {
  const order = await orders.get(id);
  const [remote, ...known] = await Promise.all([
    razorpay.getOrder(id, deviceMode),
    ...payments.map((payment) => razorpay.getPayment(payment.id)),
  ]);
  return {order, remote, payments: known};
}

const withPayment = (facts: Facts, changed: RemotePayment): Facts => ({
  ...facts,
  payments: facts.payments.map((payment) => (payment.id === changed.id ? changed : payment)),
});

/** Takes the money of an authorised payment; one that somebody has taken meanwhile is the answer. */
export async function capture({razorpay}: Context, payment: RemotePayment): Promise<RemotePayment> {
  try {
    return await razorpay.capturePayment(payment);
  } catch (error) {
    // Automatic capture, or a second caller, was faster.
    if (error instanceof RazorpayError && /already been captured/i.test(error.message))
      return razorpay.getPayment(payment.id);
    throw error;
  }
}
