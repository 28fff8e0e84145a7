import {decimalAmount} from '../../wire/money.js';
import type {ChargeReportRow, MandateReportRow} from '../mandates/mandate-report.js';
import type {DeviceReportRow} from '../model/devices/device-report.js';
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
 * const {rows, mandates, charges, devices} = report;
 * process.exitCode = [rows, mandates, charges, devices].some(({length}) => length) ? 1 : 0;
 * ```
 */
export interface ReconcileReport {
  /** About how many orders, mandates, charges and sales on devices was asked. */
  readonly asked: number;
  /** How many orders of the ledger Razorpay does not know by this key: another account's. */
  readonly foreign: number;
  /** Whether the orders were left where they were. */
  readonly dryRun: boolean;
  readonly rows: readonly ReconcileRow[];
  /** Mandates that moved, or that Razorpay could not be asked about. */
  readonly mandates: readonly MandateReportRow[];
  /** Charges of mandates, likewise. */
  readonly charges: readonly ChargeReportRow[];
  /** Sales on devices that had not ended. */
  readonly devices: readonly DeviceReportRow[];
  toString(): string;
}

export const reconcileReport = (found: Omit<ReconcileReport, 'toString'>): ReconcileReport => ({
  ...found,
  toString: () =>
    [
      ...(found.rows.length ? [table(COLUMNS, found.rows), ''] : []),
      ...(found.mandates.length ? [table(MANDATE_COLUMNS, found.mandates), ''] : []),
      ...(found.charges.length ? [table(CHARGE_COLUMNS, found.charges), ''] : []),
      ...(found.devices.length ? [table(DEVICE_COLUMNS, found.devices), ''] : []),
      summary(found),
    ].join('\n'),
});

function summary({asked, foreign, dryRun, ...found}: Omit<ReconcileReport, 'toString'>): string {
  const {rows, mandates, charges, devices} = found;
  const count = rows.length + mandates.length + charges.length + devices.length;
  return (
    `${asked} asked, ${count} differ` +
    (dryRun && count ? ', none was moved' : '') +
    (foreign ? `, ${foreign} of another account left alone.` : '.')
  );
}

type Columns<Row> = readonly (readonly [string, (row: Row) => string])[];

const COLUMNS: Columns<ReconcileRow> = [
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

const MANDATE_COLUMNS: Columns<MandateReportRow> = [
  ['mandate', ({mandateId}) => mandateId],
  ['was', ({was}) => was],
  ['is', ({is}) => is],
  ['remark', ({remark}) => remark ?? ''],
];

const CHARGE_COLUMNS: Columns<ChargeReportRow> = [
  ['mandate', ({mandateId}) => mandateId],
  ['period', ({period}) => period],
  ['attempt', ({attempt}) => String(attempt)],
  ['was', ({was}) => was],
  ['is', ({is}) => is],
  ['amount', ({amount, currency}) => money(amount, currency)],
  ['refunded', ({refunded, currency}) => (refunded ? money(refunded, currency) : '')],
  ['payment', ({paymentId}) => paymentId ?? ''],
  ['remark', ({remark}) => remark ?? ''],
];

const DEVICE_COLUMNS: Columns<DeviceReportRow> = [
  ['order', ({orderId}) => orderId],
  ['device', ({deviceMode, deviceId}) => [deviceMode, deviceId].filter(Boolean).join(' ')],
  ['was', ({was}) => was],
  ['is', ({is}) => is],
  ['amount', ({amount, currency}) => money(amount, currency)],
  ['payment', ({paymentId}) => paymentId ?? ''],
  ['remark', ({remark}) => remark ?? ''],
];

function table<Row>(shown: Columns<Row>, rows: readonly Row[]): string {
  const columns = shown.map(([title, cell]) => {
    const cells = [title, ...rows.map(cell)];
    const width = Math.max(...cells.map(({length}) => length));
    // To the right, so that the digits of amounts stand below each other.
    const isMoney = /^(ordered|paid|refunded|amount)$/.test(title);
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
