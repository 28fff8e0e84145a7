import {expect} from '@esm-bundle/chai';
import type {CheckoutError} from '../../../src/checkout/shell/checkout-error.js';
import {dropKey, freshKey, keyName} from '../../../src/checkout/storage/idempotency-key.js';
import {obtainOrder} from '../../../src/checkout/merchant/obtain-order.js';
import type {OrderSource} from '../../../src/checkout/shell/order-source.js';
import {fakeClock} from '../../fixtures/browser/clock.js';
import {shop, type Answer} from '../../fixtures/browser/server.js';
import {explain} from '../../../src/checkout/words/refusal.js';
import {withStorageForbidden} from '../../fixtures/browser/storage.js';
import {until} from '../../fixtures/browser/wait.js';
import {KEY_ID, ORDER_ID, OTHER_ORDER_ID} from '../../fixtures/samples.js';

const ORDER = {order_id: ORDER_ID, key_id: KEY_ID};
const refused = (status: number, code: string, description = 'Out of stock.'): Answer => ({
  status,
  json: {error: {code, description}},
});

/** Nothing else was bought. */
const leave = () => Promise.resolve();

/** An order endpoint, and what asking it comes to. */
function prepare(...answers: Answer[]) {
  const endpoint = shop(...(answers.length ? answers : [{json: ORDER}]));
  const ask = (source: OrderSource = {}) => obtainOrder({orderUrl: endpoint.url, ...source}, leave);
  const fail = (source?: OrderSource) =>
    ask(source).then(
      () => Promise.reject(new Error('There is an order.')),
      (error: unknown) => error as CheckoutError,
    );
  const keys = async () =>
    (await endpoint.calls()).map(({headers}) => headers['idempotency-key'] ?? '');
  return {endpoint, ask, fail, keys};
}

describe('the order', () => {
  it('is the one of order-id where nothing else makes one', async () => {
    expect(await obtainOrder({orderId: ORDER_ID}, leave)).to.deep.equal({orderId: ORDER_ID});
  });

  it('is what the endpoint replies, key and options included', async () => {
    const {ask} = prepare({status: 201, json: {...ORDER, options: {name: 'Shop'}, more: 1}});
    expect(await ask()).to.deep.equal({
      orderId: ORDER_ID,
      keyId: KEY_ID,
      options: {name: 'Shop'},
    });
  });

  it('is asked for by a POST of the order data as JSON, with the headers of the page', async () => {
    const {ask, endpoint} = prepare();
    await ask({
      orderData: {cart: 7},
      requestHeaders: () => Promise.resolve({'X-CSRF': 'token', 'Content-Type': 'text/plain'}),
    });
    const [call] = await endpoint.calls();
    expect(call?.method).to.equal('POST');
    expect(call?.body).to.equal('{"cart":7}');
    expect(call?.headers['content-type']).to.equal('application/json');
    expect(call?.headers['x-csrf']).to.equal('token');
  });

  it('comes from createOrder() before anything else', async () => {
    const {ask, endpoint} = prepare();
    const order = await ask({createOrder: () => ({order_id: 'order_made'}), orderId: 'order_x'});
    expect(order.orderId).to.equal('order_made');
    expect(await endpoint.calls()).to.be.empty;
  });

  it('says what createOrder() threw', async () => {
    const {fail} = prepare();
    const cause = new Error('no cart');
    const error = await fail({createOrder: () => Promise.reject(cause)});
    await explain(error);
    expect(error).to.include({code: 'order_failed', retryable: true, cause});
    expect(error.message).to.equal('createOrder() failed: no cart');
  });
});

