import {expect} from '@esm-bundle/chai';
import {sayAt} from '../../../src/button/said/say-at.js';
import type {Told} from '../../../src/checkout/said/told.js';
import {words} from '../../../src/checkout/words/en.js';

describe('what a button that waits says', () => {
  const said = (told: Told, open = () => undefined) =>
    sayAt(Object.assign(document.createElement('div'), {words, open}), 'idle', {told});

  for (const told of [
    {said: 'attempted'},
    {said: 'unreachable'},
    {said: {code: 'order_failed'}, standing: 'paid'},
  ] satisfies Told[])
    it(`is to check again, which a press does, after ${JSON.stringify(told)}`, () => {
      let presses = 0;
      const spoken = said(told, () => void presses++);
      expect(spoken).to.include({label: 'Check again'});
      spoken?.next?.run();
      expect(presses).to.equal(1);
      expect(spoken?.message)
        .to.match(/do not pay again/i)
        .and.not.to.match(/try again/i);
    });

  for (const told of [
    {said: 'earlierPaid'},
    {said: {code: 'order_failed'}, standing: 'tried'},
    {said: {own: 'Sold out.'}},
  ] satisfies Told[])
    it(`is its own label after ${JSON.stringify(told)}`, () => {
      expect(said(told)).to.include({label: '', next: undefined});
    });
});
