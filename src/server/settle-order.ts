import {confirmPayment, noteAttempt, noteRefund, PaymentMismatchError} from './confirm-payment.js';
import type {Incoming} from './exchange.js';
import {decide, type Verdict} from './judge.js';
import type {Kit} from './kit.js';
import {canReach} from './move-order.js';
import type {Order, OrderStatus} from './order.js';
import type {RemotePayment} from './razorpay-entities.js';

/**
 * Moves an order to where Razorpay says it is, whatever we were told or not told before. Gives the
 * order as it stands afterwards; a payment that does not fit is reported.
 */
export async function settleOrder(kit: Kit, order: Order, incoming?: Incoming): Promise<Order> {
  const remote = await kit.razorpay.order(order.id);
  if (remote.attempts === 0 && remote.status === 'created') return order;

  const payments = await kit.razorpay.payments(order.id);
  if (order.status === 'paid') return settlePaid(kit, order, payments, incoming);
  const decided = decide(order, remote, payments);
  if (!decided) return noteAttempt(kit, order);
  try {
    return await confirmPayment(kit, order, remote, decided.payment, decided.verdict);
  } catch (error) {
    if (!(error instanceof PaymentMismatchError)) throw error;
    // Pages ask every few seconds; once in review it was told.
    if (order.status !== 'review') kit.report(error, incoming?.request);
    return kit.book.get(order.id);
  }
}

/** What `settleOrder` would find. */
export interface Prospect {
  readonly is: OrderStatus;
  /** Of the payment that decides. */
  readonly paid: number | undefined;
  readonly paymentId: string | undefined;
  /** What does not fit. */
  readonly remark: string | undefined;
}

/** Where Razorpay says an order is, without moving it or taking any money. */
export async function foreseeOrder({razorpay}: Kit, order: Order): Promise<Prospect> {
  const remote = await razorpay.order(order.id);
  const decided = decide(order, remote, await razorpay.payments(order.id));
  if (!decided) {
    const isTried = remote.attempts > 0 && order.status === 'created';
    return {
      is: isTried ? 'attempted' : order.status,
      paid: undefined,
      paymentId: undefined,
      remark: undefined,
    };
  }
  const {payment, verdict} = decided;
  const to = PROSPECTS[verdict.is];
  return {
    is: canReach(to, order.status) ? to : order.status,
    paid: payment.amount,
    paymentId: payment.id,
    remark: verdict.is === 'mismatch' ? verdict.reason : undefined,
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
  incoming: Incoming | undefined,
): Promise<Order> {
  const own = payments.find(({id}) => id === order.payment?.id);
  for (const payment of payments)
    if (payment !== own && payment.status === 'captured')
      kit.report(
        new PaymentMismatchError(order, payment.id, 'The order is paid twice.'),
        incoming?.request,
      );
  return own ? noteRefund(kit, order, own) : order;
}
