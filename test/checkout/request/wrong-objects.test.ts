import {expect} from '@esm-bundle/chai';
import {orderDataText} from '../../../src/checkout/request/order-data-text.js';
import {wrongObjects} from '../../../src/checkout/request/wrong-objects.js';
import type {CheckoutRequest} from '../../../src/checkout/request/checkout-request.js';
import {refused} from '../../../src/checkout/words/refusal.js';
import {refusalOf} from '../../fixtures/browser/request.js';

function checkObjects(request: CheckoutRequest): void {
  const wrong = wrongObjects(request);
  if (wrong) throw refused(wrong);
}

const circular: Record<string, unknown> = {};
circular.self = circular;

class Hidden {
  #sku = 'assam';
  get sku() {
    return this.#sku;
  }
}
class Written extends Hidden {
  toJSON() {
    return {sku: this.sku};
  }
}

describe('what no text can say', () => {
  for (const [name, values] of Object.entries({
    orderData: ['{"sku": "assam"}', ['assam'], 7, new Map([['sku', 'assam']]), new FormData()],
    notes: ['gift', ['gift'], new URLSearchParams('a=1')],
    options: ['[object Object]', () => ({})],
    createOrder: ['createOrder', {}, Promise.resolve()],
    requestHeaders: ['X-CSRF-Token: hush', 7, Promise.resolve({})],
  }))
    for (const value of values) {
      const kind = Object.prototype.toString.call(value).slice(8, -1);
      it(`is refused as ${name}: ${kind}`, async () => {
        const error = await refusalOf(() => checkObjects({[name]: value}));
        expect(error.code).to.equal('config_invalid');
        expect(error.message).to.contain(`${name} is a ${kind}. Set it to a`);
        expect(error.message).to.not.contain('hush');
      });
    }

  it('is refused where a class keeps it to itself', async () => {
    const orderData = new Hidden() as unknown as Record<string, unknown>;
    for (const asked of [{orderData}, {notes: orderData}])
      expect((await refusalOf(() => checkObjects(asked))).message).to.contain(
        `${Object.keys(asked)[0]} is an object of a class`,
      );
  });

  it('is taken as plain objects, objects of classes, functions and headers', () => {
    class Cart {
      readonly [Symbol.toStringTag] = 'Cart';
      sku = 'assam';
    }
    checkObjects({
      orderData: new Proxy({sku: 'assam'}, {}),
      notes: Object.create(null) as Record<string, unknown>,
      options: {},
      createOrder: () => ({order_id: 'order_1'}),
      requestHeaders: new Headers(),
    });
    checkObjects({requestHeaders: () => [['a', 'b']], options: null});
    checkObjects({orderData: new Cart() as unknown as Record<string, unknown>});
    checkObjects({orderData: new Written() as unknown as Record<string, unknown>});
    const frame = document.body.appendChild(document.createElement('iframe'));
    const elsewhere = frame.contentWindow as unknown as {Object: ObjectConstructor};
    checkObjects({orderData: new elsewhere.Object() as Record<string, unknown>});
    frame.remove();
    checkObjects({});
  });
});

describe('order data as JSON', () => {
  it('is what JSON makes of it, dates and addresses too', () => {
    const orderData = {items: [{sku: 'assam'}], at: new Date(0), none: null, left: undefined};
    expect(orderDataText({orderData})).to.equal(
      '{"items":[{"sku":"assam"}],"at":"1970-01-01T00:00:00.000Z","none":null}',
    );
    expect(orderDataText({})).to.equal('{}');
    const written = {cart: new Written()};
    expect(orderDataText({orderData: written})).to.equal('{"cart":{"sku":"assam"}}');
  });

  for (const [what, orderData] of Object.entries({
    Map: {cart: {items: new Map([['assam', 1]])}},
    Set: {items: new Set(['assam'])},
    FormData: {items: [new FormData()]},
    Promise: {items: Promise.resolve(['assam'])},
    NaN: {items: NaN},
    Infinity: {items: [-Infinity]},
    Date: {items: new Date(NaN)},
    Function: {items: () => ['assam']},
    Symbol: {items: Symbol('assam')},
    Undefined: {items: [undefined]},
    'object of a class': {items: [new Hidden()]},
  }))
    it(`is refused where it would lose a ${what}`, async () => {
      const error = await refusalOf(() => orderDataText({orderData}));
      expect(error.code).to.equal('config_invalid');
      expect(error.message).to.match(new RegExp(`orderData holds an? -?${what} as "(items|0)"`));
    });

  for (const [what, orderData] of Object.entries({'a circle': circular, 'a BigInt': {amount: 1n}}))
    it(`is refused with ${what}, and says why`, async () => {
      const error = await refusalOf(() => orderDataText({orderData}));
      expect(error.code).to.equal('config_invalid');
      expect(error.message).to.match(/^orderData can't be written as JSON\. TypeError/);
      expect(error.cause).to.be.instanceOf(TypeError);
    });
});
