const TOLD = 'rzp-magic-button:told:';
/** How the names of the outcomes begin that this tab has told on this page, in `sessionStorage`. */
export const toldHere = (): string => `${TOLD}${location.pathname}${location.search} `;
/** How the names of the same begin in `localStorage`, where other tabs hear of them. */
export const TOLD_ELSEWHERE = 'rzp-magic-button:bought:';

/**
 * Whether this tab has told what became of a cart and has come back to it, by a reload or by a step
 * through its history.
 */
export function hasTold(): boolean {
  try {
    return Object.keys(sessionStorage).some((name) => name.startsWith(toldHere()));
  } catch {
    return false;
  }
}

/**
 * Forgets what was told on this page before a page view that came by a link or an address: it sells
 * again.
 */
export function forgetTold(): void {
  try {
    const [view] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (/^(reload|back_forward)$/.test(view?.type ?? '')) return;
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith(toldHere())) sessionStorage.removeItem(name);
    }
  } catch {
    // Without storage nothing was kept.
  }
}
