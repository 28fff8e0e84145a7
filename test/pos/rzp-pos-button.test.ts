import {expect} from '@esm-bundle/chai';
import {RzpPosButton} from '../../src/pos/rzp-pos-button.js';
import {words as hi} from '../../src/pos/words/hi.js';
import {KEPT_SALES} from '../../src/pos/shell/kept-prefix.js';
import type {PosError} from '../../src/pos/shell/pos-error.js';
import {fakeClock, passUntil} from '../fixtures/browser/clock.js';
import {heldFrames} from '../fixtures/browser/frames.js';
import {
  deviceReply,
  DOWN,
  failed,
  NOT_PAID,
  ON_DEVICE,
  orderIs,
  PAID,
  prepareTill,
  refused,
  UNKNOWN,
} from '../fixtures/browser/till.js';
import {until} from '../fixtures/browser/wait.js';
import {ORDER_ID, PAYMENT_ID} from '../fixtures/samples.js';

// The story of a sale: src/pos/sale/run-sale.js, src/pos/sale/follow-device.js and what they tell,
// src/pos/sale/sale.js, src/pos/sale/sale-endings.js, src/pos/shell/pos-events.js.

const keptSales = () => Object.keys(localStorage).filter((name) => name.startsWith(KEPT_SALES));

describe('a sale', () => {
  it('is made as an order of a till, put on the device, and asked for until it is paid', async () => {
    const {till, orders, devices, told, names, message, labels} = await prepareTill({
      device: [ON_DEVICE, ON_DEVICE, PAID],
      attributes: {
        'device-id': '2841158834',
        'prefill-contact': '9000090000',
        'prefill-method': 'upi',
        'data-note-table': '4',
      },
    });
    const clock = fakeClock();
    const outcome = till.open();
    await passUntil(clock, () => till.state === 'paid');
    expect(await outcome).to.deep.equal({
      type: 'success',
      status: 'paid',
      orderId: ORDER_ID,
      paymentId: PAYMENT_ID,
    });
    const [order] = await orders.calls();
    expect(order).to.have.nested.property('headers.x-razorpay-device-mode', 'wired');
    expect(JSON.parse(order!.body)).to.deep.equal({ticket: '17'});
    expect(await told()).to.deep.equal([
      {
        action: 'initiate_checkout',
        order_id: ORDER_ID,
        device_mode: 'wired',
        device_id: '2841158834',
        name: 'Kettle & Leaf',
        description: 'Counter 1',
        notes: {table: '4'},
        prefill: {contact: '+919000090000', method: 'upi'},
      },
    ]);
    const asked = (await devices.calls()).filter(({method}) => method === 'GET');
    expect(asked).to.have.length(2);
    expect(new URLSearchParams(asked[0]!.query).get('order_id')).to.equal(ORDER_ID);
    expect(new Set(asked.map(({query}) => query))).to.have.length(2);
    expect(names()).to.deep.equal(['rzp-open', 'rzp-success']);
    expect(message.textContent).to.contain('₹349 paid.');
    expect(labels()).to.deep.equal(['New sale']);
    expect(keptSales()).to.be.empty;
  });

  it('has one answer for each press while it runs', async () => {
    const {till, became, told} = await prepareTill({device: [ON_DEVICE]});
    const first = till.open();
    expect(till.open()).to.equal(first);
    await became('processing');
    expect(till.open()).to.equal(first);
    expect(await told()).to.have.length(1);
  });

  it('goes through its states, each told once', async () => {
    const {till} = await prepareTill();
    const states: string[] = [];
    till.addEventListener('rzp-statechange', ({state, previous}) =>
      states.push(`${previous} → ${state}`),
    );
    await till.open();
    expect(states).to.deep.equal([
      'idle → preparing',
      'preparing → processing',
      'processing → paid',
    ]);
    expect(till.dataset.state).to.equal('paid');
  });

  it('does not begin where a listener of rzp-open prevents it', async () => {
    const {till, orders} = await prepareTill();
    till.addEventListener('rzp-open', (event) => event.preventDefault(), {once: true});
    expect(await till.open()).to.deep.equal({type: 'dismissed', reason: 'prevented'});
    expect(await orders.calls()).to.be.empty;
    expect(till.state).to.equal('idle');
  });

  for (const disabled of ['', 'true'])
    it(`is not begun by a button of disabled="${disabled}"`, async () => {
      const {till, native, names} = await prepareTill({attributes: {disabled}});
      native.click();
      till.click();
      expect(names()).to.be.empty;
    });

  it('is begun by a button of disabled="false"', async () => {
    const {native, became} = await prepareTill({attributes: {disabled: 'false'}});
    native.click();
    await became('paid');
  });
});

