import {DEVICE_ERRORS, deviceErrorOf, type DeviceErrorReply} from '../../wire/device.js';
import type {ActivityMove} from '../ledger/devices/activities-table.js';
import {isFinal, type Activity} from '../model/devices/activity.js';
import type {Order} from '../model/order.js';
import type {RemotePayment} from '../razorpay/entities.js';
import type {GatewayAnswer} from '../razorpay/gateway.js';

/** What to do about a sale on a device. */
export type ActivityPlan =
  | {readonly step: 'none'}
  /** Take whatever is left of it from the device: only so is it known that the device is free. */
  | {readonly step: 'close'}
  | {readonly step: 'move'; readonly move: ActivityMove};

/** An order as Razorpay has it now: undefined where Razorpay could not be asked. */
export interface Asked {
  readonly order: Order;
  readonly payments: readonly RemotePayment[];
}

const NONE = {step: 'none'} as const;

/**
 * Decides what to do about a sale on a device, by what the gateway says of it now, where it was
 * asked, and by what Razorpay says of its order. All rules of when a device is free again, and of
 * when a sale was paid or has failed, stand here, and nothing is changed. Time decides nothing.
 */
export function assessActivity(
  activity: Activity,
  says: GatewayAnswer | undefined,
  asked: Asked | undefined,
): ActivityPlan {
  if (isFinal(activity)) return NONE;
  if (asked && isPaid(asked.order)) return assessPaid(activity, says);
  if (activity.status === 'over') return assessOver(activity, says, asked);
  if (activity.isClosed) return assessClosed(activity, says, asked);
  switch (says?.word) {
    case 'processing':
    case 'other':
      return moveTo(activity, 'processing', undefined, says.id);
    case 'completed':
      return asked?.order.status === 'review'
        ? moveTo(activity, 'over')
        : moveTo(activity, 'unconfirmed', undefined, says.id);
    case 'failed':
      return DEVICE_ERRORS[deviceErrorOf(says.error)].inDoubt
        ? moveTo(activity, 'unconfirmed', says.error, says.id)
        : assessEnded(activity, says.error, asked);
    case 'refused':
    case 'unsent':
      return moveTo(activity, 'failed', says.error);
    case 'unknown':
      return moveTo(activity, 'unconfirmed', says.error);
    case undefined:
      // Whoever has sent it has not lived to hear the answer.
      return activity.status === 'sending' ? moveTo(activity, 'unconfirmed', LOST) : NONE;
  }
}

/** The order is paid; the sale has ended once the device is known to be free. */
function assessPaid(activity: Activity, says: GatewayAnswer | undefined): ActivityPlan {
  const hasEnded = says?.word === 'completed' || says?.word === 'failed';
  if (hasEnded || activity.isClosed || activity.status === 'over') return moveTo(activity, 'paid');
  const isForgotten = says?.word === 'unknown' && isGone(says.error);
  // Nobody can say by its id whether it has ended: that nothing is on the device only closing it proves.
  if (activity.activityId === undefined || isForgotten || says?.word === 'other')
    return {step: 'close'};
  return says?.word === 'processing' ? moveTo(activity, 'processing') : NONE;
}

/** The gateway has said that nothing is on the device any more: the order decides. */
function assessClosed(
  activity: Activity,
  says: GatewayAnswer | undefined,
  asked: Asked | undefined,
): ActivityPlan {
  // A tap may have been faster than the cancel: then the gateway knows more than the order may yet.
  if (says?.word === 'unknown' && !isGone(says.error))
    return moveTo(activity, 'unconfirmed', says.error);
  if (says?.word === 'completed') return moveTo(activity, asked ? 'over' : 'unconfirmed');
  const error = says?.word === 'failed' ? says.error : (activity.error ?? CANCELLED);
  if (asked && (isPaying(asked) || asked.order.status === 'review'))
    return moveTo(activity, 'over', error);
  return assessEnded(activity, error, asked);
}

/** Nothing is on the device: what is paid may still be to come. */
function assessOver(
  activity: Activity,
  says: GatewayAnswer | undefined,
  asked: Asked | undefined,
): ActivityPlan {
  const mayCome = !asked || isPaying(asked) || asked.order.status === 'review';
  return mayCome || says?.word === 'completed' || (says?.word === 'unknown' && !isGone(says.error))
    ? NONE
    : moveTo(activity, 'failed', activity.error ?? CANCELLED);
}

/** The gateway has said that it ended without a payment, and the order says whether that is so. */
function assessEnded(
  activity: Activity,
  error: DeviceErrorReply,
  asked: Asked | undefined,
): ActivityPlan {
  if (asked?.order.status === 'review') return moveTo(activity, 'over', error);
  const isCertain = asked !== undefined && !isPaying(asked);
  return moveTo(activity, isCertain ? 'failed' : 'unconfirmed', error);
}

const isGone = (error: DeviceErrorReply): boolean => deviceErrorOf(error) === 'ACTIVITY_NOT_FOUND';

/** Whether the sale is paid; what went back afterwards was paid before. */
export const isPaid = ({status}: Order): boolean => status === 'paid' || status === 'refunded';

/** Whether a payment may still succeed. */
export const isPaying = ({payments}: Pick<Asked, 'payments'>): boolean =>
  payments.some(({status}) => status !== 'failed' && status !== 'refunded');

/** The kit's word for a sale whose process ended before the gateway's answer came. */
const LOST: DeviceErrorReply = {
  code: 'ANSWER_LOST',
  description: 'The answer of the gateway was lost.',
};

/** What a sale has failed of that was taken from its device. */
const CANCELLED: DeviceErrorReply = {
  code: 'TRANSACTION_CANCELLED',
  description: 'The sale was taken from the device.',
};

function moveTo(
  activity: Activity,
  to: ActivityMove['to'],
  error?: DeviceErrorReply,
  activityId?: string,
): ActivityPlan {
  const isNews =
    activity.status !== to ||
    activity.error?.code !== error?.code ||
    activity.error?.reason !== error?.reason ||
    (activityId !== undefined && activity.activityId !== activityId);
  return isNews ? {step: 'move', move: {to, error, activityId}} : NONE;
}
