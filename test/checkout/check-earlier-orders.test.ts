import {expect} from '@esm-bundle/chai';
import type {RzpSuccessEvent} from '../../src/checkout/events/events.js';
import {sharedState} from '../../src/checkout/storage/shared-state.js';
import {freshKey, keyName} from '../../src/checkout/storage/idempotency-key.js';
import {findUnfinished, keepUnfinished} from '../../src/checkout/storage/unfinished.js';
import type {PaymentResponse} from '../../src/wire/page-script.js';
import type {CheckoutRequest} from '../../src/checkout/request/checkout-request.js';
import {prepare} from '../fixtures/browser/checkout.js';
import {
  ORDER_REPLY,
  OTHER_ORDER_REPLY,
  PAID,
  PAYMENT,
  unfinished,
} from '../fixtures/browser/order-samples.js';
import type {Answer} from '../fixtures/browser/server.js';
import {keptKeys} from '../fixtures/browser/storage.js';
import {until} from '../fixtures/browser/wait.js';
import {KEY_ID, ORDER_ID, OTHER_ORDER_ID} from '../fixtures/samples.js';

describe('a cart of which an earlier order is in doubt', () => {
  /** A press after one whose checkout was left open, while the shop says nothing of it. */
  async function left(order: Answer[], changes: CheckoutRequest = {}) {
    const view = prepare((checkout) => checkout.render(), {order, status: [{status: 503}]});
    void view.start(changes);
    await view.became('open');
    const row = findUnfinished(ORDER_ID)!;
    view.razorpay.checkouts[0]!.dismiss();
    await view.became('idle');
    // What is known of it is in the storage alone, as after a reload.
    keepUnfinished(row);
    sharedState().live.clear();
    return {...view, row, again: () => view.start(changes)};
  }

  const made: string[] = [];
  const createOrder = () => {
    made.push(made.length ? OTHER_ORDER_ID : ORDER_ID);
    return {order_id: made.at(-1)!, key_id: KEY_ID};
  };
  const conflict = {status: 422, json: {error: {code: 'IDEMPOTENCY_CONFLICT', description: 'No.'}}};

  for (const [what, answers, changes, forgetsKey] of [
    ['another key is wanted', [conflict], {}, false],
    ['its key is gone', [], {}, true],
    ['a function makes it', [], {orderUrl: null, createOrder}, false],
    ['the endpoint makes one at each press', [], {}, false],
  ] as const)
    it(`gets no other while nobody can be asked: ${what}; but the same may be opened`, async () => {
      made.length = 0;
      const {again, face, press, razorpay, row} = await left(
        [{json: ORDER_REPLY}, ...answers, {json: OTHER_ORDER_REPLY}],
        changes,
      );
      if (forgetsKey) localStorage.removeItem(row.keyName);
      const outcome = await again();
      expect(outcome).to.have.nested.property('error.code', 'order_refused');
      expect(face().state).to.equal('idle');
      // Nobody has pressed Pay: there is nothing to be afraid of, and nothing to promise.
      expect(face().message)
        .to.contain('try again')
        .and.not.to.match(/charged|pay again/);
      expect(razorpay.checkouts).to.have.length(1);
      expect(made).to.have.length('createOrder' in changes ? 1 : 0);
      expect(face().actions.map(({label}) => label)).to.deep.equal(['Try again']);
      press('Try again');
      await until(() => face().state === 'open');
      expect(razorpay.checkouts[1]!.options.order_id).to.equal(ORDER_ID);
      razorpay.checkouts[1]!.dismiss();
      await until(() => face().state === 'idle');
    });

  it('gets no other where Pay was pressed, and is not opened before it was asked about', async () => {
    const {again, face, razorpay, row, statuses} = await left([
      {json: ORDER_REPLY},
      conflict,
      {json: OTHER_ORDER_REPLY},
    ]);
    keepUnfinished({...row, isTried: true});
    const asked = (await statuses.calls()).length;
    expect(await again()).to.have.nested.property('error.code', 'order_refused');
    expect(face().message).to.contain('do not pay again').and.not.to.contain('charged');
    expect(face().actions).to.be.empty;
    expect((await statuses.calls()).length).to.be.above(asked);
    expect(razorpay.checkouts).to.have.length(1);
  });

  it('gets no other where Pay was pressed and there is no address to ask', async () => {
    const {again, face, row} = await left(
      [{json: ORDER_REPLY}, conflict, {json: OTHER_ORDER_REPLY}],
      {statusUrl: null},
    );
    keepUnfinished({...row, isTried: true});
    expect(await again()).to.have.nested.property('error.code', 'order_refused');
    expect(face().actions.map(({label}) => label)).to.deep.equal(['Try again']);
  });

  for (const [what, changes, said] of [
    ['was tried', {isTried: true}, 'No payment has reached us so far.'],
    ['was paid', {payment: PAYMENT}, 'please do not pay again'],
  ] as const)
    it(`that ${what} is not said to be uncharged where the shop is down`, async () => {
      const {again, face, row} = await left([{json: ORDER_REPLY}, {status: 503}]);
      keepUnfinished({...row, ...changes});
      expect(await again()).to.have.nested.property('error.code', 'order_failed');
      expect(face().message).to.contain(said).and.not.to.contain('charged');
    });
});

