import {milliseconds, type Duration} from '../kit/duration.js';
import type {Kit} from '../kit/context.js';
import {recoverOrder} from './make-order.js';
import type {Order} from '../model/order.js';
import type {Reserved} from '../ledger/order-row.js';
import {RazorpayError} from '../razorpay/error.js';
import {reconcileReport, type ReconcileReport, type ReconcileRow} from './reconcile-report.js';
import {foreseeOrder, settleOrder} from './settle-order.js';

export interface ReconcileOptions {
  /** Younger orders are left alone: their shopper may be paying. `15m` by default. */
  readonly olderThan?: Duration | undefined;
  /** Orders that nobody tried to pay are given up after this. `30d` by default. */
  readonly newerThan?: Duration | undefined;
  /**
   * Paid orders that were made within this time are asked about too, for refunds that no webhook
   * told and for money that came twice: once a night is enough. None by default.
   */
  readonly paidWithin?: Duration | undefined;
  /** Only says what would be moved. */
  readonly dryRun?: boolean | undefined;
}

/** How many orders are asked about at once. */
const AT_ONCE = 4;
const PAGE = 100;

/**
 * Asks Razorpay about every unfinished order and moves it to where it belongs. One order that cannot
 * be asked about is a remark in the report and holds up none of the others.
 */
export async function reconcile(kit: Kit, options: ReconcileOptions): Promise<ReconcileReport> {
  const {olderThan = '15m', newerThan = '30d', paidWithin = 0, dryRun = false} = options;
  const before = kit.now() - milliseconds('olderThan', olderThan);
  const after = kit.now() - milliseconds('newerThan', newerThan);
  const paidAfter = kit.now() - milliseconds('paidWithin', paidWithin);
  const rows: ReconcileRow[] = [];
  let asked = 0;
  let foreign = 0;
  for (let last: Reserved | undefined; ;) {
    const page = await kit.book.unfinished({
      // Of any key: those that were made before a key was changed can be paid after it.
      mode: kit.keyMode,
      before,
      after,
      paidAfter,
      last,
      limit: PAGE,
    });
    // Each takes the next from the same list.
    const waiting = page.values();
    const work = async () => {
      for (const entry of waiting) {
        const row = await askAbout(kit, entry, dryRun);
        if (!row) foreign++;
        else if (differs(row, entry.order)) rows.push(row);
      }
    };
    await Promise.all(Array.from({length: AT_ONCE}, work));
    asked += page.length;
    last = page.at(-1);
    if (page.length < PAGE) return reconcileReport({asked: asked - foreign, foreign, dryRun, rows});
  }
}

/** Undefined for an order that is none of this account's. */
async function askAbout(
  kit: Kit,
  entry: Reserved,
  dryRun: boolean,
): Promise<ReconcileRow | undefined> {
  const {receipt, quote, order} = entry;
  const isOwn = entry.keyId === kit.keyId;
  if (!order && !isOwn) return undefined;
  const row = {
    orderId: order?.id,
    receipt,
    was: order?.status ?? ('created' as const),
    is: order?.status ?? ('created' as const),
    currency: quote.currency,
    ordered: quote.amount,
    paid: undefined,
    refunded: order?.amountRefunded ?? 0,
    paymentId: undefined,
    remark: undefined,
  };
  try {
    if (!order) {
      const found = await patiently((): Promise<{id: string} | undefined> =>
        dryRun ? kit.razorpay.findOrder(receipt) : recoverOrder(kit, entry),
      );
      return {
        ...row,
        orderId: found?.id,
        remark: found ? 'Its making was not finished.' : 'Razorpay has no such order.',
      };
    }
    const misfits: Error[] = [];
    const tell = (error: Error) => {
      misfits.push(error);
      if (!dryRun) kit.report(error);
    };
    const settled = await patiently(() => (dryRun ? foreseeOrder : settleOrder)(kit, order, tell));
    return {...row, ...outcome(settled, misfits)};
  } catch (error) {
    if (!isOwn && error instanceof RazorpayError && error.code === 'not_found') return undefined;
    kit.report(error);
    return {...row, remark: error instanceof Error ? error.message : String(error)};
  }
}

const differs = ({is, was, refunded, remark}: ReconcileRow, before: Order | undefined): boolean =>
  is !== was || refunded !== (before?.amountRefunded ?? 0) || remark !== undefined;

function outcome(
  {status, payment, review, details, amountRefunded}: Order,
  misfits: readonly Error[],
) {
  const about = review?.payment ?? payment;
  return {
    is: status,
    paid: about?.amount ?? details?.amount,
    refunded: amountRefunded,
    paymentId: about?.id,
    remark: review?.reason ?? misfits[0]?.message,
  };
}

/** How long to leave Razorpay alone when it asks for it, in ms: doubled, up to the second. */
const FIRST_PAUSE = 500;
const LAST_PAUSE = 8_000;

/** Asks again, after a while, when Razorpay asks for patience. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let pause = FIRST_PAUSE; ; pause *= 2) {
    try {
      return await ask();
    } catch (error) {
      const isLimited = error instanceof RazorpayError && error.code === 'rate_limited';
      if (!isLimited || pause > LAST_PAUSE) throw error;
      // Uneven, so that those who were refused together do not come back together.
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random() / 2)));
    }
  }
}
