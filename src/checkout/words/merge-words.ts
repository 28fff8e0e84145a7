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
  const kind = kindOf(ours);
  if (kindOf(theirs) !== kind) return ours;
  if (kind !== 'object') return theirs;
  return Object.fromEntries(
    Object.entries(ours as Group).map(([name, value]) => [
      name,
      merged(value, (theirs as Group | null)?.[name]),
    ]),
  );
}

type Group = Readonly<Record<string, unknown>>;

/** Lists are of a kind where they hold as many texts. */
const kindOf = (value: unknown): string =>
  Array.isArray(value) ? `,${value.map((each) => typeof each).join()}` : typeof value;