describe('a sale that is not paid', () => {
  for (const [code, what] of [
    ['CARD_DECLINED', 'The card was declined. Nothing was paid.'],
    ['INVALID_PIN', 'The PIN was wrong.'],
    ['TIMEOUT', 'Nobody paid in time.'],
    ['DEVICE_DISCONNECTED', 'The device is not connected.'],
    ['PAPER_OUT', 'for a reason that nobody knows'],
  ] as const)
    it(`after ${code} says what happened, and is tried again with the same order`, async () => {
      const {till, act, became, message, labels, told, orders, events} = await prepareTill({
        device: [ON_DEVICE, failed(code), ON_DEVICE, PAID],
      });
      const outcome = await till.open();
      expect(outcome).to.include({type: 'failed', orderId: ORDER_ID});
      expect(outcome).to.have.nested.property('error.code', 'device_failed');
      expect(outcome).to.have.nested.property('error.device.code', code);
      expect(till.state).to.equal('failed');
      expect(message.textContent).to.contain(what).and.to.not.contain('charged');
      expect(message.getAttribute('role')).to.equal('alert');
      expect(labels()).to.deep.equal(['Try again']);
      expect(events.at(-1)).to.have.property('type', 'rzp-error');
      act('Try again');
      await became('paid');
      expect((await told()).map(({order_id}) => order_id)).to.deep.equal([ORDER_ID, ORDER_ID]);
      expect(await orders.calls()).to.have.length(1);
      expect(message.getAttribute('role')).to.equal('status');
    });

  it('says on the button what is to be done next, and that nowhere else', async () => {
    const {till, status, message} = await prepareTill({
      device: [ON_DEVICE, failed('CARD_DECLINED')],
    });
    await till.open();
    expect(status.textContent).to.equal('Try again');
    expect(message.querySelectorAll('button')).to.have.length(0);
  });

  it('is tried again on the device that was chosen since', async () => {
    const {till, native, became, told} = await prepareTill({
      attributes: {'device-mode': 'wireless', 'device-id': 'first'},
      device: [ON_DEVICE, failed('DEVICE_DISCONNECTED'), ON_DEVICE, PAID],
    });
    await till.open();
    till.setAttribute('device-id', 'second');
    native.click();
    await became('paid');
    expect((await told()).map(({device_id}) => device_id)).to.deep.equal(['first', 'second']);
  });

  it('by the reason of an error whose code has several', async () => {
    const {till, message} = await prepareTill({
      device: [failed('BAD_REQUEST_ERROR', 'device_not_connected')],
    });
    await till.open();
    expect(message.textContent).to.contain('The device is not connected.');
  });

  it('offers no other try where none can help', async () => {
    const {till, labels} = await prepareTill({device: [failed('UNSUPPORTED_ACTION')]});
    const outcome = await till.open();
    expect(outcome).to.have.nested.property('error.retryable', false);
    expect(labels()).to.be.empty;
  });

  it('by the press of the button itself is tried again with its order, whatever made that', async () => {
    const {till, became, told} = await prepareTill({
      device: [failed('CARD_DECLINED'), PAID],
      attributes: {'order-url': null},
    });
    let made = 0;
    till.createOrder = () => ({order_id: made++ ? 'order_Another' : ORDER_ID});
    await till.open();
    void till.open();
    await became('paid');
    expect((await told()).map(({order_id}) => order_id)).to.deep.equal([ORDER_ID, ORDER_ID]);
  });

  it('is believed to be paid where the order says so', async () => {
    const {till, names} = await prepareTill({
      device: [ON_DEVICE, failed('TIMEOUT')],
      status: [orderIs('paid')],
    });
    expect(await till.open()).to.include({type: 'success', paymentId: PAYMENT_ID});
    expect(names()).to.deep.equal(['rzp-open', 'rzp-success']);
  });
});

