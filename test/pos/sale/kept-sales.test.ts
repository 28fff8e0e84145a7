import {expect} from '@esm-bundle/chai';
import {
  dropSale,
  isKept,
  keepSale,
  listSales,
  type KeptSale,
} from '../../../src/pos/sale/kept-sales.js';
import {hasKeptSales, KEPT_SALES} from '../../../src/pos/shell/kept-prefix.js';
import {withStorageForbidden} from '../../fixtures/browser/storage.js';

const SALE: KeptSale = {
  orderId: 'order_1',
  cart: 'rzp-magic-button:key:abc',
  keyName: 'rzp-magic-button:key:abc',
  deviceUrl: 'https://shop.example/devices',
  at: Date.now(),
};
const write = (name: string, text: string) => localStorage.setItem(KEPT_SALES + name, text);

describe('a kept sale', () => {
  it('is found until it is dropped', () => {
    expect(hasKeptSales()).to.be.false;
    keepSale(SALE);
    expect(hasKeptSales()).to.be.true;
    expect(listSales()).to.deep.equal([SALE]);
    expect(isKept('order_1')).to.be.true;
    dropSale('order_1');
    expect(isKept('order_1')).to.be.false;
  });

  it('expires after a day', () => {
    keepSale({...SALE, at: Date.now() - 25 * 3600 * 1000});
    expect(listSales()).to.be.empty;
    expect(hasKeptSales()).to.be.false;
  });

  it('gives way to newer ones', () => {
    // One time for all: a clock that goes on meanwhile would make a later one the newest.
    const now = Date.now();
    for (let i = 0; i < 25; i++) keepSale({...SALE, orderId: `order_${i}`, at: now - i});
    expect(listSales()).to.have.length(20);
    expect(listSales()[0]!.orderId).to.equal('order_0');
  });

  for (const [what, text] of Object.entries({
    'no JSON': '{',
    'another order': JSON.stringify({...SALE, orderId: 'order_2'}),
    'no order': JSON.stringify({...SALE, orderId: '../x'}),
    'a key of the merchant’s': JSON.stringify({...SALE, keyName: 'session'}),
    'no address': JSON.stringify({...SALE, deviceUrl: 'javascript:alert(1)'}),
    'much else': JSON.stringify({...SALE, more: 'x'.repeat(5_000)}),
  }))
    it(`that another script wrote with ${what} is forgotten`, () => {
      write('order_1', text);
      expect(listSales()).to.be.empty;
      expect(localStorage.getItem(`${KEPT_SALES}order_1`)).to.be.null;
    });

  it('is kept by the page where storage is forbidden', () =>
    withStorageForbidden(() => {
      keepSale(SALE);
      expect(listSales()).to.deep.equal([SALE]);
      dropSale('order_1');
    }));
});
