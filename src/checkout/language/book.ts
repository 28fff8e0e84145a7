import type {Words} from '../words/words.js';
import {WordBook} from './word-book.js';

/** What a checkout, and a button, says in each language. */
export const book = new WordBook<Words>({
  en: () => import('../words/en.js'),
  bn: () => import('../words/bn.js'),
  hi: () => import('../words/hi.js'),
  mr: () => import('../words/mr.js'),
  gu: () => import('../words/gu.js'),
  ta: () => import('../words/ta.js'),
  te: () => import('../words/te.js'),
  kn: () => import('../words/kn.js'),
});
