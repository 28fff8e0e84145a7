import {expect} from '@esm-bundle/chai';
import {listUnfinished} from '../../../src/checkout/storage/list-unfinished.js';
import {
  dropUnfinished,
  findUnfinished,
  keepUnfinished,
} from '../../../src/checkout/storage/unfinished.js';
import {PAYMENT, unfinished} from '../../fixtures/browser/order-samples.js';
import {keptCheckouts} from '../../fixtures/browser/storage.js';
import {ORDER_ID, OTHER_ORDER_ID} from '../../fixtures/samples.js';

const row = (changes: object) => JSON.stringify({...unfinished(), ...changes});
const DAY_MS = 24 * 3600 * 1000;

describe('an unfinished checkout', () => {
  it('is kept by its order, with its payment once there is one', () => {
    keepUnfinished(unfinished());
    keepUnfinished(unfinished({payment: PAYMENT}));
    expect(keptCheckouts()).to.have.length(1);
    expect(findUnfinished(ORDER_ID)).to.deep.include({orderId: ORDER_ID, payment: PAYMENT});
    expect(findUnfinished(OTHER_ORDER_ID)).to.equal(undefined);
  });

  it('is forgotten by its order', () => {
    keepUnfinished(unfinished());
    keepUnfinished(unfinished({orderId: OTHER_ORDER_ID}));
    dropUnfinished(ORDER_ID);
    expect(listUnfinished().map(({orderId}) => orderId)).to.deep.equal([OTHER_ORDER_ID]);
  });

  it('is listed for 7 days, and then removed', () => {
    const ago = (days: number) => Date.now() - days * DAY_MS;
    keepUnfinished(unfinished({at: ago(6.9)}));
    keepUnfinished(unfinished({orderId: OTHER_ORDER_ID, at: ago(7.1)}));
    expect(listUnfinished().map(({orderId}) => orderId)).to.deep.equal([ORDER_ID]);
    expect(keptCheckouts()).to.have.length(1);
  });

  it('of a time that is still to come is listed for 7 days from now', () => {
    keepUnfinished(unfinished({at: 9e15}));
    const before = Date.now();
    expect(listUnfinished()[0]?.at).to.be.within(before, Date.now());
    expect(findUnfinished(ORDER_ID)?.at).to.be.within(before, Date.now());
  });

  it('that can be read outlives those that can not', () => {
    const names = ['order_a', 'order_b'].map((id) => `rzp-magic-button:checkout:${id}`);
    for (const name of names) localStorage.setItem(name, row({orderUrl: 'http://['}));
    localStorage.setItem('cart', 'of the shop');
    keepUnfinished(unfinished());
    expect(listUnfinished().map(({orderId}) => orderId)).to.deep.equal([ORDER_ID]);
    expect(keptCheckouts()).to.have.length(1);
    expect(localStorage.getItem('cart')).to.equal('of the shop');
  });

  for (const [what, text] of Object.entries({
    'half a text': '{"orderId":',
    'another thing': '[]',
    nothing: 'null',
    'a row without its time': `{"orderId":"${ORDER_ID}"}`,
    'of another order than its name says': row({orderId: OTHER_ORDER_ID}),
    'of no order': row({orderId: '__proto__'}),
    'of an address that is none': row({orderUrl: 'http://['}),
    'of half an address': row({orderUrl: '/orders'}),
    'with a key of somebody else': row({keyName: 'cart'}),
    'with a number for a key': row({keyName: 7}),
    'with a text for its time': row({at: '1'}),
    'without an end of its time': row({}).replace(/"at":\d+/, '"at":1e999'),
    'with an origin that is none': row({verifyOrigin: 'https://a.example/path'}),
    'with half a payment': row({payment: {razorpay_payment_id: 'pay_1'}}),
    'with a payment that is a text': row({payment: 'pay_1'}),
    'with a prototype of its own only': '{"__proto__":{"orderId":"order_1"}}',
    huge: row({keyId: 'x'.repeat(1_000_000)}),
  }))
    it(`is removed where it is ${what}`, () => {
      localStorage.setItem(`rzp-magic-button:checkout:${ORDER_ID}`, text);
      expect(listUnfinished()).to.be.empty;
      expect(keptCheckouts()).to.be.empty;
    });
});
