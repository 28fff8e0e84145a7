import type {Reserved} from '../ledger/order-row.js';
import {SWEEP_PART_OF_AGE} from '../ledger/orders-table.js';
import {isClosed, type Order} from '../model/order.js';

/** Until an order is that old every sweep asks about it. */
const YOUNG_MS = 24 * 3_600_000;

/**
 * When the sweep asks about an order again, in ms since 1970: one of a day after an hour, one of a
 * month after a day, one of a year after two weeks. A bank may say yes days after a payment failed and
 * a refund may fail weeks later, but the longer nothing came, the less is to come.
 */
export function nextSweep({status, createdAt, updatedAt}: Order, now: number): number {
  const ageMs = now - (isClosed(status) ? updatedAt : createdAt).getTime();
  return ageMs < YOUNG_MS ? now : now + Math.floor(ageMs / SWEEP_PART_OF_AGE);
}

/**
 * Whether the sweep is to ask now. What lies further ahead than any sweep was set by a clock that was
 * wrong then.
 */
export const isDue = ({sweepAt, createdAt}: Reserved, now: number): boolean =>
  sweepAt <= now || (sweepAt - now) * SWEEP_PART_OF_AGE > now - createdAt;