describe('a sale that is cancelled', () => {
  it('is taken from the device, and nothing is said before the answer is there', async () => {
    const {till, became, act, told, message, names, labels} = await prepareTill({
      device: [ON_DEVICE, NOT_PAID],
      status: [orderIs('created')],
    });
    const outcome = till.open();
    await became('processing');
    expect(labels()).to.deep.equal(['Cancel']);
    act('Cancel');
    expect(message.textContent).to.contain('Cancelling');
    expect(await outcome).to.deep.equal({
      type: 'dismissed',
      reason: 'cancelled',
      orderId: ORDER_ID,
    });
    expect((await told()).at(-1)).to.deep.equal({action: 'close_checkout', order_id: ORDER_ID});
    expect(till.state).to.equal('idle');
    expect(message.textContent).to.contain('Cancelled. Nothing was paid.');
    expect(names()).to.deep.equal(['rzp-open', 'rzp-dismiss']);
    expect(keptSales()).to.be.empty;
  });

  it('and was paid meanwhile is paid', async () => {
    const {till, became} = await prepareTill({device: [ON_DEVICE, PAID]});
    void till.open();
    await became('processing');
    expect(await till.cancel()).to.include({type: 'success', orderId: ORDER_ID});
    expect(till.state).to.equal('paid');
  });

  it('by a server that does not answer is asked for until it is known', async () => {
    const {till, became, message, names} = await prepareTill({
      device: [ON_DEVICE, DOWN, DOWN, PAID],
    });
    const clock = fakeClock();
    void till.open();
    await passUntil(clock, () => till.state === 'processing', 10);
    const cancelled = till.cancel();
    await passUntil(clock, () => till.state === 'unconfirmed');
    expect(message.textContent).to.contain('Do not charge again');
    await passUntil(clock, () => till.state === 'paid');
    await became('paid');
    expect(await cancelled).to.include({type: 'success'});
    expect(names()).to.deep.equal(['rzp-open', 'rzp-unconfirmed', 'rzp-success']);
  });

  it('before it was sent makes nothing of it', async () => {
    const {till, became, devices, orders} = await prepareTill({order: [{hold: true}]});
    const outcome = till.open();
    await became('preparing');
    await until(async () => (await orders.calls()).length);
    expect(await till.cancel()).to.include({type: 'dismissed', reason: 'cancelled'});
    expect(await outcome).to.include({type: 'dismissed'});
    expect(await devices.calls()).to.be.empty;
  });

  it('on the device is no failure, and may be tried again', async () => {
    const {till, labels, message, names} = await prepareTill({
      device: [ON_DEVICE, failed('TRANSACTION_CANCELLED')],
    });
    expect(await till.open()).to.include({type: 'dismissed', reason: 'cancelled'});
    expect(message.textContent)
      .to.contain('cancelled on the device')
      .and.to.contain('Nothing was paid');
    expect(labels()).to.deep.equal(['Try again']);
    expect(names().at(-1)).to.equal('rzp-dismiss');
  });

  it('and stays on the device is said to', async () => {
    const {till, became, message} = await prepareTill({device: [ON_DEVICE]});
    void till.open();
    await became('processing');
    void till.cancel();
    await until(() => message.textContent.includes('could not be cancelled'));
    expect(till.state).to.equal('processing');
  });

  it('is nothing where there is none', async () => {
    const {till} = await prepareTill();
    expect(await till.cancel()).to.be.undefined;
  });
});

