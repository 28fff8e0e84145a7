import {expect} from '@esm-bundle/chai';
import {plainly, sayPlainly} from '../../../src/checkout/said/plain.js';
import {ORDER_ID, PAYMENT_ID} from '../../fixtures/samples.js';

describe('what is said where no words come', () => {
  for (const said of ['unreachable', 'attempted', 'pending', 'rejected'] as const)
    it(`asks not to pay again where the payment is ${said}`, () => {
      expect(plainly({said, paymentId: PAYMENT_ID})).to.contain('not pay again');
    });

  it('names the payment and the order that it is about', () => {
    expect(plainly({said: 'rejected', paymentId: PAYMENT_ID})).to.contain(PAYMENT_ID);
    expect(plainly({said: 'earlierPaid', orderId: ORDER_ID})).to.contain(ORDER_ID);
  });

  it('says of an error that nothing was charged only where that is known', () => {
    expect(plainly({said: {code: 'order_failed'}, standing: 'uncharged'})).to.contain(
      'not been charged',
    );
    for (const standing of ['unasked', 'tried', 'paid'] as const)
      expect(plainly({said: {code: 'order_failed'}, standing})).to.not.contain('charged');
    expect(plainly({said: {code: 'order_failed'}, standing: 'paid'}))
      .to.contain('not pay again')
      .and.not.to.contain('try again');
  });

  it("is the shop's own sentence where the shop refuses", () => {
    expect(plainly({said: {own: 'Sold out.'}})).to.equal('Sold out.');
  });

  it('labels the button with the next thing to do, else with the state', () => {
    const run = () => undefined;
    const {label, next, actions} = sayPlainly('idle', {
      told: {said: 'failed'},
      next: {name: 'tryAgain', run},
      deeds: [{name: 'checkCharge', run}],
    });
    expect([label, next?.label, actions.map((action) => action.label)]).to.deep.equal([
      'Try again',
      'Try again',
      ['Check charge'],
    ]);
    expect(sayPlainly('open', {progress: 'open'})).to.include({
      label: 'Open',
      message: 'Open',
    });
    expect(sayPlainly('idle', {})).to.include({label: '', message: ''});
  });
});