describe('the idempotency key', () => {
  it('has 128 random bits', async () => {
    const {ask, keys} = prepare();
    await ask();
    expect((await keys())[0]).to.match(/^[0-9a-f]{32}$/);
  });

  it('is kept for the same order data, whatever the order of its fields', async () => {
    const {ask, keys} = prepare();
    await ask({orderData: {a: 1, b: {c: [1, 2], d: 3}}});
    await ask({orderData: {b: {d: 3, c: [1, 2]}, a: 1}});
    const [first, second] = await keys();
    expect(second).to.equal(first);
  });

  it('outlives a reload', async () => {
    const {ask, keys, endpoint} = prepare();
    await ask();
    const address = '../../../src/checkout/merchant/obtain-order.ts?reloaded';
    const reloaded = (await import(address)) as {obtainOrder: typeof obtainOrder};
    await reloaded.obtainOrder({orderUrl: endpoint.url}, leave);
    const [first, second] = await keys();
    expect(second).to.equal(first);
  });

  for (const [what, orderData] of Object.entries({
    'other order data': {a: 2},
    'a list in another order': {a: 1, list: [2, 1]},
  })) {
    it(`is another one for ${what}`, async () => {
      const {ask, keys} = prepare();
      await ask({orderData: {a: 1, list: [1, 2]}});
      await ask({orderData});
      const [first, second] = await keys();
      expect(second).to.not.equal(first);
    });
  }

  it('is another one at another address', async () => {
    const [one, other] = [prepare(), prepare()];
    await one.ask();
    await other.ask();
    expect(await one.keys()).to.not.deep.equal(await other.keys());
  });

  it('is another one once the order is paid', async () => {
    const {ask, keys, endpoint} = prepare();
    await ask({orderData: {a: 1}});
    dropKey(keyName(endpoint.url, {a: 1}));
    await ask({orderData: {a: 1}});
    const [first, second] = await keys();
    expect(second).to.not.equal(first);
  });

  it('is replaced where the server says that it belongs to another cart', async () => {
    const {ask, keys} = prepare(refused(422, 'IDEMPOTENCY_CONFLICT'), {json: ORDER});
    expect((await ask()).orderId).to.equal(ORDER_ID);
    await ask();
    const [first, second, third] = await keys();
    expect(second).to.not.equal(first);
    expect(third).to.equal(second);
  });

  it('is replaced once only in one press', async () => {
    const {fail, keys} = prepare(refused(422, 'IDEMPOTENCY_CONFLICT'));
    expect((await fail()).code).to.equal('order_failed');
    expect(await keys()).to.have.length(2);
  });

  for (const kept of ['', 'x', 'a\r\nX-Evil: 1', 'f'.repeat(100_000)])
    it(`is a fresh one where "${kept.slice(0, 9)}" is kept`, async () => {
      const {ask, keys, endpoint} = prepare();
      localStorage.setItem(keyName(endpoint.url, {}), kept);
      await ask();
      expect((await keys())[0]).to.match(/^[0-9a-f]{32}$/);
    });

  it('is one for two tabs that were pressed in the same moment, and so is the order', async () => {
    const {ask, endpoint, keys} = prepare(
      {json: {order_id: OTHER_ORDER_ID}, hold: true},
      {json: ORDER},
    );
    const order = ask();
    await until(async () => (await keys()).length === 1);
    // The other tab had found no key either.
    const theirs = freshKey(endpoint.url, {});
    await endpoint.release();
    expect(await order).to.include({orderId: ORDER_ID});
    expect((await keys()).at(-1)).to.equal(theirs);
  });

  it('is the one that another tab has made while this one asked about earlier orders', async () => {
    const {endpoint, keys} = prepare();
    let theirs = '';
    await obtainOrder({orderUrl: endpoint.url}, () => {
      theirs = freshKey(endpoint.url, {});
      return Promise.resolve();
    });
    expect(await keys()).to.deep.equal([theirs]);
  });

  it('leaves no order data in the storage', async () => {
    const {ask} = prepare();
    await ask({orderData: {name: 'Asha Kumari'}});
    expect(JSON.stringify(Object.entries(localStorage))).to.not.contain('Asha');
  });

  it('is kept for the page view where storage is forbidden', async () => {
    const {ask, keys} = prepare();
    await withStorageForbidden(async () => {
      await ask();
      await ask();
    });
    const [first, second] = await keys();
    expect(second).to.equal(first);
  });
});

