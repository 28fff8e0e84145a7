import type {Kit} from './kit.js';
import type {Order, OrderPayment, OrderStatus, StatusChange} from './order.js';

/** From where each status can be reached. Nothing leads back. */
const FROM = {
  attempted: ['created'],
  paid: ['created', 'attempted'],
  placed: ['created', 'attempted'],
} as const satisfies Partial<Record<OrderStatus, readonly OrderStatus[]>>;

/** How long `onStatus` may take, in ms. It holds the order, and on SQLite the whole database. */
export const ON_STATUS_DEADLINE = 5_000;

/**
 * Enters that an order is paid or placed and tells the merchant in the same transaction, so that
 * both happen or neither, once, however many callers, processes and retries there are.
 * Gives the order as it stands afterwards, whoever moved it.
 */
export async function confirmOrder(
  {book, onStatus}: Kit,
  orderId: string,
  status: StatusChange['status'],
  payment: OrderPayment,
): Promise<Order> {
  const moved = await book.move(orderId, {from: FROM[status], to: status, payment}, (order, tx) =>
    withDeadline(onStatus({status, order, payment}, tx)),
  );
  return moved ?? book.get(orderId);
}

/** Notes that a payment was tried. It confirms nothing, so that `onStatus` does not hear of it. */
export async function noteAttempt({book}: Kit, order: Order): Promise<Order> {
  if (order.status !== 'created') return order;
  return (await book.move(order.id, {from: FROM.attempted, to: 'attempted'})) ?? book.get(order.id);
}

/** Rejects when the work takes too long, which rolls its transaction back and ends its `tx`. */
async function withDeadline(work: unknown): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new Error(
          `onStatus took more than ${ON_STATUS_DEADLINE} ms and was rolled back. ` +
            'Do database work only, through "tx" only.',
        ),
      );
    }, ON_STATUS_DEADLINE);
  });
  try {
    await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
