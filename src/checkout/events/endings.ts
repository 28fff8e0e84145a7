import {isConfirmed} from '../../wire/order-status.js';
import type {CheckoutError} from '../shell/checkout-error.js';
import type {Confirmation} from '../shell/confirmation.js';
import {dropKey} from '../storage/idempotency-key.js';
import {dropUnfinished, type UnfinishedCheckout} from '../storage/unfinished.js';
import {RefusedOrder} from '../said/refused-order.js';
import type {Deed, Standing, Telling, Told} from '../said/told.js';
import {afterReading} from './after-reading.js';
import {RzpDismissEvent, RzpErrorEvent, RzpSuccessEvent, type DismissReason} from './events.js';
import type {Outcome} from './outcome.js';
import {forgetCart, tellCart, type CartOutcome} from './carts.js';
import type {Reporter} from './reporter.js';
import {keysOf} from '../storage/cart-key.js';
import {dropTold, keepTold} from '../storage/told-outcomes.js';
import {currentView} from '../storage/view.js';

/** Returns what became of a cart, with what the shopper may do about it: at last to buy it again. */
export const cartOutcome = (cart: CartOutcome): CartOutcome => ({
  ...cart,
  /** Made anew for each button that shows it. */
  get telling(): Telling {
    const {telling, state, reset} = cart;
    if (!isConfirmed(state)) return telling;
    const noteView = () => (this.view ??= currentView());
    return {...telling, deeds: [{name: 'buyAgain', run: afterReading(reset, noteView)}]};
  },
});

/** Returns what is told of a cart that was bought in another tab, or on an earlier page view. */
export const earlier = ({status, orderId, money}: Confirmation): Told => ({
  said: status === 'paid' ? 'earlierPaid' : 'earlierPlaced',
  orderId,
  money,
});

/** Shows on each button of a cart that it was bought, on an earlier page view or in another tab. */
export function tellEarlier(
  key: string,
  confirmation: Confirmation,
  price: string | undefined,
): CartOutcome {
  const keys = keysOf(key, confirmation.orderId);
  const cart = cartOutcome({
    keys,
    state: confirmation.status,
    telling: {told: earlier(confirmation)},
    outcome: Promise.resolve({type: 'success', ...confirmation}),
    target: undefined,
    price,
    reset: () => {
      for (const key of keys) dropTold(key, confirmation.orderId);
      forgetCart(cart);
    },
  });
  tellCart(cart);
  return cart;
}

/** Ends a checkout that the merchant's server confirmed. Its cart is sold again only on purpose. */
export function succeed(
  reporter: Reporter,
  row: UnfinishedCheckout,
  confirmation: Confirmation,
  successUrl?: string | null,
): Outcome {
  const {orderId, keyName} = row;
  dropUnfinished(orderId);
  if (keyName) dropKey(keyName);
  for (const key of keysOf(keyName, orderId)) keepTold(key, confirmation, row);
  if (reporter.resumed) tellEarlier(keyName, confirmation, row.price);
  const {status, paymentId, money} = confirmation;
  const viewOrder: Deed | undefined = successUrl
    ? {name: 'viewOrder', href: successUrl, run: () => location.assign(successUrl)}
    : undefined;
  reporter.enter(status, {
    told: {said: status, orderId, money, ...(status === 'paid' && {paymentId})},
    next: viewOrder,
  });
  const goes = reporter.tell(new RzpSuccessEvent(confirmation, reporter.resumed));
  if (goes && successUrl && !reporter.resumed) location.assign(successUrl);
  return {type: 'success', ...confirmation};
}

/** Ends a checkout that closed without a payment. */
export function dismiss(reporter: Reporter, reason: DismissReason, orderId?: string): Outcome {
  reporter.enter('idle');
  return tellDismissed(reporter, reason, orderId);
}

/** Tells that a checkout closed without a payment, whatever the shopper may do about it. */
export function tellDismissed(
  reporter: Reporter,
  reason: DismissReason,
  orderId?: string,
): Outcome {
  reporter.tell(new RzpDismissEvent(reason, orderId));
  return {type: 'dismissed', reason, ...(orderId && {orderId})};
}

/** Returns where the money of a cart is, by what is kept of its checkouts. */
export function standingOf(rows: readonly UnfinishedCheckout[]): Standing {
  if (!rows.length) return 'uncharged';
  if (rows.some(({payment}) => payment)) return 'paid';
  return rows.some(({isTried}) => isTried) ? 'tried' : 'unasked';
}

/** The order endpoint's own words, where it refuses, are for the shopper. */
function toldOf(error: CheckoutError, standing: Standing): Told {
  if (error instanceof RefusedOrder) return error.told;
  const {code, message} = error;
  return code === 'order_refused' ? {said: {own: message}} : {said: {code}, standing};
}

/** Ends a checkout that could not open, or broke. */
export function fail(
  reporter: Reporter,
  error: CheckoutError,
  standing: Standing,
  next?: Deed,
): Outcome {
  reporter.enter('idle', {told: toldOf(error, standing), next});
  reporter.tell(new RzpErrorEvent(error));
  return {type: 'failed', error};
}
