import {readAmount, type AmountReply} from '../../wire/merchant.js';
import type {Money} from '../shell/confirmation.js';

/** Returns what an order costs, where a reply says so. */
export function moneyOf(reply: AmountReply): Money | undefined {
  const {amount, currency} = readAmount(reply) ?? {};
  return amount !== undefined && currency !== undefined ? {amount, currency} : undefined;
}
