import type {Order} from './order.js';
import type {RemoteOrder, RemotePayment} from './razorpay-client.js';

/**
 * What a payment means for an order: `paid`, `placed` (cash on delivery), `capture` (paid once it
 * is captured), `unconfirmed` (nothing yet; it may come), or `mismatch`: it does not fit.
 */
export type Verdict = {readonly is: Meaning} | {readonly is: 'mismatch'; readonly reason: string};

type Meaning = 'paid' | 'placed' | 'capture' | 'unconfirmed';

/**
 * Holds a payment against our order and against the same order as Razorpay has it now. Magic
 * Checkout adds fees to the order's amount, so that our own total is compared with
 * `line_items_total`, and the payment with the amount that the order has now.
 *
 * https://razorpay.com/docs/payments/magic-checkout/web/ (1.9, Perform Post Payment Processing)
 */
export function judge(order: Order, remote: RemoteOrder, payment: RemotePayment): Verdict {
  if (payment.orderId !== order.id) return mismatch('order', order.id, payment.orderId);
  if (remote.id !== order.id) return mismatch('order', order.id, remote.id);
  if (payment.currency !== order.currency)
    return mismatch('currency', order.currency, payment.currency);
  if (remote.currency !== order.currency)
    return mismatch("order's currency", order.currency, remote.currency);
  // An account without Magic Checkout gets an order without it, whose amount never changes.
  const total = remote.lineItemsTotal ?? remote.amount;
  if (total !== order.amount) return mismatch("order's total", order.amount, total);

  const is = meaning(remote, payment);
  return is !== 'unconfirmed' && payment.amount !== remote.amount
    ? mismatch('amount', remote.amount, payment.amount)
    : {is};
}

function meaning(remote: RemoteOrder, {status, method}: RemotePayment): Meaning {
  if (status === 'captured') return 'paid';
  // Another payment was captured already, or this one has been since: never take money twice.
  if (status === 'authorized') return remote.status === 'paid' ? 'unconfirmed' : 'capture';
  if (status === 'pending' && method === 'cod' && remote.status === 'placed') return 'placed';
  // `failed` included: a bank may say yes days later.
  return 'unconfirmed';
}

const mismatch = (what: string, ours: unknown, theirs: unknown): Verdict => ({
  is: 'mismatch',
  reason: `The ${what} is ${String(theirs)} where ${String(ours)} was expected.`,
});
