import type {Language} from '../../../../wire/languages.js';
import {readLanguage} from '../words/languages.js';

/** Options as the page script posts them: flat, with a dot, and only those that were given. */
export type RawOptions = Readonly<Record<string, unknown>>;

export type Method = 'upi' | 'card' | 'netbanking' | 'wallet' | 'cod';
export const METHODS: readonly Method[] = ['upi', 'card', 'netbanking', 'wallet', 'cod'];

/** What the checkout reads of them. */
export interface Settings {
  readonly keyId: string;
  readonly orderId: string;
  /** Empty where the page names none. */
  readonly businessName: string;
  readonly description: string;
  readonly image: string;
  /** Used only without an order, which has an amount of its own. */
  readonly amount: number;
  readonly currency: string;
  readonly notes: unknown;
  readonly customerId: string;
  /** Whether this payment is to authorise later ones, or the shopper decides that. */
  readonly recurring: boolean | 'preferred';
  /** Asks for a message with the OTP that Razorpay's Android SDK can read. */
  readonly sendSmsHash: boolean;
  readonly prefill: {
    readonly name: string;
    readonly contact: string;
    readonly email: string;
    readonly vpa: string;
    readonly couponCode: string;
    readonly method: Method | undefined;
  };
  readonly readonly: {readonly contact: boolean; readonly email: boolean; readonly name: boolean};
  readonly hidden: {readonly contact: boolean; readonly email: boolean};
  readonly methods: readonly Method[];
  /** Asks for Magic Checkout, which an order without `line_items_total` does not get. */
  readonly oneClickCheckout: boolean;
  readonly showCoupons: boolean;
  readonly showAddress: boolean;
  readonly language: Language;
  /** What the shop's page says that it is written in; empty where it says nothing. */
  readonly pageLanguage: string;
  readonly color: string;
  /** 0 for none. */
  readonly timeoutSeconds: number;
  readonly retry: boolean;
  /** The shop's own analytics that the page is asked to count with. */
  readonly analytics: {
    readonly google: boolean;
    readonly meta: boolean;
    readonly moengage: boolean;
  };
  /** What Meta is told of the cart. */
  readonly customerCart: object;
  /** Wallets that the page deals with itself. */
  readonly externalWallets: readonly string[];
  readonly callbackUrl: string;
  readonly redirect: boolean;
  readonly escape: boolean;
  readonly handleBack: boolean;
  readonly backdropClose: boolean;
  readonly confirmClose: boolean;
  readonly animation: boolean;
}

export function readSettings(options: RawOptions, pageLanguage: string): Settings {
  const text = (name: string): string => {
    const value = options[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const flag = (name: string, fallback: boolean): boolean => {
    const value = options[name];
    return typeof value === 'boolean' ? value : fallback;
  };
  const currency = text('currency') || 'INR';
  const contact = text('prefill.contact');
  const email = text('prefill.email');
  const name = text('prefill.name');
  return {
    keyId: text('key'),
    orderId: text('order_id'),
    businessName: text('name'),
    description: text('description'),
    image: text('image'),
    amount: Number(options.amount ?? 100),
    currency,
    notes: options.notes,
    customerId: text('customer_id'),
    recurring:
      options.recurring === 'preferred'
        ? 'preferred'
        : text('recurring') === '1' || flag('recurring', false),
    sendSmsHash: flag('send_sms_hash', false),
    prefill: {
      name,
      contact,
      email,
      vpa: text('prefill.vpa'),
      couponCode: text('prefill.coupon_code').trim(),
      // Razorpay takes the method only when it need not ask who pays.
      method:
        contact && email
          ? METHODS.find((method) => method === options['prefill.method'])
          : undefined,
    },
    readonly: {
      contact: flag('readonly.contact', false) && contact !== '',
      email: flag('readonly.email', false) && email !== '',
      name: flag('readonly.name', false) && name !== '',
    },
    hidden: {
      contact: flag('hidden.contact', false) && contact !== '',
      email: flag('hidden.email', false),
    },
    methods: METHODS.filter((method) => options[`method.${method}`] !== false),
    oneClickCheckout: flag('one_click_checkout', false),
    showCoupons: flag('show_coupons', true),
    showAddress: flag('show_address', true),
    language: readLanguage(options['config.display'], pageLanguage),
    pageLanguage,
    color: text('theme.color'),
    timeoutSeconds: Number(options.timeout ?? 0),
    retry: flag('retry', true),
    analytics: {
      google: flag('enable_ga_analytics', false),
      meta: flag('enable_fb_analytics', false),
      moengage: flag('enable_moengage_analytics', false),
    },
    customerCart: asObject(options.customer_cart),
    externalWallets: asTexts(options['external.wallets']),
    callbackUrl: text('callback_url'),
    redirect: flag('redirect', false),
    escape: flag('modal.escape', true),
    handleBack: flag('modal.handleback', true),
    backdropClose: flag('modal.backdropclose', false),
    confirmClose: flag('modal.confirm_close', false),
    // The page's word counts for more than what the shopper's system prefers, as in the real one.
    animation: flag('modal.animation', !matchMedia('(prefers-reduced-motion: reduce)').matches),
  };
}

const asObject = (value: unknown): object =>
  typeof value === 'object' && value !== null ? value : {};

const asTexts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
