/**
 * Where an order stands, in the kit's words, as `status-url` says them. `review` is the ledger's
 * own: the page reads `unconfirmed`.
 */
export type OrderStatus =
  'created' | 'attempted' | 'paid' | 'placed' | 'review' | 'cancelled' | 'refunded';

/** Whether an order is confirmed: what the shopper bought is theirs, and it is not paid again. */
export const isConfirmed = (status: string | undefined): status is 'paid' | 'placed' =>
  status === 'paid' || status === 'placed';

/** Whether an order has left the checkout for good. */
export const isClosed = (status: string | undefined): boolean =>
  isConfirmed(status) || status === 'cancelled' || status === 'refunded';
