import {isClosed, isConfirmed} from '../wire/order-status.js';
import {findCart} from './events/carts.js';
import {askStatus} from './merchant/ask-status.js';
import {confirmationOf} from './merchant/confirmation-of.js';
import type {CheckoutRequest} from './request/checkout-request.js';
import type {Confirmation} from './shell/confirmation.js';
import {cartKey, orderKey} from './storage/cart-key.js';
import {ifOfOrigin} from './storage/origins.js';
import {dropTold, findToldSince} from './storage/told-outcomes.js';
import {RefusedOrder} from './said/refused-order.js';

const STATUS_TIMEOUT_MS = 10_000;

/**
 * Asks about the order by which another tab has bought this cart since the page was loaded, before
 * another order is made for it. Resolves with nothing where the cart may be sold.
 *
 * @throws RefusedOrder where the answer neither confirms nor ends the order: the
 * other tab has had it confirmed, so an answer that says less is an old one
 */
export async function checkOtherTabs(request: CheckoutRequest): Promise<Confirmation | undefined> {
  const key = cartKey(request);
  const told = findToldSince(key);
  // By an order of this page it may be sold again: whoever asks for it here has been told.
  if (!told || findCart(key)?.keys.includes(orderKey(told.orderId))) return undefined;
  const {status, orderId} = told;
  const statusUrl = ifOfOrigin(request.statusUrl, told.statusOrigin);
  // The other tab told it after its server had confirmed it; a page without an address to ask believes that.
  if (!statusUrl) return {status, orderId, paymentId: told.paymentId};
  const reply = await askStatus({...request, statusUrl}, orderId, STATUS_TIMEOUT_MS);
  const confirmation = reply && confirmationOf({payment_id: told.paymentId, ...reply});
  if (!confirmation) {
    if (!isClosed(reply?.status)) throw new RefusedOrder({said: 'attempted'});
    // It was refunded, or cancelled, since.
    dropTold(key, orderId);
  }
  return confirmation;
}

/** Ends a press whose cart was bought by another order before its own could open. */
export class BoughtMeanwhile extends Error {
  readonly confirmation: Confirmation;

  constructor(confirmation: Confirmation) {
    super();
    this.confirmation = confirmation;
  }
}

/**
 * Returns how to look, before anything is sold, whether the cart was bought since now: in another
 * tab, or on this page, where an order of an earlier page view is finished while a press is on its
 * way. Its key and what was kept of it are gone then, so nothing else would tell.
 *
 * The look throws `BoughtMeanwhile`, or as `checkOtherTabs` does.
 */
export function watchCart(request: CheckoutRequest): () => Promise<void> {
  const key = cartKey(request);
  const before = findCart(key);
  return async () => {
    const elsewhere = await checkOtherTabs(request);
    if (elsewhere) throw new BoughtMeanwhile(elsewhere);
    const cart = findCart(key);
    if (!cart || cart === before || !isConfirmed(cart.state)) return;
    const {state: status, outcome} = cart;
    const told = await outcome;
    // One that was given to its caller while it was in doubt says less than the cart does.
    if (told.type === 'success' || told.type === 'unconfirmed')
      throw new BoughtMeanwhile({paymentId: '', ...told, status});
  };
}
