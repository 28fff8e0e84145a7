import {expect} from '@esm-bundle/chai';
import {RzpAnalyticsEvent} from '../../src/checkout/events/events.js';
import {runCheckout} from '../../src/checkout/run-checkout.js';
import type {Telling} from '../../src/checkout/said/told.js';
import {fakeRazorpay} from '../fixtures/browser/fake-razorpay.js';
import {ORDER_REPLY, PAID} from '../fixtures/browser/order-samples.js';
import {shop, vendor} from '../fixtures/browser/server.js';
import '../fixtures/browser/storage.js';

describe('a checkout, by whoever shows it', () => {
  afterEach(() => Reflect.deleteProperty(window, 'vendor'));

  it('is told by names of words, and the funnel not at all where nobody takes the person out of it', async () => {
    const razorpay = Object.assign(fakeRazorpay(), {
      onOpen: (checkout: (typeof razorpay.checkouts)[number]) => {
        checkout.analytics({event: 'contact_input_entered', phone: '+919000090000'});
        checkout.pay();
      },
    });
    Object.assign(window, {vendor: razorpay.Razorpay});
    const told: [string, Telling][] = [];
    const target = new EventTarget();
    const steps: Event[] = [];
    target.addEventListener(new RzpAnalyticsEvent('', {}).type, (event) => steps.push(event));
    const outcome = await runCheckout(
      {
        orderUrl: shop({json: {...ORDER_REPLY, amount: 34_900, currency: 'INR'}}).url,
        verifyUrl: shop({json: PAID}).url,
        scriptUrl: vendor().url,
      },
      {target, enter: (state, telling) => told.push([state, telling])},
    );
    expect(outcome).to.include({type: 'success'});
    expect(steps).to.be.empty;
    const [state, {told: said, money}] = told.at(-1)!;
    expect([state, said?.said]).to.deep.equal(['paid', 'paid']);
    expect(money).to.deep.equal({amount: 34_900, currency: 'INR'});
  });
});
