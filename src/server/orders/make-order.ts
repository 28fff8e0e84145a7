import {HttpError} from '../http/http-error.js';
import type {Kit} from '../kit/context.js';
import type {Quote} from '../model/line-items.js';
import {isClosed, type Order} from '../model/order.js';
import type {Reserved} from '../ledger/order-row.js';
import {RazorpayError} from '../razorpay/error.js';
import type {RemoteOrder} from '../razorpay/entities.js';

/** An order that somebody asks for under a key. */
export interface Wanted {
  readonly idempotencyKey: string;
  readonly cartHash: string;
  readonly quote: Quote;
}

interface Made {
  readonly order: Order;
  readonly isNew: boolean;
}

/** How long a second request of the same key waits for the first, and how often it looks, in ms. */
const PATIENCE = 12_000;
const PAUSE = 100;

/**
 * Makes the order of a key, once. The ledger decides who makes it; everybody else waits for the
 * winner's. An order that was asked for at Razorpay without an answer is searched for by its
 * receipt before it is asked for again.
 */
export async function makeOrder(kit: Kit, wanted: Wanted): Promise<Made> {
  const {reservations, lease} = kit;
  for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
    const reserved = await reservations.find(wanted.idempotencyKey);
    if (!reserved) {
      const reservation = {
        ...wanted,
        receipt: randomReceipt(),
        keyId: kit.keyId,
        quotes: {shipping: kit.shipping && [], promotions: kit.promotions && []},
      };
      if (await reservations.reserve(reservation, lease))
        return {order: await create(kit, reservation), isNew: true};
      continue;
    }
    if (reserved.cartHash !== wanted.cartHash)
      throw conflict('This Idempotency-Key was used for another cart.');
    if (reserved.order) return {order: open(reserved.order), isNew: false};
    if (await reservations.takeOver(reserved.receipt, lease))
      return {order: await findOrCreate(kit, reserved), isNew: true};
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  throw new HttpError('RAZORPAY_UNAVAILABLE', 'The order is still being made. Try again.', {
    headers: {'Retry-After': '2'},
  });
}

/** An order that can still be paid. */
function open(order: Order): Order {
  if (order.status === 'review')
    throw new HttpError(
      'ORDER_REFUSED',
      'The shop is looking into a payment for this order. Please do not pay again.',
    );
  if (isClosed(order.status))
    throw conflict('The order of this Idempotency-Key is complete. Use a new one.');
  return order;
}

const conflict = (description: string) =>
  new HttpError('IDEMPOTENCY_CONFLICT', description, {field: 'Idempotency-Key'});

type Draft = Pick<Reserved, 'receipt' | 'quote'>;

async function create(kit: Kit, draft: Draft): Promise<Order> {
  try {
    return await enter(
      kit,
      draft,
      await kit.razorpay.createOrder({receipt: draft.receipt, ...draft.quote}),
    );
  } catch (error) {
    if (!(error instanceof RazorpayError)) throw error;
    if (IN_DOUBT.has(error.code)) {
      const found = await find(kit, draft);
      if (found) return found;
      await kit.reservations.release(draft.receipt);
    } else {
      // Nothing was made. Once the merchant has mended it, the key is as good as new.
      await kit.reservations.forget(draft.receipt);
    }
    throw error;
  }
}

async function findOrCreate(kit: Kit, draft: Draft): Promise<Order> {
  return (await find(kit, draft)) ?? create(kit, draft);
}

/**
 * Finishes an order whose making was left: enters it if Razorpay has made it, forgets it if not.
 * Undefined too while somebody else is making it.
 */
export async function recoverOrder(kit: Kit, draft: Draft): Promise<Order | undefined> {
  if (!(await kit.reservations.takeOver(draft.receipt, kit.lease))) return undefined;
  const found = await find(kit, draft);
  if (!found) await kit.reservations.forget(draft.receipt);
  return found;
}

/** The order if Razorpay has it. When Razorpay does not say, the next who asks searches again. */
async function find(kit: Kit, draft: Draft): Promise<Order | undefined> {
  try {
    const remote = await kit.razorpay.findOrder(draft.receipt);
    return remote && (await enter(kit, draft, remote));
  } catch (error) {
    await kit.reservations.release(draft.receipt);
    throw error;
  }
}

function enter({reservations}: Kit, {receipt, quote}: Draft, remote: RemoteOrder): Promise<Order> {
  if (remote.amount !== quote.amount || remote.currency !== quote.currency)
    throw new RazorpayError(
      'invalid_reply',
      `Order ${remote.id} is of ${remote.amount} ${remote.currency}, not of ${quote.amount} ${quote.currency}.`,
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
