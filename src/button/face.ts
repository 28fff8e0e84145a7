import type {Outcome} from '../checkout/events/outcome.js';
import type {CheckoutState} from '../checkout/shell/checkout-state.js';

/** What a press of the button works on, from one `reset()` to the next. */
export interface Face {
  /** Shows a state: the word on the button, what is said and offered below it. Inert after `reset()`. */
  show(
    state: CheckoutState,
    label: string,
    message: string,
    actions?: readonly {label: string; run: () => void}[],
  ): void;
  /** The answer of `open()` while a checkout runs, and once a payment was made. */
  running?: Promise<Outcome> | undefined;
  /** Closes the checkout that is open. */
  checkout?: {close(): boolean} | undefined;
  /** Whether `close()` came before there was a checkout to close. */
  closing?: boolean;
  /** The press that a payment belongs to, or may: no other changes the face any more. */
  payer?: object | undefined;
}
