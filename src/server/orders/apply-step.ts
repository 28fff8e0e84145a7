import type {Context} from '../kit/context.js';
import {changesOf} from '../model/move.js';
import type {Order} from '../model/order.js';
import type {RemoteOrder, RemotePayment} from '../razorpay/entities.js';
import {RazorpayError} from '../razorpay/error.js';
import type {Step} from './assess.js';
import {moveOrder} from './move-order.js';

/** What is known of an order: ours, and what Razorpay says of it and of its payments. */
export interface Facts {
  readonly order: Order;
  readonly remote: RemoteOrder;
  readonly payments: readonly RemotePayment[];
}

/** Does a step that was decided. Gives what is known afterwards, whoever did it. */
export async function applyStep(context: Context, facts: Facts, step: Step): Promise<Facts> {
  if (step.step === 'move') {
    const moved = await moveOrder(context, facts.order, step.move);
    return moved ? {...facts, order: moved} : askAnew(context, facts);
  }
  const captured = await capture(context, step.payment);
  // Razorpay did not refuse, and has not captured it yet. Taken as pending, it is not asked for again
  // and again here; whoever asks about the order next finds out.
  const isLate = captured.status === 'authorized';
  return withPayment(facts, isLate ? {...captured, status: 'pending'} : captured);
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
  {order: {id}, payments}: Facts,
): Promise<Facts> {
  const order = await orders.get(id);
  const [remote, ...known] = await Promise.all([
    razorpay.getOrder(id),
    ...payments.map((payment) => razorpay.getPayment(payment.id)),
  ]);
  return {order, remote, payments: known};
}

const withPayment = (facts: Facts, changed: RemotePayment): Facts => ({
  ...facts,
  payments: facts.payments.map((payment) => (payment.id === changed.id ? changed : payment)),
});

async function capture({razorpay}: Context, payment: RemotePayment): Promise<RemotePayment> {
  try {
    return await razorpay.capturePayment(payment);
  } catch (error) {
    // Automatic capture, or a second caller, was faster.
    if (error instanceof RazorpayError && /already been captured/i.test(error.message))
      return razorpay.getPayment(payment.id);
    throw error;
  }
}
