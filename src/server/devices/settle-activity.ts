import {deviceErrorOf, type DeviceErrorReply} from '../../wire/device.js';
import type {Context} from '../kit/context.js';
import type {Gateway} from '../kit/devices.js';
import {isFinal, isOnDevice, type Activity} from '../model/devices/activity.js';
import {isClosed, type Order} from '../model/order.js';
import {foreseeWithPayments, settleWithPayments} from '../orders/settle-order.js';
import {RazorpayError} from '../razorpay/error.js';
import type {GatewayAnswer} from '../razorpay/gateway.js';
import {assessActivity, type ActivityPlan, type Asked} from './assess-activity.js';
import {isLeased} from './wait-for-sender.js';

/** An order, and the last attempt to have it paid on a device. */
export interface Sale {
  readonly order: Order;
  readonly activity: Activity;
}

/** Tells the merchant of what a till is not told. */
type Tell = (error: unknown) => void;

/**
 * Takes a sale as far as it goes, by what gateway and Razorpay say now. While another process talks
 * to the device it is left to that one, and so is a sale whose gateway another machine has.
 */
export async function settleActivity(
  context: Context,
  found: Activity,
  tell: Tell = context.report,
): Promise<Sale> {
  const {orders} = context;
  const activity = await takeUp(context, found);
  if (isFinal(activity) || isLeased(context, activity))
    return {order: await orders.get(activity.orderId), activity};
  const gateway = gatewayOf(context, activity);
  return gateway
    ? settleBy(context, activity, await askGateway(gateway, activity), tell)
    : settleElsewhere(context, activity, tell);
}

/** As `settleActivity`, if nobody has asked a moment ago: else as the ledger has it. */
export async function settleInTurn(
  context: Context,
  activity: Activity,
  tell: Tell = context.report,
): Promise<Sale> {
  const {activities, orders} = context;
  const isOwn = isFinal(activity) || gatewayOf(context, activity) !== undefined;
  if (!isOwn && !namesakeOf(context, activity)) return settleElsewhere(context, activity, tell);
  if (!isFinal(activity) && (await activities.mayAsk(activity)))
    return settleActivity(context, activity, tell);
  return isOwn
    ? {order: await orders.get(activity.orderId), activity}
    : settleElsewhere(context, activity, tell);
}

/** A sale on a device of another machine: only its order is asked, and its row left alone. */
async function settleElsewhere(context: Context, activity: Activity, tell: Tell): Promise<Sale> {
  const {orders} = context;
  const known = await orders.get(activity.orderId);
  const isAsked = isClosed(known.status) || !(await orders.mayAsk(known.id, 'status'));
  const asked = isAsked ? undefined : await askOrder(context, known, tell);
  const order = asked?.order ?? known;
  if (!isOnDevice(activity)) return {order, activity};
  const error: DeviceErrorReply = {
    code: 'GATEWAY_UNREACHABLE',
    description: `The sale is on a device of ${activity.gateway}, which this server does not reach.`,
  };
  return {order, activity: {...activity, status: 'unconfirmed', error}};
}

/** The sale as `settleActivity` would leave it, as far as can be said without doing it. */
export async function foreseeActivity(context: Context, activity: Activity): Promise<Sale> {
  const order = await context.orders.get(activity.orderId);
  const gateway = gatewayOf(context, activity);
  if (isFinal(activity) || isLeased(context, activity) || !gateway) return {order, activity};
  const says = await askGateway(gateway, activity);
  const asked = isClosed(order.status)
    ? toldOf(order)
    : await foreseeWithPayments(context, order, () => undefined);
  const plan = assessActivity(activity, says, asked);
  return plan.step === 'move'
    ? {order, activity: {...activity, status: plan.move.to, error: plan.move.error}}
    : {order, activity};
}

/** Moves a sale by what the gateway has just said of it. */
export async function settleBy(
  context: Context,
  activity: Activity,
  says: GatewayAnswer | undefined,
  tell: Tell = context.report,
): Promise<Sale> {
  const {activities, orders} = context;
  const known = await orders.get(activity.orderId);
  const isUnderWay = says?.word === 'processing' && !activity.isClosed;
  const isNotBegun = says?.word === 'refused' || says?.word === 'unsent';
  const asked = isUnderWay || isNotBegun ? toldOf(known) : await askOrder(context, known, tell);
  const order = asked?.order ?? known;
  const plan = assessActivity(activity, says, asked);
  if (plan.step === 'move') return {order, activity: await enter(context, activity, plan)};
  // Who has the lease has just tried, or has just begun.
  const isOwn = isLeased(context, activity);
  if (plan.step === 'close' && !isOwn) return closeNow(context, activity, tell);
  await activities.release(activity);
  return {order, activity: await activities.get(activity)};
}

