import * as z from 'zod/mini';
import type {Asker} from './asker.js';
import type {Awaitable} from './awaitable.js';
import {checked, object, optional, paise, text, word, yesOrNo} from './check-returned.js';

/**
 * Why a promotion code cannot be used, in Razorpay's words.
 *
 * @example
 * ```ts
 * import {PROMOTION_FAILURE_CODES} from 'rzp-magic-button/server.js';
 *
 * console.log(PROMOTION_FAILURE_CODES.join(' ')); // INVALID_PROMOTION LOGIN_REQUIRED REQUIREMENT_NOT_MET
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (1.5.1, Interact with Apply Promotions API)
 */
export const PROMOTION_FAILURE_CODES = [
  /** There is no such code, or not any more. */
  'INVALID_PROMOTION',
  /** It is a registered customer's: the checkout asks the shopper to sign in. */
  'LOGIN_REQUIRED',
  /** The cart does not meet its conditions. */
  'REQUIREMENT_NOT_MET',
] as const;
/**
 * One of `PROMOTION_FAILURE_CODES`.
 *
 * @example
 * ```ts
 * import type {PromotionFailure, PromotionFailureCode} from 'rzp-magic-button/server.js';
 *
 * export const refuse = (failure: PromotionFailureCode, reason: string): PromotionFailure => ({
 *   failure,
 *   reason,
 * });
 * ```
 * @useDeclaredType
 */
export type PromotionFailureCode = (typeof PROMOTION_FAILURE_CODES)[number];

/**
 * The merchant's promotion codes. Both answer within 8 s.
 *
 * @example
 * ```ts
 * import type {Promotions} from 'rzp-magic-button/server.js';
 *
 * export const promotions: Promotions = {
 *   list: () => [{code: 'TEA10', summary: '10% off'}],
 *   apply: ({order, code}) =>
 *     code.toUpperCase() === 'TEA10'
 *       ? {
 *           referenceId: 'tea10',
 *           type: 'coupon',
 *           value: Math.round(order.amount / 10), // always paise
 *           valueType: 'percentage',
 *         }
 *       : {failure: 'INVALID_PROMOTION', reason: 'There is no such code.'},
 * };
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (1.5, Interact with Get Promotions API)
 */
export interface Promotions {
  /** The codes to show to the shopper; an empty list where there are none. */
  list(asker: Asker): Awaitable<readonly Promotion[]>;
  /**
   * What a code takes off. A quote, and the same each time: the shopper may take it off again or
   * never pay. What was used is in `onStatus`, as `change.order.details.promotions`: use it up there.
   * A code that is good for one order only is best reserved, or two orders at once have it quoted.
   */
  apply(question: PromotionQuestion): Awaitable<AppliedPromotion | PromotionFailure>;
}

/**
 * What `apply` is asked.
 *
 * @example
 * ```ts
 * import type {AppliedPromotion, PromotionFailure, PromotionQuestion} from 'rzp-magic-button/server.js';
 *
 * export const apply = ({
 *   code,
 *   order,
 * }: PromotionQuestion): AppliedPromotion | PromotionFailure =>
 *   code === 'TEA100' && order.amount >= 50_000
 *     ? {referenceId: 'tea100', type: 'coupon', value: 10_000, valueType: 'fixed_amount'}
 *     : {failure: 'REQUIREMENT_NOT_MET', reason: 'From ₹500 on.'};
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (1.5.1, Interact with Apply Promotions API)
 */
export interface PromotionQuestion extends Asker {
  /** As the shopper typed it, without white space around it. */
  readonly code: string;
}

const Promotion = object({
  code: text,
  /** Such as `10% off the whole cart`. */
  summary: text,
  description: optional(text),
  /** Meant for this shopper: only shown when the asker is trusted. */
  personal: optional(yesOrNo),
});
/**
 * A code to show to the shopper.
 *
 * @example
 * ```ts
 * import type {Promotion} from 'rzp-magic-button/server.js';
 *
 * export const shown: Promotion[] = [
 *   {code: 'TEA10', summary: '10% off', description: 'On the whole cart, until Sunday.'},
 * ];
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (1.5, Interact with Get Promotions API)
 * @interface
 */
