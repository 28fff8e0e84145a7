import {decimalAmount} from '../../wire/money.js';
import type {OrderStatus} from '../model/order.js';

/**
 * An order that moved, or that somebody should look at. Money in the currency's smallest unit.
 *
 * @example
 * ```ts
 * import type {ReconcileReport, ReconcileRow} from 'rzp-magic-button/server.js';
 *
 * declare const report: ReconcileReport; // await checkout.reconcile()
 *
 * const moved = report.rows.filter(({was, is}: ReconcileRow) => was !== is);
 * console.log(moved.map(({orderId, was, is}) => `${orderId ?? '?'}: ${was} → ${is}`));
 * ```
 */
export interface ReconcileRow {
  /** Razorpay's id; undefined where Razorpay has made no order. */
  readonly orderId: string | undefined;
  readonly receipt: string;
  readonly was: OrderStatus;
  readonly is: OrderStatus;
  readonly currency: string;
  /** Σ of the line items, as priced at creation. */
  readonly ordered: number;
  /** What was paid or is to be paid on delivery, with fees and discounts. */
  readonly paid: number | undefined;
  /** What has gone back to the shopper. */
  readonly refunded: number;
  readonly paymentId: string | undefined;
  /** What differs, or why Razorpay could not be asked. */
  readonly remark: string | undefined;
}

/**
 * What a sweep found. Plain objects, and a table for people by `String(report)`.
 *
 * @example
 * ```ts
 * import type {Checkout, ReconcileReport} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * const report: ReconcileReport = await checkout.reconcile({dryRun: true});
 * console.log(String(report)); // a table that an accountant can read
 * process.exitCode = report.rows.length ? 1 : 0;
 * ```
 */
export interface ReconcileReport {
  /** About how many orders Razorpay was asked. */
  readonly asked: number;
  /** How many orders of the ledger Razorpay does not know by this key: another account's. */
  readonly foreign: number;
  /** Whether the orders were left where they were. */
  readonly dryRun: boolean;
  readonly rows: readonly ReconcileRow[];
  toString(): string;
}

export const reconcileReport = (
  found: Pick<ReconcileReport, 'asked' | 'foreign' | 'dryRun' | 'rows'>,
): ReconcileReport => ({
  ...found,
  toString: () =>
    [...(found.rows.length ? [table(found.rows), ''] : []), summary(found)].join('\n'),
});

const summary = ({asked, foreign, dryRun, rows}: Parameters<typeof reconcileReport>[0]): string =>
  `${asked} asked, ${rows.length} differ` +
  (dryRun && rows.length ? ', none was moved' : '') +
  (foreign ? `, ${foreign} of another account left alone.` : '.');

const COLUMNS: readonly (readonly [string, (row: ReconcileRow) => string])[] = [
  ['order', ({orderId}) => orderId ?? 'none'],
  ['receipt', ({receipt}) => receipt],
  ['was', ({was}) => was],
  ['is', ({is}) => is],
  ['ordered', ({ordered, currency}) => money(ordered, currency)],
  ['paid', ({paid, currency}) => (paid === undefined ? '' : money(paid, currency))],
  ['refunded', ({refunded, currency}) => (refunded ? money(refunded, currency) : '')],
  ['payment', ({paymentId}) => paymentId ?? ''],
  ['remark', ({remark}) => remark ?? ''],
];

function table(rows: readonly ReconcileRow[]): string {
  const columns = COLUMNS.map(([title, cell]) => {
    const cells = [title, ...rows.map(cell)];
    const width = Math.max(...cells.map(({length}) => length));
    // To the right, so that the digits of amounts stand below each other.
    const isMoney = /^(ordered|paid|refunded)$/.test(title);
    return cells.map((text) => (isMoney ? text.padStart(width) : text.padEnd(width)));
  });
  return [...rows, undefined]
    .map((_, line) =>
      columns
        .map((cells) => cells[line])
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const money = (amount: number, currency: string): string =>
  `${decimalAmount(amount, currency)} ${currency}`;
