import {isConfirmed} from '../../wire/order-status.js';
import type {CheckoutError} from '../shell/checkout-error.js';
import type {Confirmation} from '../shell/confirmation.js';
import {dropKey} from '../storage/idempotency-key.js';
import {dropUnfinished, type UnfinishedCheckout} from '../storage/unfinished.js';
import {words, type Standing} from '../words/plain.js';
import {afterReading} from './after-reading.js';
import {RzpDismissEvent, RzpErrorEvent, RzpSuccessEvent, type DismissReason} from './events.js';
import type {Outcome} from './outcome.js';
import {forgetCart, tellCart, type CartOutcome} from './carts.js';
import type {Action, Reporter} from './reporter.js';
import {orderKey} from '../storage/cart-key.js';
import {dropTold, keepTold} from '../storage/told-outcomes.js';
import {currentView} from '../storage/view.js';

/** Returns what became of a cart, with what the shopper may do about it: at last to buy it again. */
export const cartOutcome = (
  cart: Omit<CartOutcome, 'actions'>,
  actions: readonly Action[] = [],
): CartOutcome => ({
  ...cart,
  /** Made anew for each button that shows it. */
  get actions() {
    if (!isConfirmed(cart.state)) return actions;
    const noteView = () => (this.view ??= currentView());
    return [...actions, afterReading(words.buyAgain, cart.reset, noteView)];
  },
});

/** Shows on each button of a cart that it was bought, on an earlier page view or in another tab. */
export function tellEarlier(keys: readonly string[], confirmation: Confirmation): CartOutcome {
  const {status, orderId} = confirmation;
  const cart = cartOutcome({
    keys,
    state: status,
    label: words.label[status],
    message: words.earlier(orderId),
    outcome: Promise.resolve({type: 'success', ...confirmation}),
    target: undefined,
    reset: () => {
      for (const key of keys) dropTold(key);
      forgetCart(cart);
    },
  });
  tellCart(cart);
  return cart;
}

/** Ends a checkout that the merchant's server confirmed. Its cart is sold again only on purpose. */
export function succeed(
  reporter: Reporter,
  {orderId, keyName, statusOrigin}: UnfinishedCheckout,
  confirmation: Confirmation,
  successUrl?: string | null,
): Outcome {
  dropUnfinished(orderId);
  if (keyName) dropKey(keyName);
  const keys = [...(keyName ? [keyName] : []), orderKey(orderId)];
  for (const key of keys) keepTold(key, confirmation, statusOrigin);
  if (reporter.resumed) tellEarlier(keys, confirmation);
  reporter.enter(confirmation.status, words[confirmation.status]);
  const goes = reporter.tell(new RzpSuccessEvent(confirmation, reporter.resumed));
  if (goes && successUrl && !reporter.resumed) location.assign(successUrl);
  return {type: 'success', ...confirmation};
}

/** Ends a checkout that closed without a payment. */
export function dismiss(reporter: Reporter, reason: DismissReason, orderId?: string): Outcome {
  reporter.enter('idle', reason === 'payment_failed' ? words.paymentFailed : '');
  reporter.tell(new RzpDismissEvent(reason, orderId));
  return {type: 'dismissed', reason, ...(orderId && {orderId})};
}

/** Returns where the money of a cart is, by what is kept of its checkouts. */
export function standingOf(rows: readonly UnfinishedCheckout[]): Standing {
  if (!rows.length) return 'uncharged';
  if (rows.some(({payment}) => payment)) return 'paid';
  return rows.some(({isTried}) => isTried) ? 'tried' : 'unasked';
}

/** Ends a checkout that could not open, or broke. */
export function fail(
  reporter: Reporter,
  error: CheckoutError,
  standing: Standing,
  actions: readonly Action[] = [],
): Outcome {
  reporter.enter('idle', words.error(error, standing), actions);
  reporter.tell(new RzpErrorEvent(error));
  return {type: 'failed', error};
}
