/** The kit's words for where an order stands, as the page is told them too. */
const SHARED = ['created', 'attempted', 'paid', 'placed', 'cancelled', 'refunded'] as const;

/**
 * Where an order stands:
 *
 * - `created` → `attempted` (a payment was tried) → `paid` or `placed` (cash on delivery: confirmed,
 *   not paid). A failed payment moves nothing: it may still succeed days later.
 * - `placed` → `paid` or `cancelled`; `paid` → `refunded`, once all of it went back.
 * - `refunded` → `paid` again, where a refund failed: the one way back.
 * - `created`, `attempted` → `review`: a payment came that does not fit. A person must look at it;
 *   a payment that fits still makes the order `paid` or `placed`, and so does `checkout.accept()`.
 *
 * @example
 * ```ts
 * import type {OrderStatus} from 'rzp-magic-button/server.js';
 *
 * const words: Record<OrderStatus, string> = {
 *   created: 'not paid',
 *   attempted: 'not paid yet',
 *   paid: 'paid',
 *   placed: 'cash on delivery',
 *   cancelled: 'cancelled',
 *   refunded: 'given back',
 *   review: 'in our hands',
 * };
 * console.log(words.placed); // cash on delivery
 * ```
 * @useDeclaredType
 */
export type OrderStatus = (typeof SHARED)[number] | 'review';

/** What `status-url` says of an order. */
export const STATUS_WORDS = [...SHARED, 'unconfirmed'] as const;
export type StatusWord = (typeof STATUS_WORDS)[number];

/** What the page is told. What a shop looks into is nothing for the shopper to do anything about. */
export const statusWord = (status: OrderStatus): StatusWord =>
  status === 'review' ? 'unconfirmed' : status;

/** Paid, or to be paid on delivery. */
export type ConfirmedStatus = 'paid' | 'placed';

/** Whether an order is confirmed: what the shopper bought is theirs, and it is not paid again. */
export const isConfirmed = (status: string | undefined): status is ConfirmedStatus =>
  status === 'paid' || status === 'placed';

/** Whether an order has left the checkout for good. */
export const isClosed = (status: string | undefined): boolean =>
  isConfirmed(status) || status === 'cancelled' || status === 'refunded';
