import * as z from 'zod/mini';
import {atLeast, checked, object, optional, paise, text} from './check-returned.js';
import {LEAST_PAISE, type OrderMandate} from './mandate-terms.js';
import {Notes} from './notes.js';

/**
 * What `price` says of a cart, with Razorpay's limits. Money is in the currency's smallest unit
 * (paise), always an integer.
 *
 * https://razorpay.com/docs/payments/magic-checkout/web/ (1.3, Create an Order)
 */

const url = z.url({protocol: /^https?$/, error: 'must be a whole http(s) address'});

const length = z.union(
  [z.number().check(z.minimum(0)), z.string().check(z.regex(/^\d+(\.\d+)?$/))],
  {
    error: 'must be a number of centimetres',
  },
);

export const LineItem = object({
  /** Your own id of the product. */
  sku: text,
  /** Your own id of the variant; the `sku` again where there are none. */
  variantId: text,
  name: text,
  description: text,
  /** Price of one before discounts, in paise. */
  price: paise(),
  /** What the shopper pays for one, tax included, in paise. */
  offerPrice: paise(),
  quantity: atLeast(1),
  /** Tax contained in the price of one, in paise. */
  taxAmount: paise(),
  /** Without it the checkout shows no picture. */
  imageUrl: optional(url),
  productUrl: optional(url),
  /** In grams. */
  weight: optional(atLeast(0)),
  /** In centimetres. */
  dimensions: optional(
    object({
      length: optional(length),
      width: optional(length),
      height: optional(length),
    }),
  ),
  otherProductCodes: optional(
    object({
      upc: optional(text),
      ean: optional(text),
      unspsc: optional(text),
    }),
  ),
  notes: optional(Notes),
});
/**
 * One line of a cart, as `price` gives it. Money is in the currency's smallest unit (paise).
 *
 * @example
 * ```ts
 * import type {LineItem} from 'rzp-magic-button/server.js';
 *
 * const item: LineItem = {
 *   sku: 'assam',
 *   variantId: 'assam-100',
 *   name: 'Assam Gold',
 *   description: 'Whole leaf, 100 g',
 *   price: 39_900, // before discounts, in paise
 *   offerPrice: 34_900, // what one costs, tax included
 *   taxAmount: 1_662,
 *   quantity: 2,
 * };
 * console.log(item.offerPrice * item.quantity); // 69800
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (1.3, Create an Order)
 * @interface
 */
export type LineItem = z.infer<typeof LineItem>;

export const PricedCart = object({
  lineItems: z.readonly(
    z.array(LineItem, 'must be a list').check(z.minLength(1, 'must not be empty')),
  ),
  /** ISO 4217; `INR` unless said otherwise. */
  currency: optional(
    z.string('must be a text').check(z.regex(/^[A-Z]{3}$/, 'must be three capital letters')),
  ),
  /** Up to 15, of up to 256 characters: for Razorpay's dashboard, and nothing secret. */
  notes: optional(Notes),
});
/**
 * What `price` returns. What may be left out may be `null` too.
 *
 * @example
 * ```ts
 * import type {LineItem, PricedCart} from 'rzp-magic-button/server.js';
 *
 * declare const lineItems: LineItem[];
 *
 * export const cart: PricedCart = {lineItems, notes: {campaign: 'monsoon'}};
 * ```
 * @interface
 */
export type PricedCart = z.input<typeof PricedCart>;

/** A cart that was priced, added up. */
export interface TotalledCart {
  /** None where a mandate is approved. */
  readonly lineItems: readonly LineItem[];
  /** What the shopper shall approve; undefined where line items are bought. */
  readonly mandate: OrderMandate | undefined;
  /** Σ `offerPrice × quantity`, or what approving costs, in the currency's smallest unit. */
  readonly amount: number;
  readonly currency: string;
  readonly notes: Readonly<Record<string, string>>;
}

/**
 * Checks a cart and adds it up. Throws an error for the merchant's log that begins with whose it is,
 * such as `price() returned`.
 */
export function totalled(cart: unknown, from: string): TotalledCart {
  const {
    lineItems,
    currency = 'INR',
    notes = {},
  } = checked(PricedCart, cart, {
    from,
    shape: '{lineItems: […]}',
  });
  const amount = lineItems.reduce((sum, item) => sum + item.offerPrice * item.quantity, 0);
  if (!Number.isSafeInteger(amount) || amount < (currency === 'INR' ? LEAST_PAISE : 1))
    throw new Error(
      `${from} a cart of ${amount} in the smallest unit of ${currency}. Razorpay takes ${LEAST_PAISE} paise or more.`,
    );
  return {lineItems, mandate: undefined, amount, currency, notes};
}
