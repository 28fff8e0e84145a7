import type {Context} from '../kit/context.js';
import type {Move} from '../model/move.js';
import {isConfirmed, type Order, type StatusChange} from '../model/order.js';
import {runHook} from '../runtime/hook-error.js';
import {withDeadline} from '../runtime/with-deadline.js';

/** How long `onStatus` may take. It holds the order, and on SQLite the whole database. */
const ON_STATUS_DEADLINE_MS = 5_000;

/**
 * Moves an order on from where it was read: enters the status and tells the merchant in the same
 * transaction, so that both happen or neither, once, however many callers, processes and retries
 * there are. Gives the order as it stands afterwards, or undefined where somebody else was faster.
 */
export function moveOrder(context: Context, order: Order, move: Move): Promise<Order | undefined> {
  return move.to === 'attempted'
    ? context.orders.move(order, move)
    : moveAndTell(context, order, move);
}

async function moveAndTell(
  {orders, outbox, onStatus}: Context,
  from: Order,
  move: Exclude<Move, {to: 'attempted'}>,
): Promise<Order | undefined> {
  const {to: status, payment} = move;
  let entered: {readonly id: string; readonly change: StatusChange} | undefined;
  const moved = await orders.move(from, move, async (order, tx) => {
    const change: StatusChange = {
      status,
      previous: from.status,
      ship: isConfirmed(status) && from.status !== 'placed',
      order,
      payment,
      refund: order.amountRefunded - from.amountRefunded,
    };
    // After the deadline all is rolled back, and a "tx" that is used later is refused.
    await runHook(() =>
      withDeadline(
        ON_STATUS_DEADLINE_MS,
        onStatus(change, tx),
        `onStatus took more than ${ON_STATUS_DEADLINE_MS} ms for ${order.id} and was rolled back. ` +
          'Do database work only, through "tx" only.',
      ),
    );
    entered = outbox && {id: await outbox.enter(change, tx), change};
  });
  if (moved && entered) outbox?.tell(entered.id, entered.change);
  return moved;
}
