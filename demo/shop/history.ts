import type {OrderStatus, StatusChange} from 'rzp-magic-button/server.js';

/** A row of the shop's own table of what happened to its orders. */
export interface HistoryRow {
  order_id: string;
  status: StatusChange['status'];
  previous: OrderStatus;
  /** What went back with this change, in paise. */
  refund: number;
  /** ISO 8601. */
  at: string;
}

/** Enters a change, within the transaction that makes it. */
export const historyRow = ({status, previous, refund, order}: StatusChange): HistoryRow => ({
  order_id: order.id,
  status,
  previous,
  refund,
  at: order.updatedAt.toISOString(),
});
