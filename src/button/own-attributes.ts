import type {PropertyDeclaration} from '@lit/reactive-element';
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
  /** When Razorpay's script loads. `intent` is the default: when a pointer, finger or the focus comes near. */
  load: {} as OneOf<'intent' | 'eager' | 'visible' | 'click'>,
  /** Whether the button can't be pressed, as on any button. */
  disabled: disabled as Flag,
  /** Looks; `filled` is the default. */
  variant: {reflect: true} as OneOf<'filled' | 'outline'>,
  /** Size; `medium` is the default. */
  size: {reflect: true} as OneOf<'small' | 'medium' | 'large'>,
  /** Cookies for requests to your server; `same-origin` is the default. */
  credentials: {} as OneOf<'same-origin' | 'include' | 'omit'>,
  /** Another address of Razorpay's script: the sandbox's, where page and sandbox are on this machine. Others, your own origin too, only through `RzpMagicButton.allowedScriptOrigins`, set in JavaScript. */
  scriptUrl: {} as Address,
  /** Has `rzp-analytics` carry what Razorpay knows of the shopper, phone and address for example; left out unless you ask. */
  analyticsPersonalData: flag as Flag,
  /** Has the console say what happens. */
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
