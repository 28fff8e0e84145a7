import type {Context} from '../kit/context.js';
import {isAhead} from '../ledger/has-come.js';
import type {Activity} from '../model/devices/activity.js';

/** How long, and how often it is looked: Razorpay's gateway answers within a second. */
const WAIT_MS = 5_000;
const LOOK_INTERVAL_MS = 100;

/** Whether somebody is just talking to the device of a sale. */
export const isLeased = ({now, deviceLeaseMs}: Context, {leasedUntil}: Activity): boolean =>
  isAhead(leasedUntil, now(), deviceLeaseMs);

/** A sale once whoever is just putting it on its device has done so, or after a while. */
export async function waitForSender(context: Context, activity: Activity): Promise<Activity> {
  let current = activity;
  for (let waitedMs = 0; waitedMs < WAIT_MS; waitedMs += LOOK_INTERVAL_MS) {
    const isSending = current.status === 'sending' && isLeased(context, current);
    if (!isSending) return current;
    await new Promise((resolve) => setTimeout(resolve, LOOK_INTERVAL_MS));
    current = await context.activities.get(current);
  }
  return current;
}
