import {expect} from '@open-wc/testing';
import {ownLabelIn, saidAlone, type Labelled} from '../../../src/button/said/own-label.js';
import {words as en} from '../../../src/checkout/words/en.js';
import {words as hi} from '../../../src/checkout/words/hi.js';

const label = (host: Labelled, words: Parameters<typeof ownLabelIn>[0] = en) => {
  const {text, amount = ''} = ownLabelIn(words, host);
  return text.replace('{amount}', amount).replace(/\s/g, ' ');
};

describe('the label of a button', () => {
  for (const [host, text] of [
    [{}, 'Pay now'],
    [{type: 'pay', amount: 34_900}, 'Pay ₹349'],
    [{amount: 34_950}, 'Pay ₹349.50'],
    [{type: 'donate', amount: 12_345_600}, 'Donate ₹1,23,456'],
    [{type: 'book', amount: 500, currency: 'JPY'}, 'Book · JP¥500'],
    [{type: 'buy', amount: 12_340, currency: 'KWD'}, 'Buy · KWD 12.340'],
    [{type: 'subscribe'}, 'Subscribe'],
    [{type: 'pay', amount: 0}, 'Pay ₹0'],
  ] as const)
    it(`is "${text}" for ${JSON.stringify(host)}`, () => {
      expect(label(host)).to.equal(text);
    });

  for (const host of [
    {type: 'toString'},
    {type: 'Pay'},
    {amount: '349.00'},
    {amount: -1},
    {amount: 1.5},
    {amount: NaN},
    {amount: 100, currency: 'rupees'},
    {amount: 100, currency: '₹'},
  ])
    it(`says less, and nothing wrong, for ${JSON.stringify(host)}`, () => {
      expect(label(host)).to.equal('Pay now');
    });

  it('goes with what else a button says before there is a purchase', () => {
    const {text, preparing, broken} = saidAlone(en, {});
    expect([text, preparing]).to.deep.equal(['Pay now', 'Opening…']);
    expect(broken).to.equal(
      'This button could not be loaded. Please reload the page and try again.',
    );
  });

  it('is in the language of the words', () => {
    expect(label({type: 'pay', amount: 34_900}, hi)).to.equal('₹349 का भुगतान करें');
    expect(ownLabelIn(hi, {}).language).to.equal('hi');
  });
});
