import {expect} from '@esm-bundle/chai';
import {postPayment} from '../../../src/checkout/merchant/post-payment.js';
import type {Confirmation, Doubt} from '../../../src/checkout/shell/confirmation.js';
import {fakeClock, passUntil} from '../../fixtures/browser/clock.js';
import {heard} from '../../fixtures/browser/console.js';
import {PAID, PAYMENT} from '../../fixtures/browser/order-samples.js';
import {shop, type Answer} from '../../fixtures/browser/server.js';
import {until} from '../../fixtures/browser/wait.js';
import {ORDER_ID, OTHER_ORDER_ID} from '../../fixtures/samples.js';

const refusal = (status: number, code: string): Answer => ({
  status,
  json: {error: {code, description: 'No.'}},
});

/** A verification on its way, with the clock in hand. */
function prepare(...answers: Answer[]) {
  const clock = fakeClock();
  const endpoint = shop(...answers);
  const doubts: Doubt[] = [];
  let lastKept: boolean | undefined;
  const kept = () => lastKept;
  const results: (Confirmation | undefined)[] = [];
  const start = (settings: object = {}) => {
    void postPayment({verifyUrl: endpoint.url, ...settings}, PAYMENT, (doubt, isKept) => {
      doubts.push(doubt);
      lastKept = isKept;
    }).then((result) => results.push(result));
  };
  const doubted = (count: number) => until(() => doubts.length === count, `${count} doubts`);
  const done = () => until(() => results.length, 'a result');
  const asked = async () => (await endpoint.calls()).length;
  return {clock, endpoint, doubts, kept, results, start, doubted, done, asked};
}

