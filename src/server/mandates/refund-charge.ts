import type {Context} from '../kit/context.js';
import type {Charge} from '../model/mandates/charge.js';
import {checkRequest} from '../model/mandates/check-request.js';
import {MandateError} from '../model/mandates/mandate-error.js';
import {RefundRequest} from '../model/mandates/refund-request.js';
import {RazorpayError} from '../razorpay/error.js';
import {settleCharge} from './settle-charge.js';

/**
 * Gives a charge back, until so much has gone back of it in all. Asked twice, at once or after an answer
 * that was lost, it is given back once.
 */
export async function refundCharge(context: Context, request: RefundRequest): Promise<Charge> {
  const wanted = checkRequest(RefundRequest, request, {
    from: 'refund()',
    shape: '{mandate, period}',
  });
  const found = await capturedCharge(context, wanted);
  const {total = found.amount} = wanted;
  if (total > found.amount)
    throw new MandateError(
      'invalid',
      `refund() was given ${total} as total. It must be at most what was charged, which is ${found.amount} paise.`,
      'total',
    );
  // What went back without us counts too.
  const charge = await settleCharge(context, found);
  const left = total - charge.amountRefunded;
  if (left <= 0 || charge.paymentId === undefined) return charge;
  // Two who ask at once read the same row and ask under one key, of which one sum goes back. What came
  // back has changed the row: under the key of before Razorpay would answer with the refund that failed.
  const key = `${charge.receipt}-${charge.updatedAt.getTime()}`;
  try {
    await context.razorpay.refundPayment(charge.paymentId, left, key);
  } catch (error) {
    const isRefused = error instanceof RazorpayError && error.code === 'refused';
    const after = isRefused ? await settleCharge(context, charge) : charge;
    if (after.amountRefunded === charge.amountRefunded) throw error;
    // Somebody else was faster with another sum: what is left by now may still go back.
    return refundCharge(context, request);
  }
  return settleCharge(context, charge);
}

/** The attempt of a period that was captured; what is pending may be so since nobody has heard. */
async function capturedCharge(
  context: Context,
  {mandate, period, attempt}: RefundRequest,
): Promise<Charge> {
  const captured: Charge[] = [];
  for (const each of await context.charges.attempts(mandate, period)) {
    if (attempt !== undefined && each.attempt !== attempt) continue;
    const charge = each.status === 'pending' ? await settleCharge(context, each) : each;
    if (charge.status === 'captured') captured.push(charge);
  }
  const [charge] = captured;
  if (!charge)
    throw new MandateError(
      'not_refundable',
      `${period} has no captured charge of ${mandate}${attempt === undefined ? '' : ` by attempt ${attempt}`}.`,
      'period',
    );
  if (captured.length === 1) return charge;
  throw new MandateError(
    'not_refundable',
    `${period} was paid by the attempts ${captured.map((each) => each.attempt).join(' and ')}. Say which as attempt.`,
    'attempt',
  );
}
