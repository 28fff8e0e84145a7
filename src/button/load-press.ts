/** Fetches what a click needs: everything but the face. */
export const intent = () => import('./press.js');
