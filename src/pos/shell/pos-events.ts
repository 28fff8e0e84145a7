import type {
  RzpOpenEvent,
  RzpSuccessEvent,
  RzpUnconfirmedEvent,
} from '../../checkout/events/events.js';
import {RzpErrorEvent} from '../../checkout/shell/shell-events.js';
import type {PosError} from './pos-error.js';
import type {PosState} from './pos-state.js';
import type {PosDismissReason} from './outcome.js';

/**
 * The class of an event of both buttons, with this one's words.
 * @inline
 */
type With<Words extends object> = Event & Readonly<Words>;

/**
 * The events of `<rzp-pos-button>`: the names and classes of `<rzp-magic-button>`, with the words of a
 * till. A listener on the element is typed by them; one on the document hears both buttons, and their
 * `target` says which.
 *
 * @example
 * ```ts
 * import type {PosEventMap} from 'rzp-magic-button/pos.js';
 *
 * const print = ({orderId, paymentId}: PosEventMap['rzp-success']) =>
 *   console.info(`Receipt of ${orderId}, ${paymentId}`);
 *
 * document.querySelector('rzp-pos-button')?.addEventListener('rzp-success', print);
 * ```
 */
export interface PosEventMap {
  /** Before anything happens; cancelable. */
  'rzp-open': RzpOpenEvent;
  /** Your server confirmed it. */
  'rzp-success': RzpSuccessEvent;
  /** Money may have moved; not confirmed. */
  'rzp-unconfirmed': RzpUnconfirmedEvent;
  /** Ended without a payment, by somebody's will. */
  'rzp-dismiss': With<{reason: PosDismissReason; orderId: string | undefined}>;
  /** Could not begin, or was not paid. */
  'rzp-error': With<{error: PosError}>;
  /** The state changed. */
  'rzp-statechange': With<{state: PosState; previous: PosState}>;
}

/** The same class. To the compiler its words are a till's. */
export const PosErrorEvent = RzpErrorEvent as unknown as new (
  error: PosError,
) => PosEventMap['rzp-error'];
