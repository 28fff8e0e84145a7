import {expect} from '@open-wc/testing';
import type {CheckoutRequest} from '../../src/checkout/request/checkout-request.js';
import {
  RzpAnalyticsEvent,
  RzpAttemptFailedEvent,
  RzpDismissEvent,
  RzpErrorEvent,
  RzpPaymentEvent,
  RzpSuccessEvent,
  RzpUnconfirmedEvent,
  type RzpEventMap,
} from '../../src/checkout/events/events.js';
import type {Outcome} from '../../src/checkout/events/outcome.js';
import {pageState} from '../../src/checkout/shell/page-state.js';
import type {PaymentResponse} from '../../src/wire/page-script.js';
import {startCheckout} from '../../src/checkout/start-checkout.js';
import type {CheckoutState} from '../../src/checkout/shell/checkout-state.js';
import {keepUnfinished, type UnfinishedCheckout} from '../../src/checkout/storage/unfinished.js';
import {fakeClock} from '../fixtures/browser/clock.js';
import {DECLINED, fakeRazorpay, type FakeRazorpay} from '../fixtures/browser/fake-razorpay.js';
import {KEY_ID, ORDER_ID, PAID, PAYMENT} from '../fixtures/browser/order-samples.js';
import {shop, vendor, type Answer} from '../fixtures/browser/server.js';
import {until} from '../fixtures/browser/wait.js';

const NAMES = [
  'rzp-open',
  'rzp-attempt-failed',
  'rzp-payment',
  'rzp-success',
  'rzp-unconfirmed',
  'rzp-dismiss',
  'rzp-error',
  'rzp-analytics',
] satisfies (keyof RzpEventMap)[];

interface Setting {
  order?: Answer[];
  verify?: Answer[];
  script?: Answer[];
}

/** A merchant, a shopper, and all that a checkout tells. */
function prepare(
  onOpen?: FakeRazorpay['onOpen'],
  {
    order = [{json: {order_id: ORDER_ID, key_id: KEY_ID}}],
    verify = [{json: PAID}],
    script,
  }: Setting = {},
) {
  const razorpay = Object.assign(fakeRazorpay(), onOpen && {onOpen});
  Object.assign(window, {vendor: razorpay.Razorpay});
  const [orders, verifications, tag] = [
    shop(...order),
    shop(...verify),
    vendor(...(script ?? [{script: 'constructor' as const}])),
  ];
  const target = new EventTarget();
  const events: Event[] = [];
  for (const name of NAMES) target.addEventListener(name, (event) => events.push(event));
  const states: CheckoutState[] = [];
  const messages: string[] = [];
  let handle: {close(): boolean} | undefined;
  const request: CheckoutRequest = {
    orderUrl: orders.url,
    verifyUrl: verifications.url,
    scriptUrl: tag.url,
  };
  const start = (changes: CheckoutRequest = {}): Promise<Outcome> =>
    startCheckout(
      {...request, ...changes},
      {
        target,
        enter: (state, message) => {
          states.push(state);
          messages.push(message);
        },
        opened: (checkout) => (handle = checkout),
      },
    );
  const names = () => events.map(({type}) => type);
  const event = <T extends Event>(type: new (...all: never[]) => T): T =>
    events.find((each): each is T => each instanceof type)!;
  const close = () => handle!.close();
  return {
    razorpay,
    orders,
    verifications,
    tag,
    target,
    start,
    states,
    messages,
    names,
    event,
    close,
  };
}

/** The configuration is the developer's to mend, so the console hears of it. */
const consoleError = console.error;
let logged: unknown[][] = [];
beforeEach(() => {
  logged = [];
  console.error = (...words: unknown[]) => logged.push(words);
});
afterEach(() => {
  console.error = consoleError;
  localStorage.clear();
  Reflect.deleteProperty(window, 'vendor');
});

