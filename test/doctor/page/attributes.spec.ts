import {expect} from '@playwright/test';
import {contradictions} from '../../../src/doctor/page/attributes.js';
import type {ButtonFacts} from '../../../src/doctor/page/page-facts.js';
import {test} from '../../fixtures/server/test.js';

/** A button that has what it needs, and these attributes. */
const button = (
  attributes: Record<string, string>,
  changes: Partial<ButtonFacts> = {},
): ButtonFacts => ({
  tag: 'rzp-magic-button',
  attributes,
  urls: {'order-url': 'https://shop.example/orders', 'verify-url': 'https://shop.example/verify'},
  hasCreateOrder: false,
  orderData: {},
  ...changes,
});

const NO_URLS = {urls: {}};
for (const [what, {of, says}] of Object.entries({
  'a secret': {of: button({'key-secret': 'x'}), says: /^has key-secret in the page/},
  'no order': {
    of: button({}, {urls: {'verify-url': 'https://a.b/c'}}),
    says: /^has no order to pay/,
  },
  'an order without a key': {
    of: button({'order-id': 'order_1'}),
    says: /^has order-id and no key-id/,
  },
  'a redirect to nowhere': {of: button({redirect: ''}), says: /^has redirect and no callback-url/},
  'a mandate in Magic Checkout': {
    of: button({recurring: 'preferred', 'one-click-checkout': 'true'}),
    says: /exclude each other/,
  },
  'a success-url that is a script': {
    of: button({'success-url': 'javascript:alert(1)'}),
    says: /^has a success-url that is not a web address/,
  },
  'a secret as the key': {
    of: button({'key-id': 'Abc123'}),
    says: /^has a key-id that is no key id/,
  },
  "the sandbox's key without its script": {
    of: button({'key-id': 'rzp_test_Sandbox0000001'}),
    says: /^has the key of the sandbox and no script-url/,
  },
  'retries on the web': {of: button({'retry-max-count': '3'}), says: /mobile SDKs only/},
  'a till without devices': {
    of: button({}, {tag: 'rzp-pos-button'}),
    says: /^has no device to pay on/,
  },
}))
  test(`${what} is wrong`, () => {
    expect(contradictions(of)).toMatchObject([
      {verdict: 'wrong', says: expect.stringMatching(says) as unknown},
    ]);
  });

test('who confirms a payment in a listener can not be seen', () => {
  expect(contradictions(button({}, {...NO_URLS, hasCreateOrder: true}))).toMatchObject([
    {verdict: 'unseen'},
  ]);
});

test('an ordinary button contradicts nothing', () => {
  const attributes = {
    'key-id': 'rzp_test_Sandbox0000001',
    'script-url': 'http://127.0.0.1:4000/v1/magic-checkout.js',
    'success-url': '/thanks',
    redirect: 'false',
  };
  expect(contradictions(button(attributes))).toEqual([]);
});
