import {importBesideScript} from '../face/beside-script.js';
import type * as Press from './press.js';

/** Fetches what a click needs: everything but what a page view shows. */
export const loadPress = (): Promise<typeof Press> => importBesideScript();
