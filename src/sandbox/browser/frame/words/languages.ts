import {LANGUAGES, languageOf, type Language} from '../../../../wire/languages.js';
import {ben} from './ben.js';
import {en, type Words} from './en.js';
import {guj} from './guj.js';
import {hi} from './hi.js';
import {kan} from './kan.js';
import {mar} from './mar.js';
import {tam} from './tam.js';
import {tel} from './tel.js';

const WORDS: Readonly<Record<Language, Words>> = {en, hi, ben, mar, guj, tam, tel, kan};

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
