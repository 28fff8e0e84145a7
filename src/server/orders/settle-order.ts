import {
  confirmPayment,
  noteAttempt,
  noteRefund,
  PaymentMismatchError,
  refunded,
} from './confirm-payment.js';
import {decide, type Verdict} from './assess-payment.js';
import type {Kit} from '../kit/context.js';
import {canReach} from '../model/move.js';
import type {Order, OrderStatus} from '../model/order.js';
import type {RemotePayment} from '../razorpay/entities.js';

/**
 * Moves an order to where Razorpay says it is, whatever we were told or not told before. Gives the
 * order as it stands afterwards; a payment that does not fit is told to `report`.
 */
export async function settleOrder(
  kit: Kit,
  order: Order,
  report: (error: PaymentMismatchError) => void = kit.report,
): Promise<Order> {
  const remote = await kit.razorpay.order(order.id);
  if (remote.attempts === 0 && remote.status === 'created') return order;

  const payments = await kit.razorpay.payments(order.id);
  if (order.status === 'paid') return settlePaid(kit, order, payments, report);
  const decided = decide(order, remote, payments);
  if (!decided) return noteAttempt(kit, order);
  try {
    return await confirmPayment(kit, order, remote, decided.payment, decided.verdict);
  } catch (error) {
    if (!(error instanceof PaymentMismatchError)) throw error;
    // Pages ask every few seconds; once in review it was told.
    if (order.status !== 'review') report(error);
    return kit.book.get(order.id);
  }
}

/** What `settleOrder` would find. */
export interface Prospect {
  readonly is: OrderStatus;
  /** Of the payment that decides. */
  readonly paid: number | undefined;
  readonly refunded: number;
  readonly paymentId: string | undefined;
  /** What does not fit. */
  readonly remark: string | undefined;
}

/** Where Razorpay says an order is, without moving it or taking any money. */
export async function foreseeOrder({razorpay}: Kit, order: Order): Promise<Prospect> {
  const remote = await razorpay.order(order.id);
  const payments = await razorpay.payments(order.id);
  if (order.status === 'paid') return foreseePaid(order, payments);

  const decided = decide(order, remote, payments);
  if (!decided) {
    const isTried = remote.attempts > 0 && order.status === 'created';
    return {
      is: isTried ? 'attempted' : order.status,
      paid: undefined,
      refunded: order.amountRefunded,
      paymentId: undefined,
      remark: undefined,
    };
  }
  const {payment, verdict} = decided;
  const to = PROSPECTS[verdict.is];
  return {
    is: canReach(to, order.status) ? to : order.status,
    paid: payment.amount,
    refunded: refunded(payment),
    paymentId: payment.id,
    remark: verdict.is === 'mismatch' ? verdict.reason : undefined,
  };
}

function foreseePaid(order: Order, payments: readonly RemotePayment[]): Prospect {
  const {own, others} = ofPaid(order, payments);
  const back = own ? refunded(own) : order.amountRefunded;
  return {
    is: own && back >= own.amount ? 'refunded' : 'paid',
    paid: order.payment?.amount,
    refunded: back,
    paymentId: order.payment?.id,
    remark: others[0]?.message,
  };
}

const PROSPECTS = {
  paid: 'paid',
  capture: 'paid',
  placed: 'placed',
  cancelled: 'cancelled',
  refunded: 'refunded',
  unconfirmed: 'attempted',
  mismatch: 'review',
} as const satisfies Record<Verdict['is'], OrderStatus>;

/** Of a paid order only refunds are news, and money that came twice. */
async function settlePaid(
  kit: Kit,
  order: Order,
  payments: readonly RemotePayment[],
  report: (error: PaymentMismatchError) => void,
): Promise<Order> {
  const {own, others} = ofPaid(order, payments);
  for (const error of others) report(error);
  return own ? noteRefund(kit, order, own) : order;
}

/** The payment that confirmed an order, and what came beside it. */
function ofPaid(order: Order, payments: readonly RemotePayment[]) {
  const own = payments.find(({id}) => id === order.payment?.id);
  const others = payments
    .filter((payment) => payment !== own && payment.status === 'captured')
    .map(({id}) => new PaymentMismatchError(order, id, 'The order is paid twice.'));
  return {own, others};
}
