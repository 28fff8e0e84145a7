/** Fetches what a till speaks other languages by. */
export const loadSpeech = () => import('./speech.js');
