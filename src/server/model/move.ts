import type {ConfirmedStatus, Order, OrderDetails, OrderPayment, OrderStatus} from './order.js';

/** From which status each move leads on. Only a refund that failed leads back. */
const FROM: Readonly<Record<Move['to'], readonly OrderStatus[]>> = {
  attempted: ['created'],
  paid: ['created', 'attempted', 'review', 'placed'],
  placed: ['created', 'attempted', 'review'],
  // What was confirmed stays so, and what does not fit is told to the log: goods are on their way.
  review: ['created', 'attempted'],
  cancelled: ['created', 'attempted', 'review', 'placed'],
  partly_refunded: ['paid'],
  refunded: ['created', 'attempted', 'review', 'placed', 'paid'],
  refund_failed: ['paid', 'refunded'],
};

/** Whether a move leads on from where an order stands. */
export const leadsFrom = (status: OrderStatus, to: Move['to']): boolean =>
  FROM[to].includes(status);

/** Where an order goes, and what takes it there. */
export type Move =
  | {readonly to: 'attempted'}
  | {
      readonly to: ConfirmedStatus;
      readonly payment: OrderPayment;
      readonly details: OrderDetails;
      /** Where a person has taken it out of review, whatever spoke against it. */
      readonly isAccepted?: boolean;
    }
  | {readonly to: 'cancelled'; readonly payment: OrderPayment}
  | {
      readonly to: 'review';
      /** Where the payment fits: it may have been another's that brought the order into review. */
      readonly held?: boolean;
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
    }
  | {
      /** What was on its way to the shopper came back to the shop. */
      readonly to: 'refund_failed';
      readonly payment: OrderPayment;
      /** In all: lower than before. */
      readonly amountRefunded: number;
      /** Where the order had none, because all had gone back before we heard of the payment. */
      readonly details?: OrderDetails | undefined;
      /** Why the payment did not fit, if it never did: the order waits for a person again. */
      readonly misfit?: string | undefined;
    };

/** What a move writes into an order. */
export type MoveChanges = Pick<Order, 'status'> &
  Partial<Pick<Order, 'payment' | 'details' | 'review' | 'amountRefunded'>>;

/** What a move changes of an order: all else stays as it is. */
export function changesOf(move: Move): MoveChanges {
  switch (move.to) {
    case 'attempted':
      return {status: 'attempted'};
    case 'review': {
      const {payment, details, reason, held} = move;
      return {status: 'review', review: {reason, payment, ...(held && {held})}, details};
    }
    case 'paid':
    case 'placed':
      return {status: move.to, review: undefined, payment: move.payment, details: move.details};
    case 'cancelled':
      return {status: 'cancelled', review: undefined, payment: move.payment};
    case 'partly_refunded':
    case 'refunded': {
      const {payment, amountRefunded} = move;
      const status = move.to === 'refunded' ? 'refunded' : 'paid';
      return {status, review: undefined, payment, amountRefunded};
    }
    case 'refund_failed': {
      const {payment, amountRefunded, details, misfit: reason} = move;
      return {
        ...(reason === undefined
          ? {status: 'paid', review: undefined, payment}
          : {status: 'review', review: {reason, payment}, payment: undefined}),
        amountRefunded,
        ...(details && {details}),
      };
    }
  }
}
