import type {CheckoutError} from '../shell/checkout-error.js';
import type {DismissReason} from './events.js';
import type {Confirmation, Doubt} from '../shell/confirmation.js';

/** What became of a checkout. */
export type Outcome =
  /** The merchant's server confirmed it. */
  | ({type: 'success'} & Confirmation)
  /** Money may have moved; it is asked again, and `rzp-success` may follow. */
  | {type: 'unconfirmed'; doubt: Doubt; orderId: string; paymentId?: string}
  | {type: 'dismissed'; reason: DismissReason; orderId?: string}
  | {type: 'failed'; error: CheckoutError};
