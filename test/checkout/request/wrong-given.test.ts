import {expect} from '@esm-bundle/chai';
import {wrongGiven, wrongNotes} from '../../../src/checkout/request/wrong-given.js';

describe('what Razorpay would refuse or drop', () => {
  it('is named, the objects first', () => {
    const notAnObject = 'x'.repeat(20) as unknown as Record<string, unknown>;
    expect(wrongGiven({notes: notAnObject})).to.deep.equal(['object', 'notes', 'String']);
    expect(wrongGiven({options: {currency: 'inr'}})).to.deep.equal(['currency', 'currency', 'inr']);
    expect(wrongGiven({options: {modal: {ondismiss: () => undefined}}})?.[0]).to.equal('callback');
  });

  it('is nothing where all can be used', () => {
    expect(wrongGiven({})).to.be.undefined;
    expect(wrongGiven({options: {currency: 'INR'}, notes: {a: 1}})).to.be.undefined;
    expect(wrongNotes({a: null, b: 'x'.repeat(256)})).to.be.undefined;
  });
});
