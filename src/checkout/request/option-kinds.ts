import {CUSTOMER_ID, KEY_ID, ORDER_ID} from '../../wire/ids.js';
import {languageOf, LANGUAGES} from '../../wire/languages.js';
import {toE164} from '../../wire/phone.js';
import type {OPTIONS, OptionName} from '../shell/options.js';

/** A kind of option: how it is written, and what to say to whom wrote something else. */
export interface Kind<Value> {
  readonly written: RegExp;
  readonly hint: string;
  /** Returns Razorpay's way to write it, or nothing where it has none. */
  readonly translate?: ((text: string) => string | undefined) | undefined;
  /** What it is in JavaScript. For the compiler: no row holds one. */
  readonly value?: Value;
}

const kind = <Value>(
  written: RegExp,
  hint: string,
  translate?: Kind<Value>['translate'],
): Kind<Value> => ({written, hint, translate});

const ANY_TEXT = /./;

/**
 * What may be written for an option, each kind once: the type of the property, the check and its
 * message. The comment of a row is what the README's table says, the type is what editors say.
 */
export const KINDS = {
  /** text */
  text: kind<string>(ANY_TEXT, 'Write a text.'),
  /** `true`, `false` */
  flag: kind<boolean>(/^(true|false)$/, 'Write "true" or "false", or leave it out.'),
  /** number */
  whole: kind<number>(/^\d+$/, 'Write a whole number, like "300".'),
  /** HEX code */
  hex: kind<string>(/^#([\da-f]{3}|[\da-f]{6})$/i, 'Write a HEX code, like "#0b5fff".'),
  /** address */
  url: kind<string>(
    /^https?:\/\/[^\s/]/i,
    'Write a whole address, like "https://shop.example/paid".',
  ),
  /** `rzp_test_…`, `rzp_live_…` */
  key: kind<string>(
    KEY_ID,
    'Write the key id of your Razorpay account, "rzp_test_…" or "rzp_live_…".',
  ),
  /** `order_…` */
  order: kind<string>(ORDER_ID, 'Write the id that Razorpay gave the order, "order_…".'),
  /** `cust_…` */
  customer: kind<string>(CUSTOMER_ID, 'Write the id that Razorpay gave the customer, "cust_…".'),
  /** phone number */
  contact: kind<string>(ANY_TEXT, 'Write a phone number, like "+919000090000".', toE164),
  /** language */
  language: kind<string>(ANY_TEXT, `Write one of ${Object.keys(LANGUAGES).join(' ')}.`, languageOf),
  /** `true`, `preferred` */
  recurring: kind<boolean | 'preferred'>(
    /^(true|false|preferred)$/,
    'Write "true" or "preferred".',
  ),
} as const satisfies Record<OptionKind, Kind<unknown>>;

/** The kinds that the table of options names. */
type OptionKind = (typeof OPTIONS)[OptionName];

type ValueOf<Row> = Row extends Kind<infer Value> ? Value : never;

/**
 * Razorpay's options under our names; absent (`undefined`, `null`, `''`) leaves Razorpay's default.
 *
 * @example
 * ```ts
 * import type {CheckoutOptions} from 'rzp-magic-button';
 *
 * const look: CheckoutOptions = {businessName: 'Kettle & Leaf', themeColor: '#b45309'};
 *
 * Object.assign(document.createElement('rzp-magic-button'), look);
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (Checkout Options)
 * @interface
 */
export type CheckoutOptions = {
  -readonly [Name in OptionName]?:
    ValueOf<(typeof KINDS)[(typeof OPTIONS)[Name]]> | null | undefined;
};
