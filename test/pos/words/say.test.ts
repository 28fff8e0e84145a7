import {expect} from '@esm-bundle/chai';
import {words as bn} from '../../../src/pos/words/bn.js';
import {words as en} from '../../../src/pos/words/en.js';
import {
  labelIn,
  saidCancelled,
  saidDoubt,
  saidNotPaid,
  saidPaid,
  saidRefused,
  saidUnpaid,
  saidUnreachable,
} from '../../../src/pos/words/say.js';
import {words as gu} from '../../../src/pos/words/gu.js';
import {words as hi} from '../../../src/pos/words/hi.js';
import {words as kn} from '../../../src/pos/words/kn.js';
import {words as mr} from '../../../src/pos/words/mr.js';
import {words as ta} from '../../../src/pos/words/ta.js';
import {words as te} from '../../../src/pos/words/te.js';
import type {PosWords} from '../../../src/pos/words/words.js';
import {DEVICE_ERRORS, type DeviceErrorKey} from '../../../src/wire/device.js';

const OTHERS: Readonly<Record<string, PosWords>> = {bn, gu, hi, kn, mr, ta, te};

const KEYS = Object.keys(DEVICE_ERRORS) as DeviceErrorKey[];

/** "Do not charge again", as it stands in each language. */
const DO_NOT_CHARGE: Readonly<Record<string, string>> = {
  hi: 'दोबारा पैसे न लें',
  bn: 'আবার টাকা নেবেন না',
  mr: 'पुन्हा पैसे घेऊ नका',
  gu: 'ફરી પૈસા ન લો',
  ta: 'மீண்டும் பணம் வாங்க வேண்டாம்',
  te: 'మళ్లీ డబ్బు తీసుకోకండి',
  kn: 'ಮತ್ತೆ ಹಣ ತೆಗೆದುಕೊಳ್ಳಬೇಡಿ',
};

/** Every text, by where it stands. */
const texts = (words: object, at = ''): [string, string][] =>
  Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? texts(value, `${at}${name}.`)
      : ([[`${at}${name}`, String(value)]] as [string, string][]),
  );

const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('what a cashier is told', () => {
  for (const key of KEYS) {
    it(`after ${key} is what happened, that nothing was paid, and what to do`, () => {
      expect(saidUnpaid(en, key)).to.match(/^[A-Z].*\. Nothing was paid\. [A-Z].*\.$/);
      expect(saidUnpaid(en, key)).to.not.match(/charged|error|code|undefined/i);
    });

    it(`while ${key} leaves a doubt is not to charge again`, () => {
      expect(saidDoubt(en, {code: key, description: ''})).to.match(
        /^[A-Z].*\. Do not charge again/,
      );
      expect(saidDoubt(en, {code: key, description: ''})).to.not.contain('Nothing was paid');
    });
  }

  it('of a refused order is what the shop says, and else never what developers read', () => {
    expect(saidRefused(en, 'order_refused', 'Sold out.')).to.equal('Sold out.');
    expect(saidRefused(en, 'device_refused', 'x', 'FORBIDDEN')).to.equal(en.refused.FORBIDDEN);
    for (const code of ['', 'toString', 'SOMETHING_NEW'])
      expect(saidRefused(en, 'device_refused', 'x', code)).to.equal(en.notSetUp);
    expect(saidRefused(en, 'device_busy', 'x')).to.contain('Another sale is on the device.');
  });

  it('of what ended by itself, and of a server that is silent, is where the money is', () => {
    expect(saidCancelled(en)).to.equal('Cancelled. Nothing was paid.');
    expect(saidNotPaid(en)).to.equal('Nothing was paid. Try again if the customer wants to pay.');
    expect(saidUnreachable(en)).to.match(/^Do not charge again: .* does not answer; check/);
    expect(saidRefused(en, 'order_failed', '')).to.equal(
      'The shop’s server has a problem. The sale did not reach the device. Try again.',
    );
  });

  it('names the amount where it is known', () => {
    expect(saidPaid(en, '₹349')).to.equal('₹349 paid.');
    expect(saidPaid(en, '')).to.equal('Paid.');
    expect(labelIn(en, 'idle')).to.equal('');
    expect(labelIn(en, 'processing')).to.equal('On the device…');
  });
});

for (const [language, words] of Object.entries(OTHERS))
  describe(`a till in ${language}`, () => {
    it('has each text of the English one, with its slots, and no English', () => {
      const english = Object.fromEntries(texts(en));
      for (const [at, text] of texts(words)) {
        if (at === 'language') continue;
        expect(slots(text), at).to.deep.equal(slots(english[at]!));
        expect(text.replace(/\{\w+\}|UPI|PIN|Wi-Fi|SIM/g, ''), at).to.not.match(/[a-z]{2}/i);
        expect(text, at).to.match(/^\S(.*\S)?$/);
      }
      expect(words.language).to.equal(language);
    });

    it('never leaves a doubt without saying that nothing is to be charged again', () => {
      const {doubt, paidBefore, signedOut} = words;
      for (const text of [doubt, paidBefore, signedOut, saidUnreachable(words)])
        expect(text).to.contain(DO_NOT_CHARGE[language]);
    });
  });
