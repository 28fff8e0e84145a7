import {storedNames} from './stored-names.js';

/** How the names of the rows in the browser's storage begin; a row is kept per order. */
export const UNFINISHED = 'rzp-magic-button:checkout:';

/** Whether earlier page views left something to finish. */
export const hasUnfinished = (): boolean => storedNames('localStorage', UNFINISHED).length > 0;