describe('an order that an earlier page view or another tab has paid', () => {
  const conflict = {
    status: 422,
    json: {error: {code: 'IDEMPOTENCY_CONFLICT', description: 'It is complete.'}},
  };
  const complete = structuredClone(conflict);
  Object.assign(complete.json.error, {reason: 'order_complete'});
  const created = {json: {status: 'created', order_id: ORDER_ID}};
  const DO_NOT = 'do not pay again';

  /** A press whose order was paid, and which the shop has not acknowledged. */
  async function left(second: Answer[], status?: Answer, payment?: PaymentResponse) {
    const view = prepare((checkout) => checkout.render(), {
      order: [{json: ORDER_REPLY}, ...second],
      ...(status && {status: [created, status]}),
    });
    void view.start();
    await view.became('open');
    const row = findUnfinished(ORDER_ID)!;
    view.razorpay.checkouts[0]!.dismiss();
    await view.became('idle');
    sharedState().live.clear();
    keepUnfinished({...row, ...(payment && {payment})});
    const resumed: string[] = [];
    const hear = ({orderId}: RzpSuccessEvent) => resumed.push(orderId);
    document.addEventListener('rzp-success', hear);
    cleanUps.push(() => document.removeEventListener('rzp-success', hear));
    return {...view, resumed, again: () => view.start()};
  }
  const cleanUps: (() => void)[] = [];
  afterEach(() => {
    for (const cleanUp of cleanUps.splice(0)) cleanUp();
  });

  it('is confirmed and not opened again where its payment is known', async () => {
    const {again, names, razorpay, verifications, states} = await left([], undefined, {...PAYMENT});
    expect(await again()).to.include({type: 'success', orderId: ORDER_ID});
    expect(states().slice(-3)).to.deep.equal(['preparing', 'verifying', 'paid']);
    expect(names().slice(-2)).to.deep.equal(['rzp-payment', 'rzp-success']);
    expect(JSON.parse((await verifications.calls())[0]!.body)).to.deep.equal(PAYMENT);
    expect(razorpay.checkouts).to.have.length(1);
  });

  for (const status of ['paid', 'placed'] as const) {
    it(`is told, and no other is made in the same press, where it is ${status}`, async () => {
      const {again, orders, resumed, face} = await left([conflict, {json: OTHER_ORDER_REPLY}], {
        json: {...PAID, status},
      });
      const outcome = await again();
      expect(outcome.type === 'failed' && outcome.error.code).to.equal('order_refused');
      expect(face().state).to.equal('idle');
      const said = status === 'paid' ? 'earlier payment went through' : 'earlier order is placed';
      expect(face().message).to.contain(said).and.to.contain(ORDER_ID);
      expect(resumed).to.deep.equal([ORDER_ID]);
      expect(await orders.calls()).to.have.length(2);
      // Whoever wants the same once more gets it.
      expect(keptKeys()).to.be.empty;
    });
  }

  for (const [what, status, payment, said] of [
    ['nobody says what became of it', {status: 500}, undefined, 'Please try again'],
    ['the shop looks into it', {json: {...PAID, status: 'unconfirmed'}}, undefined, DO_NOT],
    [
      'its payment is still to be acknowledged',
      {json: {...PAID, status: 'created'}},
      PAYMENT,
      DO_NOT,
    ],
  ] as const) {
    it(`keeps another from being made where ${what}`, async () => {
      const {again, orders, face} = await left(
        [conflict, {json: OTHER_ORDER_REPLY}],
        status,
        payment && {...payment},
      );
      const outcome = await again();
      expect(outcome.type === 'failed' && outcome.error.code).to.equal('order_refused');
      expect(face().message).to.contain(said);
      expect(await orders.calls()).to.have.length(2);
    });
  }

  for (const status of ['created', 'attempted'])
    it(`keeps another from being made where the shop said that it is over, whatever ${status} says`, async () => {
      const {again, orders, face} = await left([complete, {json: OTHER_ORDER_REPLY}], {
        json: {...PAID, status},
      });
      const outcome = await again();
      expect(outcome.type === 'failed' && outcome.error.code).to.equal('order_refused');
      expect(face().message).to.contain('do not pay again');
      expect(await orders.calls()).to.have.length(2);
    });

  it('is asked about again where another tab has it paid while the answer is on its way', async () => {
    const {again, statuses, orders} = await left([conflict, {json: OTHER_ORDER_REPLY}], {
      json: {...PAID, status: 'created'},
      hold: true,
    });
    const outcome = again();
    await until(async () => (await statuses.calls()).length === 2);
    keepUnfinished({...findUnfinished(ORDER_ID)!, payment: {...PAYMENT}});
    await statuses.release();
    expect(await outcome).to.have.nested.property('error.code', 'order_refused');
    expect(await statuses.calls()).to.have.length(3);
    expect(await orders.calls()).to.have.length(2);
  });

  for (const status of ['created', 'attempted', 'cancelled', 'refunded']) {
    it(`makes room for another where it is ${status} after all`, async () => {
      const {again, orders, razorpay, face} = await left([conflict, {json: OTHER_ORDER_REPLY}], {
        json: {...PAID, status},
      });
      void again();
      await until(() => face().state === 'open');
      expect(await orders.calls()).to.have.length(3);
      expect(razorpay.checkouts[1]!.options.order_id).to.equal(OTHER_ORDER_ID);
      razorpay.checkouts[1]!.dismiss();
      // Of that one the shop says nothing.
      await until(() => face().state === 'idle');
    });
  }
});

