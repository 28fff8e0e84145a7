import type {Context} from '../kit/context.js';
import type {Charge} from '../model/mandates/charge.js';
import {checkRequest} from '../model/mandates/check-request.js';
import {MandateError} from '../model/mandates/mandate-error.js';
import {RefundRequest} from '../model/mandates/refund-request.js';
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
  const key = `${charge.receipt}-${charge.amountRefunded}-${left}`;
  await context.razorpay.refundPayment(charge.paymentId, left, key);
  return settleCharge(context, charge);
}

/** The attempt of a period that was captured. */
async function capturedCharge(
  {charges}: Context,
  {mandate, period, attempt}: RefundRequest,
): Promise<Charge> {
  const captured = (await charges.attempts(mandate, period)).filter(
    (charge) =>
      charge.status === 'captured' && (attempt === undefined || charge.attempt === attempt),
  );
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
