import {expect} from '@open-wc/testing';
import {pageState} from '../../src/checkout/shell/page-state.js';
import {keyName} from '../../src/checkout/storage/idempotency-key.js';
import {keepUnfinished} from '../../src/checkout/storage/unfinished.js';
import {resume} from '../../src/button/resume.js';
import type {PressHost} from '../../src/button/press-host.js';
import type {Shown} from '../../src/face/button-face.js';
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
    state: 'idle',
    keyId: KEY_ID,
    orderUrl: '/orders',
    orderData: {cart: 1},
    verifyUrl: verifications.url,
    ...changes,
  }) as unknown as PressHost;
  keepUnfinished(unfinished({keyName: keyName('/orders', {cart: 1}), payment: PAYMENT}));
  const shown: Shown[] = [];
  const view = {follow: () => undefined, show: (what: Shown) => shown.push(what)};
  return {host, shown, verifications, finish: () => resume(host, view)};
}

afterEach(() => pageState().resumed.clear());

describe('a button finishes what an earlier page view left open', () => {
  it('and tells whoever bought its cart, once', async () => {
    const {finish, shown, verifications} = prepare();
    await Promise.all([finish(), finish()]);
    expect(shown.map(({state, label}) => [state, label])).to.deep.equal([['idle', '']]);
    expect(shown[0]?.message).to.contain(ORDER_ID);
    expect(await verifications.calls()).to.have.length(1);
  });

  for (const [what, changes] of Object.entries({
    'of another cart': {orderData: {cart: 2}},
    'that is busy': {state: 'open'},
    'without an order address': {orderUrl: null},
  } satisfies Record<string, Partial<PressHost>>))
    it(`and says nothing on a button ${what}`, async () => {
      const {finish, shown, verifications} = prepare(changes);
      await finish();
      expect(shown).to.be.empty;
      expect(await verifications.calls()).to.have.length(1);
    });

  it('again on a page that comes back from the cache', async () => {
    await prepare().finish();
    keepUnfinished(unfinished({payment: PAYMENT}));
    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    await until(() => !keptCheckouts().length);
  });
});