describe('a checkout', () => {
  it('goes from the order to a confirmed payment', async () => {
    const {start, states, names, event, razorpay, verifications} = prepare((checkout) =>
      checkout.pay(),
    );
    expect(await start()).to.deep.equal({
      type: 'success',
      status: 'paid',
      orderId: ORDER_ID,
      paymentId: PAYMENT.razorpay_payment_id,
    });
    expect(states).to.deep.equal(['preparing', 'open', 'verifying', 'paid']);
    expect(names()).to.deep.equal(['rzp-open', 'rzp-payment', 'rzp-success']);
    expect(event(RzpSuccessEvent)).to.include({status: 'paid', orderId: ORDER_ID, resumed: false});
    expect(razorpay.checkouts[0]?.options).to.include({key: KEY_ID, order_id: ORDER_ID});
    expect(JSON.parse((await verifications.calls())[0]!.body)).to.deep.equal(PAYMENT);
  });

  it('says placed of cash on delivery', async () => {
    const {start, states} = prepare((checkout) => checkout.pay(), {
      verify: [{json: {...PAID, status: 'placed'}}],
    });
    expect(await start()).to.include({type: 'success', status: 'placed'});
    expect(states.at(-1)).to.equal('placed');
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
    const {start, names, event, states} = prepare((checkout) => checkout.dismiss('timeout'));
    const outcome = {type: 'dismissed', reason: 'timeout', orderId: ORDER_ID};
    expect(await start()).to.deep.equal(outcome);
    expect(names()).to.deep.equal(['rzp-open', 'rzp-dismiss']);
    expect(event(RzpDismissEvent)).to.include({reason: 'timeout', orderId: ORDER_ID});
    expect(states.at(-1)).to.equal('idle');
    expect(await start()).to.deep.equal(outcome);
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

  it('tells the funnel with personal data where it is asked for', async () => {
    const told = {event: 'contact_input_entered', phone: '+919000090000'};
    const {start, event} = prepare((checkout) => {
      checkout.analytics(told);
      checkout.dismiss();
    });
    await start({analyticsPersonalData: true});
    expect(event(RzpAnalyticsEvent).data).to.deep.equal(told);
  });

  it('keeps the signature out of every event but rzp-payment', async () => {
    const {start, target} = prepare((checkout) => checkout.pay());
    const texts: string[] = [];
    for (const name of NAMES.filter((each) => each !== 'rzp-payment')) {
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
    for (const name of NAMES) document.addEventListener(name, hear);
    const own: string[] = [];
    element.addEventListener('rzp-success', ({type}) => own.push(type));
    await startCheckout(
      {orderUrl: orders.url, verifyUrl: verifications.url, scriptUrl: tag.url},
      {target: element},
    );
    for (const name of NAMES) document.removeEventListener(name, hear);
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
      const {start, orders, states, names, event} = prepare();
      const outcome = await start(changes);
      expect(outcome).to.have.nested.property('error.code', 'config_invalid');
      expect(await orders.calls()).to.be.empty;
      expect(states).to.deep.equal(['preparing', 'idle']);
      expect(names()).to.deep.equal(['rzp-open', 'rzp-error']);
      expect(event(RzpErrorEvent).error).to.equal((outcome as {error: unknown}).error);
      expect(logged).to.have.length(1);
    });
  }

  it('rzp-open can keep it from opening', async () => {
    const {start, target, orders, tag, states} = prepare();
    target.addEventListener('rzp-open', (event) => event.preventDefault());
    expect(await start()).to.deep.equal({type: 'dismissed', reason: 'prevented'});
    expect(await orders.calls()).to.be.empty;
    expect(await tag.calls()).to.be.empty;
    expect(states.at(-1)).to.equal('idle');
  });

  it('the shopper reads why the order is refused', async () => {
    const {start, messages, event} = prepare(undefined, {
      order: [
        {status: 422, json: {error: {code: 'ORDER_REFUSED', description: 'Sold out since noon.'}}},
      ],
    });
    expect(await start()).to.have.nested.property('error.code', 'order_refused');
    expect(messages.at(-1)).to.equal('Sold out since noon.');
    expect(event(RzpErrorEvent).error.retryable).to.be.true;
  });

  it('the shopper reads nothing of what only the developer understands', async () => {
    const {start, messages} = prepare(undefined, {order: [{status: 500, html: 'db1 is down'}]});
    await start();
    expect(messages.at(-1)).to.contain('You have not been charged.');
    expect(messages.at(-1)).to.not.contain('db1');
  });

  it('a script that throws is a typed error and a free page', async () => {
    const {start, razorpay} = prepare();
    razorpay.throwIn = 'constructor';
    expect(await start()).to.have.nested.property('error.code', 'checkout_failed');
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
    expect(states).to.deep.equal(['preparing', 'idle']);
    await orders.release();
    expect(razorpay.checkouts).to.be.empty;
  });
});

describe('the lock', () => {
  it('lets one of two open that start at once', async () => {
    const {start, orders} = prepare((checkout) => checkout.dismiss());
    const [first, second] = await Promise.all([start(), start()]);
    expect(first).to.include({type: 'dismissed'});
    expect(second).to.have.nested.property('error.code', 'checkout_busy');
    expect(second).to.have.nested.property('error.retryable', true);
    expect(await orders.calls()).to.have.length(1);
  });

  it('holds across two copies of this package', async () => {
    const {start, tag, orders, close} = prepare();
    const address = '../../src/checkout/start-checkout.ts?copy';
    const copy = (await import(address)) as {startCheckout: typeof startCheckout};
    const outcome = start();
    const other = await copy.startCheckout(
      {orderUrl: orders.url, verifyUrl: '/v', scriptUrl: tag.url},
      {target: new EventTarget()},
    );
    expect(other).to.have.nested.property('error.code', 'checkout_busy');
    close();
    await outcome;
  });

  for (const [what, setting] of Object.entries({
    'a refused order': {order: [{status: 500}]},
    'a script without constructor': {script: [{script: 'nothing'}]},
  } satisfies Record<string, Setting>)) {
    it(`is free after ${what}`, async () => {
      await prepare(undefined, setting).start();
      expect(await prepare((checkout) => checkout.dismiss()).start()).to.include({
        type: 'dismissed',
      });
    });
  }

  it('leaves an ended checkout nothing to close', async () => {
    const old = prepare((checkout) => checkout.dismiss());
    await old.start();
    expect(old.close()).to.be.false;
    expect(old.razorpay.checkouts[0]?.closes).to.equal(0);
  });
});

describe('a late payment', () => {
  it('is verified after the checkout was dismissed', async () => {
    const {start, razorpay, states, names} = prepare((checkout) => checkout.dismiss());
    await start();
    razorpay.checkouts[0]!.pay();
    await until(() => states.at(-1) === 'paid');
    expect(names().slice(-2)).to.deep.equal(['rzp-payment', 'rzp-success']);
  });

  it('is verified once, however often the script says it', async () => {
    const {start, razorpay, names, verifications, states} = prepare((checkout) => {
      checkout.pay();
      checkout.pay();
    });
    await start();
    razorpay.checkouts[0]!.options.handler?.({...PAYMENT});
    await until(() => states.at(-1) === 'paid');
    expect(names().filter((name) => name === 'rzp-payment')).to.have.length(1);
    expect(await verifications.calls()).to.have.length(1);
  });

  it('closes the checkout that was opened since', async () => {
    const {start, razorpay, states} = prepare((checkout) => checkout.dismiss());
    await start();
    razorpay.onOpen = (checkout) => {
      checkout.render();
      razorpay.checkouts[0]!.options.handler?.({...PAYMENT});
    };
    expect(await start()).to.include({type: 'dismissed', reason: 'closed'});
    await until(() => states.includes('paid'));
  });
});

describe('the idempotency key of an order', () => {
  const keysOf = async ({calls}: ReturnType<typeof shop>) =>
    (await calls()).map(({headers}) => headers['idempotency-key']);

  it('goes once it is paid, also where the page has changed its data since', async () => {
    const orderData = {cart: 1};
    const {start, orders} = prepare((checkout) => {
      orderData.cart = 2;
      checkout.pay();
    });
    await start({orderData});
    await start({orderData: {cart: 1}});
    const [first, second] = await keysOf(orders);
    expect(second).to.not.equal(first);
  });

  for (const [what, onOpen, setting] of [
    ['dismissed', (checkout) => checkout.dismiss(), {}],
    [
      'unconfirmed',
      (checkout) => checkout.pay(),
      {verify: [{status: 400, json: {error: {code: 'SIGNATURE_MISMATCH', description: 'No.'}}}]},
    ],
  ] satisfies [string, FakeRazorpay['onOpen'], Setting][]) {
    it(`stays while it is ${what}`, async () => {
      const {start, orders} = prepare(onOpen, setting);
      await start();
      await start();
      const [first, second] = await keysOf(orders);
      expect(second).to.equal(first);
    });
  }
});

describe('an order that an earlier page view or another tab has paid', () => {
  const KEY = 'rzp-magic-button:key:';
  const conflict = {
    status: 422,
    json: {error: {code: 'IDEMPOTENCY_CONFLICT', description: 'It is complete.'}},
  };

  /** A press whose order was paid, and which the shop has not acknowledged. */
  async function left(second: Answer[], status: Answer[] = [], payment?: PaymentResponse) {
    const view = prepare((checkout) => checkout.render(), {
      order: [{json: {order_id: ORDER_ID, key_id: KEY_ID}}, ...second],
    });
    const statuses = shop(...status);
    const urls = {statusUrl: status.length ? statuses.url : null};
    void view.start(urls);
    await until(() => view.states.at(-1) === 'open');
    const name = `rzp-magic-button:checkout:${ORDER_ID}`;
    const row = JSON.parse(localStorage.getItem(name)!) as UnfinishedCheckout;
    view.razorpay.checkouts[0]!.dismiss();
    await until(() => view.states.at(-1) === 'idle');
    pageState().live.clear();
    keepUnfinished({...row, ...(payment && {payment})});
    const resumed: string[] = [];
    const hear = ({orderId}: RzpSuccessEvent) => resumed.push(orderId);
    document.addEventListener('rzp-success', hear);
    cleanUps.push(() => document.removeEventListener('rzp-success', hear));
    return {...view, resumed, row, again: () => view.start(urls)};
  }
  const cleanUps: (() => void)[] = [];
  afterEach(() => {
    for (const cleanUp of cleanUps.splice(0)) cleanUp();
  });

  it('is confirmed and not opened again where its payment is known', async () => {
    const {again, states, names, razorpay, verifications} = await left([], [], {...PAYMENT});
    expect(await again()).to.include({type: 'success', orderId: ORDER_ID});
    expect(states.slice(-3)).to.deep.equal(['preparing', 'verifying', 'paid']);
    expect(names().slice(-2)).to.deep.equal(['rzp-payment', 'rzp-success']);
    expect(JSON.parse((await verifications.calls())[0]!.body)).to.deep.equal(PAYMENT);
    expect(razorpay.checkouts).to.have.length(1);
  });

  for (const status of ['paid', 'placed'] as const) {
    it(`is told, and no other is made in the same press, where it is ${status}`, async () => {
      const {again, messages, states, orders, resumed} = await left(
        [conflict, {json: {order_id: 'order_Unit0000000002', key_id: KEY_ID}}],
        [{json: {status: 'created', order_id: ORDER_ID}}, {json: {...PAID, status}}],
      );
      const outcome = await again();
      expect(outcome.type === 'failed' && outcome.error.code).to.equal('order_refused');
      expect(states.at(-1)).to.equal('idle');
      expect(messages.at(-1)).to.contain('earlier payment went through').and.to.contain(ORDER_ID);
      expect(resumed).to.deep.equal([ORDER_ID]);
      expect(await orders.calls()).to.have.length(2);
      // Whoever wants the same once more gets it.
      expect(Object.keys(localStorage).filter((each) => each.startsWith(KEY))).to.be.empty;
    });
  }

  for (const [what, status, payment] of [
    ['nobody says what became of it', {status: 500}, undefined],
    ['the shop looks into it', {json: {...PAID, status: 'unconfirmed'}}, undefined],
    ['its payment is still to be acknowledged', {json: {...PAID, status: 'created'}}, PAYMENT],
  ] as const) {
    it(`keeps another from being made where ${what}`, async () => {
      const {again, messages, orders} = await left(
        [conflict, {json: {order_id: 'order_Unit0000000002', key_id: KEY_ID}}],
        [{json: {status: 'created', order_id: ORDER_ID}}, status],
        payment && {...payment},
      );
      const outcome = await again();
      expect(outcome.type === 'failed' && outcome.error.code).to.equal('order_refused');
      expect(messages.at(-1)).to.contain('do not pay again');
      expect(await orders.calls()).to.have.length(2);
    });
  }

  for (const status of ['created', 'attempted', 'cancelled', 'refunded']) {
    it(`makes room for another where it is ${status} after all`, async () => {
      const {again, orders, razorpay, states} = await left(
        [conflict, {json: {order_id: 'order_Unit0000000002', key_id: KEY_ID}}],
        [{json: {status: 'created', order_id: ORDER_ID}}, {json: {...PAID, status}}],
      );
      void again();
      await until(() => states.at(-1) === 'open');
      expect(await orders.calls()).to.have.length(3);
      expect(razorpay.checkouts[1]!.options.order_id).to.equal('order_Unit0000000002');
      razorpay.checkouts[1]!.dismiss();
      await until(() => states.at(-1) === 'idle');
    });
  }
});

describe('a confirmation', () => {
  it('that is rejected says so with the payment, and not to pay again', async () => {
    const {start, states, messages, event, names} = prepare((checkout) => checkout.pay(), {
      verify: [{status: 400, json: {error: {code: 'SIGNATURE_MISMATCH', description: 'No.'}}}],
    });
    const paymentId = PAYMENT.razorpay_payment_id;
    expect(await start()).to.deep.equal({
      type: 'unconfirmed',
      doubt: 'rejected',
      orderId: ORDER_ID,
      paymentId,
    });
    expect(states.at(-1)).to.equal('unconfirmed');
    expect(messages.at(-1)).to.contain(paymentId).and.to.contain('do not pay again');
    expect(event(RzpUnconfirmedEvent)).to.include({
      doubt: 'rejected',
      orderId: ORDER_ID,
      paymentId,
    });
    expect(names()).to.not.contain('rzp-success');
  });

  it('is unconfirmed after the first failure and paid after the next try', async () => {
    const {start, states} = prepare((checkout) => checkout.pay(), {
      verify: [{status: 503}, {json: PAID}],
    });
    expect(await start()).to.include({type: 'success'});
    expect(states.slice(-3)).to.deep.equal(['verifying', 'unconfirmed', 'paid']);
  });

  it('that takes 20 seconds is unconfirmed, and is asked for on and on', async () => {
    const {start, states, names, verifications} = prepare((checkout) => checkout.pay(), {
      verify: [{status: 503, headers: {'Retry-After': '60'}}, {json: PAID}],
    });
    const clock = fakeClock();
    const outcome = start();
    await until(async () => {
      await clock.tickAsync(50);
      return states.includes('unconfirmed');
    });
    await clock.tickAsync(20_000);
    expect(await outcome).to.include({type: 'unconfirmed', doubt: 'unreachable'});
    expect(names().filter((name) => name === 'rzp-unconfirmed')).to.have.length(1);
    await clock.tickAsync(41_000);
    await until(() => states.at(-1) === 'paid');
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
      const {start, target, states} = prepare((checkout) => checkout.pay());
      target.addEventListener('rzp-payment', (event) => {
        if (event instanceof RzpPaymentEvent)
          event.respondWith(answer() as Promise<{status: 'unconfirmed'}>);
      });
      expect(await start()).to.include({type: 'unconfirmed', doubt});
      expect(states.at(-1)).to.equal('unconfirmed');
    });
  }

  it('by respondWith() that never comes leaves no spinner without end', async () => {
    const {start, target, states} = prepare((checkout) => checkout.pay());
    target.addEventListener('rzp-payment', (event) => {
      if (event instanceof RzpPaymentEvent) event.respondWith(new Promise(() => undefined));
    });
    const clock = fakeClock();
    const outcome = start();
    await until(async () => {
      await clock.tickAsync(50);
      return states.includes('verifying');
    });
    await clock.tickAsync(20_000);
    expect(await outcome).to.include({type: 'unconfirmed', doubt: 'pending'});
    expect(states.at(-1)).to.equal('unconfirmed');
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
    await until(async () => {
      await clock.tickAsync(50);
      return states.includes('verifying');
    });
    expect(Object.fromEntries(await posted)).to.deep.equal(PAYMENT);
    HTMLFormElement.prototype.submit = submit;
    await clock.tickAsync(20_000);
    expect(await outcome).to.include({type: 'unconfirmed', doubt: 'pending'});
  });
});
