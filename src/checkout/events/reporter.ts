import {HELP_URL} from '../../wire/reference/help-url.js';
import type {CheckoutError} from '../shell/checkout-error.js';
import type {CheckoutState} from '../shell/checkout-state.js';
import {safeDocument} from '../shell/safe-document.js';
import {RzpErrorEvent} from '../shell/shell-events.js';
import type {Action} from '../said/action.js';
import type {Telling} from '../said/told.js';
import type {Spoken} from '../said/spoken.js';
import type {Outcome} from './outcome.js';

/**
 * A purchase as the page has it in hand.
 *
 * @example
 * ```ts
 * import {startCheckout, type PurchaseHandle} from 'rzp-magic-button/checkout.js';
 *
 * let purchase: PurchaseHandle | undefined;
 *
 * addEventListener('popstate', () => purchase?.close());
 * await startCheckout(
 *   {orderUrl: '/checkout/orders', verifyUrl: '/checkout/verify'},
 *   {opened: (handle) => (purchase = handle)},
 * );
 * ```
 */
export interface PurchaseHandle {
  /** What becomes of a payment that was made, or may have been; nothing while there is none. */
  readonly outcome: Promise<Outcome> | undefined;
  /** Closes the checkout; `false` where there is none or a payment is on its way. */
  close(): boolean;
  /** Lets go of it: what still becomes of it is told by events alone. */
  reset(): void;
}

/**
 * Where a checkout shows itself.
 *
 * @example
 * ```ts
 * import {startCheckout, type ReporterInit} from 'rzp-magic-button/checkout.js';
 *
 * declare const pay: HTMLButtonElement; // a button of your own
 *
 * const shown: ReporterInit = {
 *   target: pay,
 *   enter: (state, message) => {
 *     pay.disabled = state !== 'idle';
 *     pay.title = message;
 *   },
 * };
 *
 * await startCheckout({orderUrl: '/checkout/orders', verifyUrl: '/checkout/verify'}, shown);
 * ```
 */
export interface ReporterInit {
  /** Gets the events; the document unless said otherwise. */
  target?: EventTarget;
  /** Hears each state, with what the shopper is told and may do: the next thing first. */
  enter?: (
    state: CheckoutState,
    message: string,
    actions: readonly Action[],
    /** The same in its parts. */
    spoken: Spoken,
  ) => void;
  /** Gets the purchase before anything happens to it. */
  opened?: (purchase: PurchaseHandle) => void;
  /** Hears that a payment was made or may have been, and what becomes of it. */
  paying?: (outcome: Promise<Outcome>) => void;
}

/** Who hears of a purchase, or of a sale. */
export interface Listener<State extends string> {
  target?: EventTarget;
  enter?: (state: State, telling: Telling) => void;
  /** Where its codes are in the reference: each behind this. */
  help?: string;
  /** Hears each event before it is dispatched. */
  hear?: (event: Event) => void;
}

/** Tells the page what happens: states and events, and the developer's console what goes wrong. */
export class Reporter<State extends string = CheckoutState> {
  readonly #init: Listener<State>;

  /** Whether what happens is of an earlier page view. */
  declare readonly resumed: boolean;

  constructor(init: Listener<State>, resumed = false) {
    this.resumed = resumed;
    this.#init = init;
  }

  enter(state: State, telling: Telling = {}): void {
    this.#init.enter?.(state, telling);
  }

  /** Dispatches an event; returns whether its default stands. */
  tell(event: Event): boolean {
    if (event instanceof RzpErrorEvent) this.#log(event.error);
    const {target = document, hear} = this.#init;
    hear?.(event);
    const stands = (target === document ? safeDocument : target).dispatchEvent(event);
    // An element that left the page reaches nobody, and what became of the money must be heard.
    return target instanceof Node && !target.isConnected
      ? safeDocument.dispatchEvent(event)
      : stands;
  }

  readonly warn = (message: string): void => {
    console.warn(`rzp-magic-button: ${message}`);
  };

  /** What only the developer can mend is an error; what may go by itself a warning. */
  #log({message, cause, retryable, code}: CheckoutError): void {
    const row = (this.#init.help ?? HELP_URL) + code;
    console[retryable ? 'warn' : 'error'](`rzp-magic-button: ${message}`, cause ?? '', code, row);
  }
}
