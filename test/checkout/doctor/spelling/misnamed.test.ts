import {expect} from '@esm-bundle/chai';
import '../../../../src/button/define.js';
import '../../../../src/pos/define.js';
import {misnamed} from '../../../../src/checkout/doctor/spelling/misnamed.js';

describe('a property that was set by the name of an attribute', () => {
  for (const [tag, written, meant] of [
    ['rzp-magic-button', 'order-data', 'orderData'],
    ['rzp-magic-button', 'create-order', 'createOrder'],
    ['rzp-magic-button', 'request-headers', 'requestHeaders'],
    ['rzp-magic-button', 'show-coupons', 'showCoupons'],
    ['rzp-pos-button', 'device-id', 'deviceId'],
  ] as const)
    it(`is told with the property that was meant: ${written} of a ${tag}`, () => {
      const element = Object.assign(document.createElement(tag), {[written]: {sku: 'assam'}});
      expect(misnamed(element)).to.deep.equal([
        `${written} is no property of <${tag}>, and does nothing. Set ${meant} (Vue: :${meant}.prop="…").`,
      ]);
    });

  it('is none of the element’s own, nor what somebody else has put there', () => {
    const element = Object.assign(document.createElement('rzp-magic-button'), {
      orderData: {sku: 'assam'},
      load: 'click',
      'v-scope': 1,
      __vnode: {},
    });
    expect(misnamed(element)).to.deep.equal([]);
  });
});
