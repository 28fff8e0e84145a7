import type {Context} from '../kit/context.js';
import type {Charge} from '../model/mandates/charge.js';
import type {Mandate} from '../model/mandates/mandate.js';
import {retryWhileLimited} from '../razorpay/retry-while-limited.js';
import {mandateOfOrder} from './enter-mandate.js';
import type {ChargeReportRow, MandateReportRow} from './mandate-report.js';
import {foreseeCharge, settleCharge} from './settle-charge.js';
import {foreseeMandate, settleMandate} from './settle-mandate.js';

const DAY_MS = 24 * 3_600_000;
/** How often Razorpay is asked about a mandate of which nothing was heard. */
const ASK_AGAIN_AFTER_MS = DAY_MS;
/** How long after a charge has failed the bank may say something else. */
const LATE_WITHIN_MS = 3 * DAY_MS;
/** How many rows are read from the ledger at a time, and how many are asked about at once. */
const PAGE_SIZE = 100;
const MOST_AT_ONCE = 4;

interface Sweep {
  /** Younger ones are left alone. */
  readonly before: number;
  /** Charges that were begun since then are asked about although they were captured. */
  readonly paidAfter: number;
  readonly dryRun: boolean;
}

/** What a sweep found of mandates and charges. */
interface Swept {
  readonly asked: number;
  readonly mandates: readonly MandateReportRow[];
  readonly charges: readonly ChargeReportRow[];
}

/**
 * Asks Razorpay about the mandates and the charges that may have moved and moves them. One that can't
 * be asked about is a remark in the report and holds up none of the others.
 */
export async function reconcileMandates(
  context: Context,
  {before, paidAfter, dryRun}: Sweep,
): Promise<Swept> {
  const now = context.now();
  const mode = context.keyMode;
  if (!dryRun) await enterMissing(context, now - LATE_WITHIN_MS);
  const mandates: MandateReportRow[] = [];
  const charges: ChargeReportRow[] = [];
  let asked = 0;
  for (let last: Mandate | undefined; ;) {
    const askedBefore = now - ASK_AGAIN_AFTER_MS;
    const page = await context.mandates.living({mode, before, askedBefore, last, limit: PAGE_SIZE});
    asked += page.length;
    await someAtOnce(page, async (mandate) => {
      const row = await mandateRow(context, mandate, dryRun);
      if (row.is !== row.was || row.remark !== undefined) mandates.push(row);
    });
    last = page.at(-1);
    if (page.length < PAGE_SIZE) break;
  }
  for (let last: Charge | undefined; ;) {
    const failedAfter = now - LATE_WITHIN_MS;
    const page = await context.charges.unfinished({
      mode,
      before,
      failedAfter,
      capturedAfter: paidAfter,
      last,
      limit: PAGE_SIZE,
    });
    asked += page.length;
    await someAtOnce(page, async (charge) => {
      const row = await chargeRow(context, charge, dryRun);
      const isBack = row.refunded !== charge.amountRefunded;
      if (row.is !== row.was || isBack || row.remark !== undefined) charges.push(row);
    });
    last = page.at(-1);
    if (page.length < PAGE_SIZE) break;
  }
  return {asked, mandates, charges};
}

/** Mandates whose order was paid, and that were lost on the way: a process died in between. */
async function enterMissing(context: Context, since: number): Promise<void> {
  for (const orderId of await context.mandates.ordersWithout(since))
    try {
      const order = await context.orders.get(orderId);
      await retryWhileLimited(() => mandateOfOrder(context, order));
    } catch (error) {
      context.report(error);
    }
}

async function mandateRow(
  context: Context,
  mandate: Mandate,
  dryRun: boolean,
): Promise<MandateReportRow> {
  const row = {mandateId: mandate.id, was: mandate.status};
  try {
    const {status, failureReason} = await retryWhileLimited(() =>
      dryRun ? foreseeMandate(context, mandate) : settleMandate(context, mandate),
    );
    return {...row, is: status, remark: failureReason};
  } catch (error) {
    context.report(error);
    return {...row, is: mandate.status, remark: messageOf(error)};
  }
}

async function chargeRow(
  context: Context,
  charge: Charge,
  dryRun: boolean,
): Promise<ChargeReportRow> {
  const {mandateId, period, attempt, amount, currency, status: was} = charge;
  const {amountRefunded: refunded} = charge;
  const row = {mandateId, period, attempt, amount, refunded, currency, was};
  try {
    const {status, paymentId, failure, amountRefunded} = await retryWhileLimited(() =>
      dryRun ? foreseeCharge(context, charge) : settleCharge(context, charge),
    );
    const remark = status === was ? undefined : failure?.message;
    return {...row, is: status, paymentId, refunded: amountRefunded, remark};
  } catch (error) {
    context.report(error);
    return {...row, is: was, paymentId: charge.paymentId, remark: messageOf(error)};
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Does the work for each, a few at once: each takes the next that none of the others has taken. */
async function someAtOnce<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = list.values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({length: MOST_AT_ONCE}, worker));
}
