import {expect} from '@esm-bundle/chai';
import '../../../../src/button/define.js';
import '../../../../src/pos/define.js';
import {EVENT_NAMES} from '../../../../src/checkout/events/event-names.js';
import {misnamed} from '../../../../src/checkout/doctor/spelling/misnamed.js';

describe('a property that was set by the name of an attribute', () => {
  for (const [tag, written, meant] of [
    ['rzp-magic-button', 'order-data', 'orderData'],
    ['rzp-magic-button', 'create-order', 'createOrder'],
    ['rzp-magic-button', 'request-headers', 'requestHeaders'],
    ['rzp-magic-button', 'show-coupons', 'showCoupons'],
    ['rzp-pos-button', 'device-id', 'deviceId'],
    ['rzp-magic-button', 'orderURL', 'orderUrl'],
    ['rzp-magic-button', 'order_data', 'orderData'],
    ['rzp-magic-button', 'verifyUrI', 'verifyUrl'],
    ['rzp-pos-button', 'deviceID', 'deviceId'],
  ] as const)
    it(`is told with the property that was meant: ${written} of a ${tag}`, () => {
      const element = Object.assign(document.createElement(tag), {[written]: {sku: 'assam'}});
      expect(misnamed(element, EVENT_NAMES)).to.deep.equal([
        `${written} is no property of <${tag}>, and does nothing. Set ${meant} (Vue: :${meant}.prop="…").`,
      ]);
    });

  for (const [written, event] of [
    ['onSuccess', 'rzp-success'],
    ['onsucess', 'rzp-success'],
    ['onRzpUnconfirmed', 'rzp-unconfirmed'],
    ['onrzp-dismiss', 'rzp-dismiss'],
  ] as const)
    it(`is told with the event to listen to: ${written}`, () => {
      const button = Object.assign(document.createElement('rzp-magic-button'), {
        [written]: () => undefined,
      });
      expect(misnamed(button, EVENT_NAMES)).to.deep.equal([
        `${written} is no property of <rzp-magic-button>, and does nothing. Listen: addEventListener("${event}", …).`,
      ]);
    });

  for (const tag of ['rzp-magic-button', 'rzp-pos-button'] as const)
    it(`is none of what a ${tag} keeps on itself`, () => {
      const element = document.createElement(tag);
      document.body.append(element);
      expect(misnamed(element, EVENT_NAMES)).to.deep.equal([]);
      element.remove();
    });

  it('is none of the element’s own, nor what somebody else has put there', () => {
    const element = Object.assign(document.createElement('rzp-magic-button'), {
      orderData: {sku: 'assam'},
      load: 'click',
      'v-scope': 1,
      __vnode: {},
      jQuery371098: {},
      onmyown: () => undefined,
      cartId: 'c1',
    });
    expect(misnamed(element, EVENT_NAMES)).to.deep.equal([]);
  });
});
