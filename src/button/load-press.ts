/** Fetches what a click needs: everything but the face. */
export const loadPress = () => import('./press.js');
