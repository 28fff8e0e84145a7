import type {CheckoutError} from './checkout-error.js';
import type {CheckoutState} from './checkout-state.js';

export const BUBBLING = {bubbles: true, composed: true};

/** The checkout could not open or broke; `error.code` says why, `error.retryable` whether to try again. */
export class RzpErrorEvent extends Event {
  readonly error: CheckoutError;
  constructor(error: CheckoutError) {
    super('rzp-error', BUBBLING);
    this.error = error;
  }
}

/** The button's state changed. */
export class RzpStateChangeEvent extends Event {
  readonly state: CheckoutState;
  readonly previous: CheckoutState;
  constructor(state: CheckoutState, previous: CheckoutState) {
    super('rzp-statechange', BUBBLING);
    this.state = state;
    this.previous = previous;
  }
}
