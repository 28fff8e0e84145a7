import {indianStateCode} from '../../../model/input/indian-states.js';
import {addressOf, amountOf, totalsIn, type State} from '../state/state.js';

/** Steps after which the address is known. */
const KNOWS_ADDRESS: ReadonlySet<State['screen']> = new Set([
  'shipping',
  'methods',
  'bank',
  'waiting',
  'success',
]);

/**
 * What `mx-analytics` tells of a step: the fields that all events have, and those of its own.
 *
 * https://razorpay.com/docs/payments/magic-checkout/web/analytics-event-reference/
 */
export function analyticsOf(state: State, event: string, extra: object): object {
  const {contact, email, fullName} = state.form;
  const {currency} = amountOf(state);
  const {amount, discount, items, shipping} = totalsIn(state);
  const [first = '', ...others] = fullName.trim().split(/\s+/);
  const isKnown = state.serviceability.is !== 'unknown' && KNOWS_ADDRESS.has(state.screen);
  const address = isKnown ? addressOf(state) : undefined;
  return {
    event,
    paymentMode: 'online',
    lineItems: state.preferences?.order?.lineItems ?? [],
    totalAmount: items,
    latestTotal: amount,
    ...(state.shippingId && {shippingAmount: shipping}),
    couponDiscountValue: discount,
    isScriptCouponApplied: false,
    currency,
    phone: contact,
    email,
    first_name: first,
    last_name: others.join(' '),
    state: address?.state ?? '',
    city: address?.city ?? '',
    ...(address && {
      state_code: indianStateCode(address.state) ?? '',
      country_name: address.country.toLowerCase(),
      zipcode: address.zipcode,
      line1: address.line1,
      line2: address.line2,
    }),
    ...extra,
  };
}
