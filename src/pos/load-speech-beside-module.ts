import {importBeside} from '../checkout/shell/beside-shell.js';
import type * as Speech from './speech.js';

declare const SPEECH_FILE: string;

/** Fetches what a till speaks other languages by. */
export const loadSpeech = (): Promise<typeof Speech> =>
  importBeside(
    (address) => (address ? import(/* @vite-ignore */ address) : import('./speech.js')),
    '',
    SPEECH_FILE,
  );
