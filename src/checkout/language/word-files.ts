/** Fetches what a checkout, and a button, says in each language but English. */
export const WORD_FILES = {
  bn: () => import('../words/bn.js'),
  hi: () => import('../words/hi.js'),
  mr: () => import('../words/mr.js'),
  gu: () => import('../words/gu.js'),
  ta: () => import('../words/ta.js'),
  te: () => import('../words/te.js'),
  kn: () => import('../words/kn.js'),
};
