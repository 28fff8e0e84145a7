import {UNFINISHED} from '../shell/left-behind.js';
import type {OrderSource} from '../shell/order-source.js';
import {cartKey, orderKey} from './cart-key.js';
import {removeItem, storedNames} from './browser-storage.js';
import {keepUnfinished, readUnfinished, type UnfinishedCheckout} from './unfinished.js';

/** Returns what is unfinished of a cart. */
export function unfinishedOf(cart: OrderSource): UnfinishedCheckout[] {
  const key = cartKey(cart);
  return listUnfinished().filter((row) => row.cart === key || orderKey(row.orderId) === key);
}

/** After 7 days nobody waits for an answer any more. */
const EXPIRY_MS = 7 * 24 * 3600 * 1000;

/** Returns what is unfinished, and forgets what has expired or can't be read. */
export function listUnfinished(): UnfinishedCheckout[] {
  return storedNames()
    .filter((name) => name.startsWith(UNFINISHED))
    .flatMap((name) => {
      const checkout = readUnfinished(name);
      const now = Date.now();
      if (!checkout || now - checkout.at >= EXPIRY_MS) {
        removeItem(name);
        return [];
      }
      if (checkout.at <= now) return checkout;
      // A clock that was wrong then: the 7 days begin now, or they would never end.
      const seen = {...checkout, at: now};
      keepUnfinished(seen);
      return seen;
    });
}
