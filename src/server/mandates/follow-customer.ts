import type {Context} from '../kit/context.js';
import type {Mandate} from '../model/mandates/mandate.js';
import {RazorpayError} from '../razorpay/error.js';

/**
 * The mandate under the customer whose it is by now: of two who are one shopper Razorpay may keep the
 * other one, and the payment that has approved it says which. Undefined where that is the same as before.
 * Enters nothing.
 */
export async function followCustomer(
  {razorpay}: Context,
  mandate: Mandate,
): Promise<Mandate | undefined> {
  const payment = await razorpay.getPayment(mandate.paymentId).catch((error: unknown) => {
    if (error instanceof RazorpayError && error.code === 'not_found') return undefined;
    throw error;
  });
  const customerId = payment?.customerId;
  return customerId === undefined || customerId === mandate.customerId
    ? undefined
    : {...mandate, customerId};
}
