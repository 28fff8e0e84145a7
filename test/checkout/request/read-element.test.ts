import {expect} from '@esm-bundle/chai';
import {RzpMagicButton} from '../../../src/button/rzp-magic-button.js';
import {readElement} from '../../../src/checkout/request/read-element.js';
import {RzpPosButton} from '../../../src/pos/rzp-pos-button.js';

/** Classes of a shop's own, with a property that is none of ours. */
class ShopButton extends RzpMagicButton {
  static override properties = {shop: {}};
}
class ShopTill extends RzpPosButton {
  static override properties = {shop: {}};
}
customElements.define('shop-button', ShopButton);
customElements.define('shop-till', ShopTill);

describe('what a press reads of an element', () => {
  for (const Shop of [ShopButton, ShopTill])
    it(`is what can be set on the class that ${Shop.name} extends, and on its own`, () => {
      const host = new Shop();
      host.setAttribute('business-name', 'Kettle & Leaf');
      host.setAttribute('shop', 'tea');
      host.orderUrl = '/orders';
      host.requestHeaders = {'x-csrf': '1'};
      host.setAttribute('data-note-table', '4');
      host.setAttribute('data-order-sku', 'assam');
      expect(readElement(host)).to.deep.include({
        businessName: 'Kettle & Leaf',
        shop: 'tea',
        orderUrl: `${location.origin}/orders`,
        requestHeaders: {'x-csrf': '1'},
        notes: {table: '4'},
        orderData: {sku: 'assam'},
      });
    });
});
