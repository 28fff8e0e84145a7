import type {InitiateCheckout} from '../../wire/device.js';
import {HttpError} from '../http/http-error.js';
import type {Context} from '../kit/context.js';
import type {Gateway} from '../kit/devices.js';
import {isFinal, type Activity} from '../model/devices/activity.js';
import {isClosed, type Order} from '../model/order.js';
import {settleWithPayments} from '../orders/settle-order.js';
import {isPaid, isPaying} from './assess-activity.js';
import type {ToldSale} from './device-reply.js';
import {settleBy, settleActivity, type Sale} from './settle-activity.js';
import {waitForSender} from './wait-for-sender.js';

/** A sale, as a till wants it on a device; checked. */
export interface WantedSale {
  readonly order: Order;
  readonly gateway: Gateway;
  readonly request: InitiateCheckout;
}

/**
 * Puts a sale on a device, once, however often and by however many it is asked: what is on the device
 * already is the answer. Before that Razorpay is asked whether the order is paid, or may yet be.
 */
export async function beginActivity(context: Context, wanted: WantedSale): Promise<ToldSale> {
  const {activities} = context;
  const {order, request} = wanted;
  const last = await activities.latest(order.id);
  if (last && !isFinal(last)) {
    const sale = await settleActivity(context, await waitForSender(context, last));
    if (!isFinal(sale.activity)) return onItsDevice(sale, wanted);
  }

  const asked = await settleWithPayments(context, order);
  const place = {deviceMode: request.device_mode, deviceId: request.device_id};
  if (isPaid(asked.order) || asked.order.status === 'review' || isPaying(asked))
    return {order: asked.order, activity: {...place, status: 'unconfirmed'}};
  if (isClosed(asked.order.status))
    throw new HttpError('INVALID_REQUEST', `The order is ${asked.order.status}.`, {
      field: 'order_id',
    });

  const activity = await reserve(context, wanted, (last?.attempt ?? 0) + 1);
  return 'order' in activity ? onItsDevice(activity, wanted) : send(context, wanted, activity);
}

/** Enters the sale, or gives the one of the same order that somebody else has just entered. */
async function reserve(
  context: Context,
  {order, gateway, request}: WantedSale,
  attempt: number,
): Promise<Activity | Sale> {
  const {activities, keyId, deviceLeaseMs} = context;
  const {device_mode: deviceMode, device_id: deviceId} = request;
  const activity = {
    orderId: order.id,
    attempt,
    keyId,
    deviceMode,
    deviceId,
    gateway: gateway.name,
  };
  for (let isLast = false; ; isLast = true) {
    const reserved = await activities.reserve(activity, deviceLeaseMs);
    if (reserved) return reserved;
    const other = (await activities.inTheWay(activity)) ?? (await activities.latest(order.id));
    if (other?.orderId === order.id)
      return settleActivity(context, await waitForSender(context, other));
    // It may have ended meanwhile, and nobody has asked since.
    if (other) await settleActivity(context, other).catch(context.report);
    if (isLast) throw busy(other ?? activity, 'is busy with another sale');
  }
}

/** The sale where it is already, if that is where it was to be put. */
function onItsDevice(sale: Sale, {request}: WantedSale): Sale {
  const {deviceMode, deviceId} = sale.activity;
  if (deviceMode === request.device_mode && deviceId === request.device_id) return sale;
  if (isPaid(sale.order)) return sale;
  throw busy(sale.activity, 'has this sale already. Cancel it there first');
}

/** Which device it is, never whose sale is on it. */
const busy = ({deviceMode, deviceId}: Pick<Activity, 'deviceMode' | 'deviceId'>, why: string) =>
  new HttpError(
    'DEVICE_BUSY',
    `The ${deviceMode} device${deviceId === undefined ? '' : ` ${deviceId}`} ${why}.`,
    {field: deviceId === undefined ? 'device_mode' : 'device_id'},
  );

/** Asks the gateway, once and for all: from the note in the ledger on nobody asks for it again. */
async function send(
  context: Context,
  {order, gateway, request}: WantedSale,
  activity: Activity,
): Promise<Sale> {
  const {name, description, notes, prefill} = request;
  try {
    const answer = await gateway.initiate({
      deviceId: request.device_id,
      orderId: order.id,
      amount: order.amount,
      currency: order.currency,
      name,
      description,
      notes,
      prefill,
    });
    const sale = await settleBy(context, activity, answer);
    if (answer.word !== 'unsent') return sale;
    throw new HttpError('GATEWAY_UNREACHABLE', unreachable(request), {
      headers: {'Retry-After': '2'},
      cause: new Error(answer.error.description),
    });
  } catch (error) {
    await context.activities.release(activity);
    throw error;
  }
}

const unreachable = ({device_mode: mode}: InitiateCheckout): string =>
  mode === 'wired'
    ? "The gateway of the wired device can't be reached. It listens on the till's own machine only: is it running, and is this part of the server on that machine?"
    : "The gateway of the wireless devices can't be reached. Is the server on the network?";
