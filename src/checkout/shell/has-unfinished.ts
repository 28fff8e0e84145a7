/** Names of the rows in the browser's storage, one per order. */
export const UNFINISHED = 'rzp-magic-button:checkout:';

/** Whether earlier page views left something to finish: one look, for the page view to pay. */
export function hasUnfinished(): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith(UNFINISHED));
  } catch {
    return false;
  }
}
