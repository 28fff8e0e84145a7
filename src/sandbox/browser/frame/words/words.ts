import type {Language} from '../../../../wire/languages.js';
import {ben} from './ben.js';
import {en, type Words} from './en.js';
import {guj} from './guj.js';
import {hi} from './hi.js';
import {kan} from './kan.js';
import {mar} from './mar.js';
import {tam} from './tam.js';
import {tel} from './tel.js';

/**
 * All that the checkout says, by language. Its document has them from a script of their own, so that
 * they are in the package once: the pages that the server writes say some of them too.
 */
export const WORDS: Readonly<Record<Language, Words>> = {en, hi, ben, mar, guj, tam, tel, kan};
