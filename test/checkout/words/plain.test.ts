import {expect} from '@open-wc/testing';
import {CheckoutError, type CheckoutErrorCode} from '../../../src/checkout/shell/checkout-error.js';
import {words, type Standing} from '../../../src/checkout/words/plain.js';
import {ORDER_ID, PAYMENT_ID} from '../../fixtures/samples.js';

const CODES = Object.keys({
  config_invalid: true,
  chunk_failed: true,
  order_failed: true,
  order_reply_invalid: true,
  script_failed: true,
  script_timeout: true,
  script_no_constructor: true,
  checkout_failed: true,
  checkout_fault: true,
  checkout_silent: true,
  checkout_busy: true,
  unexpected: true,
} satisfies Record<Exclude<CheckoutErrorCode, 'order_refused'>, true>) as CheckoutErrorCode[];

const error = (code: CheckoutErrorCode, standing: Standing = 'uncharged') =>
  words.error(new CheckoutError(code, 'For developers.'), standing);

describe('what the shopper reads', () => {
  it('of an error is never what the developer reads', () => {
    expect(error('config_invalid')).to.contain('You have not been charged.');
    expect(error('script_failed')).to.contain('ad blocker');
    expect(error('script_no_constructor')).to.equal(error('script_failed'));
    expect(error('unexpected')).to.not.contain('developers');
  });

  it('of a refused order is what the shop says', () => {
    expect(words.error(new CheckoutError('order_refused', 'Sold out.'), 'uncharged')).to.equal(
      'Sold out.',
    );
  });

  for (const code of CODES)
    it(`of ${code} is that nothing was charged only where that is known`, () => {
      for (const standing of ['unasked', 'tried', 'paid'] as const) {
        expect(error(code, standing)).to.not.match(/not been charged|%/);
        expect(error(code, standing)).to.match(/^[A-Z][^%]*\.$/);
      }
      expect(error(code)).to.not.contain('%');
    });

  it('of trouble with a cart that may be paid is what is known of it', () => {
    expect(error('order_failed', 'tried')).to.contain('No payment has reached us so far.');
    expect(error('order_failed', 'paid')).to.contain('do not pay again');
  });

  it('of a payment names it, and never asks for another', () => {
    for (const doubt of ['unreachable', 'pending', 'rejected'] as const)
      expect(words.unconfirmed(doubt, PAYMENT_ID))
        .to.contain(PAYMENT_ID)
        .and.to.contain('do not pay again');
    expect(words.earlier(ORDER_ID)).to.contain(ORDER_ID);
  });
});
