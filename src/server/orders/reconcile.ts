import {unknownSetting, type SettingNames} from '../../wire/spelling/unknown-setting.js';
import {ConfigError} from '../kit/config-error.js';
import type {Context} from '../kit/context.js';
import {reconcileMandates} from '../mandates/reconcile-mandates.js';
import {milliseconds, type Duration} from '../kit/duration.js';
import type {Reserved} from '../ledger/order-row.js';
import type {Order} from '../model/order.js';
import {RazorpayError} from '../razorpay/error.js';
import {retryWhileLimited} from '../razorpay/retry-while-limited.js';
import {recoverOrder} from './make-order.js';
import {isDue, nextSweep} from './next-sweep.js';
import type {PaymentMismatchError} from './payment-mismatch-error.js';
import {reconcileReport, type ReconcileReport, type ReconcileRow} from './reconcile-report.js';
import {foreseeOrder, settleOrder} from './settle-order.js';

/**
 * Which orders a sweep asks about. It may come every few minutes: an order that is older than a day is
 * asked about more and more seldom, one of a month once a day.
 *
 * @example
 * ```ts
 * import type {Checkout, ReconcileOptions} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * const nightly: ReconcileOptions = {olderThan: '15m', paidWithin: '30d'};
 * await checkout.reconcile(nightly);
 * ```
 */
export interface ReconcileOptions {
  /** Younger orders are left alone: their shopper may be paying. `15m` by default. */
  readonly olderThan?: Duration | undefined;
  /** Orders that nobody tried to pay are given up after this. `30d` by default. */
  readonly newerThan?: Duration | undefined;
  /**
   * Paid orders and charges that were made within this time are asked about too, for refunds that no webhook
   * told and for money that came twice: once a night is enough. None by default.
   */
  readonly paidWithin?: Duration | undefined;
  /** Only says what would be moved. */
  readonly dryRun?: boolean | undefined;
}

/** Sweeps the sales on devices, which stand above their orders. */
type SweepDevices = (sweep: {
  /** Younger ones are left alone. In ms since 1970. */
  readonly before: number;
  readonly dryRun: boolean;
}) => Promise<Pick<ReconcileReport, 'asked' | 'devices'>>;

const SETTINGS: SettingNames<ReconcileOptions> = {
  olderThan: true,
  newerThan: true,
  paidWithin: true,
  dryRun: true,
};

/** How many orders are asked about at the same time. */
const MOST_AT_ONCE = 4;
/** How many orders are read from the ledger at a time. */
const PAGE_SIZE = 100;

/**
 * Asks Razorpay about every unfinished order and moves it to where it belongs, and looks for money
 * that came for those that are over. The older an order, the more seldom it is asked about; what
 * somebody should look at is named each time. One order that cannot be asked about is a remark in the
 * report and holds up none of the others.
 */
export async function reconcile(
  context: Context,
  options: ReconcileOptions,
  sweepDevices: SweepDevices,
): Promise<ReconcileReport> {
  // By a `dryrun` orders would be moved.
  const complaint = unknownSetting(options, SETTINGS);
  if (complaint !== undefined) throw new ConfigError(complaint);
  const {olderThan = '15m', newerThan = '30d', paidWithin = 0, dryRun = false} = options;
  const now = context.now();
  const query = {
    // Of any key: those that were made before a key was changed can be paid after it.
    mode: context.keyMode,
    before: now - milliseconds('olderThan', olderThan),
    after: now - milliseconds('newerThan', newerThan),
    paidAfter: now - milliseconds('paidWithin', paidWithin),
    due: now,
    limit: PAGE_SIZE,
  };
  const rows: ReconcileRow[] = [];
  // Before their orders: what is found of a sale moves its order too.
  const {devices, asked: askedDevices} = await sweepDevices({before: query.before, dryRun});
  let asked = askedDevices;
  let foreign = 0;
  /** Whether the order is due; others are only named. */
  const isAsked = (entry: Reserved) => isDue(entry, now) || entry.order?.status === 'paid';
  for (let last: Reserved | undefined; ;) {
    const page = await context.orders.unfinished({...query, last});
    // One iterator for all: each takes the next order that none of the others has taken.
    const waiting = page.values();
    const work = async () => {
      for (const entry of waiting) {
        const row = isAsked(entry)
          ? await reconcileOrder(context, entry, dryRun)
          : {...rowOf(entry), ...known(entry)};
        if (!row) foreign++;
        else if (differs(row, entry.order)) rows.push(row);
      }
    };
    await Promise.all(Array.from({length: MOST_AT_ONCE}, work));
    asked += page.filter(isAsked).length;
    last = page.at(-1);
    if (page.length < PAGE_SIZE) break;
  }
  const swept = await reconcileMandates(context, {
    before: query.before,
    paidAfter: query.paidAfter,
    dryRun,
  });
  const {mandates, charges} = swept;
  asked += swept.asked - foreign;
  return reconcileReport({asked, foreign, dryRun, rows, mandates, charges, devices});
}

