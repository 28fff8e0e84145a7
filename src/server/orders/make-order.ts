import type {DeviceMode} from '../../wire/device.js';
import {HttpError} from '../http/http-error.js';
import type {Context} from '../kit/context.js';
import type {Reserved} from '../ledger/order-row.js';
import type {TotalledCart} from '../model/line-items.js';
import {isClosed, type Order} from '../model/order.js';
import type {RemoteOrder} from '../razorpay/entities.js';
import {RazorpayError} from '../razorpay/error.js';

/** An order that somebody asks for under a key. */
export interface Wanted {
  readonly idempotencyKey: string;
  readonly cartHash: string;
  readonly sessionHash: string;
  readonly cart: TotalledCart;
  /** For which kind of device it is made; undefined where it is paid in a checkout. */
  readonly deviceMode: DeviceMode | undefined;
}

interface Made {
  readonly order: Order;
  readonly isNew: boolean;
}

/** How long a second request of the same key waits for the first, and how often it looks. */
const WAIT_MS = 12_000;
const LOOK_INTERVAL_MS = 100;

/**
 * Makes the order of a key, once. The ledger decides who makes it; everybody else waits for that
 * one's. An order that was asked for at Razorpay without an answer is searched for by its receipt
 * before it is asked for again.
 */
export async function makeOrder(context: Context, wanted: Wanted): Promise<Made> {
  const {reservations, makingLeaseMs, shipping, promotions} = context;
  for (let waitedMs = 0; waitedMs < WAIT_MS; waitedMs += LOOK_INTERVAL_MS) {
    const reserved = await reservations.find(wanted.idempotencyKey);
    if (!reserved) {
      const reservation = {
        ...wanted,
        receipt: randomReceipt(),
        keyId: context.keyId,
        quotes: {shipping: shipping && [], promotions: promotions && []},
      };
      if (await reservations.reserve(reservation, makingLeaseMs))
        return {order: await post(context, reservation), isNew: true};
      continue;
    }
    if (reserved.cartHash !== wanted.cartHash)
      throw conflict('This Idempotency-Key was used for another cart.');
    if (reserved.order) return {order: payable(reserved.order), isNew: false};
    if (await reservations.takeOver(reserved.receipt, makingLeaseMs)) {
      const order = (await search(context, reserved)) ?? (await post(context, reserved));
      return {order, isNew: true};
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_INTERVAL_MS));
  }
  throw new HttpError('RAZORPAY_UNAVAILABLE', 'The order is still being made. Try again.', {
    headers: {'Retry-After': '2'},
  });
}

/**
 * Finishes an order whose making was left: enters it if Razorpay has made it, forgets it if not.
 * Undefined too while somebody else is making it.
 */
export async function recoverOrder(context: Context, draft: Draft): Promise<Order | undefined> {
  const {reservations, makingLeaseMs} = context;
  if (!(await reservations.takeOver(draft.receipt, makingLeaseMs))) return undefined;
  const found = await search(context, draft);
  if (!found) await reservations.forget(draft.receipt);
  return found;
}

/** The order, if it can still be paid; else an `HttpError`. */
function payable(order: Order): Order {
  if (order.status === 'review')
    throw new HttpError(
      'ORDER_REFUSED',
      'The shop is looking into a payment for this order. Please do not pay again.',
    );
  if (isClosed(order.status))
    throw conflict(
      'The order of this Idempotency-Key is complete. Use a new one.',
      'order_complete',
    );
  return order;
}

const conflict = (description: string, reason?: 'order_complete') =>
  new HttpError('IDEMPOTENCY_CONFLICT', description, {
    field: 'Idempotency-Key',
    ...(reason && {reason}),
  });

type Draft = Pick<Reserved, 'receipt' | 'cart' | 'deviceMode'>;

/** Has Razorpay make the order. */
async function post(context: Context, draft: Draft): Promise<Order> {
  const {razorpay, reservations} = context;
  const {receipt, cart, deviceMode} = draft;
  try {
    return await enter(context, draft, await razorpay.postOrder({receipt, deviceMode, ...cart}));
  } catch (error) {
    if (!(error instanceof RazorpayError)) throw error;
    if (IN_DOUBT.has(error.code)) {
      const found = await search(context, draft);
      if (found) return found;
      await reservations.release(receipt);
    } else {
      // Nothing was made. Once the merchant has mended it, the key is as good as new.
      await reservations.forget(receipt);
    }
    throw error;
  }
}

/** The order if Razorpay has it. When Razorpay does not say, the next who asks searches again. */
async function search(context: Context, draft: Draft): Promise<Order | undefined> {
  const {razorpay, reservations} = context;
  try {
    const remote = await razorpay.findOrder(draft.receipt, draft.deviceMode);
    return remote && (await enter(context, draft, remote));
  } catch (error) {
    await reservations.release(draft.receipt);
    throw error;
  }
}

function enter(
  {reservations}: Context,
  {receipt, cart}: Draft,
  remote: RemoteOrder,
): Promise<Order> {
  if (remote.amount !== cart.amount || remote.currency !== cart.currency)
    throw new RazorpayError(
      'invalid_reply',
      `Order ${remote.id} is of ${remote.amount} ${remote.currency}, not of ${cart.amount} ${cart.currency}.`,
    );
  return reservations.enterId(receipt, remote.id);
}

/** After these it is unknown whether Razorpay has made the order. */
const IN_DOUBT: ReadonlySet<RazorpayError['code']> = new Set([
  'unreachable',
  'timeout',
  'server',
  'invalid_reply',
]);

/** 192 bits: knowing a receipt is what Razorpay's servers are recognised by. */
const randomReceipt = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
