import {isConfirmed} from '../../wire/order-status.js';
import {TOLD_ELSEWHERE, toldHere} from '../shell/has-told.js';
import type {Confirmation} from '../shell/confirmation.js';
import {outlivesPage} from './cart-key.js';

/** Other tabs look at it only if it is younger than their page, and few pages are open for a day. */
const EXPIRY_MS = 24 * 3600 * 1000;

interface Told extends Confirmation {
  /** Where it may be asked for; the page's own unless said. */
  statusOrigin?: string | undefined;
  /** Milliseconds since 1970. */
  at: number;
}

/** Keeps for this tab's reloads, and for other tabs, that a cart was bought. */
export function keepTold(
  key: string,
  {status, orderId, paymentId}: Confirmation,
  statusOrigin?: string,
): void {
  if (!outlivesPage(key)) return;
  const told: Told = {status, orderId, paymentId, statusOrigin, at: Date.now()};
  const text = JSON.stringify(told);
  quietly(() => sessionStorage.setItem(toldHere() + key, text));
  quietly(() => {
    for (const name of Object.keys(localStorage)) {
      const told = name.startsWith(TOLD_ELSEWHERE) && read(localStorage, name);
      if (told === undefined || (told && told.at < Date.now() - EXPIRY_MS)) {
        localStorage.removeItem(name);
      }
    }
    localStorage.setItem(TOLD_ELSEWHERE + key, text);
  });
}

/** Returns what this tab has told of a cart. */
export const findTold = (key: string): Confirmation | undefined =>
  quietly(() => read(sessionStorage, toldHere() + key));

/** Returns the order by which another tab has bought a cart since this page was loaded. */
export function findToldElsewhere(key: string): Told | undefined {
  const told = quietly(() => read(localStorage, TOLD_ELSEWHERE + key));
  const isOwn = told?.orderId === findTold(key)?.orderId;
  return told && !isOwn && told.at > performance.timeOrigin ? told : undefined;
}

/** Forgets it: the cart is sold again. */
export function dropTold(key: string): void {
  quietly(() => sessionStorage.removeItem(toldHere() + key));
  quietly(() => localStorage.removeItem(TOLD_ELSEWHERE + key));
}

function read(storage: Storage, name: string): Told | undefined {
  try {
    const told = JSON.parse(storage.getItem(name) ?? '') as Partial<Told> | null;
    const isWhole =
      isConfirmed(told?.status) &&
      typeof told.orderId === 'string' &&
      typeof told.paymentId === 'string' &&
      typeof told.at === 'number';
    return isWhole ? (told as Told) : undefined;
  } catch {
    return undefined;
  }
}

/** A browser may forbid storage, or have no room: then the page view alone knows. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