describe('a cart whose earlier order is of an earlier page view', () => {
  const HOUR_MS = 3_600_000;
  const SAME = 'the same order';
  const OTHER = 'another order';
  const NONE = 'none';
  /** What was done in its checkout, by what is kept of it. */
  const LEFT = {
    'was looked at': {},
    'was declined': {isTried: true, isPaying: false},
    'is being paid': {isTried: true, isPaying: true},
    'was being paid an hour ago': {isTried: true, isPaying: true, at: Date.now() - HOUR_MS},
  };
  let count = 0;

  // An order is paid once only, however often it is opened. What the cart costs by now is another order.
  for (const [left, status, same, other] of [
    ['was looked at', 'created', SAME, OTHER],
    ['was declined', 'attempted', SAME, OTHER],
    ['is being paid', 'created', SAME, NONE],
    ['is being paid', 'attempted', SAME, NONE],
    ['was being paid an hour ago', 'attempted', SAME, OTHER],
    ['is being paid', 'paid', NONE, NONE],
    ['was looked at', 'placed', NONE, NONE],
    ['is being paid', 'cancelled', OTHER, OTHER],
    ['was declined', 'refunded', OTHER, OTHER],
    ['is being paid', 'unconfirmed', NONE, NONE],
    ['was looked at', undefined, SAME, NONE],
    ['is being paid', undefined, SAME, NONE],
  ] as const)
    for (const [price, opened] of Object.entries({same, other}))
      it(`and ${left} and ${status ?? 'nobody says what'} opens ${opened} at the ${price} price`, async () => {
        // The orders of one page view have ids of their own.
        const id = (letter: string) => `order_${letter.repeat(10)}${1000 + count}`;
        const [orderId, otherId] = [id('A'), id('B')];
        count++;
        const replyOf = (order_id: string) => ({json: {order_id, key_id: KEY_ID}});
        const isOver = /paid|placed|cancelled|refunded/.test(status ?? '');
        const conflict = (reason?: string): Answer => ({
          status: 422,
          json: {error: {code: 'IDEMPOTENCY_CONFLICT', description: 'No.', reason}},
        });
        const refusal = {
          status: 422,
          json: {error: {code: 'ORDER_REFUSED', description: 'We look into it.'}},
        };
        const ofTheKey = isOver
          ? conflict('order_complete')
          : status === 'unconfirmed'
            ? refusal
            : replyOf(orderId);
        const {start, razorpay, orders, face, seen} = prepare((checkout) => checkout.render(), {
          order: [price === 'same' ? ofTheKey : conflict(), replyOf(otherId)],
          status: [status ? {json: {status, order_id: orderId}} : {status: 503}],
        });
        const name = keyName(orders.url, {});
        keepUnfinished(unfinished({orderId, keyName: name, cart: name, ...LEFT[left]}));
        freshKey(orders.url, {});

        void start();
        await until(() => face().state === 'open' || (seen.length && face().state === 'idle'));

        const options = razorpay.checkouts[0]?.options;
        expect(options?.order_id ?? NONE).to.equal(
          {[SAME]: orderId, [OTHER]: otherId, [NONE]: NONE}[opened],
        );
        razorpay.checkouts[0]?.dismiss();
        await until(() => /idle|unconfirmed/.test(face().state));
      });
});
