import {expect} from '@esm-bundle/chai';
import {words} from '../../../src/checkout/words/en.js';

const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(Object(value) as object).flatMap(texts);

describe('the English words', () => {
  it('are none of them empty, and fill in what the interface names alone', () => {
    for (const text of texts(words)) {
      expect(text).to.not.equal('');
      for (const [, place] of text.matchAll(/\{(.*?)\}/g))
        expect(['amount', 'order', 'payment', 'standing', 'title', 'text']).to.include(place);
    }
  });

  it('say that nothing was taken only where Razorpay said that the attempt failed', () => {
    const {failed, ...others} = words.notice;
    expect(failed.text).to.contain('Nothing was taken, or it comes back by itself');
    for (const text of texts(others)) expect(text).to.not.contain('Nothing was taken');
  });
});
