import {expect} from '@esm-bundle/chai';
import {words} from '../../../src/checkout/words/en.js';
import {say} from '../../../src/checkout/said/say.js';
import type {Telling, Told} from '../../../src/checkout/said/told.js';
import type {CheckoutState} from '../../../src/checkout/shell/checkout-state.js';
import {ORDER_ID as orderId, PAYMENT_ID as paymentId} from '../../fixtures/samples.js';

const money = {amount: 37_800, currency: 'INR'};
const run = () => undefined;

const noticeOf = (state: CheckoutState, told: Told) => say(words, state, {told}).notice!;

describe('what is said', () => {
  it('names on the button what a press does, with the amount where it is known', () => {
    const telling: Telling = {next: {name: 'tryAgain', run}};
    expect(
      say(words, 'idle', {...telling, money: {amount: 34_900, currency: 'INR'}}).label,
    ).to.equal('Try again · ₹349');
    expect(say(words, 'idle', telling).label).to.equal('Try again');
    expect(say(words, 'paid', {next: {name: 'viewOrder', run}, money}).label).to.equal(
      'View order',
    );
  });

  it('is the word of the state where a press does nothing', () => {
    expect(say(words, 'unconfirmed', {}).label).to.equal('Not confirmed');
    expect(say(words, 'unconfirmed', {told: {said: 'pending'}}).label).to.equal(
      'Checking payment…',
    );
    expect(say(words, 'unconfirmed', {told: {said: 'rejected'}}).label).to.equal('Not confirmed');
    expect(say(words, 'unconfirmed', {label: 'checking'}).label).to.equal('Checking payment…');
    expect(say(words, 'idle', {}).label).to.equal('');
  });

  it('is what is to be paid at the door, with every fee', () => {
    const notice = noticeOf('placed', {said: 'placed', orderId, money});
    expect(notice).to.include({kind: 'placed', title: 'Pay ₹378 at the door'});
    expect(notice.text).to.contain(orderId);
    expect(noticeOf('placed', {said: 'placed', orderId}).title).to.equal('You pay at the door');
  });

  it('is thanks once it is paid, with the number to copy', () => {
    const {notice, message} = say(words, 'paid', {told: {said: 'paid', paymentId, money}});
    expect(notice).to.deep.include({kind: 'paid', title: 'Thank you', paymentId});
    expect(notice?.copy).to.deep.equal(['Copy number', 'Copied']);
    expect(message).to.equal(`Thank you. Your payment of ₹378 has arrived. Payment ${paymentId}`);
  });

  it('is unconfirmed only where money may have moved', () => {
    expect(noticeOf('idle', {said: 'unseen'}).kind).to.equal('failed');
    expect(noticeOf('unconfirmed', {said: 'unseen'}).kind).to.equal('unconfirmed');
    expect(noticeOf('idle', {said: 'failed'}).kind).to.equal('failed');
  });

  it('is read out at once only where the shopper must act', () => {
    const isUrgent = (state: CheckoutState, told: Told) => say(words, state, {told}).isUrgent;
    for (const said of ['failed', 'unseen', {code: 'order_failed'}] as const)
      expect(isUrgent('idle', {said})).to.be.true;
    expect(isUrgent('unconfirmed', {said: 'pending'})).to.be.true;
    for (const state of ['paid', 'placed'] as const)
      expect(isUrgent(state, {said: state})).to.be.false;
    expect(isUrgent('paid', {said: 'earlierPaid'})).to.be.false;
    expect(say(words, 'open', {progress: 'open'}).isUrgent).to.be.false;
  });

  it('says of an error where the money is, as far as that is known', () => {
    const said = {code: 'order_failed'} as const;
    const text = (standing: NonNullable<Told['standing']>) =>
      noticeOf('idle', {said, standing}).text;
    expect(text('uncharged')).to.equal('You have not been charged. Please try again.');
    expect(text('unasked')).to.equal('Please try again.');
    expect(text('tried')).to.contain('Please try again.');
    expect(text('paid')).to.contain('do not pay again').and.not.to.contain('try again');
    for (const code of ['script_failed', 'checkout_fault'] as const)
      expect(noticeOf('idle', {said: {code}, standing: 'paid'}).text)
        .to.contain('do not pay again')
        .and.not.to.contain('try again');
  });

  it("is the shop's own sentence where the shop refuses", () => {
    expect(say(words, 'idle', {told: {said: {own: 'Sold out.'}}})).to.deep.include({
      message: 'Sold out.',
      notice: {kind: 'error', title: 'Sold out.', text: ''},
    });
  });

  it('is read out, and no notice, while something goes on', () => {
    expect(say(words, 'open', {progress: 'open'})).to.deep.include({
      label: 'Waiting for payment…',
      message: 'Finish in the payment window.',
      notice: undefined,
    });
  });
});
