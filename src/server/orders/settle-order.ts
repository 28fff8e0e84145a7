import type {Context} from '../kit/context.js';
import type {Awaitable} from '../model/awaitable.js';
import type {Order} from '../model/order.js';
import type {RemotePayment} from '../razorpay/entities.js';
import {applyStep, supposeStep, type Facts} from './apply-step.js';
import {assess, type Misfit, type Step} from './assess.js';
import {namingOrder} from '../razorpay/error.js';
import {PaymentMismatchError} from './payment-mismatch-error.js';

/** Hears of a payment that does not fit. */
type Tell = (error: PaymentMismatchError) => void;

/**
 * Moves an order to where Razorpay says it is, whatever we were told or not told before. Gives the
 * order as it stands afterwards.
 */
export async function settleOrder(
  context: Context,
  order: Order,
  tell: Tell = context.report,
): Promise<Order> {
  try {
    const settled = await settle(context, await askRazorpay(context, order));
    tellNews(order, settled, tell);
    return settled.order;
  } catch (error) {
    throw namingOrder(error, order.id);
  }
}

/** The order as `settleOrder` would leave it. Moves nothing and takes no money. */
export async function foreseeOrder(context: Context, order: Order, tell: Tell): Promise<Order> {
  const foreseen = await follow(await askRazorpay(context, order), supposeStep);
  tellNews(order, foreseen, tell);
  return foreseen.order;
}

/** Moves an order to where it belongs by what is known of it. */
export const settle = (context: Context, facts: Facts): Promise<Settled> =>
  follow(facts, (known, step) => applyStep(context, known, step));

/** An order with which nothing is left to do. */
export interface Settled {
  readonly order: Order;
  readonly misfits: readonly Misfit[];
}

async function follow(
  facts: Facts,
  apply: (facts: Facts, step: Step) => Awaitable<Facts>,
): Promise<Settled> {
  const {order, remote, payments, objections} = facts;
  const plan = assess(order, remote, payments, objections);
  return plan.step === 'none'
    ? {order, misfits: plan.misfits}
    : follow(await apply(facts, plan), apply);
}

async function askRazorpay({razorpay}: Context, order: Order): Promise<Facts> {
  const remote = await razorpay.getOrder(order.id);
  const isUntouched = remote.attempts === 0 && remote.status === 'created';
  return {order, remote, payments: isUntouched ? [] : await razorpay.getPayments(order.id)};
}

/** Tells of payments that do not fit, and of which nobody was told. */
function tellNews(before: Order, {order, misfits}: Settled, tell: Tell): void {
  // It was told when the order came into review, and pages ask every few seconds.
  if (before.status === 'review' && order.status === 'review') return;
  for (const {payment, reason} of misfits)
    if (needsSomebody(order, payment)) tell(new PaymentMismatchError(order, payment, reason));
}

/**
 * Whether a person must look at a payment that does not fit. One that is only authorised, or was
 * refunded, goes back to the shopper by itself.
 */
const needsSomebody = (order: Order, {status}: RemotePayment): boolean =>
  order.status === 'review' || (status !== 'authorized' && status !== 'refunded');
