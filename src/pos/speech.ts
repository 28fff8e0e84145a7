import type {Advised} from '../checkout/doctor/advise.js';
import {ownWordsOf, WordBook, type Speaker} from '../checkout/language/word-book.js';
import type {SaidAlone} from '../face/face-button.js';
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

/** Returns all that a till says before what a press loads has come: its English words are among that. */
export function saidAlone(host: Speaker<PosWords>, english: SaidAlone): SaidAlone {
  const {words} = host;
  if (words) {
    const {language, send, label, notLoaded, notSent} = words;
    return {
      language,
      label: [send],
      preparing: label.preparing,
      broken: `${notLoaded} ${notSent}`,
    };
  }
  const {send, label, notLoaded} = ownWordsOf(host).en ?? {};
  return {
    ...english,
    ...(send && {label: [send]}),
    preparing: label?.preparing ?? english.preparing,
    broken: notLoaded ?? english.broken,
  };
}

/** For the browsers that cannot make them in a style sheet. */
export const paint = async (root: ShadowRoot): Promise<void> =>
  (await import('../face/paint.js')).paint(root);

/** Says to who builds the page what is wrong with an element. */
export const advise = async (host: Advised): Promise<void> =>
  (await import('../checkout/doctor/advise.js')).advise(host);
