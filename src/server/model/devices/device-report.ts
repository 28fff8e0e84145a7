import type {DeviceMode, DeviceStatusWord} from '../../../wire/device.js';

/**
 * A sale on a device that ended in a sweep, or that somebody should look at. Money in the currency's
 * smallest unit.
 *
 * @example
 * ```ts
 * import type {DeviceReportRow, ReconcileReport} from 'rzp-magic-button/server.js';
 *
 * declare const report: ReconcileReport; // await checkout.reconcile()
 *
 * const open = report.devices.filter(({is}: DeviceReportRow) => is === 'unconfirmed');
 * for (const {orderId, remark} of open) console.log(`Look at ${orderId}: ${remark ?? ''}`);
 * ```
 */
export interface DeviceReportRow {
  readonly orderId: string;
  readonly deviceMode: DeviceMode;
  /** Undefined where the gateway has one device only. */
  readonly deviceId: string | undefined;
  readonly was: DeviceStatusWord;
  readonly is: DeviceStatusWord;
  readonly amount: number;
  readonly currency: string;
  readonly paymentId: string | undefined;
  /** Why it failed, why nobody can say, or why nobody could be asked. */
  readonly remark: string | undefined;
}
