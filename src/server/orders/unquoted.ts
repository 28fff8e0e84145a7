import type {Order, OrderPromotion} from '../model/order.js';
import {comparable, type QuotedMethod, type QuotedPromotion} from '../model/quotes.js';
import type {RemoteOrder, RemotePayment} from '../razorpay/entities.js';

/**
 * What of a finished order the merchant's endpoints have not quoted, as a sentence for the merchant;
 * undefined where all of it was. That the shopper paid is Razorpay's
 * word; that the price was right is checked here.
 */
export function unquoted(
  order: Order,
  remote: RemoteOrder,
  payment: RemotePayment,
): string | undefined {
  // An account without Magic Checkout asks for no quotes.
  if (remote.lineItemsTotal === undefined) return undefined;
  return unquotedShipping(order, remote, payment) ?? unquotedPromotion(order, remote);
}

/** The quoted ways to ship that cost what the finished order says. */
export function quotedMethods(
  {quotes: {shipping = []}}: Order,
  {shippingFee, codFee, customer: {shippingAddress}}: RemoteOrder,
  payment: RemotePayment,
): QuotedMethod[] {
  const zipcode = shippingAddress?.zipcode;
  return shipping
    .filter((quoted) => zipcode === undefined || isSame(quoted.zipcode, zipcode))
    .flatMap(({methods}) => methods)
    .filter(
      (method) =>
        method.shippingFee === shippingFee &&
        (method.codFee === codFee || (payment.method !== 'cod' && codFee === 0)),
    );
}

function unquotedShipping(
  order: Order,
  remote: RemoteOrder,
  payment: RemotePayment,
): string | undefined {
  const {shipping} = order.quotes;
  if (!shipping || quotedMethods(order, remote, payment).length) return undefined;
  if (!shipping.length)
    return 'No shipping was quoted. Is Magic Checkout on for this account, and the URL for shipping info set in the dashboard?';
  const {shippingFee, codFee} = remote;
  return payment.method === 'cod'
    ? `Shipping for ${shippingFee} with cash on delivery for ${codFee} was not quoted for the address.`
    : `Shipping for ${shippingFee + codFee} was not quoted for the address.`;
}

function unquotedPromotion({quotes}: Order, {promotions}: RemoteOrder): string | undefined {
  if (!quotes.promotions) return undefined;
  const left = [...quotes.promotions];
  for (const {code = '', referenceId, value} of promotions) {
    if (value === 0) continue;
    const index = left.findIndex((quoted) => isQuote(quoted, {code, referenceId, value}));
    if (index < 0) return `The promotion "${code}" of ${value} was not quoted.`;
    // A code that is quoted once may be used once.
    left.splice(index, 1);
  }
  return undefined;
}

/** What the promotions of an order use up, each once, in an order that is the same for all. */
export function usedCoupons({quotes, details}: Order): string[] {
  const used = (details?.promotions ?? []).flatMap(
    (promotion) => quotes.promotions?.find((quoted) => isQuote(quoted, promotion))?.coupon ?? [],
  );
  return [...new Set(used)].sort();
}

const isQuote = (
  quoted: QuotedPromotion,
  {code = '', referenceId, value}: Pick<OrderPromotion, 'code' | 'referenceId' | 'value'>,
): boolean =>
  quoted.value === value && (quoted.referenceId === referenceId || isSame(quoted.code, code));

/** Whether two codes are the same, however they were typed. */
const isSame = (a: string, b: string): boolean => comparable(a) === comparable(b);
