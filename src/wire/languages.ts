/**
 * A language in the tag that browsers know it by.
 *
 * @example
 * ```ts
 * import type {LanguageTag} from 'rzp-magic-button/pos.js';
 *
 * const spoken: readonly LanguageTag[] = ['hi', 'mr', 'en'];
 * console.log(spoken.length); // 3
 * ```
 */
export type LanguageTag = 'en' | 'bn' | 'hi' | 'mr' | 'gu' | 'ta' | 'te' | 'kn';

/**
 * The languages of Razorpay's checkout: its word for each, and the tag that browsers know it by.
 * Source: Magic Checkout, `config.display.language`.
 */
export const LANGUAGES = {
  en: 'en',
  ben: 'bn',
  hi: 'hi',
  mar: 'mr',
  guj: 'gu',
  tam: 'ta',
  tel: 'te',
  kan: 'kn',
} as const satisfies Record<string, LanguageTag>;

/** A language in Razorpay's word. */
export type Language = keyof typeof LANGUAGES;

/** Returns Razorpay's word for a tag or word, however it is written (`hi-IN`, `BN`, `ben`). */
export function languageOf(asked: string): Language | undefined {
  const [code = ''] = asked.toLowerCase().split(/[-_]/);
  return (Object.keys(LANGUAGES) as Language[]).find(
    (word) => word === code || LANGUAGES[word] === code,
  );
}
