import {languageOf, type Language} from '../../../../wire/languages.js';
import type {AttemptError} from '../../../../wire/page-script.js';
import type {
  Address,
  OfferedPromotion,
  Promotion,
  ShippingMethod,
} from '../../../model/entities.js';
import type {AttemptReply, Preferences} from '../../../model/frame-wire.js';
import type {MandateTerms} from '../../../model/mandate-terms.js';
import {totalsOf, type Totals} from '../../../model/totals.js';
import type {Words} from '../words/en.js';
import {wordsIn} from '../words/languages.js';
import {translated, type Said} from '../words/translated.js';
import type {Method, Settings} from './settings.js';

export type Screen =
  | 'closed'
  | 'contact'
  | 'login'
  | 'address'
  | 'shipping'
  | 'methods'
  | 'bank'
  | 'waiting'
  | 'success';

/** What the shopper typed. */
export interface Form {
  readonly contact: string;
  readonly email: string;
  readonly vpa: string;
  readonly bank: string;
  readonly number: string;
  readonly expiry: string;
  readonly cvv: string;
  readonly name: string;
  readonly otp: string;
  readonly wallet: string;
  readonly loginOtp: string;
  readonly zipcode: string;
  readonly fullName: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly coupon: string;
}
export type Field = keyof Form;

/** Everything that the view shows. A change makes a new object. */
export interface State {
  readonly screen: Screen;
  readonly settings: Settings | undefined;
  readonly preferences: Preferences | undefined;
  readonly form: Form;
  readonly errors: Readonly<Partial<Record<Field, string>>>;
  readonly method: Method;
  /** The shopper has shown with an OTP that the number is theirs. */
  readonly isVerified: boolean;
  /** The screen that asked for the OTP, and the coupon that needs it; empty for saved addresses. */
  readonly login: {readonly from: Screen; readonly coupon: string};
  readonly addresses: readonly Address[];
  /** The saved address that is chosen; empty for the one in the form. */
  readonly addressId: string;
  readonly savesAddress: boolean;
  /** Which of these the shopper has typed: the others follow from the pincode. */
  readonly typed: {readonly city: boolean; readonly state: boolean};
  readonly serviceability: Serviceability;
  readonly shippingMethods: readonly ShippingMethod[];
  readonly shippingId: string;
  /** The shop offered cash on delivery, and Razorpay takes it away. */
  readonly isCodRefused: boolean;
  /** What the merchant offers, and what the shopper took of it. */
  readonly offers: readonly OfferedPromotion[];
  readonly promotion: Promotion | undefined;
  /** Whether the coupons are unfolded: on a phone once asked for, or when one is refused. */
  readonly showsCoupons: boolean;
  readonly isApplying: boolean;
  readonly couponError: string | undefined;
  /** Why the shop's coupons can't be used, where its server is to blame. */
  readonly couponFailure: AttemptError | undefined;
  /** The code that was refused only because the shopper had not given the OTP; empty for none. */
  readonly waitingCoupon: string;
  /** Whether the shopper approves a mandate by paying. */
  readonly isMandate: boolean;
  /** The payment that the shopper is busy with at the bank. */
  readonly attempt: AttemptReply | undefined;
  /** Why the last attempt failed. */
  readonly failure: AttemptError | undefined;
  /** A request is under way. */
  readonly isBusy: boolean;
  /** The shopper is asked whether they mean to leave. */
  readonly isLeaving: boolean;
  /** Until the checkout times out. */
  readonly secondsLeft: number | undefined;
}

/** What is known of the delivery to the address: nothing yet, an answer, or why there is none. */
export type Serviceability =
  | {readonly is: 'unknown' | 'checking' | 'serviceable' | 'unserviceable'}
  | {readonly is: 'failed'; readonly error: AttemptError};

