import type {AppliedPromotion, PromotionFailure, Promotions} from 'rzp-magic-button/server.js';

/** A coupon of the shop: what it takes off an amount, or why not. Amounts in paise. */
interface Coupon {
  summary: string;
  valueType: AppliedPromotion['valueType'];
  /** Not in the list for everybody. */
  personal?: true;
  off: (amount: number, isKnown: boolean) => number | PromotionFailure;
}

const COUPONS: Readonly<Record<string, Coupon>> = {
  CHAI50: {summary: '₹50 off', valueType: 'fixed_amount', off: () => 5_000},
  LEAF10: {
    summary: '10% off the whole cart',
    valueType: 'percentage',
    off: (amount) => Math.floor(amount / 10),
  },
  FEAST200: {
    summary: '₹200 off from ₹1,000',
    valueType: 'fixed_amount',
    off: (amount) =>
      amount >= 100_000
        ? 20_000
        : {failure: 'REQUIREMENT_NOT_MET', reason: 'This coupon is for carts of ₹1,000 or more.'},
  },
  FRIENDS: {
    summary: '₹100 off for our regulars',
    valueType: 'fixed_amount',
    personal: true,
    // Every known number counts as a regular's.
    off: (_, isKnown) =>
      isKnown ? 10_000 : {failure: 'LOGIN_REQUIRED', reason: 'Log in to use this coupon.'},
  },
};

/** The shop's coupons: three for everybody, and one for numbers that Razorpay has verified. */
export const promotions: Promotions = {
  list: () =>
    Object.entries(COUPONS).map(([code, {summary, personal = false}]) => ({
      code,
      summary,
      personal,
    })),
  apply: ({order, code, contact, trusted}) => {
    const coupon = COUPONS[code.toUpperCase()];
    if (!coupon) return {failure: 'INVALID_PROMOTION', reason: 'There is no such coupon.'};
    // Anybody can send a number; only Razorpay's signature makes it the shopper's.
    const value = coupon.off(order.amount, trusted && contact !== undefined);
    if (typeof value === 'object') return value;
    const {valueType, summary} = coupon;
    return {
      referenceId: `coupon-${code.toLowerCase()}`,
      code: code.toUpperCase(),
      type: 'coupon',
      value,
      valueType,
      description: summary,
    };
  },
};
