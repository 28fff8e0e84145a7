import type {Transaction} from 'kysely';
import type {Context} from '../kit/context.js';
import type {LedgerTables} from '../ledger/ledger.js';
import type {Move} from '../model/move.js';
import {isConfirmed, type Order, type StatusChange} from '../model/order.js';
import {HookError, runHook} from '../runtime/hook-error.js';
import {withDeadline} from '../runtime/with-deadline.js';
import {NeedsReview} from './needs-review.js';
import {usedCoupons} from './unquoted.js';

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

/** Why an order was not to be confirmed; undefined for every other error. */
export const objectionOf = (error: unknown): string | undefined =>
  error instanceof HookError && error.cause instanceof NeedsReview
    ? error.cause.message
    : undefined;

/** Uses up the coupons of an order that is confirmed, or gives back those of one that is over. */
async function moveCoupons(
  {coupons, report}: Context,
  order: Order,
  move: Exclude<Move, {to: 'attempted'}>,
  tx: Transaction<LedgerTables>,
): Promise<void> {
  const {to: status} = move;
  if (status === 'cancelled' || status === 'refunded') await coupons.giveBack(order.id, tx);
  const isBack = status === 'refund_failed' && order.status === 'paid';
  if (!isConfirmed(status) && !isBack) return;
  const taken = await coupons.use(order, usedCoupons(order), tx);
  const isAccepted = 'isAccepted' in move && move.isAccepted;
  if (taken === undefined || isAccepted) return coupons.letGo(order.id, tx);
  if (!isBack) throw new HookError(new NeedsReview(`Another order has the coupon "${taken}".`));
  // It was free while the refund was under way. That the order is paid is true all the same.
  report(
    new Error(
      `${order.id} is paid again, because its refund failed, and another order has used its coupon "${taken}" meanwhile.`,
    ),
  );
}

async function moveAndTell(
  context: Context,
  from: Order,
  move: Exclude<Move, {to: 'attempted'}>,
): Promise<Order | undefined> {
  const {orders, outbox, onStatus} = context;
  const {to: status, payment} = move;
  let entered: {readonly id: string; readonly change: StatusChange} | undefined;
  const moved = await orders.move(from, move, async (order, tx) => {
    const change: StatusChange = {
      status,
      previous: from.status,
      // Of a mandate that is approved there is nothing to ship.
      ship: isConfirmed(status) && from.status !== 'placed' && !from.mandate,
      order,
      payment,
      refund: order.amountRefunded - from.amountRefunded,
    };
    await moveCoupons(context, order, move, tx);
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
