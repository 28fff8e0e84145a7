import {expect} from '@esm-bundle/chai';
import {RzpAnalyticsEvent} from '../../src/checkout/events/events.js';
import {openOrder} from '../../src/checkout/open-order.js';
import {Purchase} from '../../src/checkout/purchase.js';
import {checkRequest} from '../../src/checkout/request/checkout-request.js';
import {findUnfinished, keepUnfinished} from '../../src/checkout/storage/unfinished.js';
import {prepare} from '../fixtures/browser/checkout.js';
import {fakeRazorpay, type FakeCheckout} from '../fixtures/browser/fake-razorpay.js';
import {PAID, PAYMENT, unfinished} from '../fixtures/browser/order-samples.js';
import {keptCheckouts} from '../fixtures/browser/storage.js';
import {until} from '../fixtures/browser/wait.js';
import {KEY_ID, ORDER_ID, PAYMENT_ID} from '../fixtures/samples.js';

describe('an open order', () => {
  it('is kept, with what it was made of, until its end is known', async () => {
    const {start, became, request, razorpay} = prepare((checkout) => checkout.render());
    const before = Date.now();
    const outcome = start({orderData: {cart: 1}});
    await became('open');
    const {keyName, cart, at, ...row} = findUnfinished(ORDER_ID)!;
    expect(cart).to.equal(keyName);
    expect(row).to.deep.equal({
      orderId: ORDER_ID,
      keyId: KEY_ID,
      orderUrl: new URL(request.orderUrl!, location.href).href,
      verifyOrigin: location.origin,
      statusOrigin: location.origin,
    });
    expect(localStorage.getItem(keyName)).to.match(/^[0-9a-f]{32}$/);
    expect(at).to.be.within(before, Date.now());
    razorpay.checkouts[0]!.dismiss();
    await outcome;
    expect(keptCheckouts()).to.be.empty;
  });

  for (const [what, press] of Object.entries({
    'payment.submit': (checkout) => checkout.submit(),
    'the funnel': (checkout) => checkout.analytics({event: 'payment_initiated'}),
    'a failed attempt': (checkout) => checkout.decline(),
  } satisfies Record<string, (checkout: FakeCheckout) => void>))
    it(`is known to be tried from ${what} on, whatever is opened of it later`, async () => {
      const {start, became, razorpay} = prepare((checkout) => checkout.render());
      void start();
      await became('open');
      expect(findUnfinished(ORDER_ID)?.isTried).to.equal(undefined);
      press(razorpay.checkouts[0]!);
      expect(findUnfinished(ORDER_ID)?.isTried).to.be.true;
      razorpay.checkouts[0]!.decline();
      razorpay.checkouts[0]!.dismiss();
      await became('idle');
      keepUnfinished(unfinished({isTried: true}));
      void start();
      await became('open');
      expect(findUnfinished(ORDER_ID)?.isTried).to.be.true;
      razorpay.checkouts[1]!.dismiss();
      await became('idle');
    });

  for (const [what, changes] of Object.entries({
    'verify-url': {verifyUrl: 'https://evil.example/verify'},
    'callback-url': {verifyUrl: null, callbackUrl: 'https://evil.example/callback'},
  }))
    it(`that was paid is posted to no other origin that ${what} names`, async () => {
      keepUnfinished(unfinished({payment: PAYMENT}));
      const {start, face, names, razorpay} = prepare();
      const fetched: string[] = [];
      const {fetch} = window;
      window.fetch = (input, init) => {
        fetched.push(new Request(input).url);
        return fetch(input, init);
      };
      const outcome = await start(changes);
      window.fetch = fetch;
      expect(outcome).to.have.nested.property('error.code', 'order_refused');
      expect(face().message).to.contain('do not pay again');
      expect(names()).to.not.contain('rzp-payment');
      expect(fetched.join()).to.not.contain('evil');
      expect(document.querySelector('form[action*=evil]')).to.equal(null);
      expect(razorpay.checkouts).to.be.empty;
      expect(findUnfinished(ORDER_ID)?.payment).to.deep.equal(PAYMENT);
    });

  it('that was there before the page is kept without an address and a key', async () => {
    const razorpay = Object.assign(fakeRazorpay(), {
      onOpen: () => {
        expect(findUnfinished(ORDER_ID)).to.include({orderUrl: '', keyName: ''});
        razorpay.checkouts[0]!.dismiss();
      },
    });
    const request = {keyId: KEY_ID, orderId: ORDER_ID, verifyUrl: '/verify'};
    const purchase = new Purchase(request, {target: new EventTarget()});
    const checked = checkRequest(request, () => undefined);
    const order = {orderId: ORDER_ID};
    const {Razorpay} = razorpay;
    expect(await openOrder(purchase, {checked, order, Razorpay})).to.include({type: 'dismissed'});
  });

  it('is closed where the shop knows of a payment when the shopper comes back', async () => {
    const {start, became, statuses, razorpay} = prepare((checkout) => checkout.render(), {
      status: [{json: PAID}],
    });
    const outcome = start();
    await became('open');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await statuses.calls(), 'no payment is on its way').to.be.empty;
    razorpay.checkouts[0]!.submit();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await outcome).to.include({type: 'success', paymentId: PAYMENT_ID});
  });

  it('stays open where the shop knows of none when the shopper comes back', async () => {
    const {start, became, statuses, razorpay, face} = prepare((checkout) => checkout.render(), {
      status: [{json: {status: 'attempted', order_id: ORDER_ID}}, {json: PAID}],
    });
    void start();
    await became('open');
    razorpay.checkouts[0]!.submit();
    document.dispatchEvent(new Event('visibilitychange'));
    await until(async () => (await statuses.calls()).length === 1);
    expect(face().state).to.equal('open');
    razorpay.checkouts[0]!.dismiss();
    await became('paid');
  });

  it('tells the funnel without personal data', async () => {
    const {start, event} = prepare((checkout) => {
      checkout.analytics({
        event: 'payment_initiated',
        paymentMethod: 'upi',
        totalAmount: 100,
        phone: '+919000090000',
        email: 'asha@shop.example',
        first_name: 'Asha',
        address: {line1: 'x'},
        zipcode: '560001',
      });
      checkout.dismiss();
    });
    await start();
    const {step, data} = event(RzpAnalyticsEvent);
    expect(step).to.equal('payment_initiated');
    expect(data).to.deep.equal({
      event: 'payment_initiated',
      paymentMethod: 'upi',
      totalAmount: 100,
    });
  });

  for (const asked of ['false', 'yes', 'null', 0])
    it(`tells the funnel without personal data where analyticsPersonalData is ${JSON.stringify(asked)}`, async () => {
      const {start, event} = prepare((checkout) => {
        checkout.analytics({event: 'contact_input_entered', phone: '+919000090000'});
        checkout.dismiss();
      });
      await start({analyticsPersonalData: asked as unknown as boolean});
      expect(event(RzpAnalyticsEvent).data).to.deep.equal({event: 'contact_input_entered'});
    });

  it('tells the funnel with personal data where it is asked for', async () => {
    const told = {event: 'contact_input_entered', phone: '+919000090000'};
    const {start, event} = prepare((checkout) => {
      checkout.analytics(told);
      checkout.dismiss();
    });
    await start({analyticsPersonalData: true});
    expect(event(RzpAnalyticsEvent).data).to.deep.equal(told);
  });
});
