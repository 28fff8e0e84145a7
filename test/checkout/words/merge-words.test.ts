import {expect} from '@esm-bundle/chai';
import {mergeWords} from '../../../src/checkout/words/merge-words.js';

const ours = {language: 'hi', pay: 'Pay', label: {open: 'Open', paid: 'Paid'}, pair: ['a', 'b']};

describe('words of a page’s own', () => {
  it('stand in the place of ours, and leave the others', () => {
    expect(mergeWords(ours, {pay: 'Buy', label: {paid: 'Thanks'}, pair: ['c', 'd']})).to.deep.equal(
      {language: 'hi', pay: 'Buy', label: {open: 'Open', paid: 'Thanks'}, pair: ['c', 'd']},
    );
    expect(ours.label.paid).to.equal('Paid');
  });

  for (const own of [
    undefined,
    {},
    {pay: 7, label: 'x', pair: ['one'], nothing: 'x'},
    {pay: null, label: null, pair: ['a', 1]},
    {pay: {}, label: ['x'], pair: 'ab'},
    JSON.parse('{"__proto__": {"pay": "x"}}'),
  ])
    it(`are left out where they are of another kind: ${JSON.stringify(own)}`, () => {
      expect(mergeWords(ours, own as object)).to.deep.equal(ours);
    });
});
