import type {CheckoutError, CheckoutErrorCode} from './checkout-error.js';
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
export class RzpErrorEvent<Code extends string = CheckoutErrorCode> extends Event {
  readonly error: CheckoutError<Code>;
  constructor(error: CheckoutError<Code>) {
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
export class RzpStateChangeEvent<State extends string = CheckoutState> extends Event {
  readonly state: State;
  readonly previous: State;
  constructor(state: State, previous: State) {
    super('rzp-statechange', BUBBLING);
    this.state = state;
    this.previous = previous;
  }
}
