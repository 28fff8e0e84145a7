import {expect} from '@esm-bundle/chai';
import {noteStatus} from '../../src/checkout/storage/unfinished.js';
import {prepare as prepareCheckout} from '../fixtures/browser/checkout.js';
import {fakeClock, passUntil} from '../fixtures/browser/clock.js';
import type {FakeRazorpay} from '../fixtures/browser/fake-razorpay.js';
import {
  ORDER_REPLY,
  OTHER_ORDER_REPLY,
  PAID,
  PAYMENT,
  unfinished,
} from '../fixtures/browser/order-samples.js';
import type {Answer} from '../fixtures/browser/server.js';
import {keptCheckouts} from '../fixtures/browser/storage.js';
import {until} from '../fixtures/browser/wait.js';
import type {Outcome} from '../../src/checkout/events/outcome.js';
import type {CheckoutState} from '../../src/checkout/shell/checkout-state.js';
import {ORDER_ID, PAYMENT_ID as paymentId} from '../fixtures/samples.js';

const orderIs = (status: string, more: object = {}) => ({
  json: {status, order_id: ORDER_ID, ...more},
});

/** A shopper who closes the checkout, and a shop that can be asked what became of the order. */
const prepare = (onOpen: FakeRazorpay['onOpen'], status: Answer[], verify: Answer[] = []) =>
  prepareCheckout(onOpen, {status, verify});

