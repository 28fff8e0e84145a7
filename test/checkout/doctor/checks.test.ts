// With src/wire/policy/violation.ts and src/checkout/doctor/sandbox-key.ts.
import {expect} from '@esm-bundle/chai';
import {CHECKS} from '../../../src/checkout/doctor/checks.js';
import type {Patient} from '../../../src/checkout/doctor/patient.js';
import {KEY_ID} from '../../fixtures/samples.js';

const LIVE = 'rzp_live_Sample00000001';
const SHOP = {hostname: 'shop.example', isSecure: true, viewport: 'width=device-width'};
const HERE = {...SHOP, hostname: 'localhost'};

/** A button with nothing to find. */
const HEALTHY: Patient = {
  tag: 'rzp-magic-button',
  asked: {orderUrl: '/orders', verifyUrl: '/verify', statusUrl: '/status', keyId: LIVE},
  misspelt: [],
  violations: [],
  page: SHOP,
};

type Changes = Partial<Patient>;
const asked = (changes: Patient['asked'], more: Changes = {}): Changes => ({
  ...more,
  asked: {...HEALTHY.asked, ...changes},
});
const violation = (directive: string, blocked: string, policy: string): Changes => ({
  violations: [{directive, blocked, policy}],
});

/** What is wrong, by the check that finds it: what is said of it, and the fix. */
const SICK: Record<
  string,
  [check: keyof typeof CHECKS, changes: Changes, what: string, fix: string]
> = {
  'what a press would be refused for': [
    ...(['refused', {refusal: 'There is no key. Write key-id="rzp_…".'}] as const),
    ...(['A press would be refused.', 'There is no key. Write key-id="rzp_…".'] as const),
  ],
  'a misspelt attribute': [
    ...(['misspelt', {misspelt: [{written: 'sucess-url', meant: 'success-url'}]}] as const),
    ...(['sucess-url is no attribute of <rzp-magic-button>', 'Write success-url="…".'] as const),
  ],
  'a live key on this machine': [
    ...(['keyMode', {page: HERE}, 'A live key on localhost', 'rzp_test_…'] as const),
  ],
  'a live key in a network of its own': [
    'keyMode',
    {page: {...HERE, hostname: '192.168.1.20'}},
    'A live key on 192.168.1.20',
    'rzp_test_…',
  ],
  'a test key on a public host': [
    'keyMode',
    asked({keyId: KEY_ID}),
    'A test key on shop.example: nobody is charged.',
    'rzp_live_…',
  ],
  'a test key that came with the order': [
    'keyMode',
    asked({keyId: undefined}, {orderKeyId: KEY_ID}),
    'A test key on shop.example',
    'rzp_live_…',
  ],
  'a live key for the sandbox': [
    'keyMode',
    asked({scriptUrl: 'http://127.0.0.1:4000/v1/magic-checkout.js'}),
    'script-url leads to this machine',
    'Take script-url off',
  ],
  'a key of the sandbox without its script': [
    'sandboxKey',
    asked({keyId: 'rzp_test_Sandbox0000001'}),
    'script-url is missing',
    'Write script-url="…"',
  ],
  'a key of the sandbox that came with the order': [
    'sandboxKey',
    asked({keyId: undefined}, {orderKeyId: 'rzp_test_Sandbox0000001'}),
    'Razorpay’s own checkout would open',
    'http://127.0.0.1:4000/v1/magic-checkout.js',
  ],
  'a key that is not the order’s': [
    'keyMode',
    asked({keyId: 'rzp_live_Another0000001'}, {orderKeyId: LIVE}),
    'key-id is not the key that the order came with',
    'Take key-id off',
  ],
  'the rest of a page in a tag that was not closed': [
    'swallowed',
    {swallowed: '<main id="shop">'},
    '<main id="shop"> lies in <rzp-magic-button>',
    'HTML has no <rzp-magic-button … />',
  ],
  'a modal dialog above the button': [
    'modal',
    {modal: '<dialog id="cookies">'},
    '<dialog id="cookies"> is modal and open: <rzp-magic-button>, which is not in it',
    'put the button into it',
  ],
  'what a policy that only reports would keep out': [
    'policy',
    {
      violations: [
        {
          directive: 'frame-src',
          blocked: 'https://api.razorpay.com/v1',
          policy: "frame-src 'self'",
          disposition: 'report',
        },
      ],
    },
    'would keep out https://api.razorpay.com (frame-src)',
    "Have it say: frame-src 'self' https://api.razorpay.com;",
  ],
  'nobody to confirm': [
    'noConfirmation',
    asked({verifyUrl: null}),
    'verify-url is missing',
    'Write verify-url="…"',
  ],
  'nobody to ask': [
    'noStatus',
    asked({statusUrl: ''}),
    'status-url is missing',
    'Write status-url',
  ],
  'two orders': [
    'severalOrders',
    asked({orderId: 'order_1'}),
    'order-url and order-id exclude each other: order-id is not used.',
    'Take one of them off.',
  ],
  'coupons of a Standard Checkout': [
    'magicOnly',
    asked({oneClickCheckout: false, couponCode: 'TEA'}),
    'coupon-code does nothing',
    'Take coupon-code off',
  ],
  'coupons of a mandate': [
    'magicOnly',
    asked({recurring: true, showCoupons: true}),
    'show-coupons does nothing',
    'Take show-coupons off',
  ],
  'a field that nobody can fill': [
    'readonlyEmpty',
    asked({readonlyEmail: true}),
    'readonly-email without prefill-email',
    'Write prefill-email="…"',
  ],
  'retries, which only mobile SDKs count': [
    'retryMaxCount',
    asked({retryMaxCount: 3}),
    'retry-max-count does nothing in a browser',
    'Take it off.',
  ],
  'the same in Razorpay’s spelling': [
    'retryMaxCount',
    asked({options: {retry: {max_count: 3}}}),
    'retry-max-count does nothing',
    'Take it off.',
  ],
  'an iPhone that leaves the page': [
    'callbackOnPhones',
    asked({callbackUrl: 'https://shop.example/callback'}),
    'every iPhone',
    'POST /callback',
  ],
  'a phone number that is written anew': [
    'contact',
    asked({prefillContact: '090000 90001'}),
    'prefill-contact="•••••• •••01" is sent as "+••••••••••01".',
    'with their country code',
  ],
  'a phone number that is none': [
    'contact',
    asked({prefillContact: '12345'}),
    'prefill-contact="•••45" is no phone number',
    'country code',
  ],
  'an order that opened the Standard Checkout': [
    'standardCheckout',
    {isStandard: true},
    'probably opened the Standard Checkout',
    'not enabled for the account: ask Razorpay. Or the order lacks line_items_total',
  ],
  'a page without a viewport': [
    'viewport',
    {page: {...SHOP, viewport: undefined}},
    'The page has no <meta name="viewport">',
    'Write <meta name="viewport"',
  ],
  'a viewport of another width': [
    'viewport',
    {page: {...SHOP, viewport: 'width=1024'}},
    'has no width=device-width',
    'Write <meta name="viewport"',
  ],
  'a page without https': [
    'insecure',
    {page: {...SHOP, isSecure: false}},
    'did not come by https',
    'Serve it by https.',
  ],
  'a dialog above': [
    'cover',
    {cover: '<dialog id="cart">'},
    '<dialog id="cart"> lies above the checkout',
    'Close it when rzp-open comes',
  ],
  'a script that the policy kept out': [
    'policy',
    violation(
      'script-src-elem',
      'https://checkout.razorpay.com/v1/magic-checkout.js',
      "default-src 'self'; script-src 'self' 'nonce-Zm9v'",
    ),
    'kept out https://checkout.razorpay.com (script-src-elem).',
    "script-src 'self' 'nonce-…' https://checkout.razorpay.com;",
  ],
  'a frame that the policy kept out': [
    'policy',
    violation('frame-src', 'https://api.razorpay.com/v1/checkout/public', "frame-src 'none'"),
    'kept out https://api.razorpay.com (frame-src).',
    'Have it say: frame-src https://api.razorpay.com;',
  ],
  'what the default of a policy kept out': [
    'policy',
    violation('connect-src', 'https://lumberjack.razorpay.com/v1', "default-src 'self'"),
    'kept out https://lumberjack.razorpay.com',
    "Have it say: connect-src 'self' https://lumberjack.razorpay.com;",
  ],
  'a style in the tag': [
    'policy',
    violation('style-src-attr', 'inline', "style-src 'self'"),
    "kept out 'inline'",
    "style-src 'self' 'unsafe-inline';",
  ],
  'a policy of Trusted Types that is not named': [
    'policy',
    violation('trusted-types', 'trusted-types-policy', 'trusted-types other'),
    'kept out',
    'trusted-types other rzp-magic-button;',
  ],
};