/** Undefined for an order that is none of this account's. */
async function reconcileOrder(
  context: Context,
  entry: Reserved,
  dryRun: boolean,
): Promise<ReconcileRow | undefined> {
  const isOwn = entry.keyId === context.keyId;
  if (!entry.order && !isOwn) return undefined;
  const row = rowOf(entry);
  try {
    const found = entry.order
      ? await settled(context, entry.order, dryRun)
      : await recovered(context, entry, dryRun);
    return {...row, ...found};
  } catch (error) {
    const remark = error instanceof Error ? error.message : String(error);
    const isUnknown = error instanceof RazorpayError && error.code === 'not_found';
    // All else may be over soon, so that the next sweep asks again.
    if (isUnknown && entry.order && !dryRun)
      await remember(context, entry.order, isOwn ? {...row, remark} : row);
    if (isUnknown && !isOwn) return undefined;
    context.report(error);
    return {...row, remark};
  }
}

/** Leaves to the next sweeps what was found, and when to ask again. */
async function remember(
  {orders, now}: Context,
  order: Order,
  {remark, paymentId, paid}: Pick<ReconcileRow, 'remark' | 'paymentId' | 'paid'>,
): Promise<void> {
  // Why it is in review stands in the order itself.
  const isFinding = remark !== undefined && order.status !== 'review';
  const finding = isFinding ? {remark, paymentId, paid} : undefined;
  await orders.swept(order.id, nextSweep(order, now()), finding);
}

/** What somebody should look at about an order that is not due. */
const known = ({order, finding}: Reserved): Partial<ReconcileRow> =>
  order?.review
    ? {
        remark: order.review.reason,
        paymentId: order.review.payment.id,
        paid: order.review.payment.amount,
      }
    : {...finding};

/** An order as the ledger has it. */
const rowOf = ({receipt, cart, order}: Reserved): ReconcileRow => ({
  orderId: order?.id,
  receipt,
  was: order?.status ?? 'created',
  is: order?.status ?? 'created',
  currency: cart.currency,
  ordered: cart.amount,
  paid: undefined,
  refunded: order?.amountRefunded ?? 0,
  paymentId: undefined,
  remark: undefined,
});

/** What became of an order that Razorpay was asked to make, and whose answer was lost. */
async function recovered(
  context: Context,
  entry: Reserved,
  dryRun: boolean,
): Promise<Partial<ReconcileRow>> {
  const found = await retryWhileLimited((): Promise<{id: string} | undefined> =>
    dryRun
      ? context.razorpay.findOrder(entry.receipt, entry.deviceMode)
      : recoverOrder(context, entry),
  );
  return {
    orderId: found?.id,
    remark: found ? 'Its making was not finished.' : 'Razorpay has no such order.',
  };
}

/** Where an order stands by what Razorpay says, or would stand. */
async function settled(
  context: Context,
  order: Order,
  dryRun: boolean,
): Promise<Partial<ReconcileRow>> {
  const misfits: PaymentMismatchError[] = [];
  const tell = (error: PaymentMismatchError) => {
    misfits.push(error);
    if (!dryRun) context.report(error);
  };
  const after = await retryWhileLimited(() =>
    dryRun ? foreseeOrder(context, order, tell) : settleOrder(context, order, tell),
  );
  const {status, payment, review, details, amountRefunded} = after;
  const [misfit] = misfits;
  // For an order that is over, what came in after it is what there is to give back.
  const isOver = status === 'cancelled' || status === 'refunded';
  const found = {
    remark: review?.reason ?? (misfits.map(({message}) => message).join(' ') || undefined),
    ...(isOver && misfit
      ? {paymentId: misfit.paymentId, paid: misfit.amount}
      : {
          paymentId: (review?.payment ?? payment)?.id,
          paid: (review?.payment ?? payment)?.amount ?? details?.amount,
        }),
  };
  if (!dryRun) await remember(context, after, found);
  return {is: status, refunded: amountRefunded, ...found};
}

const differs = ({is, was, refunded, remark}: ReconcileRow, before: Order | undefined): boolean =>
  is !== was || refunded !== (before?.amountRefunded ?? 0) || remark !== undefined;