describe('a checkout that closed without a result', () => {
  it('is asked about for a minute while a payment is on its way, and then left to the shopper', async () => {
    const {start, face, endings, press} = prepare(
      (checkout) => {
        checkout.submit();
        checkout.dismiss();
      },
      [orderIs('attempted')],
    );
    const clock = fakeClock();
    const outcome = start();
    await passUntil(clock, () => face().state === 'unconfirmed');
    expect(face().message).to.contain('do not pay again');
    expect(face().actions).to.be.empty;
    await passUntil(clock, () => face().actions.length > 0);
    expect(await outcome).to.deep.equal({
      type: 'unconfirmed',
      doubt: 'pending',
      orderId: ORDER_ID,
    });
    expect(face().actions.map(({label}) => label)).to.deep.equal(['Check again', 'Try again']);
    expect(endings()).to.deep.equal(['rzp-unconfirmed']);
    expect(keptCheckouts()).to.have.length(1);
    press('Check again');
    expect(face().state).to.equal('verifying');
    await passUntil(clock, () => face().state === 'unconfirmed');
  });

  it('is never offered again once a payment came that the shop looks into', async () => {
    const {start, face, endings} = prepare(
      (checkout) => {
        checkout.submit();
        checkout.decline();
        checkout.dismiss();
      },
      [orderIs('unconfirmed', {payment_id: paymentId})],
    );
    const clock = fakeClock();
    const outcome = start();
    await passUntil(clock, () => face().state === 'unconfirmed');
    expect(face().message).to.contain('do not pay again');
    await passUntil(clock, () => face().actions.length > 0);
    expect(await outcome).to.include({type: 'unconfirmed', orderId: ORDER_ID, paymentId});
    expect(face().message).to.contain(paymentId).and.to.contain('do not pay again');
    expect(face().actions.map(({label}) => label)).to.deep.equal(['Check again']);
    expect(endings()).to.deep.equal(['rzp-unconfirmed']);
  });

  it('is paid once where the shopper tries again and the shop is still asked', async () => {
    const {razorpay, start, face, press, endings, verifications} = prepare(
      (checkout) => {
        checkout.submit();
        checkout.decline();
        checkout.dismiss();
      },
      [orderIs('attempted'), orderIs('paid', {payment_id: paymentId})],
      [{json: PAID}],
    );
    const clock = fakeClock();
    const outcome = start();
    await passUntil(clock, () => face().actions.length === 2);
    expect(await outcome).to.include({type: 'dismissed', orderId: ORDER_ID});
    expect(face().actions.map(({label}) => label)).to.deep.equal([
      'Try again',
      'I was charged, check again',
    ]);
    razorpay.onOpen = (checkout) => checkout.render();
    press('Try again');
    await passUntil(clock, () => razorpay.checkouts.length === 2);
    // What is open belongs to the shopper: nothing is said behind it.
    await clock.tickAsync(10_000);
    expect(face().state).to.equal('open');
    razorpay.checkouts[1]!.pay();
    await passUntil(clock, () => face().state === 'paid');
    await clock.tickAsync(10_000);
    expect(endings()).to.deep.equal(['rzp-dismiss', 'rzp-success']);
    expect(await verifications.calls()).to.have.length(1);
  });

  it('is not said to be unpaid while nobody answers, and is forgotten once the shop says so', async () => {
    const {start, face, endings, statuses} = prepare(
      (checkout) => checkout.dismiss(),
      [{status: 503}, {drop: true}, orderIs('created')],
    );
    const clock = fakeClock();
    let outcome: Outcome | undefined;
    void start().then((ended) => (outcome = ended));
    await passUntil(clock, () => outcome !== undefined);
    expect(outcome).to.include({type: 'dismissed', orderId: ORDER_ID});
    // Nobody has pressed Pay: there is nothing to be afraid of, and nothing to promise.
    expect(face()).to.deep.include({state: 'idle', message: '', actions: []});
    expect(keptCheckouts()).to.have.length(1);
    await passUntil(clock, () => !keptCheckouts().length);
    await until(async () => (await statuses.calls()).length === 3);
    expect(endings()).to.deep.equal(['rzp-dismiss']);
  });

  it('is found where it was paid though nobody answered at first', async () => {
    const {start, face, endings} = prepare(
      (checkout) => checkout.dismiss(),
      [{status: 503}, orderIs('paid', {payment_id: paymentId})],
    );
    const clock = fakeClock();
    void start();
    await passUntil(clock, () => face().state === 'paid');
    expect(endings()).to.deep.equal(['rzp-dismiss', 'rzp-success']);
  });

  it('is unconfirmed and not unpaid where Pay was pressed and nobody answers', async () => {
    const {start, face} = prepare(
      (checkout) => {
        checkout.submit();
        checkout.decline();
        checkout.dismiss();
      },
      [{status: 503}],
    );
    const clock = fakeClock();
    let outcome: unknown;
    void start().then((result) => (outcome = result));
    await passUntil(clock, () => outcome !== undefined);
    expect(outcome).to.deep.equal({
      type: 'unconfirmed',
      doubt: 'unreachable',
      orderId: ORDER_ID,
    });
    expect(face().state).to.equal('unconfirmed');
    // What says not to pay again offers no way to.
    expect(face().message).to.contain('do not pay again');
    expect(face().actions.map(({label}) => label)).to.deep.equal(['Check again']);
    expect(keptCheckouts()).to.have.length(1);
  });

  for (const [what, {tries, state}] of Object.entries({
    'Pay was pressed': {tries: (checkout) => checkout.submit(), state: 'unconfirmed'},
    'an attempt failed': {tries: (checkout) => checkout.decline(), state: 'idle'},
  } satisfies Record<string, {tries: FakeRazorpay['onOpen']; state: CheckoutState}>))
    it(`is not said to be unpaid where ${what}, also before it was opened again`, async () => {
      const {razorpay, start, face, press, endings} = prepare(
        (checkout) => {
          tries(checkout);
          checkout.dismiss();
        },
        [orderIs('created')],
      );
      const clock = fakeClock();
      void start();
      await passUntil(clock, () => face().actions.length === 2);
      expect(face().message).to.match(/No payment has reached us so far|did not go through/);
      razorpay.onOpen = (checkout) => checkout.dismiss();
      press('Try again');
      await passUntil(clock, () => razorpay.checkouts.length === 2);
      await passUntil(clock, () => face().state === state);
      razorpay.throwIn = 'open';
      press('Try again');
      await passUntil(clock, () => razorpay.checkouts.length === 3);
      await passUntil(clock, () => face().state === state);
      expect(face().message).to.not.contain('charged').and.not.to.contain('Nothing was taken');
      expect(new Set(endings())).to.deep.equal(
        new Set([state === 'idle' ? 'rzp-dismiss' : 'rzp-unconfirmed']),
      );
      expect(keptCheckouts()).to.have.length(1);
    });

  it('is said to be unpaid where it could not even open, once the shop says so', async () => {
    const {razorpay, start, face} = prepare(() => undefined, [orderIs('created')]);
    razorpay.throwIn = 'open';
    expect(await start()).to.have.nested.property('error.code', 'checkout_failed');
    expect(face().message).to.contain('You have not been charged.');
  });

  it('is not said to be unpaid where it could not open, and nobody can be asked', async () => {
    const {razorpay, start, face} = prepare(() => undefined, []);
    razorpay.throwIn = 'open';
    expect(await start({statusUrl: null})).to.have.nested.property('error.code', 'checkout_failed');
    expect(face().message).to.equal('Payment is not available right now.');
  });

  it('can be opened again, the same order, where a payment was on its way and nobody can be asked', async () => {
    const {razorpay, start, face, press, orders} = prepare((checkout) => {
      checkout.submit();
      checkout.dismiss();
    }, []);
    expect(await start({statusUrl: null})).to.include({type: 'unconfirmed', doubt: 'unreachable'});
    expect(face().message).to.contain('No payment has reached us so far');
    expect(face().actions.map(({label}) => label)).to.deep.equal(['Try again']);
    expect(keptCheckouts()).to.have.length(1);
    press('Try again');
    await until(() => razorpay.checkouts.length === 2);
    expect(razorpay.checkouts[1]?.options.order_id).to.equal(ORDER_ID);
    expect(await orders.calls()).to.have.length(1);
    await until(() => face().state === 'unconfirmed');
  });

  it('heeds no answer that is older than the last', async () => {
    const {start, face, press, statuses} = prepare(
      (checkout) => {
        checkout.submit();
        checkout.decline();
        checkout.dismiss();
      },
      [
        orderIs('attempted'),
        // Asked first, answered last.
        {...orderIs('cancelled'), hold: true},
        orderIs('unconfirmed', {payment_id: paymentId}),
      ],
    );
    const clock = fakeClock();
    void start();
    await passUntil(clock, () => face().actions.length === 2, 50);
    // Just before the page asks by itself, and again four seconds later: both times in vain so far.
    await clock.tickAsync(3_500);
    press('I was charged, check again');
    for (const questions of [2, 3, 4])
      await until(async () => {
        if (questions > 2) await clock.tickAsync(50);
        return (await statuses.calls()).length === questions;
      });
    await statuses.release();
    await until(() => face().state === 'unconfirmed');
    expect(face().message).to.contain(paymentId).and.to.contain('do not pay again');
  });

  for (const [first, second] of [
    ['attempted', 'created'],
    ['unconfirmed', 'created'],
    ['unconfirmed', 'attempted'],
  ] as const)
    it(`believes no ${second} after ${first}, nor once it is opened again`, async () => {
      const {razorpay, start, face, statuses, names} = prepare(
        (checkout) => checkout.dismiss(),
        [orderIs(first), orderIs(second)],
      );
      const clock = fakeClock();
      void start();
      const expected = first === 'unconfirmed' ? first : 'idle';
      await passUntil(clock, () => face().state === expected);
      const before = face();
      for (const asked of [2, 3]) {
        await clock.tickAsync(4_000);
        await until(async () => (await statuses.calls()).length === asked);
      }
      await clock.tickAsync(100);
      expect(face().state).to.equal(expected);
      expect(face().actions.map(({label}) => label)).to.deep.equal(
        before.actions.map(({label}) => label),
      );
      expect(keptCheckouts()).to.have.length(1);
      if (first === 'unconfirmed') return;
      face()
        .actions.find(({label}) => label === 'Try again')!
        .run();
      await passUntil(clock, () => razorpay.checkouts.length === 2);
      await passUntil(clock, () => face().state === 'idle');
      expect(names()).to.not.contain('rzp-unconfirmed');
      expect(keptCheckouts()).to.have.length(1);
    });

  it('stays forgotten where an old answer comes after the end', () => {
    const row = unfinished();
    noteStatus(row, 'attempted');
    expect(row.isTried).to.be.true;
    expect(keptCheckouts()).to.be.empty;
  });

  it('is kept where an attempt failed and nobody can be asked, and nothing says that it is unpaid', async () => {
    const {start, face} = prepareCheckout(
      (checkout) => {
        checkout.submit();
        checkout.decline();
        checkout.dismiss();
      },
      {order: [{json: ORDER_REPLY}, {status: 500}]},
    );
    expect(await start()).to.include({type: 'dismissed', orderId: ORDER_ID});
    expect(keptCheckouts()).to.have.length(1);
    expect(await start()).to.have.nested.property('error.code', 'order_failed');
    expect(face().message).to.contain('No payment has reached us').and.not.to.contain('charged');
  });

  it('is the order that is opened again where an attempt failed and nobody can be asked', async () => {
    const {razorpay, start, face, press} = prepareCheckout((checkout) => {
      checkout.decline();
      checkout.dismiss();
    });
    let made = 0;
    const createOrder = () => (made++ ? OTHER_ORDER_REPLY : ORDER_REPLY);
    await start({orderUrl: null, createOrder});
    expect(await start({orderUrl: null, createOrder})).to.have.nested.property(
      'error.code',
      'order_refused',
    );
    press('Try again');
    await until(() => razorpay.checkouts.length === 2);
    expect(razorpay.checkouts[1]?.options.order_id).to.equal(ORDER_ID);
    expect(made).to.equal(1);
    await until(() => face().state === 'idle');
  });

  it('says nothing more once a payment came after all', async () => {
    const {razorpay, start, face, endings, statuses} = prepare(
      (checkout) => checkout.dismiss(),
      [{...orderIs('created'), hold: true}],
      [{status: 503}],
    );
    const outcome = start();
    await until(async () => (await statuses.calls()).length === 1);
    razorpay.checkouts[0]!.options.handler?.({...PAYMENT});
    await until(() => face().state === 'unconfirmed');
    await statuses.release();
    const settled = await Promise.race([
      outcome,
      new Promise((resolve) => setTimeout(resolve, 300)),
    ]);
    // Neither dismissed nor forgotten: the payment is not acknowledged yet.
    expect(settled).to.equal(undefined);
    expect(face().state).to.equal('unconfirmed');
    expect(endings()).to.deep.equal(['rzp-unconfirmed']);
    expect(localStorage.getItem(keptCheckouts()[0]!)).to.contain(PAYMENT.razorpay_signature);
  });

  it('counts a payment as on its way from the step that Razorpay documents', async () => {
    const {start, face} = prepare(
      (checkout) => {
        checkout.analytics({event: 'payment_initiated', paymentMethod: 'upi'});
        checkout.dismiss();
      },
      [orderIs('attempted')],
    );
    void start();
    await until(() => face().state === 'unconfirmed');
    expect(face().message).to.contain('do not pay again');
  });
});
