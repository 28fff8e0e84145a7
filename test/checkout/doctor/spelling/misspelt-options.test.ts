import {expect} from '@esm-bundle/chai';
import {misspeltOptions} from '../../../../src/checkout/doctor/spelling/misspelt-options.js';

/** What is written, and what is meant by it. */
const MEANT: Record<string, string | undefined> = {
  orderURL: 'orderUrl',
  order_url: 'orderUrl',
  'verify-url': 'verifyUrl',
  statusUri: 'statusUrl',
  themeColour: 'themeColor',
  phone: 'prefillContact',
  orderdata: 'orderData',
  createorder: 'createOrder',
  orderUrl: undefined,
  debug: undefined,
  seat: undefined,
  somethingElse: undefined,
};

describe('the options of a checkout', () => {
  for (const [written, meant] of Object.entries(MEANT))
    it(`takes ${written} for ${meant ?? 'what it is'}`, () => {
      const found = misspeltOptions({[written]: '/orders'});
      expect(found).to.deep.equal(meant ? [{written, meant}] : []);
    });

  it('knows Razorpay’s own names', () => {
    expect(
      misspeltOptions({key: 'rzp_test_Sample00000001', 'theme.color': '#b45309'}),
    ).to.deep.equal([
      {written: 'key', meant: 'keyId'},
      {written: 'theme.color', meant: 'themeColor'},
    ]);
  });
});
