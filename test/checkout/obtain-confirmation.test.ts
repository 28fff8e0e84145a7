// With src/checkout/merchant/confirmation-of.ts, which reads what counts in a reply.
import {expect} from '@esm-bundle/chai';
import {
  RzpPaymentEvent,
  RzpSuccessEvent,
  RzpUnconfirmedEvent,
} from '../../src/checkout/events/events.js';
import {findUnfinished} from '../../src/checkout/storage/unfinished.js';
import {prepare} from '../fixtures/browser/checkout.js';
import {fakeClock, passUntil} from '../fixtures/browser/clock.js';
import {PAID, PAYMENT} from '../fixtures/browser/order-samples.js';
import {until} from '../fixtures/browser/wait.js';
import {ORDER_ID} from '../fixtures/samples.js';

describe('a confirmation', () => {
  it('that is rejected says so with the payment, and not to pay again', async () => {
    const {start, event, names, face} = prepare((checkout) => checkout.pay(), {
      verify: [{status: 400, json: {error: {code: 'SIGNATURE_MISMATCH', description: 'No.'}}}],
    });
    const paymentId = PAYMENT.razorpay_payment_id;
    expect(await start()).to.deep.equal({
      type: 'unconfirmed',
      doubt: 'rejected',
      orderId: ORDER_ID,
      paymentId,
    });
    expect(face().state).to.equal('unconfirmed');
    expect(face().message).to.contain(paymentId).and.to.contain('do not pay again');
    expect(event(RzpUnconfirmedEvent)).to.include({
      doubt: 'rejected',
      orderId: ORDER_ID,
      paymentId,
    });
    expect(names()).to.not.contain('rzp-success');
  });

  it('tells of the mandate that came with it', async () => {
    const mandate = {id: 'token_Sample000001', status: 'initiated'};
    const {start, event} = prepare((checkout) => checkout.pay(), {
      verify: [{json: {...PAID, mandate}}],
    });
    expect(await start()).to.deep.include({type: 'success', mandate});
    expect(event(RzpSuccessEvent).mandate).to.deep.equal(mandate);
  });

  for (const [what, mandate] of Object.entries({
    'is none': null,
    'has no id': {status: 'initiated'},
    'is a text': 'token_Sample000001',
  }))
    it(`counts although its mandate ${what}`, async () => {
      const {start, event} = prepare((checkout) => checkout.pay(), {
        verify: [{json: {...PAID, mandate}}],
      });
      expect(await start())
        .to.include({type: 'success'})
        .and.not.have.property('mandate');
      expect(event(RzpSuccessEvent).mandate).to.equal(undefined);
    });

  it('that a server of its own words refuses for good is told to both, and kept', async () => {
    const {start, face, endings, verifications} = prepare((checkout) => checkout.pay(), {
      verify: [{status: 400, json: {status: 'failure'}}],
    });
    const clock = fakeClock();
    const outcome = start();
    await passUntil(clock, () => face().message.includes('contact the shop'), 500);
    expect(face().message).to.contain('do not pay again').and.not.to.contain('keep checking');
    expect(await outcome).to.include({type: 'unconfirmed'});
    expect(endings().length).to.be.greaterThan(0);
    expect(findUnfinished(ORDER_ID)?.payment).to.deep.equal(PAYMENT);
    expect(await verifications.calls()).to.have.length(6);
  });

  it('is unconfirmed after the first failure and paid after the next try', async () => {
    const {start, states} = prepare((checkout) => checkout.pay(), {
      verify: [{status: 503}, {json: PAID}],
    });
    expect(await start()).to.include({type: 'success'});
    expect(states().slice(-3)).to.deep.equal(['verifying', 'unconfirmed', 'paid']);
  });

  it('that takes 20 seconds is unconfirmed, and is asked for on and on', async () => {
    const {start, names, verifications, face, states} = prepare((checkout) => checkout.pay(), {
      verify: [{status: 503, headers: {'Retry-After': '60'}}, {json: PAID}],
    });
    const clock = fakeClock();
    const outcome = start();
    await passUntil(clock, () => states().includes('unconfirmed'), 50);
    await clock.tickAsync(20_000);
    expect(await outcome).to.include({type: 'unconfirmed', doubt: 'unreachable'});
    expect(names().filter((name) => name === 'rzp-unconfirmed')).to.have.length(1);
    await clock.tickAsync(41_000);
    await until(() => face().state === 'paid');
    expect(names().at(-1)).to.equal('rzp-success');
    expect(await verifications.calls()).to.have.length(2);
  });

  it('goes to success-url unless rzp-success is prevented', async () => {
    const {start, target} = prepare((checkout) => checkout.pay());
    target.addEventListener('rzp-success', (event) => event.preventDefault());
    expect(await start({successUrl: '#thanks'})).to.include({type: 'success'});
    expect(location.hash).to.equal('');
    const again = prepare((checkout) => checkout.pay());
    await again.start({successUrl: '#thanks'});
    expect(location.hash).to.equal('#thanks');
    history.replaceState(null, '', location.href.split('#')[0]);
  });

  for (const status of ['paid', 'placed'] as const) {
    it(`by respondWith() of ${status} takes the place of verify-url`, async () => {
      const {start, target, verifications} = prepare((checkout) => checkout.pay());
      target.addEventListener('rzp-payment', (event) => {
        if (event instanceof RzpPaymentEvent) event.respondWith(Promise.resolve({status}));
      });
      expect(await start()).to.include({type: 'success', status});
      expect(await verifications.calls()).to.be.empty;
    });
  }

  for (const [what, answer, doubt] of [
    ['unconfirmed', () => Promise.resolve({status: 'unconfirmed'}), 'pending'],
    ['a failure', () => Promise.reject(new Error('503')), 'unreachable'],
    ['nonsense', () => Promise.resolve({status: 'ok'}), 'pending'],
    ['nothing', () => Promise.resolve(undefined), 'unreachable'],
  ] as const) {
    it(`by respondWith() of ${what} is unconfirmed`, async () => {
      const {start, target, face} = prepare((checkout) => checkout.pay());
      target.addEventListener('rzp-payment', (event) => {
        if (event instanceof RzpPaymentEvent)
          event.respondWith(answer() as Promise<{status: 'unconfirmed'}>);
      });
      expect(await start()).to.include({type: 'unconfirmed', doubt});
      expect(face().state).to.equal('unconfirmed');
    });
  }

  it('by respondWith() that never comes leaves no spinner without end', async () => {
    const {start, target, face, states} = prepare((checkout) => checkout.pay());
    target.addEventListener('rzp-payment', (event) => {
      if (event instanceof RzpPaymentEvent) event.respondWith(new Promise(() => undefined));
    });
    const clock = fakeClock();
    const outcome = start();
    await passUntil(clock, () => states().includes('verifying'), 50);
    await clock.tickAsync(20_000);
    expect(await outcome).to.include({type: 'unconfirmed', doubt: 'pending'});
    expect(face().state).to.equal('unconfirmed');
  });

  it('by a function of the page needs no verify-url', async () => {
    const {start} = prepare((checkout) => checkout.pay());
    const asked: unknown[] = [];
    const confirm = (payment: unknown) => {
      asked.push(payment);
      return {status: 'paid' as const};
    };
    expect(await start({verifyUrl: null, confirm})).to.include({type: 'success'});
    expect(asked).to.deep.equal([PAYMENT]);
  });

  it('by callback-url posts the response there as a form', async () => {
    const {start, states} = prepare((checkout) => checkout.pay());
    const {submit} = HTMLFormElement.prototype;
    const posted = new Promise<FormData>((resolve) => {
      HTMLFormElement.prototype.submit = function (this: HTMLFormElement) {
        resolve(new FormData(this));
      };
    });
    const callbackUrl = `${location.origin}/callback`;
    const clock = fakeClock();
    const outcome = start({verifyUrl: null, callbackUrl});
    await passUntil(clock, () => states().includes('verifying'), 50);
    expect(Object.fromEntries(await posted)).to.deep.equal(PAYMENT);
    HTMLFormElement.prototype.submit = submit;
    await clock.tickAsync(20_000);
    expect(await outcome).to.include({type: 'unconfirmed', doubt: 'pending'});
  });
});
