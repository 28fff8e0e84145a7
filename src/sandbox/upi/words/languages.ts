import type {Context} from 'hono';
import {languageOf, type Language} from '../../../wire/languages.js';
import {ben} from './ben.js';
import {en, type Words} from './en.js';
import {guj} from './guj.js';
import {hi} from './hi.js';
import {kan} from './kan.js';
import {mar} from './mar.js';
import {tam} from './tam.js';
import {tel} from './tel.js';

const WORDS: Readonly<Record<Language, Words>> = {en, hi, ben, mar, guj, tam, tel, kan};

/** Who reads a page. */
export interface Reader {
  readonly language: Language;
  readonly words: Words;
  /** What stands behind the path of the page, so that the next one is in the same language. */
  readonly search: string;
}

/**
 * The reader's language is what `?language=` asks for, as the checkout does; otherwise the browser's
 * first that there are words for, or English.
 */
export function readerOf({req}: Context): Reader {
  const ofBrowser = preferred(req.header('Accept-Language') ?? '');
  const [language = 'en'] = [req.query('language') ?? '', ...ofBrowser]
    .map(languageOf)
    .filter((each) => each !== undefined);
  return {language, words: wordsIn(language), search: new URL(req.url).search};
}

/** The tags of an `Accept-Language`, the most wanted first: `hi, en;q=0.8`. */
const preferred = (header: string): string[] =>
  header
    .split(',')
    .map((part) => part.split(/\s*;\s*q\s*=/))
    .map(([tag = '', quality = '1']) => ({tag: tag.trim(), quality: Number(quality) || 0}))
    .sort((one, other) => other.quality - one.quality)
    .map(({tag}) => tag);

/** All that the app says in a language. */
export const wordsIn = (language: Language): Words => WORDS[language];