describe('a verification', () => {
  for (const status of ['paid', 'placed'] as const) {
    it(`is final with ${status}`, async () => {
      const {start, done, results, doubts, asked} = prepare({json: {...PAID, status}});
      start();
      await done();
      const {razorpay_payment_id: paymentId} = PAYMENT;
      expect(results).to.deep.equal([{status, orderId: ORDER_ID, paymentId}]);
      expect(doubts).to.be.empty;
      expect(await asked()).to.equal(1);
    });
  }

  it('posts exactly the handler response', async () => {
    const {endpoint, start, done} = prepare({json: PAID});
    start({requestHeaders: {'X-CSRF': 'token'}});
    await done();
    const [call] = await endpoint.calls();
    expect(call?.method).to.equal('POST');
    expect(JSON.parse(call!.body)).to.deep.equal(PAYMENT);
    expect(call?.headers).to.include({'content-type': 'application/json', 'x-csrf': 'token'});
  });

  for (const [what, answer] of Object.entries({
    'a 400 with a code of ours': refusal(400, 'SIGNATURE_MISMATCH'),
    'a 422 with a code of ours': refusal(422, 'PAYMENT_MISMATCH'),
  })) {
    it(`is rejected for good with ${what}`, async () => {
      const {start, done, results, doubts, asked, clock} = prepare(answer);
      start();
      await done();
      expect(results).to.deep.equal([undefined]);
      expect(doubts).to.deep.equal(['rejected']);
      await clock.tickAsync(120_000);
      expect(await asked()).to.equal(1);
    });
  }

  for (const [what, [answer, doubt]] of Object.entries({
    'a 400 with a code of others': [refusal(400, 'WAF_BLOCKED'), 'unreachable'],
    'a 400 in HTML': [{status: 400, html: '<h1>Bad</h1>'}, 'unreachable'],
    'a 401 with a code of ours': [refusal(401, 'FORBIDDEN'), 'unreachable'],
    'a 404 with a code of ours': [refusal(404, 'ORDER_NOT_FOUND'), 'unreachable'],
    'a 429': [refusal(429, 'RATE_LIMITED'), 'unreachable'],
    'a 500': [refusal(500, 'INTERNAL'), 'unreachable'],
    'a 503 in HTML': [{status: 503, html: 'Busy'}, 'unreachable'],
    'a 201 with paid': [{status: 201, json: PAID}, 'unreachable'],
    'a 200 in HTML': [{html: '<h1>Log in</h1>'}, 'unreachable'],
    'a 200 that says ok': [{json: {ok: true}}, 'unreachable'],
    'a 200 with another word': [{json: {...PAID, status: 'success'}}, 'unreachable'],
    'another order': [{json: {...PAID, order_id: 'order_other'}}, 'pending'],
    unconfirmed: [{json: {...PAID, status: 'unconfirmed'}}, 'pending'],
    'a broken connection': [{drop: true}, 'unreachable'],
    'an empty reply': [{status: 204}, 'unreachable'],
  } satisfies Record<string, [Answer, Doubt]>)) {
    it(`is tried again after ${what}`, async () => {
      const {start, done, doubted, results, doubts, clock} = prepare(answer, {
        json: PAID,
      });
      start();
      await doubted(1);
      expect(doubts).to.deep.equal([doubt]);
      await clock.tickAsync(1_250);
      await done();
      expect(results[0]?.status).to.equal('paid');
    });
  }

  for (const [what, answer] of Object.entries({
    'a 400 in other words': {status: 400, json: {status: 'failure'}},
    'a 403 in HTML': {status: 403, html: '<h1>Forbidden</h1>'},
    'a 500 in other words': {status: 500, json: {status: 'failure'}},
    'a 500 with a code of others': refusal(500, 'DB_ERROR'),
    'a 200 in other words': {json: {success: false}},
    'another order': {json: {...PAID, order_id: OTHER_ORDER_ID}},
  } satisfies Record<string, Answer>))
    it(`is given up on this page view, and kept, after six times ${what}`, async () => {
      const {start, doubts, kept, results, asked, clock} = prepare(answer);
      start();
      await passUntil(clock, () => results.length > 0, 1_000);
      expect(results).to.deep.equal([undefined]);
      expect(await asked()).to.equal(6);
      expect(doubts.slice(0, 6)).to.not.include('rejected');
      expect(doubts.at(-1)).to.equal('rejected');
      expect(kept()).to.be.true;
      await clock.tickAsync(600_000);
      expect(await asked()).to.equal(6);
    });

  it('is not given up where the server is overloaded or down between its refusals', async () => {
    const refusing = {status: 400, json: {status: 'failure'}};
    const {start, done, doubts, clock, results} = prepare(
      ...Array<Answer>(5).fill(refusing),
      {status: 429},
      ...Array<Answer>(5).fill(refusing),
      {status: 503},
      {json: PAID},
    );
    start();
    await passUntil(clock, () => results.length > 0, 5_000);
    await done();
    expect(doubts).to.not.include('rejected');
    expect(results[0]?.status).to.equal('paid');
  });

  for (const [what, outage] of Object.entries({
    'a 502 in HTML': {status: 502, html: 'Bad gateway'},
    'a 503 in JSON of a gateway': {status: 503, json: {message: 'Service Unavailable'}},
    'a 500 in our words': refusal(500, 'INTERNAL'),
    'a broken connection': {drop: true},
  } satisfies Record<string, Answer>))
    it(`is given up after six refusals also with ${what} between them`, async () => {
      const refusing = {status: 400, json: {status: 'failure'}};
      const {start, doubts, kept, asked, clock, results} = prepare(
        ...Array<Answer>(5).fill(refusing),
        outage,
        refusing,
      );
      start();
      await passUntil(clock, () => results.length > 0, 5_000);
      expect(await asked()).to.equal(7);
      expect(doubts.at(-1)).to.equal('rejected');
      expect(kept()).to.be.true;
    });

  for (const [what, outage] of Object.entries({
    'a 503 in HTML': {status: 503, html: 'Busy'},
    'a 503 in JSON of a gateway': {status: 503, json: {message: 'Service Unavailable'}},
    'a 500 in our words': refusal(500, 'INTERNAL'),
  } satisfies Record<string, Answer>))
    it(`is not given up after ${what}, however often`, async () => {
      const {start, doubts, clock, results} = prepare(...Array<Answer>(8).fill(outage), {
        json: PAID,
      });
      start();
      await passUntil(clock, () => results.length > 0, 5_000);
      expect(doubts).to.not.include('rejected');
      expect(results[0]?.status).to.equal('paid');
    });

  it('says to the developer what it sends and what it wants, at first and at last', async () => {
    const {start, clock, results} = prepare({status: 400, json: {status: 'failure'}});
    start();
    await passUntil(clock, () => results.length > 0, 1_000);
    await until(() => heard.warn.length && heard.error.length, 'the sentences');
    const [first, last] = [heard.warn.flat(), heard.error.flat()].map(String);
    for (const said of [first, last])
      expect(said).to.contain('answered 400').and.to.contain('JSON').and.to.contain('reads forms');
    expect(first).to.contain('It is asked again.');
    expect(last).to.contain('asked 6 times').and.to.contain('the next page view asks again');
    expect([...heard.warn, ...heard.error]).to.have.length(2);
  });

  it('takes no answer from where it is redirected to', async () => {
    const elsewhere = shop({json: PAID});
    const {start, doubted, results} = prepare({
      status: 307,
      headers: {Location: elsewhere.url},
    });
    start();
    await doubted(1);
    expect(results).to.be.empty;
    expect(await elsewhere.calls()).to.be.empty;
  });

  it('is tried again after 15 seconds without an answer', async () => {
    const {start, doubted, clock, asked, endpoint} = prepare({hold: true}, {json: PAID});
    start();
    await until(asked);
    await clock.tickAsync(15_000);
    await doubted(1);
    await endpoint.release();
  });

  it('waits longer each time, a minute at most', async () => {
    const {start, doubted, asked, clock} = prepare({status: 500});
    start();
    for (const [tries, pause] of [1, 2, 4, 8, 16, 32, 60, 60].entries()) {
      await doubted(tries + 1);
      await clock.tickAsync(pause * 740);
      expect(await asked()).to.equal(tries + 1);
      // To the next try and no further: what comes after it has a clock of its own.
      const before = clock.now;
      await clock.nextAsync();
      expect(clock.now - before).to.be.within(0, pause * 520);
    }
  });

  it('goes on when the page is back on the network', async () => {
    const {start, doubted, done} = prepare({drop: true}, {json: PAID});
    start();
    await doubted(1);
    dispatchEvent(new Event('online'));
    await done();
  });
});

