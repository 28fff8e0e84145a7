import {expect} from '@esm-bundle/chai';
import '../../src/button/define.js';
import {press} from '../../src/button/press.js';
import type {PurchaseView} from '../../src/button/press-host.js';
import type {Outcome} from '../../src/checkout/events/outcome.js';
import type {PurchaseHandle} from '../../src/checkout/events/reporter.js';
import {say} from '../../src/checkout/said/say.js';
import type {CheckoutState} from '../../src/checkout/shell/checkout-state.js';
import {words} from '../../src/checkout/words/en.js';
import '../fixtures/browser/console.js';
import {fakeRazorpay} from '../fixtures/browser/fake-razorpay.js';
import {ORDER_REPLY, PAID} from '../fixtures/browser/order-samples.js';
import {shop, vendor} from '../fixtures/browser/server.js';
import '../fixtures/browser/storage.js';

/** An element that is pressed, and what it is told to show. */
function prepare() {
  const razorpay = fakeRazorpay();
  Object.assign(window, {vendor: razorpay.Razorpay});
  const host = document.createElement('rzp-magic-button');
  const orders = shop({json: ORDER_REPLY});
  Object.assign(host, {
    orderUrl: orders.url,
    verifyUrl: shop({json: PAID}).url,
    scriptUrl: vendor().url,
  });
  const shown: [CheckoutState, string, PurchaseHandle | undefined][] = [];
  const view: PurchaseView = {
    purchase: undefined,
    isClosing: false,
    tell: (state, telling) => shown.push([state, say(words, state, telling).label, view.purchase]),
  };
  return {razorpay, host, orders, shown, view, start: () => press(host, view, false)};
}

afterEach(() => Reflect.deleteProperty(window, 'vendor'));

describe('a press', () => {
  it('shows its purchase at each state, labelled', async () => {
    const {razorpay, start, shown, view} = prepare();
    razorpay.onOpen = (checkout) => checkout.pay();
    expect(await start()).to.include({type: 'success'});
    expect(shown.map(([state, label]) => [state, label])).to.deep.equal([
      ['preparing', 'Opening…'],
      ['open', 'Waiting for payment…'],
      ['verifying', 'Confirming…'],
      ['paid', 'Paid'],
    ]);
    expect(view.purchase).to.be.an('object');
    expect(new Set(shown.map(([, , purchase]) => purchase))).to.deep.equal(
      new Set([view.purchase]),
    );
  });

  it('shows nothing more where another purchase was paid meanwhile', async () => {
    const {razorpay, start, shown, view} = prepare();
    const paid = {
      outcome: new Promise<Outcome>(() => undefined),
      close: () => false,
      reset: () => undefined,
    };
    razorpay.onOpen = (checkout) => {
      view.purchase = paid;
      checkout.dismiss();
    };
    expect(await start()).to.include({type: 'dismissed'});
    expect(shown.map(([state]) => state)).to.deep.equal(['preparing', 'open']);
    expect(view.purchase).to.equal(paid);
  });

  it('closes where the element was told so before', async () => {
    const {start, razorpay, view} = prepare();
    view.isClosing = true;
    expect(await start()).to.include({type: 'dismissed', reason: 'closed'});
    expect(razorpay.checkouts).to.deep.equal([]);
  });

  for (const attribute of ['key-secret', 'secret', 'webhook-secret'])
    it(`is refused with the attribute ${attribute}, whose value is in no message`, async () => {
      const {host, orders, start, shown} = prepare();
      host.setAttribute(attribute, 'hush-hush');
      const outcome = await start();
      expect(outcome).to.have.nested.property('error.code', 'config_invalid');
      expect(outcome).to.have.nested.property('error.message').that.contains(attribute);
      expect(JSON.stringify([outcome, shown])).to.not.contain('hush');
      expect(await orders.calls()).to.be.empty;
    });
});
