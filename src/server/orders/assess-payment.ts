import type {ConfirmedStatus, Order, OrderDetails} from '../model/order.js';
import type {RemoteOrder, RemotePayment} from '../razorpay/entities.js';
import {quotedMethods, unquoted} from './unquoted.js';

/**
 * What a payment means for an order: `paid`, `placed` (cash on delivery), `capture` (paid once it
 * is captured), `cancelled` (cash on delivery that is not to come), `refunded` (all of it went
 * back), `unconfirmed` (nothing yet; it may come), `mismatch` (money moved and does not fit), or
 * `held`: it fits, and a person has to look at it all the same.
 */
export type Verdict =
  | {readonly is: Exclude<Meaning, Confirming>}
  | {readonly is: Confirming; readonly details: OrderDetails}
  | {readonly is: 'mismatch' | 'held'; readonly reason: string; readonly details: OrderDetails};

type Confirming = ConfirmedStatus | 'capture';
type Meaning = Confirming | 'cancelled' | 'refunded' | 'unconfirmed';

/** Holds a payment against our order and against the same order as Razorpay has it now. */
export function assessPayment(order: Order, remote: RemoteOrder, payment: RemotePayment): Verdict {
  const is = meaningOf(order, remote, payment);
  if (is === 'unconfirmed' || is === 'refunded' || is === 'cancelled') return {is};
  const details = detailsOf(order, remote, payment);
  const reason = difference(order, remote, payment) ?? unquoted(order, remote, payment);
  return reason === undefined ? {is, details} : {is: 'mismatch', reason, details};
}

/** What a payment means for an order, whether it fits or not. */
export function meaningOf(
  order: Order,
  remote: RemoteOrder,
  {id, status, method}: RemotePayment,
): Meaning {
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

/**
 * What differs between our order, Razorpay's and the payment, as a sentence for the merchant;
 * undefined where they agree. Magic Checkout adds fees and takes promotions off, so that our own
 * total is compared with `line_items_total`, the order's amount with what it is made of, and the
 * payment with that. Only an offer of a bank may make the payment lower.
 *
 * https://razorpay.com/docs/payments/magic-checkout/web/ (1.9, Perform Post Payment Processing)
 */
function difference(order: Order, remote: RemoteOrder, payment: RemotePayment): string | undefined {
  const differs = (what: string, ours: unknown, theirs: unknown): string =>
    `The ${what} is ${String(theirs)} where ${String(ours)} was expected.`;
  const total = lineItemsTotal(remote);
  const expected = expectedAmount(remote);

  if (payment.orderId !== order.id) return differs('order', order.id, payment.orderId);
  if (remote.id !== order.id) return differs('order', order.id, remote.id);
  if (payment.currency !== order.currency)
    return differs('currency', order.currency, payment.currency);
  if (remote.currency !== order.currency)
    return differs("order's currency", order.currency, remote.currency);
  if (total !== order.amount) return differs("order's total", order.amount, total);
  // With an offer Razorpay lowers the order's amount, or the payment's only.
  const mayBeLower = hasOffer(remote, payment);
  if (remote.amount !== expected && !(mayBeLower && remote.amount < expected))
    return differs("order's amount", expected, remote.amount);
  if (payment.amount !== remote.amount && !(mayBeLower && payment.amount < remote.amount))
    return differs('amount', remote.amount, payment.amount);
  return undefined;
}

/** What an order came to, and whose it is, once a payment confirms it. */
export function detailsOf(order: Order, remote: RemoteOrder, payment: RemotePayment): OrderDetails {
  const {shippingFee, codFee, promotions, offers, tax, customer, notes} = remote;
  const {amount, offerId, instrument} = payment;
  return {
    amount,
    lineItemsTotal: lineItemsTotal(remote),
    shippingFee,
    codFee,
    promotions,
    offers: offers.length || offerId === undefined ? offers : [offerId],
    offerDiscount: hasOffer(remote, payment) ? Math.max(0, expectedAmount(remote) - amount) : 0,
    shippingMethod: shippingMethod(order, remote, payment),
    tax,
    customer,
    notes,
    instrument,
  };
}

/** An account without Magic Checkout gets an order without it, whose amount never changes. */
const lineItemsTotal = ({lineItemsTotal, amount}: RemoteOrder): number => lineItemsTotal ?? amount;

/** What an order comes to, all told, before offers of banks. */
const expectedAmount = (remote: RemoteOrder): number =>
  lineItemsTotal(remote) +
  remote.shippingFee +
  remote.codFee -
  remote.promotions.reduce((sum, {value}) => sum + value, 0);

const hasOffer = ({offers}: RemoteOrder, {offerId}: RemotePayment): boolean =>
  offers.length > 0 || offerId !== undefined;

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
