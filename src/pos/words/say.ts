import {deviceErrorOf, type DeviceErrorKey, type DeviceErrorReply} from '../../wire/device.js';
import {fill} from '../../checkout/words/fill.js';
import type {PosErrorCode} from '../shell/pos-error.js';
import type {PosState} from '../shell/pos-state.js';
import type {DeviceWord, PosWords, RefusedSale} from './words.js';

/** By which words a cashier is told what went wrong. An error that has none does not compile. */
const DEVICE_WORDS: Readonly<Record<DeviceErrorKey, DeviceWord>> = {
  VALIDATION_FAILED: 'refused',
  ORDER_NOT_FOUND: 'refused',
  ACTIVITY_NOT_FOUND: 'gone',
  UNSUPPORTED_ACTION: 'refused',
  BUSINESS_LOGIC_ERROR: 'proxy',
  AUTHENTICATION_FAILED: 'refused',
  DEVICE_DISCONNECTED: 'disconnected',
  device_not_connected: 'disconnected',
  DEVICE_BUSY: 'busy',
  DEVICE_NOT_FOUND: 'missing',
  DEVICE_TIMEOUT: 'silent',
  DEVICE_ERROR: 'stopped',
  DEVICE_MALFUNCTION: 'broken',
  checkout_not_found: 'gone',
  CARD_DECLINED: 'declined',
  CARD_READ_ERROR: 'unread',
  INVALID_PIN: 'wrongPin',
  TIMEOUT: 'late',
  TRANSACTION_CANCELLED: 'cancelled',
  NETWORK_ERROR: 'offline',
  GATEWAY_UNREACHABLE: 'unreachable',
  ANSWER_LOST: 'silent',
  INVALID_ANSWER: 'silent',
  UNKNOWN: 'stopped',
};

/** Returns what the button says in a state; nothing where it can be pressed. */
export const labelIn = ({label}: PosWords, state: PosState): string =>
  state === 'idle' || state === 'failed' ? '' : label[state];

/** The device has said so, and the server that nothing was paid. */
export function saidUnpaid(words: PosWords, key: DeviceErrorKey): string {
  const [what, then] = words.device[DEVICE_WORDS[key]];
  return `${what} ${words.nothingPaid} ${then}`;
}

export const saidCancelled = ({cancelled, nothingPaid}: PosWords): string =>
  `${cancelled} ${nothingPaid}`;

/** It ended, and nobody said why. */
export const saidNotPaid = ({nothingPaid, device}: PosWords): string =>
  `${nothingPaid} ${device.cancelled[1]}`;

/** The server can't be asked. */
export const saidUnreachable = ({doubt, unreachable}: PosWords): string =>
  `${doubt} ${unreachable}`;

/** The device has said something, and nobody knows yet whether it was paid. */
export function saidDoubt(words: PosWords, error?: DeviceErrorReply): string {
  const what = error && words.device[DEVICE_WORDS[deviceErrorOf(error)]][0];
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
      return `${words.trouble} ${words.notSent}`;
    case 'unexpected':
      return `${words.unexpected} ${words.notSent}`;
    case 'device_busy':
      return words.device.busy.join(' ');
    case 'device_unreachable':
      return words.device.unreachable.join(' ');
    case 'device_failed':
      return words.device.stopped.join(' ');
    case 'device_refused':
      return isForCashier(words, refusal) ? words.refused[refusal] : words.notSetUp;
    case 'config_invalid':
    case 'order_reply_invalid':
      return words.notSetUp;
  }
}

const isForCashier = ({refused}: PosWords, code: string): code is RefusedSale =>
  Object.keys(refused).includes(code);
