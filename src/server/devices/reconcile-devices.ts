import type {Context} from '../kit/context.js';
import {isFinal, isOnDevice, type Activity} from '../model/devices/activity.js';
import type {DeviceReportRow} from '../model/devices/device-report.js';
import {retryWhileLimited} from '../razorpay/retry-while-limited.js';
import {isPaid} from './assess-activity.js';
import {closeActivity} from './close-activity.js';
import {deviceWord} from './device-reply.js';
import {foreseeActivity, settleActivity, type Sale} from './settle-activity.js';

/** How many sales are read from the ledger at a time. */
const PAGE_SIZE = 100;

/** Which sales a sweep is about. */
export interface DeviceSweep {
  /** Younger ones are left alone: their shopper may be paying. In ms since 1970. */
  readonly before: number;
  readonly dryRun: boolean;
}

/** What a sweep found of the sales on devices. */
export interface DevicesSwept {
  readonly asked: number;
  readonly devices: readonly DeviceReportRow[];
}

/**
 * Asks about every sale on a device that has not ended. One of which nobody can say where it is is
 * taken from its device, which proves that nothing is on it; one that is being paid is named.
 */
export async function reconcileDevices(
  context: Context,
  {before, dryRun}: DeviceSweep,
): Promise<DevicesSwept> {
  const devices: DeviceReportRow[] = [];
  let asked = 0;
  if (!context.devices) return {asked, devices};
  for (let last: Activity | undefined; ;) {
    const query = {mode: context.keyMode, before, last, limit: PAGE_SIZE};
    const page = await context.activities.unended(query);
    // One after the other: the devices of a shop are few, and each has one sale at most.
    for (const activity of page) devices.push(await rowOf(context, activity, dryRun));
    asked += page.length;
    last = page.at(-1);
    if (page.length < PAGE_SIZE) return {asked, devices};
  }
}

async function rowOf(
  context: Context,
  activity: Activity,
  dryRun: boolean,
): Promise<DeviceReportRow> {
  const order = await context.orders.get(activity.orderId);
  const was = deviceWord({order, activity});
  const row = {
    orderId: order.id,
    deviceMode: activity.deviceMode,
    deviceId: activity.deviceId,
    was,
    amount: order.amount,
    currency: order.currency,
  };
  try {
    const sale = await retryWhileLimited(() =>
      dryRun ? foreseeActivity(context, activity) : finish(context, activity),
    );
    return {
      ...row,
      is: deviceWord(sale),
      paymentId: sale.order.payment?.id,
      remark: remarkOf(sale),
    };
  } catch (error) {
    context.report(error);
    const remark = error instanceof Error ? error.message : String(error);
    return {...row, is: was, paymentId: order.payment?.id, remark};
  }
}

/**
 * Takes a sale as far as it goes, and from its device where nobody knows whether it is on it, or where
 * it was paid otherwise.
 */
async function finish(context: Context, activity: Activity): Promise<Sale> {
  const sale = await settleActivity(context, activity);
  const {activity: left, order} = sale;
  const isBeingPaid = left.status === 'processing' && !isPaid(order);
  return isOnDevice(left) && !isBeingPaid ? closeActivity(context, left) : sale;
}

function remarkOf({activity, order}: Sale): string | undefined {
  if (order.status === 'review') return order.review?.reason;
  if (activity.error) return activity.error.description;
  if (isFinal(activity)) return undefined;
  return activity.status === 'processing'
    ? 'It is still on the device.'
    : 'The gateway says that it was paid, and Razorpay knows no payment yet.';
}
