import {LANGUAGES, languageOf, type Language} from '../../../../wire/languages.js';
import type {Words} from './en.js';
import {WORDS} from './words.js';

/**
 * What `config.display.language` asks for, in Razorpay's own word; otherwise the page's language,
 * or English.
 */
export function readLanguage(display: unknown, pageLanguage: string): Language {
  const asked =
    typeof display === 'object' && display !== null && 'language' in display
      ? display.language
      : undefined;
  return isLanguage(asked) ? asked : (languageOf(pageLanguage) ?? 'en');
}

const isLanguage = (word: unknown): word is Language =>
  typeof word === 'string' && Object.hasOwn(LANGUAGES, word);

/** All that the checkout says in a language. */
export const wordsIn = (language: Language): Words => WORDS[language];