export type Promotion = Readonly<z.infer<typeof Promotion>>;

const Applied = object({
  /** Your own id of the promotion. */
  referenceId: text,
  /** As it is called; as the shopper typed it unless said otherwise. */
  code: optional(text),
  type: word(['coupon', 'offer']),
  /** What it takes off in the end, in paise, whatever the `valueType`. */
  value: paise(1),
  valueType: word(['fixed_amount', 'percentage', 'BXGY']),
  description: optional(text),
  /** For a code that may be used once: it is this order's alone, for a while. */
  reserve: optional(
    object({
      /** What is used up, such as the number of a voucher; the code unless said otherwise. */
      coupon: optional(text),
      /** In ms, or as a text such as `15m`, which it is unless said otherwise. */
      expiresIn: optional(
        z.union([z.number(), z.string()], 'must be milliseconds or a text such as "15m"'),
      ),
      /** What the shopper reads while another order has it. */
      refusal: optional(text),
    }),
  ),
});
/**
 * A code that can be used.
 *
 * @example
 * ```ts
 * import type {AppliedPromotion} from 'rzp-magic-button/server.js';
 *
 * export const applied: AppliedPromotion = {
 *   referenceId: 'tea10',
 *   type: 'coupon',
 *   value: 3_490, // paise, although it is a tenth
 *   valueType: 'percentage',
 * };
 *
 * // A voucher that is good for one order: the next that asks is refused.
 * export const once: AppliedPromotion = {
 *   referenceId: 'voucher-4711',
 *   type: 'coupon',
 *   value: 50_000,
 *   valueType: 'fixed_amount',
 *   reserve: {coupon: 'voucher-4711', expiresIn: '30m', refusal: 'The voucher is in use.'},
 * };
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (1.5.1, Interact with Apply Promotions API)
 * @interface
 */
export type AppliedPromotion = Readonly<z.infer<typeof Applied>>;

const Failed = object({
  failure: word(PROMOTION_FAILURE_CODES),
  /** Shown to the shopper. */
  reason: text,
});
/**
 * A code that cannot be used, and why.
 *
 * @example
 * ```ts
 * import type {PromotionFailure} from 'rzp-magic-button/server.js';
 *
 * export const failed: PromotionFailure = {
 *   failure: 'REQUIREMENT_NOT_MET',
 *   reason: 'FEAST200 is for carts of ₹1,000 and more.',
 * };
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (1.5.1, Interact with Apply Promotions API)
 * @interface
 */
export type PromotionFailure = Readonly<z.infer<typeof Failed>>;

/** Checks what `list` returned. Throws an error for the merchant's log. */
export function listedPromotions(returned: unknown): Promotion[] {
  return checked(z.array(Promotion, 'must be a list'), returned, {
    from: 'promotions.list() returned',
    shape: 'a list, which may be empty',
  });
}

/** Checks what `apply` returned for an order of that amount. */
export function appliedPromotion(
  returned: unknown,
  amount: number,
): AppliedPromotion | PromotionFailure {
  const isFailure = typeof returned === 'object' && returned !== null && 'failure' in returned;
  const promotion = checked<AppliedPromotion | PromotionFailure>(
    isFailure ? Failed : Applied,
    returned,
    {
      from: 'promotions.apply() returned',
      shape: '{referenceId, type, value, valueType} or {failure, reason}',
    },
  );
  if ('value' in promotion && promotion.value > amount)
    throw new Error(
      `promotions.apply() returned a value of ${promotion.value} for an order of ${amount}. Take off no more than the order's total.`,
    );
  return promotion;
}
