/** Fetches what a click needs: everything but what a page view shows. */
export const loadPress = () => import('./press.js');
