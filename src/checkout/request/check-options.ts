import * as z from 'zod/mini';
import {CheckoutError} from '../shell/checkout-error.js';
import {
  attributeOf,
  OPTIONS,
  readOption,
  type CheckoutOptions,
  type OptionKind,
  type OptionName,
  type OptionRow,
} from '../shell/options.js';
import type {RazorpayOptions} from '../../wire/page-script.js';

const NOTES_KEYS = 15;
const NOTES_LENGTH = 256;

/** What Razorpay calls the languages, by their usual codes. Its own words are taken too. */
const LANGUAGES = new Map(
  Object.entries({
    en: 'en',
    bn: 'ben',
    hi: 'hi',
    mr: 'mar',
    gu: 'guj',
    ta: 'tam',
    te: 'tel',
    kn: 'kan',
  }),
);

/** How each kind is written, and what to say to whom wrote something else. */
const KINDS: Readonly<Record<OptionKind, {written: RegExp; hint: string}>> = {
  text: {written: /./, hint: 'Write a text.'},
  flag: {written: /^(true|false)$/, hint: 'Write "true" or "false", or leave it out.'},
  whole: {written: /^\d+$/, hint: 'Write a whole number, like "300".'},
  hex: {written: /^#([\da-f]{3}|[\da-f]{6})$/i, hint: 'Write a HEX code, like "#0b5fff".'},
  url: {
    written: /^https?:\/\/[^\s/]/i,
    hint: 'Write a whole address, like "https://shop.example/paid".',
  },
  key: {
    written: /^rzp_(test|live)_\w+$/,
    hint: 'Write the key id of your Razorpay account, "rzp_test_…" or "rzp_live_…".',
  },
  order: {written: /^order_\w+$/, hint: 'Write the id that Razorpay gave the order, "order_…".'},
  customer: {
    written: /^cust_\w+$/,
    hint: 'Write the id that Razorpay gave the customer, "cust_…".',
  },
  contact: {written: /./, hint: 'Write a phone number, like "+919000090000".'},
  language: {written: /./, hint: 'Write one of en ben hi mar guj tam tel kan.'},
  recurring: {written: /^(true|false|preferred)$/, hint: 'Write "true" or "preferred".'},
};

/** One schema per kind, over what was written: a flag and a number are texts in HTML too. */
const schemaOf = (kind: OptionKind) => z.string().check(z.regex(KINDS[kind].written));

/**
 * Checks options and returns them under our names, without those that are absent.
 *
 * A phone number is normalised and a language translated; one that can't be is left out with a
 * warning, because a checkout without it is better than none.
 *
 * @throws CheckoutError `config_invalid`, naming the attribute as typed and what to write instead
 */
export function checkOptions(
  options: CheckoutOptions,
  warn: (message: string) => void,
): CheckoutOptions {
  const checked: Record<string, unknown> = {};
  for (const name of Object.keys(OPTIONS) as OptionName[]) {
    const {kind} = OPTIONS[name];
    const attribute = attributeOf(name);
    const typed = options[name];
    const value = readOption(kind, typed) as string | number | boolean | object | null | undefined;
    if (value == null || value === '') continue;
    const {hint} = KINDS[kind];
    const written = typeof value === 'object' ? '' : String(value);
    if (!schemaOf(kind).safeParse(written).success) {
      if (kind === 'key') throw keyRefused(String(typed));
      throw invalid(`${attribute}="${shown(typed)}" can't be used. ${hint}`);
    }
    const translate = {contact: e164, language: languageWord}[kind as string];
    const word = translate ? translate(written) : value;
    if (word === undefined) warn(`${attribute}="${shown(typed)}" is left out. ${hint}`);
    else checked[name] = word;
  }
  if (checked.redirect === true && checked.callbackUrl === undefined) {
    throw invalid('redirect needs callback-url: the address that Razorpay posts the result to.');
  }
  return checked;
}

/**
 * Checks notes: up to 15 keys, texts of up to 256 characters.
 *
 * @throws CheckoutError `config_invalid`
 */
export function checkNotes(notes: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(notes)
    .filter(([, value]) => value != null)
    .map(([key, value]) => [key, String(value)] as const);
  if (entries.length > NOTES_KEYS) {
    throw invalid(`There are ${entries.length} notes. Razorpay takes ${NOTES_KEYS} at most.`);
  }
  for (const [key, value] of entries) {
    if (value.length > NOTES_LENGTH) {
      throw invalid(
        `The note "${key}" has ${value.length} characters. Razorpay takes ${NOTES_LENGTH} at most.`,
      );
    }
  }
  return Object.fromEntries(entries);
}

/** Returns checked options as Razorpay writes them: a fresh object, absent stays absent. */
export function toRazorpay(options: CheckoutOptions): RazorpayOptions {
  const result: RazorpayOptions = {};
  for (const [name, value] of Object.entries(options)) {
    const steps = pathOf(name as OptionName).split('.');
    const last = steps.pop() ?? '';
    let place: Record<string, unknown> = result;
    for (const step of steps) place = (place[step] ??= {}) as Record<string, unknown>;
    // Razorpay's word for a mandate that is not optional.
    place[last] = name === 'recurring' && value === true ? '1' : value;
  }
  return result;
}

/** Returns where Razorpay looks for an option: `prefillName` is `prefill.name`. */
export function pathOf(name: OptionName): string {
  const {path}: OptionRow = OPTIONS[name];
  return (
    path ??
    attributeOf(name)
      .replace(/^(prefill|theme|modal|readonly|retry)-/, '$1.')
      .replace(/-/g, '_')
  );
}

/** Returns an E.164 number, `+91…` where no country is named, or nothing if it can't be one. */
function e164(typed: string): string | undefined {
  const digits = typed.replace(/[\s().-]/g, '').replace(/^00/, '+');
  const number = digits.startsWith('+') ? digits : withCountry(digits.replace(/^0/, ''));
  return /^\+[1-9]\d{7,14}$/.test(number) ? number : undefined;
}

const withCountry = (digits: string) =>
  /^91\d{10}$/.test(digits) ? `+${digits}` : /^\d{10}$/.test(digits) ? `+91${digits}` : '';

function languageWord(typed: string): string | undefined {
  const [code = ''] = typed.toLowerCase().split('-');
  return LANGUAGES.get(code) ?? [...LANGUAGES.values()].find((word) => word === code);
}

function keyRefused(typed: string): CheckoutError {
  const {hint} = KINDS.key;
  // Whatever is no key id may be the secret: it is not echoed.
  if (/^rzp_[a-z]{0,8}(_\w{0,14})?$/.test(typed)) {
    return invalid(`key-id="${typed}" can't be used. ${hint}`);
  }
  return invalid(
    `key-id holds no key id. If it is a secret, everybody can read it. Take it off the page, make a new one in Razorpay's dashboard, and keep it on your server. ${hint}`,
  );
}

const shown = (typed: unknown) => String(typed).slice(0, 80);

const invalid = (message: string) => new CheckoutError('config_invalid', message);