describe('Retry-After', () => {
  const soon = (header: string): [Answer, Answer] => [
    {status: 503, headers: {'Retry-After': header}},
    {json: PAID},
  ];

  it('is heeded in seconds', async () => {
    const {start, doubted, done, asked, clock} = prepare(...soon('7'));
    start();
    await doubted(1);
    await clock.tickAsync(6_900);
    expect(await asked()).to.equal(1);
    await clock.tickAsync(200);
    await done();
  });

  it('is heeded as a date', async () => {
    const {start, doubted, done, asked, clock} = prepare(
      ...soon(new Date(Date.now() + 30_000).toUTCString()),
    );
    start();
    await doubted(1);
    await clock.tickAsync(28_000);
    expect(await asked()).to.equal(1);
    await clock.tickAsync(3_000);
    await done();
  });

  it('is heeded also when the page is back on the network', async () => {
    const {start, doubted, asked, clock} = prepare(...soon('7'));
    start();
    await doubted(1);
    dispatchEvent(new Event('online'));
    await clock.tickAsync(1_500);
    expect(await asked()).to.equal(1);
  });

  for (const header of ['0', 'Thu, 01 Jan 1970 00:00:00 GMT']) {
    it(`of ${header} does not make the page hammer the server`, async () => {
      const {start, doubted, asked, clock, done} = prepare(...soon(header));
      start();
      await doubted(1);
      await clock.tickAsync(900);
      expect(await asked()).to.equal(1);
      await clock.tickAsync(200);
      await done();
    });
  }

  it('of a year is an hour', async () => {
    const {start, doubted, clock, done} = prepare(...soon('31536000'));
    start();
    await doubted(1);
    await clock.tickAsync(3_600_000);
    await done();
  });

  it('that is none leaves the usual pause', async () => {
    const {start, doubted, clock, done} = prepare(...soon('soon'));
    start();
    await doubted(1);
    await clock.tickAsync(1_250);
    await done();
  });
});
