import type {PropertyDeclaration} from '@lit/reactive-element';
import {readOption} from '../checkout/shell/attributes.js';
import {disabled, flag} from '../face/properties.js';

/** An attribute of the button's own: how the element reads it and, for the compiler, what it is. */
interface Own<Value> extends PropertyDeclaration {
  readonly value?: Value;
}

/** address */
type Address = Own<string>;
/** `true`, `false`, or bare */
type Flag = Own<boolean>;
type OneOf<Word extends string> = Own<Word>;
/** whole number */
type Whole = Own<number>;
/** currency code */
type Currency = Own<string>;
/** ways to pay, with spaces between */
type Marks = Own<string>;
/** bare, or names of fields, with spaces between */
type Fields = Own<string>;
/** text */
type Text = Own<string>;

/**
 * What belongs to the button itself, each attribute once: from here come the property, the manifest
 * for editors and the README's table. The comment of a row is what both say of it.
 */
export const OWN_ATTRIBUTES = {
  /** POST creates the order: replies `{"order_id", "key_id"?, "options"?}`. */
  orderUrl: {} as Address,
  /** POST checks the result: replies `{"status", "order_id", "payment_id"}`. */
  verifyUrl: {} as Address,
  /** GET says what became of an order. */
  statusUrl: {} as Address,
  /** Where to go once your server has confirmed; http or https. */
  successUrl: {} as Address,
  /** Makes it the submit button of its form: the form is sent once your server has confirmed, with what Razorpay says of the payment. */
  submit: flag as Flag,
  /** Adds the fields of its form to what is bought: all of them, or those that it names. */
  orderForm: {} as Fields,
  /** Its name in the form that it submits, as on any button. */
  name: {reflect: true} as Text,
  /** When Razorpay's script loads. `intent` is the default: when a pointer, finger or the focus comes near. */
  load: {} as OneOf<'intent' | 'eager' | 'visible' | 'click'>,
  /** Whether the button can't be pressed, as on any button. */
  disabled: disabled as Flag,
  /** What the button says in its language, where the page gives it no label; with a lock before it. */
  type: {reflect: true} as OneOf<
    'pay' | 'buy' | 'order' | 'checkout' | 'donate' | 'subscribe' | 'book'
  >,
  /** What the label says that it costs, in the smallest unit of the currency: `34900` is ₹349. For the label alone: what is charged, your server says. */
  amount: {converter: (text: string | null) => readOption('whole', text)} as Whole,
  /** Currency of `amount`; `INR` is the default. */
  currency: {} as Currency,
  /** Ways to pay, in a line below the button: `upi card netbanking wallet emi paylater cod`, and `visa mastercard rupay amex` by name. */
  marks: {} as Marks,
  /** Says "Secured by Razorpay" in that line. */
  secured: flag as Flag,
  /** Looks; `filled` is the default. */
  variant: {reflect: true} as OneOf<'filled' | 'outline'>,
  /** Scheme of its colours; `auto` is the default: that of its place, by `color-scheme`. */
  theme: {reflect: true} as OneOf<'auto' | 'light' | 'dark'>,
  /** Size; `medium` is the default. */
  size: {reflect: true} as OneOf<'small' | 'medium' | 'large'>,
  /** Corners; `rounded` is the default: by `--rzp-radius`. */
  shape: {reflect: true} as OneOf<'rounded' | 'pill' | 'square'>,
  /** How wide it is: as its place (`fill`), or as what it says (`hug`). Unless said otherwise in between: as what it says, and 16em where there is room. */
  width: {reflect: true} as OneOf<'fill' | 'hug'>,
  /** Cookies for requests to your server; `same-origin` is the default. */
  credentials: {} as OneOf<'same-origin' | 'include' | 'omit'>,
  /** Another address of Razorpay's script: the sandbox's, where page and sandbox are on this machine. Others, your own origin too, only through `RzpMagicButton.allowedScriptOrigins`, set in JavaScript. */
  scriptUrl: {} as Address,
  /** Has `rzp-analytics` carry what Razorpay knows of the shopper, phone and address for example; left out unless you ask. */
  analyticsPersonalData: flag as Flag,
  /** Has the console say what happens, and what is wrong with the page, each with what to do. */
  debug: flag as Flag,
};

type ValueOf<Row> =
  Row extends Own<infer Value>
    ? Value extends boolean
      ? boolean
      : Value | null | undefined
    : never;

/** The properties that the attributes set. */
export type OwnAttributes = {
  [Name in keyof typeof OWN_ATTRIBUTES]: ValueOf<(typeof OWN_ATTRIBUTES)[Name]>;
};
