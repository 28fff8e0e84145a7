import {deviceErrorOf, type DeviceErrorKey, type DeviceErrorReply} from '../../wire/device.js';
import {fill} from '../../checkout/words/fill.js';
import type {PosErrorCode} from '../shell/pos-error.js';
import type {PosState} from '../shell/pos-state.js';
import type {PosWords, RefusedSale} from './words.js';

/** Returns what the button says in a state; nothing where it can be pressed. */
export const labelIn = ({label}: PosWords, state: PosState): string =>
  state === 'idle' || state === 'failed' ? '' : label[state];

/** The device has said so, and the server that nothing was paid. */
export function saidUnpaid(words: PosWords, key: DeviceErrorKey): string {
  const [what, then] = words.device[key];
  return `${what} ${words.nothingPaid} ${then}`;
}

/** The device has said something, and nobody knows yet whether it was paid. */
export function saidDoubt(words: PosWords, error?: DeviceErrorReply): string {
  const what = error && words.device[deviceErrorOf(error)][0];
  return what ? `${what} ${words.doubt}` : words.doubt;
}

export const saidPaid = (words: PosWords, amount: string): string =>
  amount ? fill(words.paidAmount, {amount}) : words.paid;

/** Nothing was begun. The order endpoint's own words, where it refuses, are for a person. */
export function saidRefused(
  words: PosWords,
  code: PosErrorCode,
  message: string,
  refusal = '',
): string {
  switch (code) {
    case 'order_refused':
      return message;
    case 'order_failed':
    case 'chunk_failed':
      return words.trouble;
    case 'unexpected':
      return words.unexpected;
    case 'device_busy':
      return words.device.DEVICE_BUSY.join(' ');
    case 'device_unreachable':
      return words.device.GATEWAY_UNREACHABLE.join(' ');
    case 'device_failed':
      return words.device.UNKNOWN.join(' ');
    case 'device_refused':
      return isForCashier(words, refusal) ? words.refused[refusal] : words.notSetUp;
    case 'config_invalid':
    case 'order_reply_invalid':
      return words.notSetUp;
  }
}

const isForCashier = ({refused}: PosWords, code: string): code is RefusedSale =>
  Object.keys(refused).includes(code);
