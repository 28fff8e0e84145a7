import {isConfirmed} from '../../wire/order-status.js';
import {pageState} from '../shell/page-state.js';
import type {CheckoutState} from '../shell/checkout-state.js';
import type {Telling} from '../said/told.js';
import type {Outcome} from './outcome.js';

/** What became of a cart: each of its buttons shows it, and none sells the cart again. */
export interface CartOutcome {
  /** By what the buttons of the cart know it. */
  readonly keys: readonly string[];
  readonly state: CheckoutState;
  /** What each button says of it, in its own language. */
  readonly telling: Telling;
  readonly outcome: Promise<Outcome>;
  /** Where the events of the purchase fire; it shows by itself what happens. */
  readonly target: EventTarget | undefined;
  /** What the label said that it costs, where it said so. */
  readonly price?: string | undefined;
  /** Opens the same order again, where nothing came of it: the cart has no other meanwhile. */
  readonly reopen?: (() => Promise<Outcome> | undefined) | undefined;
  /** Has the cart sold again, by somebody's deliberate act. */
  readonly reset: () => void;
  /** The view of the page in which a shopper could read first that it is bought. */
  view?: string | undefined;
}

/**
 * Returns what a label says that its cart costs, or what an order does: `34900INR`. A request has the
 * label of its element, which hands on all that it has.
 */
export function priceOf(priced: object = {}): string | undefined {
  const {amount, currency} = priced as {amount?: number; currency?: string | null};
  return amount ? `${amount}${currency || 'INR'}` : undefined;
}

const carts = () => pageState().carts as Map<string, CartOutcome>;

/** Returns what became of a cart on this page view. */
export const findCart = (key: string): CartOutcome | undefined => carts().get(key);

/** Carts that were bought on this page view, also where they are sold again since. */
const bought = new Set<string>();
export const wasBought = (key: string): boolean => bought.has(key);

/** Tells the buttons of a cart what has become of it. */
export function tellCart(cart: CartOutcome): void {
  for (const key of cart.keys) {
    carts().set(key, cart);
    if (isConfirmed(cart.state)) bought.add(key);
  }
  announce(cart.target, cart);
}

/** Lets the buttons of a cart sell it again, unless something newer was told of it. */
export function forgetCart(cart: CartOutcome): void {
  for (const key of cart.keys) if (carts().get(key) === cart) carts().delete(key);
  announce(cart.target, undefined);
}

function announce(target: EventTarget | undefined, cart: CartOutcome | undefined): void {
  for (const watch of [...pageState().watchers]) watch(target, cart);
}