describe('a sale of which nobody knows', () => {
  for (const [what, answers] of Object.entries({
    'whose answer is lost': [{drop: true}, PAID],
    'whose gateway is down': [
      {
        json: deviceReply({
          status: 'unconfirmed',
          error: {code: 'GATEWAY_UNREACHABLE', description: 'Down.'},
        }),
      },
      PAID,
    ],
    'whose server is down': [ON_DEVICE, DOWN, PAID],
    'of an unknown code': [
      ON_DEVICE,
      {
        json: deviceReply({
          status: 'unconfirmed',
          error: {code: 'PAPER_OUT', description: 'No paper.'},
        }),
      },
      PAID,
    ],
    'whose cashier is signed out': [ON_DEVICE, refused(403, 'FORBIDDEN'), PAID],
  }))
    it(`${what} is not to be charged again, and asked for`, async () => {
      const {till, message, labels, names} = await prepareTill({device: answers});
      const clock = fakeClock();
      const outcome = till.open();
      await passUntil(clock, () => till.state === 'unconfirmed');
      expect(message.textContent).to.contain('Do not charge again');
      expect(message.getAttribute('role')).to.equal('alert');
      expect(labels()).to.deep.equal(['Check again', 'Cancel']);
      await passUntil(clock, () => till.state === 'paid');
      expect(await outcome).to.include({type: 'success'});
      expect(names()).to.deep.equal(['rzp-open', 'rzp-unconfirmed', 'rzp-success']);
    });

  it('is asked for at the order too', async () => {
    const {till} = await prepareTill({device: [ON_DEVICE, DOWN], status: [orderIs('paid')]});
    const clock = fakeClock();
    const outcome = till.open();
    await passUntil(clock, () => till.state === 'paid');
    expect(await outcome).to.include({type: 'success', paymentId: PAYMENT_ID});
  });

  it('answers so after a while, and is asked for all the same', async () => {
    const {till, devices, names} = await prepareTill({device: [UNKNOWN]});
    const clock = fakeClock();
    let outcome: unknown;
    void till.open().then((told) => (outcome = told));
    await passUntil(clock, () => outcome !== undefined);
    expect(outcome).to.deep.equal({type: 'unconfirmed', doubt: 'pending', orderId: ORDER_ID});
    expect(till.state).to.equal('unconfirmed');
    const {length} = await devices.calls();
    const later = clock.now + 60_000;
    await passUntil(clock, () => clock.now > later);
    await until(async () => (await devices.calls()).length > length);
    expect(names()).to.deep.equal(['rzp-open', 'rzp-unconfirmed']);
  });

  for (const [what, happen] of Object.entries({
    'the network is back': () => dispatchEvent(new Event('online')),
    'the page is back': () => dispatchEvent(new PageTransitionEvent('pageshow')),
    'the page is looked at': () => document.dispatchEvent(new Event('visibilitychange')),
  }))
    it(`is asked for at once when ${what}`, async () => {
      const {till} = await prepareTill({device: [UNKNOWN, PAID]});
      const clock = fakeClock();
      void till.open();
      await until(() => till.state === 'unconfirmed');
      await clock.tickAsync(0);
      await until(() => {
        happen();
        return till.state === 'paid';
      });
    });

  it('is asked for at once when the cashier says so', async () => {
    const {till, act} = await prepareTill({device: [UNKNOWN, PAID]});
    fakeClock();
    void till.open();
    await until(() => till.state === 'unconfirmed');
    await until(() => {
      if (till.state === 'unconfirmed') act('Check again');
      return till.state === 'paid';
    });
  });

  it('and of which the server never heard did not reach the device', async () => {
    const {till, message, labels} = await prepareTill({
      device: [{drop: true}, refused(404, 'ACTIVITY_NOT_FOUND')],
    });
    const clock = fakeClock();
    const outcome = till.open();
    await passUntil(clock, () => till.state === 'idle');
    expect(await outcome).to.have.nested.property('error.code', 'device_unreachable');
    expect(message.textContent).to.contain('did not reach the device');
    expect(labels()).to.deep.equal(['Try again']);
    expect(keptSales()).to.be.empty;
  });

  it('because a person at the shop decides about its payment is not said to be unpaid', async () => {
    const {till, message} = await prepareTill({
      device: [ON_DEVICE, NOT_PAID],
      status: [orderIs('unconfirmed')],
    });
    const clock = fakeClock();
    void till.open();
    await passUntil(clock, () => till.state === 'unconfirmed');
    expect(message.textContent).to.contain('Do not charge again');
  });
});

