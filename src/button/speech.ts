import {WordBook} from '../checkout/language/word-book.js';
import type {Words} from '../checkout/words/words.js';

export {say} from '../checkout/said/say.js';
// What no money hangs on comes beside a press too: what only who builds the page is told of.
export {impersonal} from '../checkout/events/analytics.js';
export {misplaced} from '../checkout/request/misplaced.js';
export {wrongGiven} from '../checkout/request/wrong-given.js';
export {followAmount} from './said/follow-amount.js';
export {drawFoot} from './said/foot.js';
export {saidAlone} from './said/own-label.js';
export {markAt} from '../checkout/language/language-of.js';

/** What buttons say, in each language. */
export const book = new WordBook<Words>({
  en: () => import('../checkout/words/en.js'),
  bn: () => import('../checkout/words/bn.js'),
  hi: () => import('../checkout/words/hi.js'),
  mr: () => import('../checkout/words/mr.js'),
  gu: () => import('../checkout/words/gu.js'),
  ta: () => import('../checkout/words/ta.js'),
  te: () => import('../checkout/words/te.js'),
  kn: () => import('../checkout/words/kn.js'),
});
