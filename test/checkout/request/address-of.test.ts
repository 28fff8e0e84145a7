import {expect} from '@esm-bundle/chai';
import '../../../src/button/define.js';
import {requestOf} from '../../../src/button/request-of.js';
import {addressOf} from '../../../src/checkout/request/address-of.js';
import {keyOf, readElement} from '../../../src/checkout/request/read-element.js';
import '../../../src/pos/define.js';

const address = location.href;
afterEach(() => history.replaceState(null, '', address));

describe('the addresses of a button', () => {
  it('lead where they led when they were read first, whatever pushState() does', () => {
    const button = document.createElement('rzp-magic-button');
    history.replaceState(null, '', '/tea/assam');
    Object.assign(button, {orderUrl: 'orders', verifyUrl: '/verify', scriptUrl: 'x.js'});
    const request = requestOf(button);
    const key = keyOf(button);
    expect(request).to.include({
      orderUrl: `${location.origin}/tea/orders`,
      verifyUrl: `${location.origin}/verify`,
      scriptUrl: `${location.origin}/tea/x.js`,
    });
    history.pushState(null, '', '/cups/kulhad/blue');
    expect(requestOf(button)).to.deep.equal(request);
    expect(keyOf(button)).to.equal(key);
    button.orderUrl = 'others';
    expect(addressOf(button, button.orderUrl)).to.equal(`${location.origin}/cups/kulhad/others`);
  });

  it('lead there on a till as well', () => {
    const till = document.createElement('rzp-pos-button');
    history.replaceState(null, '', '/counter/1');
    Object.assign(till, {orderUrl: 'orders', statusUrl: 'status', deviceUrl: 'devices'});
    const request = readElement(till);
    const key = keyOf(till);
    expect(request).to.include({
      orderUrl: `${location.origin}/counter/orders`,
      statusUrl: `${location.origin}/counter/status`,
      deviceUrl: `${location.origin}/counter/devices`,
    });
    history.pushState(null, '', '/counter/1/receipt');
    expect(readElement(till)).to.deep.equal(request);
    expect(keyOf(till)).to.equal(key);
  });

  it('stay as written where they are none', () => {
    const button = document.createElement('rzp-magic-button');
    button.orderUrl = 'http://[';
    expect(addressOf(button, button.orderUrl)).to.equal('http://[');
    expect(addressOf(button, button.statusUrl)).to.equal(undefined);
  });
});