describe('the doctor', () => {
  for (const [name, [check, changes, what, fix]] of Object.entries(SICK))
    it(`finds ${name}, and says what to do`, () => {
      const findings = CHECKS[check]({...HEALTHY, ...changes});
      expect(findings.length).to.equal(1);
      expect(findings[0]!.what).to.contain(what);
      expect(findings[0]!.fix).to.contain(fix);
    });

  for (const [name, check] of Object.entries(CHECKS)) {
    it(`finds nothing where all is well: ${name}`, () => {
      expect(check(HEALTHY)).to.deep.equal([]);
    });

    it(`is held to it by a case: ${name}`, () => {
      expect(Object.values(SICK).map(([tried]) => tried)).to.contain(name);
    });
  }

  it('says nothing of a phone number that is sent as it is written', () => {
    expect(CHECKS.contact({...HEALTHY, ...asked({prefillContact: '+919000090001'})})).to.deep.equal(
      [],
    );
  });

  it('keeps people out of what was typed', () => {
    const [finding] = CHECKS.refused({
      ...HEALTHY,
      refusal: 'timeout="call +91 90000 90001 or asha@shop.example" can\'t be used.',
    });
    expect(finding!.fix).to.equal('timeout="call +•• ••••• •••01 or •••@•••" can\'t be used.');
  });

  it('asks no till for what only a shopper needs', () => {
    const till = {...HEALTHY, tag: 'rzp-pos-button', ...asked({verifyUrl: undefined})};
    expect(CHECKS.noConfirmation(till)).to.deep.equal([]);
  });
});