export const CLOSED: State = {
  screen: 'closed',
  settings: undefined,
  preferences: undefined,
  form: {
    contact: '',
    email: '',
    vpa: '',
    bank: 'HDFC',
    number: '',
    expiry: '',
    cvv: '',
    name: '',
    otp: '',
    wallet: 'mobikwik',
    loginOtp: '',
    zipcode: '',
    fullName: '',
    line1: '',
    line2: '',
    city: '',
    state: '',
    country: 'IN',
    coupon: '',
  },
  errors: {},
  method: 'upi',
  isVerified: false,
  login: {from: 'contact', coupon: ''},
  addresses: [],
  addressId: '',
  savesAddress: true,
  typed: {city: false, state: false},
  serviceability: {is: 'unknown'},
  shippingMethods: [],
  shippingId: '',
  isCodRefused: false,
  offers: [],
  promotion: undefined,
  showsCoupons: false,
  isApplying: false,
  couponError: undefined,
  couponFailure: undefined,
  waitingCoupon: '',
  isMandate: false,
  attempt: undefined,
  failure: undefined,
  isBusy: false,
  isLeaving: false,
  secondsLeft: undefined,
};

/** The language of the checkout. */
export const languageIn = ({settings}: State): Language => settings?.language ?? 'en';

/** The words of the checkout's language. */
export const wordsOf = (state: State): Words => wordsIn(languageIn(state));

/** The language of the shop's own words, where the page says so and the checkout has another one. */
export function shopLanguageOf(state: State): string | undefined {
  const {pageLanguage = ''} = state.settings ?? {};
  return pageLanguage && languageOf(pageLanguage) !== languageIn(state) ? pageLanguage : undefined;
}

/** The name of the shop. */
export const shopNameOf = (state: State): string =>
  state.settings?.businessName || wordsOf(state).yourBusiness;

/** What the server has said, in the checkout's language where that has words for it. */
export const saidIn = (state: State, {description, reason}: AttemptError): Said =>
  translated(languageIn(state), description, reason);

/** Whether this is a Magic Checkout: the page and the order both have to say so. */
export const isMagic = ({preferences, settings}: State): boolean =>
  (settings?.oneClickCheckout ?? false) && (preferences?.order?.isMagic ?? false);

/** Whether the checkout asks for an address: only where the merchant's server prices the delivery. */
export const asksAddress = (state: State): boolean =>
  isMagic(state) &&
  (state.settings?.showAddress ?? true) &&
  (state.preferences?.merchant.shipping ?? false);

/** Whether the checkout takes coupons. */
export const takesCoupons = (state: State): boolean =>
  isMagic(state) && (state.preferences?.merchant.coupons ?? false);

/** The address that is chosen or typed. */
export function addressOf({addresses, addressId, form}: State): Address {
  return addresses.find(({id}) => id === addressId) ?? typedAddress(form);
}

const typedAddress = (form: Form): Address => ({
  name: form.fullName.trim(),
  line1: form.line1.trim(),
  line2: form.line2.trim(),
  city: form.city.trim(),
  state: form.state.trim(),
  country: form.country,
  zipcode: form.zipcode.trim(),
  contact: form.contact,
  tag: 'Home',
});

/** The delivery that is chosen. */
export const shippingOf = ({shippingId, shippingMethods}: State): ShippingMethod | undefined =>
  shippingMethods.find(({id}) => id === shippingId);

/** What it comes to: the order's amount, or the page's where there is no order. */
export const totalsIn = (state: State): Totals =>
  totalsOf(
    state.preferences?.order?.amount ?? state.settings?.amount ?? 0,
    shippingOf(state),
    state.promotion,
    state.method === 'cod' && !['contact', 'login', 'address', 'shipping'].includes(state.screen),
  );

/** What is to be paid. */
export const amountOf = (state: State): {amount: number; currency: string} => ({
  amount: totalsIn(state).amount,
  currency: state.preferences?.order?.currency ?? state.settings?.currency ?? 'INR',
});

/** The mandate that page and order ask for. */
export const mandateOf = ({preferences, settings}: State): MandateTerms | undefined =>
  settings?.recurring ? preferences?.order?.mandate : undefined;

/** The ways to pay that this order has; a mandate is one of UPI. */
export function methodsOf(state: State): readonly Method[] {
  const {currency} = amountOf(state);
  if (mandateOf(state)) return ['upi'];
  const hasCod = asksAddress(state) && (shippingOf(state)?.cod ?? false);
  return (state.settings?.methods ?? []).filter((method) =>
    method === 'cod' ? hasCod : method !== 'upi' || currency === 'INR',
  );
}
