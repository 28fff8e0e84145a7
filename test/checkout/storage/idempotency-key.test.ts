import {expect} from '@esm-bundle/chai';
import {prepare, type Setting} from '../../fixtures/browser/checkout.js';
import type {FakeRazorpay} from '../../fixtures/browser/fake-razorpay.js';
import type {shop} from '../../fixtures/browser/server.js';

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
