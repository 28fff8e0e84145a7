import type {RazorpayOptions} from '../../wire/page-script.js';
import {OPTIONS, type OptionName} from '../shell/options.js';
import {readOption, attributeOf} from '../shell/attributes.js';
import {KINDS, type CheckoutOptions, type Kind} from './option-kinds.js';
import {pathOf} from './option-paths.js';
import {refused, sentenceOf} from '../words/refusal.js';
import {shown} from './shown.js';

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
    const value = check(attributeOf(name), name, options[name], warn);
    if (value !== undefined) checked[name] = value;
  }
  return checked;
}

/**
 * Checks what is in Razorpay's own spelling, as the attributes of the same meaning are checked. It stays
 * as it is; what it says of our options is returned under our names.
 *
 * @throws CheckoutError `config_invalid`
 */
export function checkGiven(
  given: Readonly<Record<string, unknown>>,
  warn: (message: string) => void,
): CheckoutOptions {
  const checked: Record<string, unknown> = {};
  for (const name of Object.keys(OPTIONS) as OptionName[]) {
    const path = pathOf(name);
    const typed = at(given, path);
    const isFlag = readOption(OPTIONS[name], 'true') === true;
    const value = check(
      `options.${path}`,
      name,
      isFlag ? (DIGITS.get(String(typed)) ?? typed) : typed,
      warn,
    );
    if (value !== undefined) checked[name] = value;
  }
  return checked;
}

/** Razorpay's script takes digits for flags. */
const DIGITS = new Map([
  ['1', true],
  ['0', false],
]);

/** Returns what is at a path, written as such or nested. */
export const at = (given: Readonly<Record<string, unknown>>, path: string): unknown =>
  given[path] ??
  path
    .split('.')
    .reduce<unknown>((place, step) => (place as Record<string, unknown> | null)?.[step], given);

/** Returns the value of an option; nothing where it is absent, or can't be translated. */
function check(
  label: string,
  name: OptionName,
  typed: unknown,
  warn: (message: string) => void,
): unknown {
  const kind = OPTIONS[name];
  const value = readOption(kind, typed) as string | number | boolean | object | null | undefined;
  if (value == null || value === '') return undefined;
  const {written, translate}: Kind<unknown> = KINDS[kind];
  const text = typeof value === 'object' ? '' : String(value);
  if (!written.test(text)) {
    const mayBeSecret = kind === 'key' && !LIKE_KEY_ID.test(String(typed));
    throw refused(mayBeSecret ? ['keyIsSecret'] : ['option', label, shown(typed), kind]);
  }
  const word = translate ? translate(text) : value;
  if (word === undefined) void sentenceOf(['leftOut', label, shown(typed), kind]).then(warn);
  return word;
}

/** Returns notes as texts, without those that are absent. */
export const noteTexts = (notes: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(notes)
      .filter(([, value]) => value != null)
      .map(([key, value]) => [key, String(value)]),
  );

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

/** What does not begin like a key id may be the secret, which must not stand in the console. */
const LIKE_KEY_ID = /^rzp_[a-z]{0,8}(_\w{0,14})?$/;
