import {ben} from './ben.js';
import {en, type Words} from './en.js';
import {guj} from './guj.js';
import {hi} from './hi.js';
import {kan} from './kan.js';
import {mar} from './mar.js';
import {tam} from './tam.js';
import {tel} from './tel.js';

/** The languages of the checkout, by Razorpay's codes. */
const WORDS = {en, hi, ben, mar, guj, tam, tel, kan} as const satisfies Record<string, Words>;

export type Language = keyof typeof WORDS;

/** How a page's `<html lang>` names them. */
const TAGS: Readonly<Record<string, Language>> = {
  en: 'en',
  hi: 'hi',
  bn: 'ben',
  mr: 'mar',
  gu: 'guj',
  ta: 'tam',
  te: 'tel',
  kn: 'kan',
};

const isLanguage = (code: unknown): code is Language =>
  typeof code === 'string' && Object.hasOwn(WORDS, code);

/** What `config.display.language` asks for; otherwise the page's own language, or English. */
export function readLanguage(display: unknown, pageLanguage: string): Language {
  const asked =
    typeof display === 'object' && display !== null && 'language' in display
      ? display.language
      : undefined;
  if (isLanguage(asked)) return asked;
  return TAGS[pageLanguage.toLowerCase().slice(0, 2)] ?? 'en';
}

export const wordsIn = (language: Language): Words => WORDS[language];

/** How a browser names the language, for `lang`. */
export const tagOf = (language: Language): string =>
  Object.entries(TAGS).find(([, code]) => code === language)?.[0] ?? 'en';
