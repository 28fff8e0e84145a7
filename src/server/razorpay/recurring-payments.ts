import * as z from 'zod/mini';
import {PAYMENT_ID} from '../../wire/ids.js';
import type {Charge} from '../model/mandates/charge.js';
import type {Call} from './call.js';
import {OrderEntity, type RemoteOrder} from './entities.js';

/** https://razorpay.com/docs/api/payments/recurring-payments/upi/create-subsequent-payments */
export interface RecurringCalls {
  postOrder(charge: Charge): Promise<RemoteOrder>;
  /** Has the mandate charged for the order. Gives the payment's id. */
  charge(charge: Charge, payer: Payer): Promise<string>;
}

/** Whom Razorpay charges, and for which order. */
export interface Payer {
  readonly orderId: string;
  readonly customerId: string;
  readonly email: string;
  readonly contact: string;
}

export const createRecurringCalls = (call: Call): RecurringCalls => ({
  postOrder: ({amount, currency, receipt, notes, mandateId, debitAfter}) =>
    call(OrderEntity, 'POST', '/v1/orders', {
      amount,
      currency,
      receipt,
      notes,
      payment_capture: true,
      // Without it Razorpay tells the shopper by itself.
      ...(debitAfter && {
        notification: {
          token_id: mandateId,
          payment_after: Math.ceil(debitAfter.getTime() / 1000),
        },
      }),
    }),
  charge: ({amount, currency, mandateId, description, notes}, payer) =>
    call(RecurringReply, 'POST', '/v1/payments/create/recurring', {
      email: payer.email,
      contact: payer.contact,
      amount,
      currency,
      order_id: payer.orderId,
      customer_id: payer.customerId,
      token: mandateId,
      recurring: true,
      ...(description !== undefined && {description}),
      notes,
    }),
});

/** `{"razorpay_payment_id"}`, with or without `razorpay_order_id` and `razorpay_signature`. */
export const RecurringReply = z.pipe(
  z.looseObject({razorpay_payment_id: z.string().check(z.regex(PAYMENT_ID))}),
  z.transform(({razorpay_payment_id}) => razorpay_payment_id),
);
