import type {Order, OrderDetails} from '../model/order.js';
import type {RemoteOrder, RemotePayment} from '../razorpay/entities.js';
import {quotedMethods, unquoted} from './unquoted.js';

/**
 * What a payment means for an order: `paid`, `placed` (cash on delivery), `capture` (paid once it
 * is captured), `cancelled` (cash on delivery that is not to come), `refunded` (all of it went
 * back), `unconfirmed` (nothing yet; it may come), or `mismatch`: money moved and does not fit.
 */
export type Verdict =
  | {readonly is: Exclude<Meaning, Moving>}
  | {readonly is: Moving; readonly details: OrderDetails}
  | {readonly is: 'mismatch'; readonly reason: string; readonly details: OrderDetails};

type Moving = 'paid' | 'placed' | 'capture';
type Meaning = Moving | 'cancelled' | 'refunded' | 'unconfirmed';

/**
 * Holds a payment against our order and against the same order as Razorpay has it now. Magic
 * Checkout adds fees and takes promotions off, so that our own total is compared with
 * `line_items_total`, the order's amount with what it is made of, and the payment with that. Only
 * an offer of a bank may make the payment lower. Fees and promotions must be ones that we quoted.
 *
 * https://razorpay.com/docs/payments/magic-checkout/web/ (1.9, Perform Post Payment Processing)
 */
export function judge(order: Order, remote: RemoteOrder, payment: RemotePayment): Verdict {
  const is = meaning(order, remote, payment);
  if (is === 'unconfirmed' || is === 'refunded' || is === 'cancelled') return {is};

  // An account without Magic Checkout gets an order without it, whose amount never changes.
  const total = remote.lineItemsTotal ?? remote.amount;
  const {shippingFee, codFee, promotions, offers} = remote;
  const promoted = promotions.reduce((sum, {value}) => sum + value, 0);
  const expected = total + shippingFee + codFee - promoted;
  const hasOffer = offers.length > 0 || payment.offerId !== undefined;
  const details: OrderDetails = {
    amount: payment.amount,
    lineItemsTotal: total,
    shippingFee,
    codFee,
    promotions,
    offers: offers.length || payment.offerId === undefined ? offers : [payment.offerId],
    offerDiscount: hasOffer ? Math.max(0, expected - payment.amount) : 0,
    shippingMethod: shippingMethod(order, remote, payment),
    tax: remote.tax,
    customer: remote.customer,
    notes: remote.notes,
    instrument: payment.instrument,
  };
  const misfit = (reason: string): Verdict => ({is: 'mismatch', reason, details});
  const mismatch = (what: string, ours: unknown, theirs: unknown): Verdict =>
    misfit(`The ${what} is ${String(theirs)} where ${String(ours)} was expected.`);

  if (payment.orderId !== order.id) return mismatch('order', order.id, payment.orderId);
  if (remote.id !== order.id) return mismatch('order', order.id, remote.id);
  if (payment.currency !== order.currency)
    return mismatch('currency', order.currency, payment.currency);
  if (remote.currency !== order.currency)
    return mismatch("order's currency", order.currency, remote.currency);
  if (total !== order.amount) return mismatch("order's total", order.amount, total);
  // With an offer Razorpay lowers the order's amount, or the payment's only.
  if (remote.amount !== expected && !(hasOffer && remote.amount < expected))
    return mismatch("order's amount", expected, remote.amount);
  if (payment.amount !== remote.amount && !(hasOffer && payment.amount < remote.amount))
    return mismatch('amount', remote.amount, payment.amount);
  const complaint = unquoted(order, remote, payment);
  return complaint === undefined ? {is, details} : misfit(complaint);
}

/** The one that the shopper chose: known by its fees, or by the name that Razorpay notes. */
function shippingMethod(
  order: Order,
  remote: RemoteOrder,
  payment: RemotePayment,
): OrderDetails['shippingMethod'] {
  const methods = quotedMethods(order, remote, payment);
  const ids = new Set(methods.map(({id}) => id));
  const method =
    ids.size === 1
      ? methods[0]
      : methods.find(({name}) => name === remote.notes.shipping_method_name);
  return method && {id: method.id, name: method.name};
}

/** The payment that decides about an order: one that fits goes before one that does not. */
export function decide(
  order: Order,
  remote: RemoteOrder,
  payments: readonly RemotePayment[],
): {readonly payment: RemotePayment; readonly verdict: Verdict} | undefined {
  return payments
    .map((payment) => ({payment, verdict: judge(order, remote, payment)}))
    .filter(({verdict}) => verdict.is !== 'unconfirmed')
    .sort((a, b) => RANK.indexOf(a.verdict.is) - RANK.indexOf(b.verdict.is))[0];
}

const RANK: readonly Verdict['is'][] = [
  'paid',
  'capture',
  'placed',
  'mismatch',
  'refunded',
  'cancelled',
];

function meaning(order: Order, remote: RemoteOrder, {id, status, method}: RemotePayment): Meaning {
  if (status === 'captured') return 'paid';
  // Another payment was captured already, or this one has been since: never take money twice.
  if (status === 'authorized') return remote.status === 'paid' ? 'unconfirmed' : 'capture';
  // What Razorpay gave back before it was captured leaves the order open to another attempt.
  if (status === 'refunded')
    return order.payment?.id === id || /^(paid|refunded)$/.test(remote.status)
      ? 'refunded'
      : 'unconfirmed';
  if (method === 'cod' && remote.status === 'cancelled') return 'cancelled';
  if (method === 'cod' && status === 'pending' && remote.status === 'placed') return 'placed';
  // `failed` included: a bank may say yes days later.
  return 'unconfirmed';
}
