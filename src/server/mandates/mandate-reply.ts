import type {MandateReply} from '../../wire/merchant.js';
import type {Context} from '../kit/context.js';
import {isConfirmed, type Order} from '../model/order.js';
import {mandateOfOrder} from './enter-mandate.js';

/**
 * What a page may be told of the mandate of a confirmed order. That it can't be said makes no payment
 * less of one.
 */
export async function mandateReply(
  context: Context,
  order: Order,
): Promise<{readonly mandate?: MandateReply}> {
  try {
    const mandate = await mandateOfOrder(context, order);
    return mandate ? {mandate: {id: mandate.id, status: mandate.status}} : {};
  } catch (error) {
    context.report(error);
    return {};
  }
}

/** The same for who asks again and again: Razorpay is asked only where the order has just been paid. */
export async function repeatedMandateReply(
  context: Context,
  before: Order,
  order: Order,
): Promise<{readonly mandate?: MandateReply}> {
  if (!order.mandate) return {};
  const isNews = !isConfirmed(before.status);
  if (isNews || (await context.mandates.findByOrder(order.id))) return mandateReply(context, order);
  return {};
}
