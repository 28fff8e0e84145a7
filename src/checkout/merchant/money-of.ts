import {readAmount, type AmountReply} from '../../wire/merchant.js';
import type {Money} from '../shell/confirmation.js';

/** Returns what an order costs, where a reply says so. */
export function moneyOf(reply: AmountReply): Money | undefined {
  const read = readAmount(reply);
  return read && {amount: read.amount, currency: read.currency};
}