describe('a sale that the server refuses', () => {
  for (const [code, {status, error, what}] of Object.entries({
    DEVICE_BUSY: {status: 409, error: 'device_busy', what: 'Another sale is on the device.'},
    GATEWAY_UNREACHABLE: {status: 503, error: 'device_unreachable', what: 'can not be reached'},
    FORBIDDEN: {status: 403, error: 'device_refused', what: 'not signed in as a cashier'},
    DEVICE_NOT_ALLOWED: {status: 403, error: 'device_refused', what: 'not one of the shop’s'},
    INVALID_REQUEST: {status: 400, error: 'device_refused', what: 'This till is not set up.'},
  }))
    it(`with ${code} is not begun, and loses nothing`, async () => {
      const {till, message, names, orders, told} = await prepareTill({
        device: [refused(status, code), PAID],
      });
      const outcome = await till.open();
      expect(outcome).to.have.nested.property('error.code', error);
      expect(till.state).to.equal('idle');
      expect(message.textContent).to.contain(what);
      expect(message.getAttribute('role')).to.equal('alert');
      expect(names()).to.deep.equal(['rzp-open', 'rzp-error']);
      expect(keptSales()).to.be.empty;
      expect(await till.open()).to.include({type: 'success'});
      const keys = (await orders.calls()).map(({headers}) => headers['idempotency-key']);
      expect(new Set(keys)).to.have.length(1);
      expect((await told()).map(({order_id}) => order_id)).to.deep.equal([ORDER_ID, ORDER_ID]);
    });

  it('at the order says so in the words of the shop', async () => {
    const {till, message, devices} = await prepareTill({
      order: [{status: 422, json: {error: {code: 'ORDER_REFUSED', description: 'No tea left.'}}}],
    });
    expect(await till.open()).to.have.nested.property('error.code', 'order_refused');
    expect(message.textContent).to.contain('No tea left.');
    expect(await devices.calls()).to.be.empty;
  });

  it('because its order is over is looked up before another is charged', async () => {
    const {till, message, act, labels, orders} = await prepareTill({
      order: [
        {json: {order_id: ORDER_ID}},
        {
          status: 422,
          json: {
            error: {code: 'IDEMPOTENCY_CONFLICT', description: 'Over.', reason: 'order_complete'},
          },
        },
        {json: {order_id: 'order_Another'}},
      ],
      device: [refused(409, 'DEVICE_BUSY'), PAID],
    });
    await till.open();
    const frames = heldFrames();
    expect(await till.open()).to.have.nested.property('error.code', 'order_refused');
    expect(message.textContent).to.contain('paid or closed before');
    // The biggest thing is what it says to press, and no sale.
    expect(labels()).to.deep.equal(['New sale']);
    const clock = fakeClock();
    frames.draw();
    clock.tick(2_000);
    act('New sale');
    clock.restore();
    expect(message.textContent).to.equal('');
    void till.open();
    await until(async () => (await orders.calls()).length === 3);
    const keys = (await orders.calls()).map(({headers}) => headers['idempotency-key']);
    expect(new Set(keys)).to.have.length(2);
  });

  it('because the server does not know its order is begun anew', async () => {
    const {till, labels} = await prepareTill({device: [refused(404, 'ORDER_NOT_FOUND')]});
    await till.open();
    expect(labels()).to.deep.equal(['New sale']);
  });
});

