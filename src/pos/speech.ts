import {WordBook} from '../checkout/language/word-book.js';
import type {PosWords} from './words/words.js';

export {markAt} from '../checkout/language/language-of.js';

/** What tills say in the languages that are not English. */
export const book = new WordBook<PosWords>({
  bn: () => import('./words/bn.js'),
  hi: () => import('./words/hi.js'),
  mr: () => import('./words/mr.js'),
  gu: () => import('./words/gu.js'),
  ta: () => import('./words/ta.js'),
  te: () => import('./words/te.js'),
  kn: () => import('./words/kn.js'),
});
