import type {CheckoutError} from './checkout-error.js';
import type {CheckoutState} from './checkout-state.js';

export const BUBBLING = {bubbles: true, composed: true};

/**
 * The checkout could not open or broke; `error.code` says why, `error.retryable` whether to try again.
 *
 * @example
 * ```ts
 * import type {RzpErrorEvent} from 'rzp-magic-button';
 *
 * const log = ({error}: RzpErrorEvent) => navigator.sendBeacon('/log', error.code);
 *
 * document.addEventListener('rzp-error', log);
 * ```
 * @hideconstructor
 */
export class RzpErrorEvent extends Event {
  declare readonly error: CheckoutError;
  constructor(error: CheckoutError) {
    super('rzp-error', BUBBLING);
    this.error = error;
  }
}

/**
 * The button's state changed.
 *
 * @example
 * ```ts
 * import type {RzpStateChangeEvent} from 'rzp-magic-button';
 *
 * const follow = ({state, previous}: RzpStateChangeEvent) => console.info(previous, '→', state);
 *
 * document.addEventListener('rzp-statechange', follow);
 * ```
 * @hideconstructor
 */
export class RzpStateChangeEvent extends Event {
  declare readonly state: CheckoutState;
  declare readonly previous: CheckoutState;
  constructor(state: CheckoutState, previous: CheckoutState) {
    super('rzp-statechange', BUBBLING);
    this.state = state;
    this.previous = previous;
  }
}
