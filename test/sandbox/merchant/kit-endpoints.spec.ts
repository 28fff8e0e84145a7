import {expect, test} from '@playwright/test';
import {kitEndpoints} from '../../../src/sandbox/merchant/kit-endpoints.js';

for (const address of [
  'http://127.0.0.1:3000/checkout?key=abc',
  'http://127.0.0.1:3000/checkout/?key=abc',
])
  test(`finds all endpoints of the kit at ${address}`, () => {
    expect(kitEndpoints(address)).toEqual({
      webhookUrl: 'http://127.0.0.1:3000/checkout/webhook',
      merchant: {
        shippingInfoUrl: 'http://127.0.0.1:3000/checkout/shipping-info?key=abc',
        promotionsUrl: 'http://127.0.0.1:3000/checkout/promotions?key=abc',
        applyPromotionUrl: 'http://127.0.0.1:3000/checkout/promotions/apply?key=abc',
      },
    });
  });

for (const address of ['/checkout', '127.0.0.1:3000', 'https://'])
  test(`says what to write instead of "${address}"`, () => {
    expect(() => kitEndpoints(address)).toThrow(
      `merchant is "${address}". Write an address such as`,
    );
  });
