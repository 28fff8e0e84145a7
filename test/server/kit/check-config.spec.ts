// With src/server/kit/keys.ts and src/server/kit/config-error.ts; src/server/kit/config.ts holds
// the types.
import {expect} from '@playwright/test';
import {ConfigError, createCheckout, type CheckoutConfig} from '../../../src/server.js';
import {sqliteLedger} from '../../../src/server/sqlite.js';
import {KEY_ID, SIGNED} from '../../fixtures/samples.js';
import {test} from '../../fixtures/server/test.js';

const {secret: SECRET} = SIGNED;
const KEYS = {keyId: KEY_ID, keySecret: SECRET};
const LEDGER = await sqliteLedger(':memory:');
const CONFIG: CheckoutConfig = {
  razorpay: KEYS,
  ledger: LEDGER,
  price: () => ({lineItems: []}),
};

test.afterAll(() => LEDGER.close());

const CASES: Record<string, [changes: Record<string, unknown>, complaint: string]> = {
  'no key id': [{razorpay: {...KEYS, keyId: undefined}}, 'razorpay.keyId is missing'],
  'a secret as key id': [{razorpay: {...KEYS, keyId: SECRET}}, 'begins with "rzp_test_"'],
  'no secret': [{razorpay: {...KEYS, keySecret: undefined}}, 'razorpay.keySecret is missing'],
  'an empty secret': [{razorpay: {...KEYS, keySecret: ''}}, 'razorpay.keySecret is missing'],
  'an empty list of secrets': [{razorpay: {...KEYS, keySecret: []}}, 'keySecret is missing'],
  'an empty secret in the list': [{razorpay: {...KEYS, keySecret: [SECRET, '']}}, 'is missing'],
  'a key id as secret': [{razorpay: {...KEYS, keySecret: KEYS.keyId}}, 'keySecret is a key id'],
  'a line break after the secret': [
    {razorpay: {...KEYS, keySecret: `${SECRET}\n`}},
    'keySecret has white space around it',
  ],
  'an empty webhook secret': [
    {razorpay: {...KEYS, webhookSecret: ''}},
    'razorpay.webhookSecret is missing',
  ],
  'a category as a number': [
    {razorpay: {...KEYS, merchantCategory: 6300}},
    'merchantCategory is 6300. Write the four digits of your category, such as "6300"',
  ],
  'a category that is none': [{razorpay: {...KEYS, merchantCategory: 'tea'}}, '"tea"'],
  'a base address that is none': [{razorpay: {...KEYS, baseUrl: 'razorpay'}}, 'baseUrl is not an'],
  'a live secret over plain http': [
    {razorpay: {...KEYS, keyId: 'rzp_live_1', baseUrl: 'http://proxy.example'}},
    'A live secret needs "https:"',
  ],
  'a hook in another spelling': [{onstatus: () => undefined}, 'Did you mean "onStatus"?'],
  'a setting that there is not': [{shop: 'Tea'}, 'shop is no setting. There are: razorpay, ledger'],
  'a base address in another spelling': [
    {razorpay: {...KEYS, base_url: 'http://127.0.0.1:1'}},
    'razorpay.base_url is no setting. Did you mean "baseUrl"?',
  ],
  'a hook with a letter too few': [{onStats: () => undefined}, 'Did you mean "onStatus"?'],
  'an origin of cors in another spelling': [
    {cors: {origin: ['https://shop.example']}},
    'cors.origin is no setting. Did you mean "origins"?',
  ],
  'credentials of cors in another spelling': [
    {cors: {origins: [], credential: true}},
    'cors.credential is no setting. Did you mean "credentials"?',
  ],
  'no Razorpay': [{razorpay: undefined}, 'razorpay is missing'],
  'a path as ledger': [{ledger: 'shop.sqlite'}, 'sqliteLedger("shop.sqlite")'],
  'a promise as ledger': [{ledger: Promise.resolve(LEDGER)}, 'await sqliteLedger'],
  'no price': [{price: undefined}, 'price is not a function'],
  'a list of fees as shipping': [{shipping: [{id: 'post'}]}, 'shipping is not a function'],
  'promotions without apply': [{promotions: {list: () => []}}, 'promotions: {list, apply}'],
  'no promotions after all': [{promotions: null}, 'promotions: {list, apply}'],
  'an empty endpoint secret': [{endpointSecret: ''}, 'endpointSecret is missing'],
  'an endpoint secret to guess': [{endpointSecret: 'tea'}, '16 characters or more'],
  'an empty signature secret': [
    {razorpay: {...KEYS, signatureSecret: ''}},
    'razorpay.signatureSecret is missing',
  ],
  'a base path without slash': [{basePath: 'checkout'}, 'Write a path such as "/checkout"'],
  'an order page without slash': [{returnUrl: 'order'}, 'Write a path such as "/order"'],
  'an order page of another host': [{returnUrl: '//evil.example'}, 'returnUrl is "//evil.example"'],
  'an order page of another host, with a backslash': [{returnUrl: '/\\evil.example'}, 'returnUrl'],
  'an order page that is a script': [{returnUrl: 'javascript:alert(1)'}, 'returnUrl'],
  'origins that are no list': [{cors: '*'}, 'Write: cors: {origins: ["https://shop.example"]}'],
  'any origin': [{cors: {origins: ['*']}}, 'cors.origins has "*"'],
  'the origin of every sandboxed page, with cookies': [
    {cors: {origins: ['null'], credentials: true}},
    'Take one of them out',
  ],
  'an origin with a path': [{cors: {origins: ['https://shop.example/']}}, 'Write an origin'],
};
for (const [what, [changes, complaint]] of Object.entries(CASES))
  test(`${what} is refused with what to do, without the secret`, () => {
    const make = () => createCheckout({...CONFIG, ...changes});

    expect(make).toThrow(ConfigError);
    expect(make).toThrow(complaint);
    expect(make).not.toThrow(SECRET);
  });

for (const [what, changes] of Object.entries({
  'several secrets': {razorpay: {...KEYS, keySecret: [SECRET, 'old'], webhookSecret: ['a', 'b']}},
  'the root as base path': {basePath: '/'},
  'a base address with its version': {razorpay: {...KEYS, baseUrl: 'http://127.0.0.1:1/v1/'}},
  'an origin with a port': {cors: {origins: ['http://localhost:5173']}},
}))
  test(`${what} is fine`, () => {
    expect(createCheckout({...CONFIG, ...changes})).toHaveProperty('fetch');
  });

test('the trace begins where it was called: Node prints the line of its first place', () => {
  const error = caught(() => createCheckout({...CONFIG, razorpay: {...KEYS, keySecret: ''}}));

  expect(error.stack?.split('\n')[1]).toContain('check-config.spec.ts');
});

function caught(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('Nothing was thrown.');
}
