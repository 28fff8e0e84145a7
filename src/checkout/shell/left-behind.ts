import {hasStored} from './has-stored.js';

/** How the names of the outcomes begin that this tab has told on this page, in `sessionStorage`. */
export const toldHere = (): string =>
  `rzp-magic-button:told:${location.pathname}${location.search} `;
/** How the names of the same begin in `localStorage`, where other tabs hear of them. */
export const TOLD_ELSEWHERE = 'rzp-magic-button:bought:';

/** Whether this tab has told on this page what became of a cart, and may have to say so again. */
export const hasTold = (): boolean => hasStored('sessionStorage', toldHere());

/** How the names of the rows in the browser's storage begin; a row is kept per order. */
export const UNFINISHED = 'rzp-magic-button:checkout:';

/** Whether earlier page views left something to finish. */
export const hasUnfinished = (): boolean => hasStored('localStorage', UNFINISHED);
