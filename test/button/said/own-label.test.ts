import {expect} from '@esm-bundle/chai';
import {heard} from '../../fixtures/browser/console.js';
import {until} from '../../fixtures/browser/wait.js';
import {ownLabelIn, saidAlone, type Labelled} from '../../../src/button/said/own-label.js';
import {words as en} from '../../../src/checkout/words/en.js';
import {words as hi} from '../../../src/checkout/words/hi.js';
import type {Words} from '../../../src/checkout/words/words.js';

function label(host: Labelled, words: Words = en): string {
  const shown = document.createElement('span');
  shown.append(...ownLabelIn(words, host));
  return shown.textContent.replace(/\s/g, ' ');
}

/** An element that has such words. */
const speaker = (words?: Words) => Object.assign(document.createElement('b'), {words, type: 'pay'});

const ENGLISH = {language: 'en', label: ['Pay'], preparing: 'Wait', broken: 'Broken'} as const;

describe('the label of a button', () => {
  for (const [host, text] of [
    [{}, 'Pay now'],
    [{type: 'pay', amount: 34_900}, 'Pay ₹349'],
    [{amount: 34_950}, 'Pay ₹349.50'],
    [{amount: '34950'}, 'Pay ₹349.50'],
    [{type: 'donate', amount: 12_345_600}, 'Donate ₹1,23,456'],
    [{type: 'book', amount: 500, currency: 'JPY'}, 'Book · JP¥500'],
    [{type: 'buy', amount: 12_340, currency: 'KWD'}, 'Buy · KWD 12.340'],
    [{type: 'subscribe'}, 'Subscribe'],
    [{type: 'pay', amount: 0}, 'Pay ₹0'],
  ] as const)
    it(`is "${text}" for ${JSON.stringify(host)}`, () => {
      expect(label(host)).to.equal(text);
    });

  for (const [host, complaint] of [
    [{type: 'toString'}, 'type="toString" is none of pay buy'],
    [{type: 'Pay'}, 'type="Pay" is none of pay buy'],
    [{amount: '349.00'}, 'amount="349.00" is no amount'],
    [{amount: '₹349'}, 'amount="₹349" is no amount'],
    [{amount: -1}, 'amount="-1" is no amount'],
    [{amount: 1.5}, 'amount="1.5" is no amount'],
    [{amount: NaN}, 'amount="NaN" is no amount'],
    [{amount: 2 ** 53}, 'amount="9007199254740992" is no amount'],
    [{amount: 100, currency: 'rupees'}, 'currency="rupees" is no currency'],
    [{amount: 100, currency: '₹'}, 'currency="₹" is no currency'],
    [{amount: 100, currency: 'XXQ'}, 'currency="XXQ" is no currency'],
    [{amount: 100, currency: 'inr'}, 'currency="inr" is no currency'],
  ] as const)
    it(`says less, and nothing wrong, for ${JSON.stringify(host)}, and the developer why, once`, async () => {
      expect([label(host), label(host)]).to.deep.equal(['Pay now', 'Pay now']);
      await until(() => heard.error.length);
      expect(heard.error.length).to.equal(1);
      expect(String(heard.error[0])).to.contain(`rzp-magic-button: ${complaint}`);
    });

  it('is nothing to complain of where nothing is written', () => {
    for (const amount of [undefined, null, ''])
      expect(label({type: '', amount, currency: 'rupees'})).to.equal('Pay now');
    expect(heard.error).to.deep.equal([]);
  });

  it('goes with what else a button says before there is a purchase', () => {
    const {label, preparing, broken} = saidAlone(speaker(en), ENGLISH);
    expect([label.at(-1), preparing]).to.deep.equal(['Pay now', 'Opening…']);
    expect(broken).to.equal(
      'This button could not be loaded. Please reload the page and try again.',
    );
  });

  it('is in the language of the words', () => {
    expect(label({type: 'pay', amount: 34_900}, hi)).to.equal('₹349 का भुगतान करें');
    expect(saidAlone(speaker(hi), ENGLISH).language).to.equal('hi');
    expect(saidAlone(speaker(), ENGLISH)).to.equal(ENGLISH);
  });

  it('sets the amount apart, which runs its own way in any text', () => {
    const [before, amount] = ownLabelIn(en, {amount: 34_900});
    expect([before, (amount as Element).outerHTML]).to.deep.equal([
      'Pay ',
      '<bdi style="pointer-events: none;">₹349</bdi>',
    ]);
  });
});
