/**
 * Words of a page's own in the place of ours: as many of them as it likes.
 *
 * @example
 * ```ts
 * import type {OwnWords, PosWords} from 'rzp-magic-button/pos.js';
 *
 * const hindi: OwnWords<PosWords> = {newSale: 'अगला ग्राहक'};
 * console.log(hindi.newSale);
 * ```
 */
export type OwnWords<Words> = {
  readonly [Name in Exclude<keyof Words, 'language'>]?: Words[Name] extends
    string | readonly string[]
    ? Words[Name]
    : OwnWords<Words[Name]>;
};

/** Puts words over those of the same name. What has no such name, or is of another kind, is left out. */
export function mergeWords<Words extends object>(words: Words, own: OwnWords<Words> = {}): Words {
  return merged(words, own) as Words;
}

function merged(ours: unknown, theirs: unknown): unknown {
  if (Array.isArray(ours)) return isListOf(ours.length, theirs) ? theirs : ours;
  if (!isGroup(ours)) return typeof theirs === typeof ours ? theirs : ours;
  if (!isGroup(theirs)) return ours;
  return Object.fromEntries(
    Object.entries(ours).map(([name, value]) => [name, merged(value, theirs[name])]),
  );
}

const isListOf = (length: number, value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === length &&
  value.every((text) => typeof text === 'string');

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
