// With src/checkout/language/book.ts and src/checkout/language/word-files.ts, by which it speaks.
import {expect} from '@esm-bundle/chai';
import {
  RzpAttemptFailedEvent,
  RzpDismissEvent,
  RzpErrorEvent,
  RzpSuccessEvent,
} from '../../src/checkout/events/events.js';
import {startCheckout} from '../../src/checkout/start-checkout.js';
import {EVENTS, prepare} from '../fixtures/browser/checkout.js';
import {heard} from '../fixtures/browser/console.js';
import {DECLINED} from '../fixtures/browser/fake-razorpay.js';
import {PAID, PAYMENT} from '../fixtures/browser/order-samples.js';
import {until} from '../fixtures/browser/wait.js';
import {KEY_ID, ORDER_ID} from '../fixtures/samples.js';

describe('a checkout', () => {
  it('goes from the order to a confirmed payment', async () => {
    const {start, names, event, razorpay, verifications, states} = prepare((checkout) =>
      checkout.pay(),
    );
    expect(await start()).to.deep.equal({
      type: 'success',
      status: 'paid',
      orderId: ORDER_ID,
      paymentId: PAYMENT.razorpay_payment_id,
    });
    expect(states()).to.deep.equal(['preparing', 'open', 'verifying', 'paid']);
    expect(names()).to.deep.equal(['rzp-open', 'rzp-payment', 'rzp-success']);
    expect(event(RzpSuccessEvent)).to.include({status: 'paid', orderId: ORDER_ID, resumed: false});
    expect(razorpay.checkouts[0]?.options).to.include({key: KEY_ID, order_id: ORDER_ID});
    expect(JSON.parse((await verifications.calls())[0]!.body)).to.deep.equal(PAYMENT);
  });

  it('speaks the language of the page, or the one that it is told', async () => {
    document.documentElement.lang = 'hi-IN';
    try {
      for (const [language, thanks] of [
        [undefined, 'धन्यवाद'],
        ['tam', 'நன்றி'],
      ] as const) {
        const {start, face} = prepare((checkout) => checkout.pay());
        expect(await start(language && {language})).to.include({type: 'success'});
        await until(() => face().message.includes(thanks), thanks);
      }
    } finally {
      document.documentElement.removeAttribute('lang');
    }
  });

  it('says placed of cash on delivery', async () => {
    const {start, face} = prepare((checkout) => checkout.pay(), {
      verify: [{json: {...PAID, status: 'placed'}}],
    });
    expect(await start()).to.include({type: 'success', status: 'placed'});
    expect(face().state).to.equal('placed');
  });

  it('is paid also after a failed attempt', async () => {
    const {start, names, event} = prepare((checkout) => {
      checkout.decline();
      checkout.pay();
    });
    expect(await start()).to.include({type: 'success'});
    expect(names()).to.deep.equal(['rzp-open', 'rzp-attempt-failed', 'rzp-payment', 'rzp-success']);
    expect(event(RzpAttemptFailedEvent)).to.deep.include({error: DECLINED, orderId: ORDER_ID});
  });

  it('is dismissed with its reason, and can be started again', async () => {
    const {start, names, event, face} = prepare((checkout) => checkout.dismiss('timeout'));
    const outcome = {type: 'dismissed', reason: 'timeout', orderId: ORDER_ID};
    expect(await start()).to.deep.equal(outcome);
    expect(names()).to.deep.equal(['rzp-open', 'rzp-dismiss']);
    expect(event(RzpDismissEvent)).to.include({reason: 'timeout', orderId: ORDER_ID});
    expect(face().state).to.equal('idle');
    expect(await start()).to.deep.equal(outcome);
  });

  it('goes on asking where its addresses led when it was pressed', async () => {
    const address = location.href;
    const {start, request, razorpay, face, statuses, orders} = prepare(undefined, {
      status: [{json: {status: 'created', order_id: ORDER_ID}}],
    });
    const {orderUrl = '', verifyUrl = '', statusUrl = ''} = request as Record<string, string>;
    const relative = {
      orderUrl: orderUrl.slice(1),
      verifyUrl: verifyUrl.slice(1),
      statusUrl: statusUrl.slice(1),
      successUrl: '#thanks',
    };
    const hash = new Promise((resolve) => addEventListener('hashchange', resolve, {once: true}));
    razorpay.onOpen = (checkout) => {
      history.pushState(null, '', '/tea/assam/');
      checkout.dismiss();
    };
    try {
      expect(await start(relative)).to.include({type: 'dismissed'});
      expect(await statuses.calls()).to.have.length(1);
      history.replaceState(null, '', address);
      razorpay.onOpen = (checkout) => {
        history.replaceState(null, '', '/tea/assam/');
        history.replaceState(null, '', address);
        checkout.pay();
      };
      expect(await start(relative)).to.include({type: 'success'});
      await hash;
    } finally {
      history.replaceState(null, '', address);
    }
    // The same order by the same key.
    const keys = (await orders.calls()).map(({headers}) => headers['idempotency-key']);
    expect(keys[1]).to.equal(keys[0]);
    expect(face().state).to.equal('paid');
  });

  it('keeps the signature out of every event but rzp-payment', async () => {
    const {start, target} = prepare((checkout) => checkout.pay());
    const texts: string[] = [];
    for (const name of EVENTS.filter((each) => each !== 'rzp-payment')) {
      target.addEventListener(name, (event) => texts.push(JSON.stringify(Object.entries(event))));
    }
    await start();
    expect(texts).to.not.be.empty;
    expect(texts.join()).to.not.contain(PAYMENT.razorpay_signature);
  });

  it('fires at the document where it has no target', async () => {
    const {tag, orders} = prepare((checkout) => checkout.dismiss());
    const heard = new Promise((resolve) =>
      document.addEventListener('rzp-dismiss', resolve, {once: true}),
    );
    await startCheckout({orderUrl: orders.url, verifyUrl: '/v', scriptUrl: tag.url});
    await heard;
  });

  it('fires at the document once its element has left the page', async () => {
    const {tag, orders, verifications} = prepare((checkout) => {
      element.remove();
      checkout.pay();
    });
    const element = document.createElement('div');
    document.body.append(element);
    const heard: string[] = [];
    const hear = ({type}: Event) => heard.push(type);
    for (const name of EVENTS) document.addEventListener(name, hear);
    const own: string[] = [];
    element.addEventListener('rzp-success', ({type}) => own.push(type));
    await startCheckout(
      {orderUrl: orders.url, verifyUrl: verifications.url, scriptUrl: tag.url},
      {target: element},
    );
    for (const name of EVENTS) document.removeEventListener(name, hear);
    expect(heard).to.deep.equal(['rzp-open', 'rzp-payment', 'rzp-success']);
    expect(own).to.deep.equal(['rzp-success']);
  });
});

