import type {Context} from '../kit/context.js';
import {isOnDevice, type Activity} from '../model/devices/activity.js';
import {closeNow, settleActivity, type Sale} from './settle-activity.js';
import {waitForSender} from './wait-for-sender.js';

/** Takes a sale from its device for a till; one that is on none any more is only asked about. */
export async function closeActivity(context: Context, activity: Activity): Promise<Sale> {
  const current = await waitForSender(context, activity);
  return isOnDevice(current) ? closeNow(context, current) : settleActivity(context, current);
}
