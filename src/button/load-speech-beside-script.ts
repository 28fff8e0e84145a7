import {importBesideScript} from '../face/beside-script.js';
import type * as Speech from './speech.js';

declare const SPEECH_FILE: string;

/** Fetches what a button speaks by. */
export const loadSpeech = (): Promise<typeof Speech> => importBesideScript(SPEECH_FILE);
