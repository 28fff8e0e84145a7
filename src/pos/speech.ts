import {adviseLater} from '../checkout/doctor/advise-later.js';
import {ownWordsOf, WordBook, type Speaker} from '../checkout/language/word-book.js';
import {mergeWords} from '../checkout/words/merge-words.js';
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

/** What of its words a till says before what a press loads has come. */
type AloneWords = Pick<PosWords, 'language' | 'send' | 'notLoaded' | 'notSent'> & {
  label: Pick<PosWords['label'], 'preparing'>;
};

/** Returns all that a till says before what a press loads has come: its English words are among that. */
export function saidAlone(host: Speaker<PosWords>, english: SaidAlone): SaidAlone {
  const [send = ''] = english.label as readonly string[];
  const alone = {...english, send, label: english, notLoaded: english.broken, notSent: ''};
  const said: AloneWords = host.words ?? mergeWords<AloneWords>(alone, ownWordsOf(host).en);
  return {
    language: said.language,
    label: [said.send],
    preparing: said.label.preparing,
    broken: `${said.notLoaded} ${said.notSent}`.trim(),
  };
}

/** For the browsers that cannot make them in a style sheet. */
export const paint = async (root: ShadowRoot): Promise<void> =>
  (await import('../face/paint.js')).paint(root);

/** Says to who builds the page what is wrong with an element. */
export const advise = adviseLater(() => import('./doctor/advise.js'));
