/** Fetches what a button speaks by. */
export const loadSpeech = () => import('./speech.js');
