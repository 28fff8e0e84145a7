import {expect} from '@playwright/test';
import {baseOf, endpointsOf} from '../../../src/doctor/server/endpoints.js';
import {test} from '../../fixtures/server/test.js';

const button = (urls: object, credentials = 'same-origin') => ({urls, credentials});

test('the kit is where the endpoints of the buttons are', () => {
  const urls = {
    orders: 'https://shop.example/checkout/orders?cart=7',
    verify: 'https://shop.example/checkout/verify',
  };
  expect(baseOf([button(urls)])).toBe('https://shop.example/checkout');
});

for (const [what, buttons] of Object.entries({
  'no button': [],
  'a server of their own': [button({orders: 'https://shop.example/api/create-order'})],
  'two places': [
    button({orders: 'https://shop.example/a/orders', verify: 'https://shop.example/b/verify'}),
  ],
}))
  test(`of ${what} no kit is assumed`, () => {
    expect(baseOf(buttons)).toBeUndefined();
  });

test('what buttons name is asked there, once each, and the rest where the kit is', () => {
  const verify = 'https://shop.example/api/verify';
  const buttons = [button({verify}), button({verify}, 'include'), button({verify: `${verify}/2`})];

  const found = endpointsOf(buttons, 'https://shop.example/checkout', 'käse');

  expect(found.filter(({name}) => name === 'verify')).toEqual([
    {name: 'verify', url: verify, isNamed: true, withCredentials: true},
    {name: 'verify', url: `${verify}/2`, isNamed: true, withCredentials: false},
  ]);
  expect(found.map(({url}) => url)).toEqual(
    expect.arrayContaining([
      'https://shop.example/checkout/webhook',
      'https://shop.example/checkout/shipping-info?key=k%C3%A4se',
    ]),
  );
});

test('without a kit what only Razorpay asks is not known', () => {
  const urls = {verify: 'https://shop.example/api/verify'};
  expect(endpointsOf([button(urls)], undefined, '').map(({name}) => name)).toEqual(['verify']);
});
