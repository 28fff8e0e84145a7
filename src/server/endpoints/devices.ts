import type {
  CloseCheckout,
  DeviceMode,
  DeviceRequest,
  InitiateCheckout,
} from '../../wire/device.js';
import {beginActivity} from '../devices/begin-activity.js';
import {closeActivity} from '../devices/close-activity.js';
import {deviceReply, type ToldSale} from '../devices/device-reply.js';
import {settleInTurn} from '../devices/settle-activity.js';
import {json, type Incoming, type Reply} from '../http/exchange.js';
import {HttpError} from '../http/http-error.js';
import {readJson} from '../http/read-body.js';
import type {Context} from '../kit/context.js';
import type {Devices, Gateway} from '../kit/devices.js';
import type {Activity} from '../model/devices/activity.js';
import {readDeviceRequest} from '../model/devices/device-request.js';
import type {Order} from '../model/order.js';
import {hashSession} from './idempotency-key.js';
import {tillSession} from './till.js';

/**
 * `POST /devices` puts a sale on a device, or takes it away; `GET /devices?order_id=…` says where it
 * stands. For tills alone, and what it costs is the ledger's.
 */
export async function answerDevices(context: Context, incoming: Incoming): Promise<Reply> {
  const {devices} = context;
  if (!devices) throw new HttpError('NOT_FOUND', 'This shop has no devices.');
  const session = await tillSession(devices, incoming);
  if (incoming.method !== 'POST') return answerStanding(context, incoming, session);
  const request = parse(await readJson(incoming));
  return request.action === 'initiate_checkout'
    ? reply(await begin(context, devices, request, session), true)
    : reply(await close(context, request, session), true);
}

async function answerStanding(
  context: Context,
  incoming: Incoming,
  session: string,
): Promise<Reply> {
  const orderId = incoming.url.searchParams.get('order_id');
  if (!orderId) throw new HttpError('INVALID_REQUEST', 'Add "?order_id=…".', {field: 'order_id'});
  const order = await findOrder(context, orderId);
  const tell = (error: unknown) => context.report(error, incoming.request);
  const sale = await settleInTurn(context, await activityOf(context, order), tell);
  return reply(sale, await isOfSession(context, session, order));
}

async function begin(
  context: Context,
  devices: Devices,
  request: InitiateCheckout,
  session: string,
): Promise<ToldSale> {
  const gateway = gatewayFor(devices, request);
  const order = await ownOrder(context, request.order_id, session);
  checkMode(order, request.device_mode);
  return beginActivity(context, {order, request, gateway});
}

async function close(context: Context, request: CloseCheckout, session: string): Promise<ToldSale> {
  const order = await ownOrder(context, request.order_id, session);
  return closeActivity(context, await activityOf(context, order));
}

const reply = (sale: ToldSale, isOwn: boolean): Reply => json(deviceReply(sale, isOwn));

function parse(body: unknown): DeviceRequest {
  const read = readDeviceRequest(body);
  if (!read.wrong) return read.request;
  const {description, field} = read.wrong;
  throw new HttpError('INVALID_REQUEST', description, field === undefined ? {} : {field});
}

/** The gateway of a device that the shop has. */
function gatewayFor(
  devices: Devices,
  {device_mode: mode, device_id: id}: InitiateCheckout,
): Gateway {
  const gateway = devices.gateways[mode];
  if (!gateway)
    throw new HttpError('INVALID_REQUEST', `This shop has no ${mode} devices.`, {
      field: 'device_mode',
    });
  if (id !== undefined && !devices.allows(id))
    throw new HttpError('DEVICE_NOT_ALLOWED', `The device ${id} is none of this shop.`, {
      field: 'device_id',
    });
  return gateway;
}

async function findOrder({orders}: Context, orderId: string): Promise<Order> {
  const order = await orders.find(orderId);
  if (!order) throw new HttpError('ORDER_NOT_FOUND', 'This shop has no such order.');
  return order;
}

/** An order of this till: nobody else may put it on a device, or take it away. */
async function ownOrder(context: Context, orderId: string, session: string): Promise<Order> {
  const order = await findOrder(context, orderId);
  if (await isOfSession(context, session, order)) return order;
  throw new HttpError('FORBIDDEN', 'This sale is of another till.');
}

async function activityOf({activities}: Context, {id}: Order): Promise<Activity> {
  const activity = await activities.latest(id);
  if (!activity) throw new HttpError('ACTIVITY_NOT_FOUND', 'This order was never on a device.');
  return activity;
}

const isOfSession = async (context: Context, session: string, {id}: Order): Promise<boolean> =>
  (await context.orders.sessionOf(id)) === (await hashSession(session));

function checkMode({deviceMode}: Order, asked: DeviceMode): void {
  if (deviceMode === asked) return;
  if (deviceMode === undefined)
    throw new HttpError('INVALID_REQUEST', 'This order was not made at a till.', {
      field: 'order_id',
    });
  throw new HttpError('INVALID_REQUEST', `This order was made for a ${deviceMode} device.`, {
    field: 'device_mode',
  });
}
