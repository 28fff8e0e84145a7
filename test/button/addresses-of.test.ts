import {expect} from '@open-wc/testing';
import {addressesOf} from '../../src/button/addresses-of.js';
import '../../src/button/define.js';
import {keyOf} from '../../src/button/follow-cart.js';
import {requestOf} from '../../src/button/request-of.js';

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
    expect(addressesOf(button).orderUrl).to.equal(`${location.origin}/cups/kulhad/others`);
  });

  it('stay as written where they are none', () => {
    const button = document.createElement('rzp-magic-button');
    button.orderUrl = 'http://[';
    expect(addressesOf(button)).to.include({orderUrl: 'http://[', statusUrl: undefined});
  });
});
