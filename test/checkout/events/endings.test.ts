import {expect} from '@esm-bundle/chai';
import {dismiss, fail, standingOf, succeed} from '../../../src/checkout/events/endings.js';
import {Reporter} from '../../../src/checkout/events/reporter.js';
import {plainly} from '../../../src/checkout/said/plain.js';
import {CheckoutError} from '../../../src/checkout/shell/checkout-error.js';
import {keepUnfinished} from '../../../src/checkout/storage/unfinished.js';
import '../../fixtures/browser/console.js';
import {PAYMENT, unfinished} from '../../fixtures/browser/order-samples.js';
import {keptCheckouts, keptKeys} from '../../fixtures/browser/storage.js';
import {ORDER_ID, PAYMENT_ID} from '../../fixtures/samples.js';

/** What is told and shown at an ending. */
function prepare() {
  const target = new EventTarget();
  const told: string[] = [];
  for (const name of ['rzp-success', 'rzp-dismiss', 'rzp-error'])
    target.addEventListener(name, ({type}) => told.push(type));
  const shown: string[] = [];
  const reporter = new Reporter({
    target,
    enter: (state, {told}) => shown.push(`${state}: ${told ? plainly(told) : ''}`),
  });
  return {reporter, told, shown};
}

describe('a checkout ends', () => {
  it('in success, and nothing of it is kept', () => {
    const {reporter, told, shown} = prepare();
    const row = unfinished();
    keepUnfinished(row);
    localStorage.setItem(row.keyName, 'key');
    const confirmation = {status: 'placed', orderId: ORDER_ID, paymentId: PAYMENT_ID} as const;
    expect(succeed(reporter, row, confirmation)).to.deep.equal({type: 'success', ...confirmation});
    expect(told).to.deep.equal(['rzp-success']);
    expect(shown).to.deep.equal(['placed: You pay at the door.']);
    expect([...keptCheckouts(), ...keptKeys()]).to.be.empty;
  });

  it('dismissed, without a word', () => {
    const {reporter, told, shown} = prepare();
    dismiss(reporter, 'closed');
    expect(dismiss(reporter, 'payment_failed', ORDER_ID)).to.deep.equal({
      type: 'dismissed',
      reason: 'payment_failed',
      orderId: ORDER_ID,
    });
    expect(told).to.deep.equal(['rzp-dismiss', 'rzp-dismiss']);
    expect(shown).to.deep.equal(['idle: ', 'idle: ']);
  });

  it('failed, in words for the shopper', () => {
    const {reporter, told, shown} = prepare();
    const error = new CheckoutError('config_invalid', 'Missing attribute.');
    expect(fail(reporter, error, 'uncharged')).to.deep.equal({type: 'failed', error});
    expect(told).to.deep.equal(['rzp-error']);
    expect(shown[0]).to.contain('not available').and.not.to.contain('attribute');
  });

  it('stands by what is kept of it', () => {
    expect(standingOf([])).to.equal('uncharged');
    expect(standingOf([unfinished()])).to.equal('unasked');
    expect(standingOf([unfinished(), unfinished({isTried: true})])).to.equal('tried');
    expect(standingOf([unfinished({isTried: true}), unfinished({payment: PAYMENT})])).to.equal(
      'paid',
    );
  });
});
