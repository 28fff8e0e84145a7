import type {OrderDetails, OrderPayment, OrderStatus} from './order.js';

/** From where each status can be reached. Nothing leads back. */
const FROM: Readonly<Record<Exclude<OrderStatus, 'created'>, readonly OrderStatus[]>> = {
  attempted: ['created'],
  paid: ['created', 'attempted', 'review', 'placed'],
  placed: ['created', 'attempted', 'review'],
  // What was confirmed stays so, and what does not fit is told to the log: goods are on their way.
  review: ['created', 'attempted'],
  cancelled: ['created', 'attempted', 'review', 'placed'],
  refunded: ['created', 'attempted', 'review', 'placed', 'paid'],
};

/** Whether an order can still get from one status to the other. */
export const canReach = (to: keyof typeof FROM, from: OrderStatus): boolean =>
  FROM[to].includes(from);

/** Where an order goes, and what takes it there. */
export type Move =
  | {readonly to: 'attempted'}
  | {readonly to: 'paid' | 'placed'; readonly payment: OrderPayment; readonly details: OrderDetails}
  | {readonly to: 'cancelled'; readonly payment: OrderPayment}
  | {
      readonly to: 'review';
      readonly payment: OrderPayment;
      readonly details: OrderDetails;
      readonly reason: string;
    }
  | {
      /** The order stays `paid` until all has gone back. */
      readonly to: 'partly_refunded' | 'refunded';
      readonly payment: OrderPayment;
      /** In all, so that a refund that is told twice counts once. */
      readonly amountRefunded: number;
    };
