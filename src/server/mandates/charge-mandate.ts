import type {Context} from '../kit/context.js';
import {ChargeRequest, type WantedCharge} from '../model/mandates/charge-request.js';
import {isOpen, type Charge} from '../model/mandates/charge.js';
import {checkRequest} from '../model/mandates/check-request.js';
import {NOTICE_MS, waitsUntil} from '../model/mandates/cycle.js';
import {MandateError} from '../model/mandates/mandate-error.js';
import type {Mandate} from '../model/mandates/mandate.js';
import {askToCharge, payerOf, settleCharge} from './settle-charge.js';
import {settleWithToken} from './settle-mandate.js';

/** No mandate lasts longer: 30 years. */
const LONGEST_MS = 30 * 366 * 24 * 3_600_000;

/**
 * Charges a mandate for a period, once, however often it is asked. Gives the last attempt as it
 * stands; throws a `MandateError` where there is none and none may be made.
 */
export async function chargeMandate(context: Context, request: ChargeRequest): Promise<Charge> {
  const wanted = checkRequest(ChargeRequest, request, {
    from: 'charge()',
    shape: '{mandate, period, amount}',
  });
  const mandate = await context.mandates.find(wanted.mandate);
  if (!mandate)
    throw new MandateError('not_found', `The ledger has no mandate ${wanted.mandate}.`, 'mandate');
  const attempts = await settledAttempts(context, wanted);
  const [last] = attempts;
  const captured = attempts.find(({status}) => status === 'captured');
  if (last && (captured || !wanted.retry || last.status !== 'failed'))
    return sameAmount(captured ?? last, wanted);
  if (last?.failure?.advice === 'stop')
    throw new MandateError(
      'no_retry',
      `${last.failure.message} Nothing follows for ${last.period}.`,
    );

  checkTerms(mandate, wanted, context.now());
  const chargeable = await checkChargeable(context, mandate);
  const other = await openCharge(context, mandate);
  // Somebody else was faster.
  if (other?.period === wanted.period) return sameAmount(other, wanted);
  if (other) throw chargeOpen(other);
  // Found out later it would leave an attempt behind, which holds up the next period.
  if (mandate.email === undefined || mandate.contact === undefined)
    await payerOf(context, chargeable);
  return begin(context, chargeable, wanted, (last?.attempt ?? 0) + 1);
}

/**
 * The attempts of a period, the last one first. Before another is opened Razorpay is asked about each:
 * the bank may have said yes to one that had failed.
 */
async function settledAttempts(
  context: Context,
  {mandate, period, retry}: WantedCharge,
): Promise<Charge[]> {
  const attempts = await context.charges.attempts(mandate, period);
  const settled: Charge[] = [];
  for (const charge of attempts)
    settled.push(isOpen(charge) || retry ? await settleCharge(context, charge) : charge);
  return settled;
}

/** A charge of the period, which was asked for with this amount. */
function sameAmount(charge: Charge, {amount, period}: WantedCharge): Charge {
  if (charge.amount === amount) return charge;
  throw new MandateError(
    'period_taken',
    charge.status === 'failed'
      ? `${period} failed with ${charge.amount} paise, not ${amount}. Only retry: true may charge another amount.`
      : `${period} was charged with ${charge.amount} paise, not ${amount}. Use another period.`,
    'amount',
  );
}

/** What can be said against a charge without asking anybody. */
function checkTerms(mandate: Mandate, {amount, debitAfter}: WantedCharge, now: number): void {
  if (amount > mandate.maxAmount)
    throw new MandateError(
      'over_max_amount',
      `The amount is ${amount} paise. The shopper has approved ${mandate.maxAmount} at most.`,
      'amount',
    );
  if (debitAfter !== undefined && debitAfter * 1000 < now + NOTICE_MS)
    throw new MandateError(
      'invalid',
      `charge() was given ${new Date(debitAfter * 1000).toISOString()} as debitAfter. It must be 24 hours or more from now.`,
      'debitAfter',
    );
  // Of a mandate without an end Razorpay says none that it takes; one in ms is far beyond any.
  const expiresAt = mandate.expiresAt ?? new Date(now + LONGEST_MS);
  if (debitAfter !== undefined && debitAfter * 1000 >= expiresAt.getTime())
    throw new MandateError(
      'invalid',
      `charge() was given ${new Date(debitAfter * 1000).toISOString()} as debitAfter. It must be before the mandate ends, which is at ${expiresAt.toISOString()}.`,
      'debitAfter',
    );
  const from = waitsUntil(mandate.frequency, now, {choosesDay: debitAfter !== undefined});
  if (from !== undefined)
    throw new MandateError(
      'last_day',
      `The ${mandate.frequency} cycle ends before a debit could come. Charge from ${new Date(from).toISOString()} on.`,
    );
}

/** The mandate, if it can be charged by what Razorpay says now. */
async function checkChargeable(context: Context, mandate: Mandate): Promise<Mandate> {
  const settled = await settleWithToken(context, mandate);
  const {status, isDeleted} = settled.mandate;
  const refuse = (why: string) =>
    new MandateError('not_chargeable', `The mandate ${mandate.id} ${why}`, 'mandate');
  if (isDeleted) throw refuse('was deleted.');
  if (status !== 'confirmed') throw refuse(`is ${status}. Only a confirmed one can be charged.`);
  if (!settled.token) throw refuse('is not known to Razorpay any more.');
  // Razorpay has words that move nothing here: one whose cancellation is under way may still be debited.
  const word = settled.token.status ?? status;
  if (word !== 'confirmed')
    throw refuse(`is ${word} at Razorpay. Only a confirmed one can be charged.`);
  return settled.mandate;
}

/** The charge of a mandate that has yet to end, by what Razorpay says now. */
async function openCharge(context: Context, {id}: Mandate): Promise<Charge | undefined> {
  const found = await context.charges.open(id);
  const settled = found && (await settleCharge(context, found));
  return settled && isOpen(settled) ? settled : undefined;
}

const chargeOpen = ({period, status}: Charge) =>
  new MandateError(
    'charge_open',
    `The charge of ${period} is ${status}. The next one can follow once it has ended.`,
    'period',
  );

/** Enters an attempt and has Razorpay asked. Where somebody else was faster theirs is the answer. */
async function begin(
  context: Context,
  mandate: Mandate,
  {period, amount, description, notes = {}, debitAfter}: WantedCharge,
  attempt: number,
): Promise<Charge> {
  const {charges, keyId, makingLeaseMs} = context;
  const charge = await charges.reserve(
    {
      mandateId: mandate.id,
      period,
      attempt,
      receipt: randomReceipt(),
      keyId,
      amount,
      currency: 'INR',
      notes,
      description,
      debitAfter: debitAfter === undefined ? undefined : new Date(debitAfter * 1000),
    },
    makingLeaseMs,
  );
  if (charge) return askToCharge(context, charge, {mandate, isNew: true});
  const [last] = await charges.attempts(mandate.id, period);
  if (last?.attempt === attempt) return last;
  const open = await charges.open(mandate.id);
  if (open) throw chargeOpen(open);
  throw new MandateError('charge_open', 'Another charge of the mandate has just ended. Ask again.');
}

/** Nobody else's order has it. */
const randomReceipt = (): string => `charge_${crypto.randomUUID().replaceAll('-', '')}`;
