import {attributeOf} from '../../shell/attributes.js';
import {OPTIONS} from '../../shell/options.js';
import type {CheckoutRequest} from '../../request/checkout-request.js';
import {meantBy, type Misspelt} from './misspelt.js';

/** What a checkout is given besides Razorpay's options. */
type Other = Exclude<keyof CheckoutRequest, keyof typeof OPTIONS>;

const OTHERS: Readonly<Record<Other, true>> = {
  orderUrl: true,
  orderData: true,
  createOrder: true,
  requestHeaders: true,
  credentials: true,
  verifyUrl: true,
  statusUrl: true,
  successUrl: true,
  scriptUrl: true,
  allowedScriptOrigins: true,
  nonce: true,
  notes: true,
  options: true,
  confirm: true,
  analyticsPersonalData: true,
  debug: true,
  seat: true,
  submit: true,
  answered: true,
  misplaced: true,
  wrong: true,
  impersonal: true,
};

/** Returns what a checkout is given by a name that is like one of its own and is none. */
export function misspeltOptions(asked: object): Misspelt[] {
  return misspeltNames(asked, Object.keys({...OPTIONS, ...OTHERS}));
}

/** Returns what of an object has a name that is like one of these and is none. */
export function misspeltNames(given: object, names: readonly string[]): Misspelt[] {
  const attributes = names.map(attributeOf);
  return Object.entries(given).flatMap(([written, value]) => {
    if (names.includes(written)) return [];
    const meant = meantBy(attributeOf(written.replace(/[A-Z]+$/, capitalised)), value, attributes);
    const name = names.find((each) => attributeOf(each) === meant);
    return name ? [{written, meant: name}] : [];
  });
}

/** An abbreviation is one word: `orderURL`. */
const capitalised = (letters: string) => letters.slice(0, 1) + letters.slice(1).toLowerCase();
