import {isConfirmed} from '../../wire/order-status.js';
import {TOLD_ELSEWHERE, toldHere} from '../shell/left-behind.js';
import type {Confirmation} from '../shell/confirmation.js';
import {storedNames} from './browser-storage.js';
import {outlivesPage} from './cart-key.js';
import {currentView, isLeft} from './view.js';

/** Other tabs look at it only if it is younger than their page, and few pages are open for a day. */
const EXPIRY_MS = 24 * 3600 * 1000;

interface Told extends Confirmation {
  /** Where it may be asked for; the page's own unless said. */
  statusOrigin?: string | undefined;
  /** Milliseconds since 1970. */
  at: number;
  /** Where in the tab's history it was told. */
  view?: string | undefined;
}

/** Keeps for this tab's reloads, and for other tabs, that a cart was bought. */
export function keepTold(
  key: string,
  {status, orderId, paymentId, money}: Confirmation,
  statusOrigin?: string,
): void {
  if (!outlivesPage(key)) return;
  const view = currentView();
  const told: Told = {status, orderId, paymentId, money, statusOrigin, at: Date.now(), view};
  const text = JSON.stringify(told);
  quietly(() => sessionStorage.setItem(toldHere() + key, text));
  quietly(() => {
    const oldest = Date.now() - EXPIRY_MS;
    for (const name of storedNames()) {
      if (name.startsWith(TOLD_ELSEWHERE) && (read('localStorage', name)?.at ?? 0) < oldest)
        localStorage.removeItem(name);
    }
    localStorage.setItem(TOLD_ELSEWHERE + key, text);
  });
}

/** Returns what this tab has told of a cart in the view to which the shopper has come back. */
export function findTold(key: string): Confirmation | undefined {
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

/** Forgets it: the cart is sold again. */
export function dropTold(key: string): void {
  quietly(() => sessionStorage.removeItem(toldHere() + key));
  quietly(() => localStorage.removeItem(TOLD_ELSEWHERE + key));
}

function read(storage: 'localStorage' | 'sessionStorage', name: string): Told | undefined {
  try {
    const told = JSON.parse(globalThis[storage].getItem(name) ?? '') as Partial<Told> | null;
    const isWhole =
      isConfirmed(told?.status) &&
      typeof told.orderId === 'string' &&
      typeof told.paymentId === 'string' &&
      // A clock may have been wrong by years, and be right by now.
      (told.at ?? Infinity) < Date.now() + EXPIRY_MS;
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
