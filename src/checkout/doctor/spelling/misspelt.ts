import {attributeOf} from '../../shell/attributes.js';
import {OPTIONS, type OptionName} from '../../shell/options.js';
import {pathOf} from '../../request/option-paths.js';
import {LETTERS_A_MISTAKE, nearest} from '../../../wire/spelling/nearest.js';
import {isForeign} from './foreign-attributes.js';

/** An attribute that nobody reads, and the one that was meant. */
export interface Misspelt {
  readonly written: string;
  readonly meant: string;
}

/** The class of an element. Its attributes come from the element's table. */
interface ElementClass {
  readonly observedAttributes: readonly string[];
}

/** Read from the tag, each in its own way. */
const READ_OTHERWISE = ['order-data', 'nonce'];

/** What is a property alone: a press says so. */
const PROPERTIES = /^(create-?order|request-?headers|notes|options|order-?data)$/;

/** What people call what has another word here. */
const WORDS: Readonly<Record<string, string>> = {
  colour: 'color',
  mail: 'email',
  phone: 'contact',
  mobile: 'contact',
  telephone: 'contact',
  tel: 'contact',
  shop: 'business',
  store: 'business',
  merchant: 'business',
  company: 'business',
  uri: 'url',
  href: 'url',
  endpoint: 'url',
  address: 'url',
  link: 'url',
  lang: 'language',
  locale: 'language',
  voucher: 'coupon',
  promo: 'coupon',
};

/** What is meant by a word alone. */
const ALONE: Readonly<Record<string, string>> = {
  price: 'amount',
  total: 'amount',
  contact: 'prefill-contact',
  email: 'prefill-email',
  coupon: 'coupon-code',
  color: 'theme-color',
  callback: 'callback-url',
  customer: 'customer-id',
};

/**
 * Returns the attributes of an element that are like one of its own and are none, each with the
 * nearest. What is like none is somebody else's, as is what frameworks and HTML write.
 */
export function misspelt(element: Element): Misspelt[] {
  const {observedAttributes} = element.constructor as unknown as ElementClass;
  const known = [...observedAttributes, ...READ_OTHERWISE];
  return Array.from(element.attributes).flatMap(({name, value}) => {
    if (known.includes(name)) return [];
    const bought = boughtBy(name, element);
    if (bought) return [{written: name, meant: bought}];
    const isOthers = isForeign(name) || PROPERTIES.test(name) || isAnothers(name, known);
    if (isOthers && !isKey(name, value)) return [];
    const meant = meantBy(name, value, known);
    return meant ? [{written: name, meant}] : [];
  });
}

/** Returns which of the known names is meant by one that is none of them. */
export function meantBy(
  name: string,
  value: unknown,
  known: readonly string[],
): string | undefined {
  const meant = isKey(name, value) ? 'key-id' : likest(name, known);
  return meant && known.includes(meant) ? meant : undefined;
}

/** React's own word, and Razorpay's: the value tells. */
const isKey = (name: string, value: unknown) =>
  name === 'key' && typeof value === 'string' && value.startsWith('rzp_');

/** What a cart is made of, without the word that has it sent: `data-sku`, `data-orders-quantity`. */
const BOUGHT =
  /^data-(?:orders?-?)?((?:sku|product|item|variant|cart|quantity|qty|plan)(?:-\w+)*)$/;

/** What else may say what is bought, so that an attribute of that name is somebody else's. */
const SAYS_ALL = ['order-data', 'order-form', 'order-id'];

/** Returns the attribute by which is sent what an attribute of the page says and nobody is sent. */
function boughtBy(name: string, element: Element): string | undefined {
  const what = BOUGHT.exec(name)?.[1];
  const meant = `data-order-${what}`;
  if (!what || element.hasAttribute(meant)) return undefined;
  const {orderData, createOrder} = element as {orderData?: unknown; createOrder?: unknown};
  const isSaid =
    orderData != null || createOrder != null || SAYS_ALL.some((each) => element.hasAttribute(each));
  return isSaid ? undefined : meant;
}

/** Whether a short word of somebody's stands before a name of ours: `b-size`. */
const isAnothers = (name: string, known: readonly string[]) => {
  const [, beginning = '', rest = ''] = /^(\w+)-(.+)$/.exec(name) ?? [];
  return beginning.length < LETTERS_A_MISTAKE && beginning !== 'rzp' && known.includes(rest);
};

function likest(name: string, known: readonly string[]): string | undefined {
  const words = name
    .split(/[-_.]+/)
    .filter(Boolean)
    .map((word) => WORDS[word] ?? word);
  const typed = words.join('-');
  const other = ALONE[typed] ?? ofRazorpay(typed);
  if (other) return other;
  const ordered =
    known.find((each) => isSame(wordsOf(each), words)) ??
    known.find((each) => wordsOf(each).length > 1 && holdsAll(words, wordsOf(each)));
  return ordered ?? nearest(typed, known);
}

const wordsOf = (attribute: string) => attribute.split('-');

const holdsAll = (words: readonly string[], some: readonly string[]) =>
  some.every((word) => words.includes(word));

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && holdsAll(some, others);

/** Returns the attribute whose path at Razorpay this is: `theme.backdrop_color`, `prefill-coupon-code`. */
const ofRazorpay = (typed: string): string | undefined => {
  const option = (Object.keys(OPTIONS) as OptionName[]).find(
    (name) => pathOf(name).replace(/[._]/g, '-') === typed,
  );
  return option && attributeOf(option);
};
