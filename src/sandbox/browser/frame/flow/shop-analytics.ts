import type {FrameEvent} from '../opener/opener.js';
import type {Settings} from '../state/settings.js';

/** How the shop's own analytics call a step: Google's and Meta's event, and MoEngage's. */
interface Names {
  readonly event?: string;
  readonly category?: string;
  readonly moengage?: string;
  /** Meta's standard event, which tells of the cart. */
  readonly standard?: string;
}

/**
 * The steps of the funnel in the words of an older build of Razorpay's frame. Nothing of them is
 * documented: newer builds may say it in other words.
 */
const NAMES: Readonly<Record<string, Names>> = {
  initiate: {
    event: 'magic_checkout_requested',
    category: 'rzp_magic_checkout',
    moengage: 'Started_Checkout_MAGIC',
    standard: 'InitiateCheckout',
  },
  contact_input_entered: {moengage: 'Mobile_Added_MAGIC'},
  otp_submitted: {event: 'login_success', category: 'rzp_login'},
  pincode_entered: {moengage: 'PIN_Code_Added_MAGIC'},
  address_selected: {
    event: 'saved_address_selected',
    category: 'rzp_address',
    moengage: 'Address_Selected_MAGIC',
  },
  address_added: {
    event: 'address_entered',
    category: 'rzp_address',
    moengage: 'Address_Added_MAGIC',
  },
  coupon_applied: {event: 'coupons_applied_success', category: 'rzp_coupons'},
  coupon_failed: {event: 'coupons_applied_failed', category: 'rzp_coupons'},
  payment_initiated: {
    event: 'pay_now_clicked',
    category: 'rzp_payments',
    moengage: 'Payment_Method_Selected_MAGIC',
    standard: 'AddPaymentInfo',
  },
  payment_failed: {event: 'payment_failed', category: 'rzp_payments'},
  paid: {
    event: 'payment_successful',
    category: 'rzp_payments',
    moengage: 'Payment_Complete_MAGIC',
  },
};

/** What the page is asked to count of a step, with what the shop has switched on. */
export function shopMessages(
  {analytics, customerCart}: Settings,
  step: string,
): readonly [FrameEvent, object][] {
  const {event, category, moengage, standard} = NAMES[step] ?? {};
  const counted = {event, category, params: {}};
  const hasCart = Object.keys(customerCart).length > 0;
  return [
    ...(analytics.google && event ? [['gaevent', counted] as const] : []),
    ...(analytics.meta && event ? [['fbaevent', counted] as const] : []),
    ...(analytics.meta && standard && hasCart
      ? [['fbaevent', {event: standard, eventType: 'track', params: customerCart}] as const]
      : []),
    ...(analytics.moengage && moengage
      ? [['moengageevent', {eventName: moengage, eventData: {Tag: 'Magic'}}] as const]
      : []),
  ].map(([name, data]) => [name, data]);
}
