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
export const settleOrder = async (
  context: Context,
  order: Order,
  tell: Tell = context.report,
): Promise<Order> => (await settleWithPayments(context, order, tell)).order;

/** As `settleOrder`, for who has to know of payments too that may still come. */
export async function settleWithPayments(
  context: Context,
  order: Order,
  tell: Tell = context.report,
): Promise<Settled> {
  try {
    const settled = await settle(context, await askRazorpay(context, order));
    tellNews(order, settled, tell);
    return settled;
  } catch (error) {
    throw namingOrder(error, order.id);
  }
}

/** The order as `settleOrder` would leave it. Moves nothing and takes no money. */
export const foreseeOrder = async (context: Context, order: Order, tell: Tell): Promise<Order> =>
  (await foreseeWithPayments(context, order, tell)).order;

/** As `foreseeOrder`, for who has to know of payments too that may still come. */
export async function foreseeWithPayments(
  context: Context,
  order: Order,
  tell: Tell,
): Promise<Settled> {
  const foreseen = await follow(await askRazorpay(context, order), supposeStep);
  tellNews(order, foreseen, tell);
  return foreseen;
}

/** Moves an order to where it belongs by what is known of it. */
export const settle = (context: Context, facts: Facts): Promise<Settled> =>
  follow(facts, (known, step) => applyStep(context, known, step));

/** An order with which nothing is left to do. */
export interface Settled {
  readonly order: Order;
  readonly misfits: readonly Misfit[];
  /** As Razorpay had them when nothing was left to do. */
  readonly payments: readonly RemotePayment[];
}

async function follow(
  facts: Facts,
  apply: (facts: Facts, step: Step) => Awaitable<Facts>,
): Promise<Settled> {
  const {order, remote, payments, objections} = facts;
  const plan = assess(order, remote, payments, objections);
  return plan.step === 'none'
    ? {order, misfits: plan.misfits, payments}
    : follow(await apply(facts, plan), apply);
}

async function askRazorpay({razorpay}: Context, order: Order): Promise<Facts> {
  const {id, deviceMode} = order;
  const remote = await razorpay.getOrder(id, deviceMode);
  if (remote.payments) return {order, remote, payments: remote.payments};
  // Of what is paid on a device nobody says that the order counts it.
  const isUntouched =
    remote.attempts === 0 && remote.status === 'created' && deviceMode === undefined;
  const payments = isUntouched ? [] : await razorpay.getPayments(id, deviceMode);
  return {order, remote, payments};
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
