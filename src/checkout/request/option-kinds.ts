import {CUSTOMER_ID, KEY_ID, ORDER_ID} from '../../wire/ids.js';
import {languageOf} from '../../wire/languages.js';
import {toE164} from '../../wire/phone.js';
import type {OPTIONS, OptionName} from '../shell/options.js';

/** A kind of option: how it is written. What to say to whom wrote something else stands in refusals.ts. */
export interface Kind<Value> {
  readonly written: RegExp;
  /** Returns Razorpay's way to write it, or nothing where it has none. */
  readonly translate?: ((text: string) => string | undefined) | undefined;
  /** What it is in JavaScript. For the compiler: no row holds one. */
  readonly value?: Value;
}

const kind = <Value>(written: RegExp, translate?: Kind<Value>['translate']): Kind<Value> => ({
  written,
  translate,
});

const ANY_TEXT = /./;

/**
 * What may be written for an option, each kind once: the type of the property and the check. The
 * comment of a row is what the README's table says, the type is what editors say.
 */
export const KINDS = {
  /** text */
  text: kind<string>(ANY_TEXT),
  /** `true`, `false` */
  flag: kind<boolean>(/^(true|false)$/),
  /** number */
  whole: kind<number>(/^\d+$/),
  /** HEX code */
  hex: kind<string>(/^#([\da-f]{3}|[\da-f]{6})$/i),
  /** address */
  url: kind<string>(/^https?:\/\/[^\s/]/i),
  /** `rzp_test_…`, `rzp_live_…` */
  key: kind<string>(KEY_ID),
  /** `order_…` */
  order: kind<string>(ORDER_ID),
  /** `cust_…` */
  customer: kind<string>(CUSTOMER_ID),
  /** phone number */
  contact: kind<string>(ANY_TEXT, toE164),
  /** language */
  language: kind<string>(ANY_TEXT, languageOf),
  /** `true`, `1`, `preferred` */
  recurring: kind<boolean | '1' | 'preferred'>(/^(true|false|1|preferred)$/),
} as const satisfies Record<OptionKind, Kind<unknown>>;

/** The kinds that the table of options names. */
export type OptionKind = (typeof OPTIONS)[OptionName];

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
