import {expect} from '@esm-bundle/chai';
import {words as bn} from '../../../src/checkout/words/bn.js';
import {words as en} from '../../../src/checkout/words/en.js';
import {words as gu} from '../../../src/checkout/words/gu.js';
import {words as hi} from '../../../src/checkout/words/hi.js';
import {words as kn} from '../../../src/checkout/words/kn.js';
import {words as mr} from '../../../src/checkout/words/mr.js';
import {words as ta} from '../../../src/checkout/words/ta.js';
import {words as te} from '../../../src/checkout/words/te.js';
import type {Words} from '../../../src/checkout/words/words.js';

const OTHERS: Readonly<Record<string, Words>> = {bn, gu, hi, kn, mr, ta, te};

/** "Do not pay again", as it stands in each language. */
const DO_NOT_PAY: Readonly<Record<string, RegExp>> = {
  en: /do not pay again/,
  hi: /दोबारा भुगतान न करें/,
  bn: /আবার পেমেন্ট করবেন না/,
  mr: /पुन्हा पैसे भरू नका/,
  gu: /ફરી ચુકવણી ન કરો/,
  ta: /மீண்டும் செலுத்த வேண்டாம்/,
  te: /మళ్లీ చెల్లించకండి/,
  kn: /ಮತ್ತೆ ಪಾವತಿಸಬೇಡಿ/,
};

/** Names and abbreviations that every language writes in Latin letters. */
const LATIN = /UPI|EMI|Razorpay|\{\w+\}/g;

/** Every text, by where it stands. */
const texts = (words: object, at = ''): [string, string][] =>
  Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? texts(value, `${at}${name}.`)
      : ([[`${at}${name}`, String(value)]] as [string, string][]),
  );

const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('what the shopper reads', () => {
  for (const [language, words] of Object.entries(OTHERS))
    it(`has in ${language} each text of the English one, with its slots, and no English`, () => {
      const english = Object.fromEntries(texts(en));
      for (const [at, text] of texts(words)) {
        if (at === 'language') continue;
        expect(slots(text), at).to.deep.equal(slots(english[at]!));
        expect(text.replace(LATIN, ''), at).to.not.match(/[a-z]{2}/i);
        expect(text, at).to.match(/^\S(.*\S)?$/);
      }
      expect(words.language).to.equal(language);
    });

  for (const [language, words] of Object.entries({...OTHERS, en}))
    it(`says unmistakably in ${language} not to pay again, wherever money may have moved`, () => {
      const {attempted, pending, rejected, unreachable} = words.notice;
      for (const {title} of [attempted, pending, rejected, unreachable])
        expect(title.toLowerCase()).to.match(DO_NOT_PAY[language]!);
      expect(words.standing.paid).to.match(DO_NOT_PAY[language]!);
    });
});
