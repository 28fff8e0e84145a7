import type {DeviceReply, DeviceStatusWord} from '../../wire/device.js';
import type {Activity, ActivityStatus} from '../model/devices/activity.js';
import type {Order} from '../model/order.js';
import {isPaid} from './assess-activity.js';

/** What a till is told of a sale; of one that is on no device, as far as it was asked for. */
export interface ToldSale {
  readonly order: Order;
  readonly activity: Pick<Activity, 'deviceMode' | 'deviceId' | 'status'> &
    Partial<Pick<Activity, 'activityId' | 'error'>>;
}

const WORDS: Readonly<Record<ActivityStatus, DeviceStatusWord>> = {
  sending: 'unconfirmed',
  processing: 'processing',
  unconfirmed: 'unconfirmed',
  over: 'unconfirmed',
  paid: 'paid',
  failed: 'failed',
};

/** Where a sale stands, in the words of the wire. That the order is paid counts, however it was learned. */
export function deviceWord({order, activity}: ToldSale): DeviceStatusWord {
  if (isPaid(order)) return 'paid';
  // A payment came that does not fit: a person looks at it.
  return order.status === 'review' ? 'unconfirmed' : WORDS[activity.status];
}

/** The reply about a sale. Whose it is not is not told of the payment. */
export function deviceReply(sale: ToldSale, isOwn: boolean): DeviceReply {
  const {order, activity} = sale;
  const status = deviceWord(sale);
  const {activityId, error} = activity;
  const paymentId = (order.payment ?? order.review?.payment)?.id;
  const isTold = status === 'failed' || status === 'unconfirmed';
  return {
    order_id: order.id,
    status,
    device_mode: activity.deviceMode,
    ...(activity.deviceId !== undefined && {device_id: activity.deviceId}),
    ...(activityId !== undefined && {activity_id: activityId}),
    ...(isOwn && paymentId !== undefined && {payment_id: paymentId}),
    amount: order.amount,
    currency: order.currency,
    ...(isTold && error && {error}),
  };
}
