import {hasStored} from '../../checkout/shell/has-stored.js';

/** How the names of the rows in the browser's storage begin; a row is kept per sale on a device. */
export const KEPT_SALES = 'rzp-magic-button:sale:';

/** Whether an earlier page view, or another tab, has left a sale on a device. */
export const hasKeptSales = (): boolean => hasStored('localStorage', KEPT_SALES);
