import {isConfirmed} from '../../wire/order-status.js';
import {isText} from '../../wire/reader.js';
import {TOLD_ELSEWHERE, toldHere} from '../shell/left-behind.js';
import type {Confirmation} from '../shell/confirmation.js';
import {removeItem, storedNames} from './browser-storage.js';
import {outlivesPage} from './cart-key.js';
import type {UnfinishedCheckout} from './unfinished.js';
import {currentView, isLeft} from './view.js';

/** Other tabs look at it only if it is younger than their page, and few pages are open for a day. */
const EXPIRY_MS = 24 * 3600 * 1000;

interface Told extends Confirmation, Pick<UnfinishedCheckout, 'statusOrigin' | 'price'> {
  /** Milliseconds since 1970. */
  at: number;
  /** Where in the tab's history it was told. */
  view?: string | undefined;
}

/** Keeps for this tab's reloads, and unless it was heard of there for other tabs, that a cart was bought. */
export function keepTold(
  key: string,
  confirmation: Confirmation,
  {statusOrigin, price}: Pick<Told, 'statusOrigin' | 'price'> = {},
  isHeard = false,
): void {
  if (!outlivesPage(key)) return;
  const told: Told = {...confirmation, statusOrigin, price, at: Date.now(), view: currentView()};
  const text = JSON.stringify(told);
  quietly(() => sessionStorage.setItem(toldHere() + key, text));
  if (isHeard) return;
  quietly(() => {
    const oldest = Date.now() - EXPIRY_MS;
    for (const name of storedNames()) {
      if (name.startsWith(TOLD_ELSEWHERE) && (read('localStorage', name)?.at ?? 0) < oldest)
        removeItem(name);
    }
    localStorage.setItem(TOLD_ELSEWHERE + key, text);
  });
}

/** Returns what this tab has told of a cart in the view to which the shopper has come back. */
export function findTold(key: string): Told | undefined {
  const name = toldHere() + key;
  const told = read('sessionStorage', name);
  // A page to which a link or an address led sells again.
  if (told && told.at < performance.timeOrigin && isAnew()) {
    quietly(() => sessionStorage.removeItem(name));
    return undefined;
  }
  return isLeft(told?.view) ? undefined : told;
}

function isAnew(): boolean {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return !/^[rb]/.test(page?.type ?? ''); // reload, back_forward
}

/** Returns the order by which this tab or another one has bought a cart since the page was loaded. */
export function findToldSince(key: string): Told | undefined {
  const told = read('localStorage', TOLD_ELSEWHERE + key);
  return told && told.at > performance.timeOrigin ? told : undefined;
}

/**
 * Forgets it: the cart is sold again. What another tab has bought since, by another order, stays
 * told, or it would be bought twice.
 */
export function dropTold(key: string, orderId: string | undefined): void {
  quietly(() => sessionStorage.removeItem(toldHere() + key));
  const name = TOLD_ELSEWHERE + key;
  if (read('localStorage', name)?.orderId === orderId) removeItem(name);
}

function read(storage: 'localStorage' | 'sessionStorage', name: string): Told | undefined {
  try {
    const told = JSON.parse(globalThis[storage].getItem(name) ?? '') as Partial<Told> | null;
    const isWhole =
      isConfirmed(told?.status) &&
      isText(told.orderId) &&
      isText(told.paymentId) &&
      // A clock may have been wrong by years, and be right by now.
      (told.at ?? Infinity) < Date.now() + EXPIRY_MS;
    return isWhole ? (told as Told) : undefined;
  } catch {
    return undefined;
  }
}

/** A browser may forbid storage, or have no room: then the page view alone knows. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // The page view knows.
  }
}