describe('before a checkout opens', () => {
  for (const [what, changes] of Object.entries({
    'no order': {orderUrl: null},
    'nobody to confirm': {verifyUrl: null},
    'a bad option': {themeColor: 'red'},
    'too many notes': {notes: Object.fromEntries(Array.from({length: 16}, (_, i) => [i, i]))},
    'a script from elsewhere': {scriptUrl: 'https://evil.example/x.js'},
  })) {
    it(`no order is made with ${what}`, async () => {
      const {start, orders, names, event, states} = prepare();
      const outcome = await start(changes);
      expect(outcome).to.have.nested.property('error.code', 'config_invalid');
      expect(await orders.calls()).to.be.empty;
      expect(states()).to.deep.equal(['preparing', 'idle']);
      expect(names()).to.deep.equal(['rzp-open', 'rzp-error']);
      expect(event(RzpErrorEvent).error).to.equal((outcome as {error: unknown}).error);
      expect(heard.error).to.have.length(1);
    });
  }

  it('rzp-open can keep it from opening', async () => {
    const {start, target, orders, tag, face} = prepare();
    target.addEventListener('rzp-open', (event) => event.preventDefault());
    expect(await start()).to.deep.equal({type: 'dismissed', reason: 'prevented'});
    expect(await orders.calls()).to.be.empty;
    expect(await tag.calls()).to.be.empty;
    expect(face().state).to.equal('idle');
  });

  it('the shopper reads why the order is refused', async () => {
    const {start, event, face} = prepare(undefined, {
      order: [
        {status: 422, json: {error: {code: 'ORDER_REFUSED', description: 'Sold out since noon.'}}},
      ],
    });
    expect(await start()).to.have.nested.property('error.code', 'order_refused');
    expect(face().message).to.equal('Sold out since noon.');
    expect(event(RzpErrorEvent).error.retryable).to.be.true;
  });

  it('the shopper reads nothing of what only the developer understands', async () => {
    const {start, face} = prepare(undefined, {order: [{status: 500, html: 'db1 is down'}]});
    await start();
    expect(face().message).to.contain('You have not been charged.');
    expect(face().message).to.not.contain('db1');
  });

  it('a script that throws is a typed error and a free page', async () => {
    const {start, razorpay} = prepare();
    razorpay.throwIn = 'constructor';
    const outcome = await start();
    expect(outcome).to.have.nested.property('error.code', 'checkout_failed');
    expect(outcome).to.have.nested.property('error.message').that.contains('refused to open');
    delete razorpay.throwIn;
    razorpay.onOpen = (checkout) => checkout.dismiss();
    expect(await start()).to.include({type: 'dismissed'});
  });

  it('closing gives it up at once, whatever is still on its way', async () => {
    const {start, close, orders, razorpay, states} = prepare(undefined, {order: [{hold: true}]});
    const outcome = start();
    await until(async () => (await orders.calls()).length);
    expect(close()).to.be.true;
    expect(await outcome).to.deep.equal({type: 'dismissed', reason: 'closed'});
    expect(states()).to.deep.equal(['preparing', 'idle']);
    await orders.release();
    expect(razorpay.checkouts).to.be.empty;
  });
});
