import {expect} from '@open-wc/testing';
import {CheckoutError, type CheckoutErrorCode} from '../../../src/checkout/shell/checkout-error.js';
import {words} from '../../../src/checkout/words/en.js';
import {ORDER_ID, PAYMENT_ID} from '../../fixtures/samples.js';

const error = (code: CheckoutErrorCode) => words.error(new CheckoutError(code, 'For developers.'));

describe('what the shopper reads', () => {
  it('of an error is never what the developer reads', () => {
    expect(error('config_invalid')).to.contain('You have not been charged.');
    expect(error('script_failed')).to.contain('ad blocker');
    expect(error('script_no_constructor')).to.equal(error('script_failed'));
    expect(error('unexpected')).to.not.contain('developers');
  });

  it('of a refused order is what the shop says', () => {
    expect(words.error(new CheckoutError('order_refused', 'Sold out.'))).to.equal('Sold out.');
  });

  it('of a payment names it, and never asks for another', () => {
    for (const doubt of ['unreachable', 'pending', 'rejected'] as const)
      expect(words.unconfirmed(doubt, PAYMENT_ID))
        .to.contain(PAYMENT_ID)
        .and.to.contain('do not pay again');
    expect(words.earlier(ORDER_ID)).to.contain(ORDER_ID);
  });
});
