import type {CheckoutError} from '../shell/checkout-error.js';
import type {DismissReason} from './events.js';
import type {Confirmation, Doubt} from '../shell/confirmation.js';

/**
 * What became of a checkout.
 *
 * @example
 * ```ts
 * import type {Outcome} from 'rzp-magic-button';
 *
 * const outcome: Outcome = await document.createElement('rzp-magic-button').open();
 * switch (outcome.type) {
 *   case 'success':
 *     alert(`Thank you for ${outcome.orderId}.`);
 *     break;
 *   case 'unconfirmed':
 *     alert('Please do not pay again.'); // rzp-success may follow
 *     break;
 *   case 'dismissed':
 *     break;
 *   case 'failed':
 *     console.error(outcome.error.code);
 * }
 * ```
 */
export type Outcome =
  /** The merchant's server confirmed it. */
  | ({type: 'success'} & Confirmation)
  /** Money may have moved; it is asked again, and `rzp-success` may follow. */
  | {type: 'unconfirmed'; doubt: Doubt; orderId: string; paymentId?: string}
  | {type: 'dismissed'; reason: DismissReason; orderId?: string}
  | {type: 'failed'; error: CheckoutError};
