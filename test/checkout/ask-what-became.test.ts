import {expect} from '@open-wc/testing';
import type {Action} from '../../src/checkout/events/reporter.js';
import type {CheckoutRequest} from '../../src/checkout/request/checkout-request.js';
import {type RzpEventMap} from '../../src/checkout/events/events.js';
import type {Outcome} from '../../src/checkout/events/outcome.js';
import {startCheckout} from '../../src/checkout/start-checkout.js';
import type {CheckoutState} from '../../src/checkout/shell/checkout-state.js';
import {fakeClock} from '../fixtures/browser/clock.js';
import {fakeRazorpay, type FakeRazorpay} from '../fixtures/browser/fake-razorpay.js';
import {KEY_ID, ORDER_ID, PAID, PAYMENT} from '../fixtures/browser/order-samples.js';
import {shop, vendor, type Answer} from '../fixtures/browser/server.js';
import {until} from '../fixtures/browser/wait.js';

const NAMES = ['rzp-success', 'rzp-unconfirmed', 'rzp-dismiss'] satisfies (keyof RzpEventMap)[];
const paymentId = PAYMENT.razorpay_payment_id;
const orderIs = (status: string, more: object = {}) => ({
  json: {status, order_id: ORDER_ID, ...more},
});

interface Shown {
  state: CheckoutState;
  message: string;
  actions: readonly Action[];
}

/** A shopper who closes the checkout, and a shop that can be asked what became of the order. */
function prepare(onOpen: FakeRazorpay['onOpen'], status: Answer[], verify: Answer[] = []) {
  const razorpay = Object.assign(fakeRazorpay(), {onOpen});
  Object.assign(window, {vendor: razorpay.Razorpay});
  const orders = shop({json: {order_id: ORDER_ID, key_id: KEY_ID}});
  const [statuses, verifications] = [shop(...status), shop(...verify)];
  const target = new EventTarget();
  const events: Event[] = [];
  for (const name of NAMES) target.addEventListener(name, (event) => events.push(event));
  const shown: Shown[] = [];
  const start = (changes: CheckoutRequest = {}): Promise<Outcome> =>
    startCheckout(
      {
        orderUrl: orders.url,
        statusUrl: statuses.url,
        verifyUrl: verifications.url,
        scriptUrl: vendor().url,
        ...changes,
      },
      {target, enter: (state, message, actions) => shown.push({state, message, actions})},
    );
  /** What the shopper sees now. */
  const face = (): Shown => shown.at(-1) ?? {state: 'idle', message: '', actions: []};
  const press = (label: string) => {
    face()
      .actions.find((action) => action.label === label)!
      .run();
  };
  const names = () => events.map(({type}) => type);
  return {razorpay, start, face, press, names, events, shown, statuses, verifications};
}

/** Lets time pass until something holds. */
const waitFor = (clock: ReturnType<typeof fakeClock>, condition: () => boolean) =>
  until(async () => {
    await clock.tickAsync(500);
    return condition();
  });

const kept = () =>
  Object.keys(localStorage).filter((name) => name.startsWith('rzp-magic-button:checkout:'));

afterEach(() => {
  Reflect.deleteProperty(window, 'vendor');
  localStorage.clear();
});

describe('a checkout that closed without a result', () => {
  it('is asked about for a minute while a payment is on its way, and then left to the shopper', async () => {
    const {start, face, names, press} = prepare(
      (checkout) => {
        checkout.submit();
        checkout.dismiss();
      },
      [orderIs('attempted')],
    );
    const clock = fakeClock();
    const outcome = start();
    await waitFor(clock, () => face().state === 'unconfirmed');
    expect(face().message).to.contain('do not pay again');
    expect(face().actions).to.be.empty;
    await waitFor(clock, () => face().actions.length > 0);
    expect(await outcome).to.deep.equal({
      type: 'unconfirmed',
      doubt: 'pending',
      orderId: ORDER_ID,
    });
    expect(face().actions.map(({label}) => label)).to.deep.equal(['Check again', 'Try again']);
    expect(names()).to.deep.equal(['rzp-unconfirmed']);
    expect(kept()).to.have.length(1);
    press('Check again');
    expect(face().state).to.equal('verifying');
    await waitFor(clock, () => face().state === 'unconfirmed');
  });

  it('is never offered again once a payment came that the shop looks into', async () => {
    const {start, face, names} = prepare(
      (checkout) => {
        checkout.submit();
        checkout.decline();
        checkout.dismiss();
      },
      [orderIs('unconfirmed', {payment_id: paymentId})],
    );
    const clock = fakeClock();
    const outcome = start();
    await waitFor(clock, () => face().state === 'unconfirmed');
    expect(face().message).to.contain('do not pay again');
    await waitFor(clock, () => face().actions.length > 0);
    expect(await outcome).to.include({type: 'unconfirmed', orderId: ORDER_ID, paymentId});
    expect(face().message).to.contain(paymentId).and.to.contain('do not pay again');
    expect(face().actions.map(({label}) => label)).to.deep.equal(['Check again']);
    expect(names()).to.deep.equal(['rzp-unconfirmed']);
  });

  it('is paid once where the shopper tries again and the shop is still asked', async () => {
    const {razorpay, start, face, press, names, verifications} = prepare(
      (checkout) => {
        checkout.submit();
        checkout.decline();
        checkout.dismiss();
      },
      [orderIs('attempted'), orderIs('paid', {payment_id: paymentId})],
      [{json: PAID}],
    );
    const clock = fakeClock();
    void start();
    await waitFor(clock, () => face().actions.length === 2);
    razorpay.onOpen = (checkout) => checkout.render();
    press('Try again');
    await waitFor(clock, () => razorpay.checkouts.length === 2);
    // What is open belongs to the shopper: nothing is said behind it.
    await clock.tickAsync(10_000);
    expect(face().state).to.equal('open');
    razorpay.checkouts[1]!.pay();
    await waitFor(clock, () => face().state === 'paid');
    await clock.tickAsync(10_000);
    expect(names()).to.deep.equal(['rzp-unconfirmed', 'rzp-success']);
    expect(await verifications.calls()).to.have.length(1);
  });

  it('says nothing more once a payment came after all', async () => {
    const {razorpay, start, face, names, statuses} = prepare(
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
    expect(names()).to.deep.equal(['rzp-unconfirmed']);
    expect(localStorage.getItem(kept()[0]!)).to.contain(PAYMENT.razorpay_signature);
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
