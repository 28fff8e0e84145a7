/**
 * Thrown by `onStatus` where an order is to be `paid` or `placed` and a person has to look at it first:
 * the payment is kept, nothing ships, and the order is in `review`. What `onStatus` wrote is undone,
 * and it is told once more, of the review.
 *
 * @example
 * ```ts
 * import {NeedsReview, type CheckoutConfig} from 'rzp-magic-button/server.js';
 *
 * const left = new Map([['assam', 0]]);
 *
 * export const onStatus: CheckoutConfig['onStatus'] = ({ship, order, status}) => {
 *   if (status === 'review') console.log(`${order.id}: ${order.review?.reason ?? ''}`);
 *   if (ship && left.get('assam') === 0) throw new NeedsReview('The last Assam was just sold.');
 * };
 * ```
 */
export class NeedsReview extends Error {
  override readonly name = 'NeedsReview';
}
