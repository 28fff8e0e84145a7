/**
 * A way to ship that the checkout was offered. Money in the currency's smallest unit.
 *
 * @example
 * ```ts
 * import type {Order, QuotedMethod} from 'rzp-magic-button/server.js';
 *
 * declare const order: Order; // await checkout.order('order_IEIaMR65cu6nz3')
 *
 * const methods: QuotedMethod[] = (order.quotes.shipping ?? []).flatMap(({methods}) => methods);
 * console.log(methods.map(({name, shippingFee}) => `${name}: ${shippingFee / 100}`));
 * ```
 */
export interface QuotedMethod {
  readonly id: string;
  readonly name: string;
  readonly shippingFee: number;
  /** The fee for cash on delivery; undefined where that is not offered. */
  readonly codFee: number | undefined;
}

/**
 * The ways to ship to one address; none where it is not served.
 *
 * @example
 * ```ts
 * import type {Order, QuotedAddress} from 'rzp-magic-button/server.js';
 *
 * declare const order: Order; // await checkout.order('order_IEIaMR65cu6nz3')
 *
 * const addresses: readonly QuotedAddress[] = order.quotes.shipping ?? [];
 * console.log(addresses.map(({zipcode, methods}) => `${zipcode}: ${methods.length} ways`));
 * ```
 */
export interface QuotedAddress {
  /** As Razorpay names the address; `0` for a new one. */
  readonly id: string;
  readonly zipcode: string;
  readonly methods: readonly QuotedMethod[];
}

/**
 * What the checkout was told that a code takes off.
 *
 * @example
 * ```ts
 * import type {Order, QuotedPromotion} from 'rzp-magic-button/server.js';
 *
 * declare const order: Order; // await checkout.order('order_IEIaMR65cu6nz3')
 *
 * const codes: readonly QuotedPromotion[] = order.quotes.promotions ?? [];
 * console.log(codes.map(({code, value}) => `${code}: ${value / 100}`));
 * ```
 */
export interface QuotedPromotion {
  readonly code: string;
  readonly referenceId: string;
  /** In the currency's smallest unit. */
  readonly value: number;
  /** What the code uses up, where it may be used once. */
  readonly coupon?: string | undefined;
}

/**
 * What the merchant's endpoints have quoted for an order, the last answer for each address and each
 * code. Undefined where the order was made without such an endpoint: it is held to nothing then.
 *
 * @example
 * ```ts
 * import type {Order, Quotes} from 'rzp-magic-button/server.js';
 *
 * declare const order: Order; // await checkout.order('order_IEIaMR65cu6nz3')
 *
 * const {shipping, promotions}: Quotes = order.quotes;
 * console.log(shipping?.length ?? 'no shipping', promotions?.length ?? 'no promotions');
 * ```
 */
export interface Quotes {
  readonly shipping?: readonly QuotedAddress[] | undefined;
  readonly promotions?: readonly QuotedPromotion[] | undefined;
}

/** How many answers of a kind are kept, and how many characters they take: who asks chooses what for. */
const MOST_KEPT = 100;
const MOST_KEPT_CHARACTERS = 256 * 1024;

/** A code or a zipcode as it is whichever way people type it. */
export const comparable = (typed: string): string => typed.replace(/\s/g, '').toLowerCase();

/** Adds to what was quoted; a new answer takes the place of the old one. */
export const addQuotes = (old: Quotes, added: Quotes): Quotes => ({
  shipping: merge(old.shipping, added.shipping, ({id, zipcode}) => `${id} ${zipcode}`),
  promotions: merge(old.promotions, added.promotions, ({code}) => comparable(code)),
});

function merge<T>(
  old: readonly T[] | undefined,
  added: readonly T[] = [],
  key: (item: T) => string,
): readonly T[] | undefined {
  // An answer without a quote, as where shipping() failed, must not hold the order to "none".
  if (!added.length) return old;
  const keys = new Set(added.map(key));
  return newest([...(old ?? []).filter((item) => !keys.has(key(item))), ...added]);
}

/** As many of the last ones as are kept. */
function newest<T>(items: readonly T[]): readonly T[] {
  let first = items.length;
  let characters = 0;
  while (first > Math.max(0, items.length - MOST_KEPT)) {
    characters += JSON.stringify(items[first - 1]).length;
    if (characters > MOST_KEPT_CHARACTERS) break;
    first--;
  }
  return items.slice(first);
}
