// With src/checkout/storage/origins.ts, to which alone a payment is posted.
import {expect} from '@esm-bundle/chai';
import type {RzpSuccessEvent} from '../../../src/checkout/events/events.js';
import {sharedState} from '../../../src/checkout/storage/shared-state.js';
import {resumeCheckouts} from '../../../src/checkout/recovery/resume-checkouts.js';
import {keepUnfinished, type UnfinishedCheckout} from '../../../src/checkout/storage/unfinished.js';
import {fakeClock, passUntil} from '../../fixtures/browser/clock.js';
import {PAID, PAYMENT, unfinished} from '../../fixtures/browser/order-samples.js';
import {shop, type Answer} from '../../fixtures/browser/server.js';
import {until} from '../../fixtures/browser/wait.js';
import {keptCheckouts as kept} from '../../fixtures/browser/storage.js';
import '../../fixtures/browser/console.js';
import {KEY_ID, ORDER_ID, OTHER_KEY_ID, OTHER_ORDER_ID} from '../../fixtures/samples.js';

const ROW = unfinished();
const SIGNED = unfinished({payment: PAYMENT});

/** A page view after one that left something open, with endpoints that answer as told. */
function prepare(row: UnfinishedCheckout, verify: Answer[], status: Answer[]) {
  keepUnfinished(row);
  const [verifications, statuses] = [shop(...verify), shop(...status)];
  const events: {type: string; resumed: boolean}[] = [];
  const hear = ({type, resumed}: Event & Pick<RzpSuccessEvent, 'resumed'>) =>
    events.push({type, resumed});
  for (const type of ['rzp-success', 'rzp-unconfirmed'] as const) {
    document.addEventListener(type, hear);
    cleanUps.push(() => document.removeEventListener(type, hear));
  }
  const resume = (settings: object = {}, onEnd?: (row: UnfinishedCheckout) => void) =>
    resumeCheckouts(
      {
        keyId: KEY_ID,
        verifyUrl: verifications.url,
        statusUrl: statuses.url,
        ...settings,
      },
      onEnd,
    );
  const asked = async () => [(await verifications.calls()).length, (await statuses.calls()).length];
  return {resume, asked, events, verifications, statuses};
}

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
  sharedState().live.clear();
});

