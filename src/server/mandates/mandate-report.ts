import type {ChargeStatus} from '../model/mandates/charge.js';
import type {MandateStatus} from '../model/mandates/mandate.js';

/**
 * A mandate that moved in a sweep, or that Razorpay could not be asked about.
 *
 * @example
 * ```ts
 * import type {MandateReportRow, ReconcileReport} from 'rzp-magic-button/server.js';
 *
 * declare const report: ReconcileReport; // await checkout.reconcile()
 *
 * const lost = report.mandates.filter(({is}: MandateReportRow) => is === 'cancelled');
 * console.log(`${lost.length} shoppers have cancelled.`);
 * ```
 */
export interface MandateReportRow {
  readonly mandateId: string;
  readonly was: MandateStatus;
  readonly is: MandateStatus;
  /** Why the bank rejected it, or why Razorpay could not be asked. */
  readonly remark: string | undefined;
}

/**
 * A charge that moved in a sweep, or that Razorpay could not be asked about. Money in paise.
 *
 * @example
 * ```ts
 * import type {ChargeReportRow, ReconcileReport} from 'rzp-magic-button/server.js';
 *
 * declare const report: ReconcileReport; // await checkout.reconcile()
 *
 * const failed = report.charges.filter(({is}: ChargeReportRow) => is === 'failed');
 * console.log(failed.map(({mandateId, period, remark}) => `${mandateId} ${period}: ${remark ?? ''}`));
 * ```
 */
export interface ChargeReportRow {
  readonly mandateId: string;
  readonly period: string;
  readonly attempt: number;
  readonly was: ChargeStatus;
  readonly is: ChargeStatus;
  readonly amount: number;
  /** What of it has gone back. */
  readonly refunded: number;
  readonly currency: string;
  readonly paymentId: string | undefined;
  /** Why it failed, or why Razorpay could not be asked. */
  readonly remark: string | undefined;
}
