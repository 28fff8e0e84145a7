import {expect} from '@esm-bundle/chai';
import {noticeOf} from '../../src/pos/notice-of.js';

describe('what the cashier reads', () => {
  it('is a notice where a sale has ended, or is not confirmed', () => {
    const message = 'The card was declined. Nothing was paid.';
    expect(noticeOf({state: 'failed', message})).to.deep.equal({kind: 'failed', title: message});
    expect(noticeOf({state: 'unconfirmed', message})?.kind).to.equal('unconfirmed');
    expect(noticeOf({state: 'paid', message})?.kind).to.equal('paid');
    expect(noticeOf({state: 'idle', message})?.kind).to.equal('error');
    // Nobody has made a mistake.
    expect(noticeOf({state: 'idle', message, isCancelled: true})?.kind).to.equal('cancelled');
  });

  it('is none while a sale goes on, and none without a message', () => {
    expect(noticeOf({state: 'processing', message: 'Ask the customer to tap.'})).to.be.undefined;
    expect(noticeOf({state: 'idle', message: ''})).to.be.undefined;
  });
});
