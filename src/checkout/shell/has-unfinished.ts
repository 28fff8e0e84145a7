/** How the names of the rows in the browser's storage begin; a row is kept per order. */
export const UNFINISHED = 'rzp-magic-button:checkout:';

/** Whether earlier page views left something to finish. */
export function hasUnfinished(): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith(UNFINISHED));
  } catch {
    return false;
  }
}
