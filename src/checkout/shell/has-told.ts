import {storedNames} from './stored-names.js';

/** How the names of the outcomes begin that this tab has told on this page, in `sessionStorage`. */
export const toldHere = (): string =>
  `rzp-magic-button:told:${location.pathname}${location.search} `;
/** How the names of the same begin in `localStorage`, where other tabs hear of them. */
export const TOLD_ELSEWHERE = 'rzp-magic-button:bought:';

/**
 * Whether this tab has told what became of a cart and has come back to it, by a reload or by a step
 * through its history.
 */
export const hasTold = (): boolean => storedNames('sessionStorage', toldHere()).length > 0;

/**
 * Forgets what was told on this page before a page view that came by a link or an address: it sells
 * again.
 */
export function forgetTold(): void {
  const [view] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (view && /^[rb]/.test(view.type)) return; // reload, back_forward
  for (const name of storedNames('sessionStorage', toldHere())) sessionStorage.removeItem(name);
}
