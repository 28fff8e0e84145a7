import {askStatus} from './merchant/ask-status.js';
import {confirmationOf} from './merchant/confirmation-of.js';
import type {CheckoutRequest} from './request/checkout-request.js';
import {CheckoutError} from './shell/checkout-error.js';
import type {Confirmation} from './shell/confirmation.js';
import {cartKey} from './storage/cart-key.js';
import {dropTold, findToldElsewhere} from './storage/told-outcomes.js';
import {words} from './words/en.js';

const STATUS_TIMEOUT_MS = 10_000;

/**
 * Asks about the order by which another tab has bought this cart since the page was loaded, before
 * another order is made for it. Resolves with nothing where the cart may be sold.
 *
 * @throws CheckoutError `order_refused` where there is no answer: the cart may have been paid
 */
export async function checkOtherTabs(request: CheckoutRequest): Promise<Confirmation | undefined> {
  const key = cartKey(request);
  const told = findToldElsewhere(key);
  const {statusUrl} = request;
  // The other tab told it after its server had confirmed it; a page without an address to ask believes that.
  if (!told || !statusUrl) return told;
  const {orderId} = told;
  const reply = await askStatus({...request, statusUrl}, orderId, STATUS_TIMEOUT_MS);
  if (!reply) throw new CheckoutError('order_refused', words.attempted, {retryable: true});
  const confirmation = confirmationOf({payment_id: told.paymentId, ...reply});
  if (confirmation) return confirmation;
  // It was refunded, or cancelled, since.
  dropTold(key);
  return undefined;
}
