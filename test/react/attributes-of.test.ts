import {expect} from '@esm-bundle/chai';
import {attributesOf} from '../../src/react/attributes-of.js';

describe('what React writes into the tag', () => {
  it('is texts, under the names of attributes', () => {
    expect(
      attributesOf({
        orderUrl: '/orders',
        showCoupons: false,
        analyticsPersonalData: true,
        timeout: 300,
        recurring: 'preferred',
        themeColor: null,
        couponCode: undefined,
        prefillName: '',
        orderData: {items: [{sku: 'assam'}]},
      }),
    ).to.deep.equal({
      'order-url': '/orders',
      'show-coupons': 'false',
      'analytics-personal-data': 'true',
      timeout: '300',
      recurring: 'preferred',
      'prefill-name': '',
      'order-data': '{"items":[{"sku":"assam"}]}',
    });
  });

  for (const [kind, orderData] of Object.entries({
    Map: new Map([['sku', 'assam']]),
    Object: {amount: 1n},
    Array: ['assam'],
    String: 'assam',
  }))
    it(`is no JSON where it would lose something of the order data: ${kind}`, () => {
      const props = {orderData: orderData as unknown as Record<string, unknown>};
      expect(attributesOf(props)).to.deep.equal({'order-data': `[object ${kind}]`});
    });

  it('leaves out what no text can say, and listeners', () => {
    const props = {
      createOrder: () => ({order_id: 'order_1'}),
      requestHeaders: {a: 'b'},
      notes: {},
      options: {},
      nonce: 'n0nce',
      onSuccess: () => undefined,
      onStateChange: () => undefined,
    };
    expect(attributesOf(props)).to.deep.equal({});
  });

  it('leaves out what HTML would take as set when it is false', () => {
    expect(attributesOf({disabled: false, hidden: false})).to.deep.equal({
      disabled: undefined,
      hidden: undefined,
    });
    expect(attributesOf({disabled: true, hidden: true})).to.deep.equal({
      disabled: true,
      hidden: true,
    });
  });

  it('hands on what every element has', () => {
    const onClick = () => undefined;
    const props = {className: 'pay', id: 'pay', 'aria-label': 'Pay', onClick, children: 'Pay'};
    const {className, ...rest} = props;
    expect(attributesOf(props)).to.deep.equal({...rest, class: className});
  });
});