/**
 * Takes a sale from its device, and says what became of it. Nobody but the one who has the lease may:
 * without it another sale could be on the device meanwhile.
 */
export async function closeNow(
  context: Context,
  found: Activity,
  tell: Tell = context.report,
): Promise<Sale> {
  const {activities, orders, deviceLeaseMs} = context;
  const activity = await takeUp(context, found);
  const gateway = gatewayOf(context, activity);
  if (!gateway) return settleElsewhere(context, activity, tell);
  const leased = await activities.lease(activity, deviceLeaseMs);
  // Somebody else is about it, or has ended it.
  if (!leased)
    return {
      order: await orders.get(activity.orderId),
      activity: await activities.get(activity),
    };
  let held = leased;
  try {
    const answer = await gateway.close(held.deviceId);
    const isEmpty = answer.word === 'completed' || isNothing(answer);
    held = (isEmpty ? await activities.noteClosed(held) : undefined) ?? held;
    const says = await askGateway(gateway, held);
    // Of a sale without an id the gateway says nothing but why it could not be closed.
    const isUnheard = says === undefined && !isEmpty && 'error' in answer;
    const heard = isUnheard ? ({word: 'unknown', error: answer.error} as const) : says;
    return await settleBy(context, held, heard, tell);
  } catch (error) {
    await activities.release(held);
    throw error;
  }
}

/** What the gateway says of a sale; undefined where nobody knows by which id to ask. */
const askGateway = async (
  gateway: Gateway,
  {activityId}: Activity,
): Promise<GatewayAnswer | undefined> =>
  activityId === undefined ? undefined : gateway.get(activityId);

/** The gateway that has the sale, if it is one of this process. */
function gatewayOf({devices}: Context, {deviceMode, gateway}: Activity): Gateway | undefined {
  const own = devices?.gateways[deviceMode];
  return own && (own.name === gateway || own.formerName === gateway) ? own : undefined;
}

/** The gateway at the same address on this machine, where the sale is of a machine that is called otherwise. */
function namesakeOf({devices}: Context, {deviceMode, gateway}: Activity): Gateway | undefined {
  const own = devices?.gateways[deviceMode];
  return own?.isNamesake?.(gateway) && own.name !== gateway ? own : undefined;
}

/**
 * A sale that this machine has put on its device under another name, as a container has one after each
 * start, is its own again. The proof is that the gateway knows it: that of another machine does not, and
 * what it says of a sale that it does not know means nothing.
 */
async function takeUp(context: Context, activity: Activity): Promise<Activity> {
  const gateway = namesakeOf(context, activity);
  if (!gateway || isFinal(activity) || isLeased(context, activity)) return activity;
  const says = await askGateway(gateway, activity);
  return says && says.word !== 'unknown'
    ? context.activities.enterGateway(activity, gateway.name)
    : activity;
}

const isNothing = (answer: GatewayAnswer): boolean =>
  'error' in answer && deviceErrorOf(answer.error) === 'checkout_not_found';

/** What is known of an order without asking. */
const toldOf = (order: Order): Asked => ({order, payments: []});

/** The order as Razorpay has it now; undefined where Razorpay can't be asked. */
async function askOrder(context: Context, order: Order, tell: Tell): Promise<Asked | undefined> {
  if (isClosed(order.status)) return toldOf(order);
  try {
    return await settleWithPayments(context, order, tell);
  } catch (error) {
    if (!(error instanceof RazorpayError)) throw error;
    tell(error);
    return undefined;
  }
}

/** Enters where a sale goes. */
async function enter(
  {activities}: Context,
  from: Activity,
  {move}: Extract<ActivityPlan, {step: 'move'}>,
): Promise<Activity> {
  const moved = await activities.move(from, move);
  if (moved) return moved;
  // Somebody else was faster. What nobody but us has heard is by which id to ask about it.
  const now = await activities.get(from);
  const isId = move.activityId !== undefined && now.activityId === undefined && !isFinal(now);
  const noted = isId ? await activities.move(now, move) : undefined;
  return noted ?? activities.get(from);
}
