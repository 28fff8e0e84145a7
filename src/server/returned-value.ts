import * as z from 'zod/mini';

/** The pieces of which the values are made that the merchant's functions return. */

export const atLeast = (least: number) => {
  const error = `must be an integer, ${least} or more`;
  return z.int(error).check(z.minimum(least, error));
};

const NOT_EMPTY = 'must be a text that is not empty';
export const text = z.string(NOT_EMPTY).check(z.minLength(1, NOT_EMPTY));

export const yesOrNo = z.boolean('must be true or false');

export const word = <const T extends readonly string[]>(words: T) =>
  z.enum(words, `must be "${words.join('" or "')}"`);

/** Strict, because Razorpay refuses what it does not know, and a typing error shows here. */
export const object = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has the unknown field "${issue.keys.join('", "')}"`
        : 'must be an object',
  });

/** The first complaint, with the place as one would type it: `lineItems[0].offerPrice must be …`. */
export function complaint({issues: [issue]}: z.core.$ZodError, whole: string): string {
  const path = issue?.path ?? [];
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return `${place.join('').replace(/^\./, '') || whole} ${issue?.message ?? 'is wrong'}`;
}
