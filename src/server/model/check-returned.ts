import * as z from 'zod/mini';
import {isStorable} from './storable.js';

/** The pieces of which the values are made that the merchant's functions return. */

export const atLeast = (least: number) => {
  const error = `must be an integer, ${least} or more`;
  return z.int(error).check(z.minimum(least, error));
};

/** Money in the currency's smallest unit. */
export const paise = (least = 0) => {
  const error = `must be an integer of paise, ${least} or more`;
  return z.int(error).check(z.minimum(least, error));
};

const NOT_EMPTY = 'must be a text that is not empty';
/** No database gives back another one as it was. */
export const storable = z.refine<string>(isStorable, 'must hold no NUL and no half of a character');
export const text = z.string(NOT_EMPTY).check(z.minLength(1, NOT_EMPTY), storable);

export const yesOrNo = z.boolean('must be true or false');

const FLAG = 'must be true or false, or 1 or 0';
/** Also as Razorpay's own samples write it: 0 or 1, as a number or a text. */
export const flag = z.pipe(
  z.union([z.boolean(), z.literal([0, 1, '0', '1', 'true', 'false'])], FLAG),
  z.transform((value) => value === true || value === 1 || value === '1' || value === 'true'),
);

export const word = <const T extends readonly string[]>(words: T) =>
  z.enum(words, `must be "${words.join('" or "')}"`);

/** Strict, because Razorpay refuses what it does not know, and a typing error shows here. */
export const object = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject(shape, 'must be an object');

/** A value that may be left out: `null`, as databases and other languages write it, is left out too. */
export const optional = <T extends z.core.SomeType>(schema: T) =>
  z.optional(
    z.pipe(
      z.nullable(schema),
      z.transform((value) => value ?? undefined),
    ),
  );

/** Where a value is from, and how it is to be written. */
interface Origin {
  /** How the complaint begins, such as `price() returned`. */
  readonly from: string;
  /** What to write instead of something else altogether, such as `{lineItems: […]}`. */
  readonly shape: string;
}

/** Checks a value of the merchant's. Throws an error for the merchant's log, with what to mend. */
export function checked<T>(schema: z.ZodMiniType<T>, value: unknown, origin: Origin): T {
  const {data, error} = schema.safeParse(value, {reportInput: true});
  if (error) throw new Error(complaint(error, origin));
  return data;
}

function complaint({issues}: z.core.$ZodError, {from, shape}: Origin): string {
  // A field that is spelled wrong is missing too: the spelling says more.
  const issue = issues.find(({code}) => code === 'unrecognized_keys') ?? issues[0];
  const place = (issue?.path ?? [])
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const camelCase = key.replace(/_+(.)/g, (_, letter: string) => letter.toUpperCase());
    const isSnakeCase = /^[a-z]+(_[a-z]+)+$/.test(key);
    const hint = isSnakeCase ? ` Did you mean "${camelCase}"?` : '';
    return `${from} the unknown field ${show(key)}${place && ` in ${place}`}.${hint}`;
  }
  const found = `${from} ${show(issue?.input)}`;
  if (place) return `${found} as ${place}. It ${issue?.message ?? 'is wrong'}.${numberHint(issue)}`;
  return issue?.code === 'custom' ? `${found}. It ${issue.message}.` : `${found}. Write ${shape}.`;
}

/** What attributes and forms send is text, whatever it looks like. */
function numberHint(issue: z.core.$ZodIssue | undefined): string {
  const {input, message = ''} = issue ?? {};
  const isNumeric = typeof input === 'string' && /^\d+$/.test(input.trim());
  return isNumeric && message.includes('integer')
    ? ' What a page sends is text: make a number of it by Number().'
    : '';
}

/** How many characters of a text are shown. */
const MOST_SHOWN_CHARACTERS = 40;

/** A value in a word or two. */
export function show(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'nothing';
    case 'string':
      return value.length > MOST_SHOWN_CHARACTERS
        ? `a text of ${value.length} characters`
        : `"${value}"`;
    case 'object':
      if (value instanceof Date)
        return Number.isNaN(value.getTime()) ? 'an invalid date' : value.toISOString();
      if (value instanceof Promise) return 'a promise that was not awaited';
      return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object';
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return `a ${typeof value}`;
  }
}
