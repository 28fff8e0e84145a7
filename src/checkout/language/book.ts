import type {Words} from '../words/words.js';
import {WORD_FILES} from './word-files.js';
import {WordBook} from './word-book.js';

/** What a button says in each language. */
export const book = new WordBook<Words>({...WORD_FILES, en: () => import('../words/en.js')});
