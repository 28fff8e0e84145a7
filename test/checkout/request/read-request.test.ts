import {expect} from '@esm-bundle/chai';
import {readRequest} from '../../../src/checkout/request/read-request.js';
import {refusalOf} from '../../fixtures/browser/request.js';

const refusal = (request: object) => refusalOf(() => readRequest(request));

describe('the request of a press', () => {
  it('has whole addresses, and data of its own', () => {
    const orderData = {cart: 1};
    const request = readRequest({
      orderUrl: '/orders',
      verifyUrl: 'https://api.example/verify',
      statusUrl: '',
      successUrl: '/thanks',
      orderData,
    });
    orderData.cart = 2;
    expect(request).to.deep.include({
      orderUrl: `${location.origin}/orders`,
      verifyUrl: 'https://api.example/verify',
      statusUrl: '',
      successUrl: `${location.origin}/thanks`,
      orderData: {cart: 1},
    });
  });

  it('has the callback that its options name, unless it names one itself', () => {
    const options = {callback_url: 'https://shop.example/options'};
    expect(readRequest({options}).callbackUrl).to.equal(options.callback_url);
    expect(readRequest({options, callbackUrl: '/own'}).callbackUrl).to.equal(
      `${location.origin}/own`,
    );
    expect(readRequest({options: {callback_url: 7}}).callbackUrl).to.be.undefined;
  });

  for (const name of ['orderUrl', 'verifyUrl', 'statusUrl', 'successUrl', 'callbackUrl']) {
    const attribute = name.replace('Url', '-url');

    it(`names ${attribute} where it is no address`, async () => {
      const error = await refusal({[name]: 'http://['});
      expect(error).to.include({code: 'config_invalid', retryable: false});
      expect(error.message).to.contain(`${attribute}="http://[" is no address. Write`);
    });

    it(`names ${attribute} where a password is in it, and not the password`, async () => {
      const {message} = await refusal({[name]: 'https://asha:s3cret@shop.example/'});
      expect(message).to.contain(`${attribute} has a name or password in it`);
      expect(message).to.not.contain('s3cret');
    });
  }
});
