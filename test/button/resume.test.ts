import {expect} from '@esm-bundle/chai';
import {pageState} from '../../src/checkout/shell/page-state.js';
import {sharedState} from '../../src/checkout/storage/shared-state.js';
import {keyName} from '../../src/checkout/storage/idempotency-key.js';
import {keepUnfinished} from '../../src/checkout/storage/unfinished.js';
import {cartOf} from '../../src/button/follow-cart.js';
import '../../src/button/define.js';
import {resume} from '../../src/button/resume.js';
import {findCart} from '../../src/checkout/events/carts.js';
import {orderKey} from '../../src/checkout/storage/cart-key.js';
import type {PressHost} from '../../src/button/press-host.js';
import '../fixtures/browser/console.js';
import {PAID, PAYMENT, unfinished} from '../fixtures/browser/order-samples.js';
import {shop} from '../fixtures/browser/server.js';
import {keptCheckouts} from '../fixtures/browser/storage.js';
import {until} from '../fixtures/browser/wait.js';
import {KEY_ID, ORDER_ID} from '../fixtures/samples.js';

/** A button on a page view after one that left a paid cart open. */
function prepare(changes: Partial<PressHost> = {}) {
  const verifications = shop({json: PAID});
  const host = Object.assign(document.createElement('div'), {
    keyId: KEY_ID,
    orderUrl: '/orders',
    orderData: {cart: 1},
    verifyUrl: verifications.url,
    ...changes,
  }) as unknown as PressHost;
  const key = keyName('/orders', {cart: 1});
  keepUnfinished(unfinished({keyName: key, payment: PAYMENT}));
  return {host, key, verifications, finish: () => resume(host)};
}

afterEach(() => {
  sharedState().resumed.clear();
  pageState().carts.clear();
});

describe('a button finishes what an earlier page view left open', () => {
  it('and has each button of the cart show it, once', async () => {
    const {finish, key, verifications} = prepare();
    await Promise.all([finish(), finish()]);
    const cart = findCart(key);
    expect(cart).to.include({state: 'paid'});
    expect(cart?.telling.told).to.include({said: 'earlierPaid', orderId: ORDER_ID});
    expect(findCart(orderKey(ORDER_ID))).to.equal(cart);
    expect(await verifications.calls()).to.have.length(1);
  });

  for (const [what, changes] of Object.entries({
    'of another cart': {orderData: {cart: 2}},
    'without an order address': {orderUrl: null},
  } satisfies Record<string, Partial<PressHost>>))
    it(`and shows nothing on a button ${what}`, async () => {
      const {finish, host, verifications} = prepare(changes);
      await finish();
      expect(cartOf(host)).to.be.undefined;
      expect(await verifications.calls()).to.have.length(1);
    });

  it('with the headers that the page has by then', async () => {
    const {finish, host, verifications} = prepare();
    const token = {'X-CSRF': 'token'};
    Object.assign(host, {requestHeaders: () => Promise.resolve(token)});
    await finish();
    expect((await verifications.calls())[0]?.headers['x-csrf']).to.equal('token');
  });

  it('of a whole element, whose properties are not its own', async () => {
    const {verifications} = prepare();
    const button = document.createElement('rzp-magic-button');
    Object.assign(button, {
      keyId: KEY_ID,
      verifyUrl: verifications.url,
      requestHeaders: {'X-CSRF': 'token'},
    });
    await resume(button);
    expect((await verifications.calls())[0]?.headers['x-csrf']).to.equal('token');
    expect(keptCheckouts()).to.be.empty;
  });

  it('again on a page that comes back from the cache', async () => {
    await prepare().finish();
    keepUnfinished(unfinished({payment: PAYMENT}));
    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    await until(() => !keptCheckouts().length);
  });
});
