import {expect} from '@esm-bundle/chai';
import {impersonal} from '../../../src/checkout/events/analytics.js';

describe('a funnel event without personal data', () => {
  it('has what names nobody', () => {
    const data = {event: 'payment_initiated', paymentMethod: 'upi', totalAmount: 100, cod: false};
    expect(impersonal(data)).to.deep.equal(data);
  });

  it('has nothing that nobody has looked at', () => {
    const data = {event: 'x', phone: '+919000090000', email: 'asha@shop.example', device_id: '7'};
    expect(impersonal(data)).to.deep.equal({event: 'x'});
  });
});