describe('a till that is set up wrongly', () => {
  for (const [what, attributes, says] of [
    ['no device-url', {'device-url': null}, 'device-url is missing.'],
    ['no device-mode', {'device-mode': null}, 'device-mode is missing.'],
    [
      'another device-mode',
      {'device-mode': 'bluetooth'},
      'device-mode="bluetooth" can\'t be used. Write "wired" or "wireless".',
    ],
    ['no device-id where it is wireless', {'device-mode': 'wireless'}, 'device-id is missing.'],
    ['no business-name', {'business-name': null}, 'business-name is missing.'],
    ['an empty business-name', {'business-name': ''}, 'business-name is missing.'],
    ['no description', {description: null}, 'description is missing.'],
    [
      'another prefill-method',
      {'prefill-method': 'cash'},
      'prefill-method="cash" can\'t be used. Write "upi" or "card".',
    ],
    ['other credentials', {credentials: 'all'}, 'credentials="all" can\'t be used.'],
    ['no order-url', {'order-url': null}, 'There is no order to pay.'],
    ['no address', {'device-url': 'http://['}, 'device-url="http://[" is no address.'],
    [
      'a password in an address',
      {'device-url': 'https://a:b@till.example/'},
      'device-url has a name or password in it',
    ],
    ['a secret', {'key-secret': 'abc'}, 'is in the page, where everybody can read it.'],
    ['order data of a framework', {'order-data': '[object Object]'}, 'order-data'],
    [
      'an attribute of another name',
      {devicemode: 'wired', 'device-mode': null},
      'Write device-mode="…"',
    ],
  ] as const)
    it(`with ${what} makes no order, and says what to write`, async () => {
      const {till, orders, message} = await prepareTill({attributes});
      const outcome = await till.open();
      expect(outcome).to.have.nested.property('error.code', 'config_invalid');
      expect((outcome as {error: PosError}).error.message).to.contain(says);
      expect(await orders.calls()).to.be.empty;
      expect(till.state).to.equal('idle');
      expect(message.textContent).to.contain('This till is not set up.');
    });
});

describe('a till of another language', () => {
  const speak = (lang: string) => (document.documentElement.lang = lang);
  afterEach(() => document.documentElement.removeAttribute('lang'));

  it('says on the button what it does, in the language of the page, and so all that follows', async () => {
    speak('hi-IN');
    const {till, native, status, message, labels} = await prepareTill({device: [UNKNOWN]});
    await until(() => native.innerText.trim() === hi.send, 'the label in Hindi');
    expect(native.querySelector('[lang]')).to.equal(null);
    void till.open();
    await until(() => till.state === 'unconfirmed', 'in doubt');
    expect(status.textContent).to.equal(hi.checkAgain);
    expect(message.textContent).to.contain(hi.doubt);
    expect(labels()).to.deep.equal([hi.checkAgain, hi.cancel]);
    expect(message.hasAttribute('lang')).to.equal(false);
  });

  it('speaks the one that it is told, marked where the page speaks another', async () => {
    speak('en');
    const {till, status, message} = await prepareTill({attributes: {language: 'tam'}});
    await until(() => till.words !== undefined, 'its words');
    const clock = fakeClock();
    void till.open();
    await passUntil(clock, () => till.state === 'paid');
    expect(message.textContent).to.contain('₹349 செலுத்தப்பட்டது.');
    expect([message.lang, status.lang]).to.deep.equal(['ta', 'ta']);
  });

  it('keeps a label of the page, and fetches nothing for it', async () => {
    speak('mr');
    const {till, native} = await prepareTill({label: 'पैसे घ्या'});
    await new Promise(requestAnimationFrame);
    expect([till.innerText, native.innerText]).to.deep.equal(['पैसे घ्या', '']);
    expect(till.words).to.equal(undefined);
  });

  it('says what the page has it say in the place of our words', async () => {
    speak('hi');
    RzpPosButton.words = {hi: {send: 'मशीन पर भेजें', paidAmount: 'मिले: {amount}'}};
    try {
      const {till, native, message} = await prepareTill();
      await until(() => native.innerText.trim() === 'मशीन पर भेजें', 'the label of the page');
      const clock = fakeClock();
      void till.open();
      await passUntil(clock, () => till.state === 'paid');
      expect(message.textContent).to.contain('मिले: ₹349');
    } finally {
      RzpPosButton.words = {};
    }
  });
});
