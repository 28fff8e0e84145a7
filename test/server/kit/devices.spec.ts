import {expect} from '@playwright/test';
import {createCheckout, type CheckoutConfig} from '../../../src/server.js';
import {KEY_ID, KEY_SECRET} from '../../fixtures/samples.js';
import {test} from '../../fixtures/server/test.js';

const GOOD = {
  authorize: () => true,
  allow: ['2841158834'],
  gateways: {wired: 'http://localhost:4000', wireless: 'https://pos.example'},
};

const open = (devices: unknown, keyId = KEY_ID) =>
  createCheckout({
    razorpay: {keyId, keySecret: KEY_SECRET},
    // Of a ledger only this is looked at.
    ledger: {transaction: () => undefined, db: {selectFrom: () => chain}},
    price: () => ({lineItems: []}),
    devices,
  } as unknown as CheckoutConfig);
const chain: unknown = new Proxy(() => chain, {get: () => chain});

for (const [what, changes, message] of [
  [
    'nobody who says who is at the till',
    {authorize: undefined},
    'devices.authorize is not a function',
  ],
  ['true instead of a function', {authorize: true}, 'devices.authorize is not a function'],
  ['no list', {allow: undefined}, 'devices.allow is not a list'],
  ['a list of numbers', {allow: [2841158834]}, 'devices.allow is not a list'],
  ['a list with an empty id', {allow: ['']}, 'devices.allow is not a list'],
  ['a wireless gateway and no device', {allow: []}, 'devices.allow is empty'],
  ['no gateways', {gateways: undefined}, 'devices.gateways is missing'],
  ['none of them', {gateways: {}}, 'devices.gateways is empty'],
  [
    'one of another kind',
    {gateways: {bluetooth: 'http://a'}},
    'devices.gateways.bluetooth is no setting',
  ],
  [
    'an address that is none',
    {gateways: {wired: 'localhost'}},
    'devices.gateways.wired is not an address',
  ],
  [
    'an address with a query',
    {gateways: {wired: 'http://a/?b'}},
    'devices.gateways.wired is not an address',
  ],
  ['a till without a name', {till: ' '}, 'devices.till is not a name'],
  ['a misspelt setting', {allowed: []}, 'devices.allowed is no setting'],
] as const)
  test(`devices with ${what} are a mistake in the configuration`, () => {
    expect(() => open({...GOOD, ...changes})).toThrow(message);
  });

test('devices that are no object are a mistake in the configuration', () => {
  for (const devices of [null, true, 'wired']) expect(() => open(devices)).toThrow('devices is no');
});

test('a live key reaches wireless devices by https only, and the gateway beside it by http', () => {
  const live = 'rzp_live_Sandbox0000001';
  expect(() => open({...GOOD, gateways: {wireless: 'http://pos.example'}}, live)).toThrow('https:');
  expect(() => open(GOOD, live)).not.toThrow();
});

test('a shop with a wired device alone lists none', () => {
  expect(() =>
    open({...GOOD, allow: [], gateways: {wired: 'http://localhost:4000/v1'}}),
  ).not.toThrow();
});
