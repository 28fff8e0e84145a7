import {expect} from '@playwright/test';
import {
  DEVICE_ERRORS,
  deviceErrorOf,
  isDeviceMode,
  readDeviceReply,
  type DeviceErrorKey,
} from '../../src/wire/device.js';
import {SIGNED} from '../fixtures/samples.js';
import {test} from '../fixtures/server/test.js';

const REPLY = {
  order_id: SIGNED.orderId,
  status: 'processing',
  device_mode: 'wired',
  amount: 34_900,
  currency: 'INR',
};

for (const [what, more] of Object.entries({
  'a sale on a device': {},
  'one on a device that is named': {device_id: '2841158834', activity_id: 'pda_NVTKa9PL0yessI'},
  'one whose activity has an id of another kind': {activity_id: 'act_123'},
  'one that is paid': {status: 'paid', payment_id: SIGNED.paymentId},
  'one that failed': {status: 'failed', error: {code: 'CARD_DECLINED', description: 'No.'}},
  'one with an error nobody knows': {
    status: 'unconfirmed',
    error: {code: 'PAPER_OUT', reason: 'no_paper', description: ''},
  },
  'one of a newer server': {tip: 500},
}))
  test(`${what} is a device reply`, () => {
    const reply = {...REPLY, ...more};
    expect(readDeviceReply(reply)).toBe(reply);
  });

for (const [what, more] of Object.entries({
  'another word': {status: 'completed'},
  'another mode': {device_mode: 'bluetooth'},
  'no order': {order_id: undefined},
  'an amount with decimals': {amount: 349.5},
  'an amount in words': {amount: '34900'},
  'no currency': {currency: undefined},
  'a payment that is none': {payment_id: 'order_1'},
  'an error without a code': {error: {description: 'No.'}},
  'an error that is a text': {error: 'No.'},
}))
  test(`${what} makes no device reply`, () => {
    expect(readDeviceReply({...REPLY, ...more})).toBeUndefined();
  });

test('a device is wired or wireless, in these letters', () => {
  for (const mode of ['wired', 'wireless']) expect(isDeviceMode(mode)).toBe(true);
  for (const other of ['Wired', 'invalid_mode', '', undefined, null])
    expect(isDeviceMode(other)).toBe(false);
});

for (const [what, error, key] of [
  ['by its code', {code: 'CARD_DECLINED'}, 'CARD_DECLINED'],
  [
    'by its reason',
    {code: 'BAD_REQUEST_ERROR', reason: 'device_not_connected'},
    'device_not_connected',
  ],
  [
    'by its reason',
    {code: 'BAD_REQUEST_ERROR', reason: 'checkout_not_found'},
    'checkout_not_found',
  ],
  ['by its code', {code: 'CARD_DECLINED', reason: 'Insufficient funds'}, 'CARD_DECLINED'],
  [
    'by its code',
    {code: 'VALIDATION_FAILED', reason: 'required_field_missing'},
    'VALIDATION_FAILED',
  ],
  ['as unknown', {code: 'BAD_REQUEST_ERROR'}, 'UNKNOWN'],
  ['as unknown', {code: 'PAPER_OUT', reason: 'no_paper'}, 'UNKNOWN'],
  ['as unknown', {code: 'toString', reason: '__proto__'}, 'UNKNOWN'],
  ['as unknown', {code: ''}, 'UNKNOWN'],
] as const)
  test(`${JSON.stringify(error)} is known ${what}`, () => {
    expect(deviceErrorOf(error)).toBe(key satisfies DeviceErrorKey);
  });

test('after what is unknown, late or broken, money may have moved', () => {
  const certain = Object.entries(DEVICE_ERRORS).flatMap(([key, {inDoubt}]) => (inDoubt ? [] : key));

  expect(certain.sort()).toEqual([
    'AUTHENTICATION_FAILED',
    'BUSINESS_LOGIC_ERROR',
    'CARD_DECLINED',
    'CARD_READ_ERROR',
    'DEVICE_BUSY',
    'INVALID_PIN',
    'ORDER_NOT_FOUND',
    'TRANSACTION_CANCELLED',
    'UNSUPPORTED_ACTION',
    'VALIDATION_FAILED',
    'checkout_not_found',
  ]);
});
