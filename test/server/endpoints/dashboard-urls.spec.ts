// With src/wire/endpoints/dashboard.ts, which has the fields of the dashboard.
import {expect} from '@playwright/test';
import {ConfigError} from '../../../src/server.js';
import {ENDPOINT_SECRET} from '../../fixtures/samples.js';
import {test} from '../../fixtures/server/shop.js';

const HOOKS = {
  shipping: () => [],
  promotions: {
    list: () => [],
    apply: () => ({failure: 'INVALID_PROMOTION', reason: 'There is no such code.'}) as const,
  },
};

test('the addresses for the dashboard are those that answer', async ({openShop}) => {
  const shop = await openShop({
    ...HOOKS,
    endpointSecret: ['käse & brot: 1234', 'the one of before'],
  });
  const {receipt} = (await shop.checkout.order(await shop.order()))!;
  const urls = shop.checkout.urls(new URL(shop.url).origin);

  const answers = [];
  for (const url of [urls.promotions, urls.applyPromotion, urls.shippingInfo, urls.webhook]) {
    const response = await fetch(url!, {
      method: 'POST',
      body: JSON.stringify({order_id: receipt, code: 'TEA', addresses: []}),
    });
    answers.push(await response.json());
  }

  expect(answers).toEqual([
    {promotions: []},
    {failure_code: 'INVALID_PROMOTION', failure_reason: 'There is no such code.'},
    {addresses: []},
    {error: expect.objectContaining({code: 'SIGNATURE_MISMATCH'})},
  ]);
  expect(urls.callback).toBe(`${shop.url}/callback`);
});

test('they are printed in the order of the fields', async ({openShop}) => {
  const shop = await openShop({...HOOKS, endpointSecret: ENDPOINT_SECRET});

  const lines = String(shop.checkout.urls('https://shop.example/')).split('\n');

  expect(lines.filter((line) => line.includes('https:')).map((line) => line.trim())).toEqual([
    `URL for get promotions    https://shop.example/checkout/promotions?key=${ENDPOINT_SECRET}`,
    `URL for apply promotions  https://shop.example/checkout/promotions/apply?key=${ENDPOINT_SECRET}`,
    `URL for shipping info     https://shop.example/checkout/shipping-info?key=${ENDPOINT_SECRET}`,
    'callback-url of the tag   https://shop.example/checkout/callback',
    'Webhook URL               https://shop.example/checkout/webhook',
  ]);
});

test('what a shop does not quote has no address', ({shop}) => {
  const urls = shop.checkout.urls('https://shop.example');

  expect(urls).toMatchObject({
    promotions: undefined,
    applyPromotion: undefined,
    shippingInfo: undefined,
    webhook: 'https://shop.example/checkout/webhook',
  });
  expect(String(urls)).toContain('none: createCheckout has no "shipping"');
});

for (const origin of ['shop.example', 'https://shop.example/checkout', 'ftp://shop.example', ''])
  test(`"${origin}" is no origin`, ({shop}) => {
    const {checkout} = shop;

    expect(() => checkout.urls(origin)).toThrow(ConfigError);
  });
