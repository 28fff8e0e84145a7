import {expect} from '@esm-bundle/chai';
import {moneyOf} from '../../../src/checkout/merchant/money-of.js';

describe('the amount of a reply', () => {
  it('is there where the server says so', () => {
    expect(moneyOf({amount: 37_800, currency: 'INR'})).to.deep.equal({
      amount: 37_800,
      currency: 'INR',
    });
  });

  for (const [what, reply] of Object.entries({
    nothing: {},
    'no currency': {amount: 100},
    'a fraction': {amount: 1.5, currency: 'INR'},
    'less than nothing': {amount: -1, currency: 'INR'},
    'a currency of its own': {amount: 100, currency: 'rupees'},
  }))
    it(`is none where it says ${what}`, () => {
      expect(moneyOf(reply)).to.equal(undefined);
    });
});
