import {DEVICE_METHODS, DEVICE_MODES} from '../../wire/device.js';
import type {POS_ATTRIBUTES, PosAttributeName} from '../shell/pos-attributes.js';

/** A kind of attribute: the words that may be written, where it is not any text. */
interface Kind<Value> {
  readonly words?: readonly string[] | undefined;
  /** What it is in JavaScript. For the compiler: no row holds one. */
  readonly value?: Value;
}

const kind = <Value>(words?: readonly string[]): Kind<Value> => ({words});

/** What may be written, each kind once: the type of the property and the check. */
export const POS_KINDS = {
  /** address */
  address: kind<string>(),
  /** text */
  text: kind<string>(),
  /** language */
  language: kind<string>(),
  /** phone number */
  contact: kind<string>(),
  /** `wired`, `wireless` */
  mode: kind<'wired' | 'wireless'>(DEVICE_MODES),
  /** `upi`, `card` */
  method: kind<'upi' | 'card'>(DEVICE_METHODS),
  /** `true`, `false`, or bare */
  flag: kind<boolean>(),
  // A look that nobody knows is no reason to sell nothing.
  /** `filled`, `outline` */
  variant: kind<'filled' | 'outline'>(),
  /** `auto`, `light`, `dark` */
  theme: kind<'auto' | 'light' | 'dark'>(),
  /** `small`, `medium`, `large` */
  size: kind<'small' | 'medium' | 'large'>(),
  /** `rounded`, `pill`, `square` */
  shape: kind<'rounded' | 'pill' | 'square'>(),
  /** `fill`, `hug` */
  width: kind<'fill' | 'hug'>(),
  /** `same-origin`, `include`, `omit` */
  credentials: kind<'same-origin' | 'include' | 'omit'>(['same-origin', 'include', 'omit']),
};

type ValueOf<Row> = Row extends Kind<infer Value> ? Value : never;

/** The properties that the attributes set. */
export type PosAttributes = {
  -readonly [Name in PosAttributeName]: (typeof POS_ATTRIBUTES)[Name] extends 'flag'
    ? boolean
    : ValueOf<(typeof POS_KINDS)[(typeof POS_ATTRIBUTES)[Name]]> | null | undefined;
};
