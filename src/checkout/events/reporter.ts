import type {CheckoutError} from '../shell/checkout-error.js';
import {RzpErrorEvent} from '../shell/shell-events.js';
import type {Outcome} from './outcome.js';
import type {CheckoutState} from '../shell/checkout-state.js';

/** Something that the shopper may do, with its words. */
export interface Action {
  label: string;
  run: () => void;
}

/** Where a checkout shows itself. */
export interface StageInit {
  /** Gets the events; the document unless said otherwise. */
  target?: EventTarget;
  /** Hears each state, with what the shopper is told and may do. */
  enter?: (state: CheckoutState, message: string, actions: readonly Action[]) => void;
  /** Gets the handle that closes the checkout from outside. */
  opened?: (checkout: {close(): boolean}) => void;
  /** Hears that a payment was made or may have been, and what becomes of it. */
  paying?: (outcome: Promise<Outcome>) => void;
}

/** Tells the page what happens: states, events, and the developer's console. */
export class Stage {
  readonly #init: StageInit;
  readonly #debug: boolean;

  /** Whether what happens is of an earlier page view. */
  readonly resumed: boolean;

  constructor(init: StageInit, debug = false, resumed = false) {
    this.resumed = resumed;
    this.#init = init;
    this.#debug = debug;
  }

  enter(state: CheckoutState, message = '', actions: readonly Action[] = []): void {
    if (this.#debug) console.info('rzp-magic-button: state', state);
    this.#init.enter?.(state, message, actions);
  }

  /** Dispatches an event; returns whether its default stands. */
  tell(event: Event): boolean {
    if (event instanceof RzpErrorEvent) this.#log(event.error);
    else if (this.#debug) console.info('rzp-magic-button:', event.type);
    const {target = document} = this.#init;
    const stands = target.dispatchEvent(event);
    // What became of the money reaches the page also from an element that has left it.
    return target instanceof Node && !target.isConnected ? document.dispatchEvent(event) : stands;
  }

  readonly warn = (message: string): void => {
    console.warn(`rzp-magic-button: ${message}`);
  };

  /** What only the developer can mend is an error; what may go by itself a warning. */
  #log({message, cause, retryable}: CheckoutError): void {
    console[retryable ? 'warn' : 'error'](`rzp-magic-button: ${message}`, cause ?? '');
  }
}
