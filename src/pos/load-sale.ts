/** Fetches what a press needs: everything but what a page view shows. */
export const loadSale = () => import('./press-sale.js');
