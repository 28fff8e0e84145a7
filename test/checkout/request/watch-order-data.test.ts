import {expect} from '@esm-bundle/chai';
import {watchOrderData} from '../../../src/checkout/request/watch-order-data.js';

/** Lets observers hear of what was changed. */
const heard = () =>
  new Promise((resolve) => queueMicrotask(() => queueMicrotask(resolve as () => void)));

describe('who watches what is bought', () => {
  for (const name of ['order-data', 'data-order-sku', 'data-order-cart-id'])
    it(`hears of ${name}`, async () => {
      const host = document.createElement('p');
      let changes = 0;
      watchOrderData(host, () => changes++);
      host.setAttribute(name, '1');
      await heard();
      expect(changes).to.equal(1);
      host.removeAttribute(name);
      await heard();
      expect(changes).to.equal(2);
    });

  it('hears once of what changes at once, and of no other attribute', async () => {
    const host = document.createElement('p');
    let changes = 0;
    watchOrderData(host, () => changes++);
    host.setAttribute('data-note-order', '1');
    host.setAttribute('order-data-x', '1');
    host.setAttribute('order-url', '/orders');
    await heard();
    expect(changes).to.equal(0);
    host.setAttribute('data-order-sku', 'assam');
    host.setAttribute('order-data', '{}');
    await heard();
    expect(changes).to.equal(1);
  });

  it('is one for each element', async () => {
    const host = document.createElement('p');
    let changes = 0;
    watchOrderData(host, () => changes++);
    watchOrderData(host, () => changes++);
    host.setAttribute('data-order-sku', 'assam');
    await heard();
    expect(changes).to.equal(1);
  });
});
