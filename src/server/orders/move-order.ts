import {inTime} from '../runtime/with-deadline.js';
import type {Kit} from '../kit/context.js';
import {canReach, type Move} from '../model/move.js';
import type {Order, StatusChange} from '../model/order.js';

/** How long `onStatus` may take, in ms. It holds the order, and on SQLite the whole database. */
export const ON_STATUS_DEADLINE = 5_000;

/**
 * Moves an order forward, whoever asks for it: enters the status and tells the merchant in the same
 * transaction, so that both happen or neither, once, however many callers, processes and retries
 * there are. Gives the order as it stands afterwards, whoever moved it.
 */
export async function moveOrder(kit: Kit, order: Order, move: Move): Promise<Order> {
  let current = order;
  while (leads(move, current)) {
    const moved = await enter(kit, current, move);
    if (moved) return moved;
    // Somebody else moved it meanwhile.
    current = await kit.book.get(order.id);
  }
  return current;
}

function leads(move: Move, {status, amountRefunded}: Order): boolean {
  return move.to === 'partly_refunded'
    ? status === 'paid' && amountRefunded < move.amountRefunded
    : canReach(move.to, status);
}

async function enter(kit: Kit, from: Order, move: Move): Promise<Order | undefined> {
  const {book, outbox, onStatus} = kit;
  if (move.to === 'attempted') return book.move(from, move);

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
