import {expect} from '@esm-bundle/chai';
import {RefusedOrder} from '../../../src/checkout/said/refused-order.js';

describe('a refused order', () => {
  it('has words for the shopper, and may be asked for again', () => {
    const error = new RefusedOrder({said: 'attempted'}, {cause: 'another origin'});
    expect(error).to.include({code: 'order_refused', retryable: true, cause: 'another origin'});
    expect(error.message).to.contain('do not pay again');
    expect(error.told).to.deep.equal({said: 'attempted'});
  });
});