describe('what an earlier page view left open', () => {
  it('is posted where it was paid, told on the document, and forgotten', async () => {
    localStorage.setItem(ROW.keyName, 'key');
    const {resume, asked, events, verifications} = prepare(SIGNED, [{json: PAID}], []);
    const outcomes = await resume();
    expect(outcomes).to.deep.equal([
      {
        type: 'success',
        status: 'paid',
        orderId: ORDER_ID,
        paymentId: PAYMENT.razorpay_payment_id,
      },
    ]);
    expect(await asked()).to.deep.equal([1, 0]);
    expect(JSON.parse((await verifications.calls())[0]!.body)).to.deep.equal(PAYMENT);
    expect(events.map(({type, resumed}) => [type, resumed])).to.deep.equal([['rzp-success', true]]);
    expect(kept()).to.be.empty;
    expect(localStorage.getItem(ROW.keyName)).to.equal(null);
  });

  it('is asked for where it was only opened', async () => {
    const {resume, asked, events} = prepare(ROW, [], [{json: PAID}]);
    await resume();
    expect(await asked()).to.deep.equal([0, 1]);
    expect(events.map(({type}) => type)).to.deep.equal(['rzp-success']);
    expect(kept()).to.be.empty;
  });

  it('is asked for once more where it was opened a moment ago', async () => {
    const {resume, asked, events} = prepare(
      {...ROW, at: Date.now()},
      [],
      [{json: {status: 'attempted', order_id: ORDER_ID}}, {json: PAID}],
    );
    await resume();
    expect(await asked()).to.deep.equal([0, 2]);
    expect(events.map(({type}) => type)).to.deep.equal(['rzp-success']);
    expect(kept()).to.be.empty;
  });

  it('is forgotten where the server refuses the payment for good', async () => {
    const refusal = {error: {code: 'SIGNATURE_MISMATCH', description: 'No.'}};
    const {resume, events} = prepare(SIGNED, [{status: 400, json: refusal}], []);
    await resume();
    expect(events.map(({type}) => type)).to.deep.equal(['rzp-unconfirmed']);
    expect(kept()).to.be.empty;
  });

  for (const [what, status, left] of [
    ['was cancelled', 'cancelled', 0],
    ['was refunded', 'refunded', 0],
    ['was only tried', 'attempted', 1],
    ['was not tried yet', 'created', 1],
  ] as const) {
    it(`is kept ${left} times where the order ${what}`, async () => {
      const {resume, events} = prepare(ROW, [], [{json: {status, order_id: ORDER_ID}}]);
      await resume();
      expect(kept()).to.have.length(left);
      expect(events).to.be.empty;
    });
  }

  const DAY_MS = 24 * 3600 * 1000;
  for (const [what, row, answers, left] of [
    ['was never tried', {}, ['created'], 0],
    ['was tried', {isTried: true}, ['created'], 1],
    ['was tried, as the shop has said before', {}, ['attempted', 'created'], 1],
  ] as const)
    it(`is kept ${left} times after a day where it ${what}`, async () => {
      const {resume} = prepare(
        {...ROW, ...row, at: Date.now() - DAY_MS - 1},
        [],
        answers.map((status) => ({json: {status, order_id: ORDER_ID}})),
      );
      await resume();
      if (answers.length > 1) await resume();
      expect(kept()).to.have.length(left);
    });

  it('is kept where nobody answers', async () => {
    const {resume} = prepare(ROW, [], [{status: 503}]);
    await resume();
    expect(kept()).to.have.length(1);
  });

  it('is not asked about after 7 days', async () => {
    const week = 7 * 24 * 3600 * 1000;
    const {resume, asked} = prepare({...SIGNED, at: Date.now() - week - 1}, [{json: PAID}], []);
    expect(await resume()).to.be.empty;
    expect(await asked()).to.deep.equal([0, 0]);
    expect(kept()).to.be.empty;
  });

  for (const [what, settings, touched] of [
    ['of another key', {keyId: OTHER_KEY_ID}, false],
    ['of another order endpoint, where no key is named', {keyId: '', orderUrl: '/other'}, false],
    ['of the same order endpoint', {keyId: '', orderUrl: '/orders?cart=2'}, true],
    [
      'whose key the order has replaced',
      {keyId: 'rzp_test_Old00000000', orderUrl: '/orders'},
      true,
    ],
    ['of nobody in particular', {keyId: '', orderUrl: ''}, false],
  ] as const) {
    it(`is ${touched ? '' : 'not '}touched by a button ${what}`, async () => {
      const {resume, asked} = prepare(SIGNED, [{json: PAID}], []);
      await resume(settings);
      expect(await asked()).to.deep.equal([touched ? 1 : 0, 0]);
    });
  }

  it('is finished whatever else lies in the storage', async () => {
    const names = ['a', 'b', 'c'].map((id) => `rzp-magic-button:checkout:order_${id}`);
    const {resume, events} = prepare(SIGNED, [{json: PAID}], [{status: 503}]);
    localStorage.setItem(names[0]!, JSON.stringify(unfinished({orderUrl: 'http://['})));
    localStorage.setItem(names[1]!, JSON.stringify(unfinished({orderId: 'order_b', at: 9e15})));
    localStorage.setItem(names[2]!, '\u0000');
    await resume({keyId: '', orderUrl: '/orders'});
    expect(events.map(({type}) => type)).to.contain('rzp-success');
    expect(kept()).to.deep.equal([names[1]]);
  });

  it('is finished also where the page fails at another one', async () => {
    keepUnfinished(unfinished({orderId: OTHER_ORDER_ID}));
    const {resume, events} = prepare(
      SIGNED,
      [{json: PAID}],
      [{json: {...PAID, order_id: OTHER_ORDER_ID}}],
    );
    const heard: string[] = [];
    const outcomes = await resume({}, ({orderId}: UnfinishedCheckout) => {
      heard.push(orderId);
      if (orderId === OTHER_ORDER_ID) throw new Error('The page fails.');
    });
    expect(heard.sort()).to.deep.equal([ORDER_ID, OTHER_ORDER_ID]);
    expect(outcomes).to.have.length(1);
    expect(events).to.have.length(2);
  });

  it('is kept for its time where the server refuses in words of its own', async () => {
    const {resume, asked, events} = prepare(SIGNED, [{status: 400, json: {status: 'failure'}}], []);
    const clock = fakeClock();
    let outcomes: unknown;
    void resume().then((result) => (outcomes = result));
    await passUntil(clock, () => outcomes !== undefined, 1_000);
    expect(await asked()).to.deep.equal([6, 0]);
    expect(events.map(({type}) => type)).to.deep.equal(['rzp-unconfirmed', 'rzp-unconfirmed']);
    expect(kept()).to.have.length(1);
  });

  it('is posted to no other origin than it was opened with', async () => {
    const row = {...SIGNED, verifyOrigin: 'https://api.shop.example'};
    const {resume, asked} = prepare(row, [{json: PAID}], [{json: PAID}]);
    expect(await resume({statusUrl: ''})).to.be.empty;
    expect(await asked()).to.deep.equal([0, 0]);
    expect(kept()).to.have.length(1);
  });

  it('is asked about at no other origin than it was opened with', async () => {
    const {resume, asked} = prepare(
      {...ROW, statusOrigin: 'https://api.shop.example'},
      [],
      [{json: PAID}],
    );
    expect(await resume()).to.be.empty;
    expect(await asked()).to.deep.equal([0, 0]);
    expect(kept()).to.have.length(1);
  });

  it('goes to the origin of the page where it was opened with none', async () => {
    const {resume} = prepare(SIGNED, [], []);
    const fetched: string[] = [];
    const {fetch} = window;
    window.fetch = (input) => {
      fetched.push(new Request(input).url);
      return Promise.reject(new TypeError('offline'));
    };
    await resume({verifyUrl: 'https://evil.example/', statusUrl: 'https://evil.example/'});
    window.fetch = fetch;
    expect(fetched).to.be.empty;
    expect(kept()).to.have.length(1);
  });

  it('is left alone while a checkout of this page has it in hands', async () => {
    sharedState().live.add(ORDER_ID);
    const {resume, asked} = prepare(SIGNED, [{json: PAID}], []);
    await resume();
    expect(await asked()).to.deep.equal([0, 0]);
  });

  it('is left alone from when a checkout of this page took it in hands', async () => {
    const {resume, events} = prepare(ROW, [], [{json: PAID}]);
    const outcomes = resume();
    sharedState().live.add(ORDER_ID);
    expect(await outcomes).to.be.empty;
    expect(events).to.be.empty;
    expect(kept()).to.have.length(1);
  });

  for (const [what, changes] of Object.entries({
    'has it paid': {payment: PAYMENT},
    'has opened it again': {at: Date.now()},
  }))
    it(`is kept where another tab ${what} while the shop says that it is over`, async () => {
      const {resume, statuses} = prepare(
        ROW,
        [],
        [{json: {status: 'cancelled', order_id: ORDER_ID}, hold: true}],
      );
      const outcomes = resume();
      await until(async () => (await statuses.calls()).length);
      keepUnfinished({...ROW, ...changes});
      await statuses.release();
      expect(await outcomes).to.be.empty;
      expect(kept()).to.have.length(1);
    });

  it('is finished once where two ask at the same time', async () => {
    const {resume, events} = prepare(ROW, [], [{json: PAID}]);
    await Promise.all([resume(), resume()]);
    expect(events.map(({type}) => type)).to.deep.equal(['rzp-success']);
  });

  it('waits without a word while another tab is at it', async () => {
    const {resume, events} = prepare(SIGNED, [{json: PAID}], []);
    let free: (value: unknown) => void = () => undefined;
    await new Promise<void>((held) => {
      void navigator.locks.request(`rzp-magic-button:lock:${ORDER_ID}`, () => {
        held();
        return new Promise((resolve) => (free = resolve));
      });
    });
    const outcomes = resume();
    await new Promise((resolve) => setTimeout(resolve, 50));
    free(undefined);
    expect(await outcomes).to.have.length(1);
    expect(events.map(({type}) => type)).to.deep.equal(['rzp-success']);
  });

  it('is dropped where it can not be read', async () => {
    localStorage.setItem('rzp-magic-button:checkout:order_broken', '{"orderId":');
    const {resume} = prepare(ROW, [], [{json: PAID}]);
    await resume();
    expect(kept()).to.be.empty;
  });
});
