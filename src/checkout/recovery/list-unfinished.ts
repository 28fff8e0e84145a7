import {removeItem, storedNames} from '../storage/browser-storage.js';
import {readUnfinished, type UnfinishedCheckout} from '../storage/unfinished.js';
import {UNFINISHED} from '../shell/has-unfinished.js';

/** After this time nobody waits for an answer any more, in milliseconds: 7 days. */
const EXPIRY_MS = 7 * 24 * 3600 * 1000;

/** Returns what is unfinished, and forgets what has expired or can't be read. */
export function listUnfinished(): UnfinishedCheckout[] {
  return storedNames()
    .filter((name) => name.startsWith(UNFINISHED))
    .flatMap((name) => {
      const checkout = readUnfinished(name);
      if (checkout && Date.now() - checkout.at < EXPIRY_MS) return checkout;
      removeItem(name);
      return [];
    });
}
