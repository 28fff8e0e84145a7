import {readMandate, type StatusReply, type VerifyReply} from '../../wire/merchant.js';
import {isConfirmed} from '../../wire/order-status.js';
import type {Confirmation} from '../shell/confirmation.js';
import {moneyOf} from './money-of.js';

/** Returns what a reply of the merchant's server confirms; nothing where it does not. */
export function confirmationOf(reply: VerifyReply | StatusReply): Confirmation | undefined {
  const {status, order_id: orderId, payment_id: paymentId = ''} = reply;
  if (!isConfirmed(status)) return undefined;
  const mandate = readMandate(reply.mandate);
  const money = moneyOf(reply);
  return {status, orderId, paymentId, ...(mandate && {mandate}), ...(money && {money})};
}
