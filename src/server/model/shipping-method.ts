import * as z from 'zod/mini';
import type {Asker} from './asker.js';
import {checked, object, optional, paise, text, yesOrNo} from './check-returned.js';

/**
 * Where the shopper wants it sent.
 *
 * @example
 * ```ts
 * import type {ShippingAddress, ShippingQuestion} from 'rzp-magic-button/server.js';
 *
 * export const isServed = ({country, zipcode}: ShippingAddress) =>
 *   country === 'IN' && !zipcode.startsWith('19');
 *
 * export const served = ({address}: ShippingQuestion) => isServed(address);
 * ```
 */
export interface ShippingAddress {
  /** As Razorpay names it; `0` for a new one. */
  readonly id: string;
  readonly zipcode: string;
  /** Such as `KA`, where Razorpay knows it. */
  readonly stateCode: string | undefined;
  /** Two capital letters, such as `IN`. */
  readonly country: string;
  readonly city: string | undefined;
}

/**
 * What `shipping` is asked.
 *
 * @example
 * ```ts
 * import type {ShippingMethod, ShippingQuestion} from 'rzp-magic-button/server.js';
 *
 * export const shipping = ({address, order}: ShippingQuestion): ShippingMethod[] =>
 *   address.country === 'IN'
 *     ? [
 *         {
 *           id: 'post',
 *           name: 'Delivery in 5 days',
 *           serviceable: true,
 *           shippingFee: order.amount >= 50_000 ? 0 : 4_900,
 *           cod: true,
 *           codFee: 2_500,
 *         },
 *       ]
 *     : [];
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (1.4, Interact with Shipping Info API)
 */
export interface ShippingQuestion extends Asker {
  readonly address: ShippingAddress;
}

const Method = object({
  /** Your own id. */
  id: text,
  /** Shown to the shopper, such as `Delivery in 5 days`. */
  name: text,
  description: optional(text),
  /** Whether you deliver there. */
  serviceable: yesOrNo,
  /** In the currency's smallest unit (paise). */
  shippingFee: paise(),
  /** Whether the shopper may pay in cash on delivery. */
  cod: yesOrNo,
  /** On top, for cash on delivery, in the currency's smallest unit; nothing where `cod` is false. */
  codFee: paise(),
});
/**
 * A way to ship, as `shipping` returns it.
 *
 * @example
 * ```ts
 * import type {ShippingMethod} from 'rzp-magic-button/server.js';
 *
 * export const post: ShippingMethod = {
 *   id: 'post',
 *   name: 'Delivery in 5 days',
 *   serviceable: true,
 *   shippingFee: 4_900, // paise
 *   cod: true, // cash on delivery, for 25 rupees more
 *   codFee: 2_500,
 * };
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (1.4, Interact with Shipping Info API)
 * @interface
 */
export type ShippingMethod = Readonly<z.infer<typeof Method>>;

const Methods = z
  .array(Method, 'must be a list')
  .check(
    z.refine(
      (methods) => new Set(methods.map(({id}) => id)).size === methods.length,
      'must have ids that differ',
    ),
  );

/** Checks what `shipping` returned. Throws an error for the merchant's log. */
export function shippingMethods(returned: unknown): ShippingMethod[] {
  const methods = checked(Methods, returned, {
    from: 'shipping() returned',
    shape: 'a list, which may be empty',
  });
  return methods.map((method) => ({...method, codFee: method.cod ? method.codFee : 0}));
}
