import {CURRENCIES} from '../../model/currencies.js';
import {isObject, type OptionValues} from './options.js';

/** At least one of these options has to be there: each leads to the merchant's account. */
const ACCOUNT_OPTIONS = [
  'key',
  'order_id',
  'invoice_id',
  'subscription_id',
  'auth_link_id',
  'payment_link_id',
  'contact_id',
  'checkout_config_id',
];

/** Says what is wrong with a value, if anything. */
type Check = (value: unknown, options: OptionValues) => string | false | undefined;

/** The options that are checked. */
const CHECKS = new Map<string, Check>([
  [
    'notes',
    (notes) => isObject(notes) && Object.keys(notes).length > 15 && 'At most 15 notes are allowed',
  ],
  [
    'currency',
    (currency) =>
      !CURRENCIES.has(String(currency)) && 'The provided currency is not currently supported',
  ],
  [
    'display_currency',
    (currency) =>
      currency !== '' &&
      !CURRENCIES.has(String(currency)) &&
      'This display currency is not supported',
  ],
  [
    'parent',
    (parent) => !resolveParent(parent) && "parent provided for embedded mode doesn't exist",
  ],
  [
    'payout',
    (payout, {key, contact_id: contact}) => {
      if (!payout) return false;
      if (!key) return 'key is required for a Payout';
      return !contact && 'contact_id is required for a Payout';
    },
  ],
]);

/** Throws for the first option that the checkout can't take. The amount is left to the frame. */
export function validate(options: OptionValues): void {
  for (const [name, value] of Object.entries(options)) {
    const problem = CHECKS.get(name)?.(value, options);
    if (problem) throw new Error(`Invalid ${name} (${problem})`);
  }
}

/** Cuts long notes and drops what is no text, number or boolean, in the caller's own object. */
export function trimNotes(notes: unknown): void {
  if (!isObject(notes)) return;
  for (const [name, note] of Object.entries(notes)) {
    if (typeof note === 'string') notes[name] = note.slice(0, 254);
    else if (typeof note !== 'number' && typeof note !== 'boolean')
      Reflect.deleteProperty(notes, name);
  }
}

/** Whether the options say whose payment it is. */
export const namesAccount = (get: (name: string) => unknown): boolean =>
  ACCOUNT_OPTIONS.some((name) => get(name));

/** The element of embedded mode, given as such or by a selector. */
export const resolveParent = (parent: unknown): Element | null =>
  typeof parent === 'string'
    ? document.querySelector(parent)
    : parent instanceof Element
      ? parent
      : null;