describe('an order endpoint in trouble', () => {
  it('is asked once more after a network failure, with the same key', async () => {
    const {ask, keys} = prepare({drop: true}, {json: ORDER});
    expect((await ask()).orderId).to.equal(ORDER_ID);
    const [first, second] = await keys();
    expect(second).to.equal(first);
  });

  it('is not asked a third time', async () => {
    const {fail, keys} = prepare({drop: true});
    expect(await fail()).to.include({code: 'order_failed', retryable: true});
    expect(await keys()).to.have.length(2);
  });

  it('keeps the key for the next press after a failure', async () => {
    const {ask, fail, keys} = prepare({status: 500}, {json: ORDER});
    await fail();
    await ask();
    const [first, second] = await keys();
    expect(second).to.equal(first);
  });

  it('says to the shopper why it refuses', async () => {
    const {fail, keys} = prepare(refused(422, 'ORDER_REFUSED', 'Sold out since noon.'));
    expect(await fail()).to.include({code: 'order_refused', message: 'Sold out since noon.'});
    expect(await keys()).to.have.length(1);
  });

  it('speaks to the shopper with codes of its own too', async () => {
    const {fail} = prepare(refused(409, 'CART_CHANGED', 'Your cart has changed.'));
    expect(await fail()).to.include({code: 'order_refused', message: 'Your cart has changed.'});
  });

  for (const [what, answer] of Object.entries({
    'a 500 in our shape': refused(500, 'INTERNAL', 'db1.internal is down'),
    'a 429': refused(429, 'RATE_LIMITED'),
    'an HTML 404': {status: 404, html: '<h1>Not found</h1>'},
    'a request that it does not understand': refused(400, 'INVALID_REQUEST', 'Use JSON.'),
    'another method': refused(405, 'METHOD_NOT_ALLOWED', 'Use POST.'),
  } satisfies Record<string, Answer>)) {
    it(`is the developer's business with ${what}`, async () => {
      const error = await prepare(answer).fail();
      expect(error).to.include({code: 'order_failed', retryable: true});
      await explain(error);
      expect(error.message).to.contain(`answered ${answer.status}`);
    });
  }

  it('says where it is with nothing at its address, and what to answer with a page', async () => {
    const said = async (answer: Answer) => {
      const error = await prepare(answer).fail();
      await explain(error);
      return error.message;
    };
    expect(await said({status: 404, html: '<h1>Not found</h1>'}))
      .to.contain('Nothing is mounted there')
      .and.to.contain('"/checkout/orders"');
    expect(await said({status: 502, html: '<h1>Bad gateway</h1>'})).to.contain('answer with JSON');
  });

  for (const [what, answer] of Object.entries({
    'an HTML 200': {html: '<h1>Hello</h1>'},
    'no order id': {json: {key_id: KEY_ID}},
    'an id that is no order': {json: {order_id: 'pay_1'}},
    'a key that is no text': {json: {...ORDER, key_id: 7}},
    'options that are a list': {json: {...ORDER, options: [1]}},
    'an empty 204': {status: 204},
  } satisfies Record<string, Answer>)) {
    it(`gives no order with ${what}`, async () => {
      const error = await prepare(answer).fail();
      expect(error).to.include({code: 'order_reply_invalid', retryable: false});
      await explain(error);
      expect(error.message).to.contain('{"order_id": "order_…"');
    });
  }

  it('says of what is no JSON why, which quotes how it begins', async () => {
    const {cause} = await prepare({html: '<h1>Hello</h1>'}).fail();

    // Safari has one of its own, which quotes nothing.
    expect(cause).to.have.property('name', 'SyntaxError');
  });

  it('is given up after 15 seconds, and not asked again', async () => {
    const {fail, endpoint} = prepare({hold: true});
    const clock = fakeClock();
    const failed = fail();
    await until(async () => (await endpoint.calls()).length);
    clock.tick(15_000);
    expect(await failed).to.include({code: 'order_failed', retryable: true});
    expect(await endpoint.calls()).to.have.length(1);
    await endpoint.release();
  });

  it('is given up after 15 seconds also where the headers of the page never come', async () => {
    const {fail} = prepare();
    const clock = fakeClock();
    const failed = fail({requestHeaders: () => new Promise(() => undefined)});
    await clock.tickAsync(15_000);
    expect((await failed).code).to.equal('order_failed');
  });
});
