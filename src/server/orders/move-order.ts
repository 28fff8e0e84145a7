import {inTime} from '../runtime/with-deadline.js';
import type {Kit} from '../kit/context.js';
import type {Move} from '../model/move.js';
import type {Order, StatusChange} from '../model/order.js';

/** How long `onStatus` may take, in ms. It holds the order, and on SQLite the whole database. */
export const ON_STATUS_DEADLINE = 5_000;

/**
 * Moves an order on from where it was read: enters the status and tells the merchant in the same
 * transaction, so that both happen or neither, once, however many callers, processes and retries
 * there are. Gives the order as it stands afterwards: where somebody else was faster, as they left it.
 */
export async function moveOrder(kit: Kit, order: Order, move: Move): Promise<Order> {
  const {book} = kit;
  const moved = await (move.to === 'attempted' ? book.move(order, move) : enter(kit, order, move));
  return moved ?? book.get(order.id);
}

async function enter(
  {book, outbox, onStatus}: Kit,
  from: Order,
  move: Exclude<Move, {to: 'attempted'}>,
): Promise<Order | undefined> {
  const {to: status, payment} = move;
  let told: {readonly id: string; readonly change: StatusChange} | undefined;
  const moved = await book.move(from, move, async (order, tx) => {
    const change: StatusChange = {
      status,
      previous: from.status,
      ship: (status === 'paid' || status === 'placed') && from.status !== 'placed',
      order,
      payment,
      refund: order.amountRefunded - from.amountRefunded,
    };
    // Too late, it is rolled back, and its `tx` ends with it.
    await inTime(
      onStatus(change, tx),
      ON_STATUS_DEADLINE,
      `onStatus took more than ${ON_STATUS_DEADLINE} ms and was rolled back. ` +
        'Do database work only, through "tx" only.',
    );
    told = outbox && {id: await outbox.enter(change, tx), change};
  });
  if (moved && told) outbox?.tell(told.id, told.change);
  return moved;
}
