import {importBesideScript} from '../face/beside-script.js';
import type * as PressSale from './press-sale.js';

/** Fetches what a press needs: everything but what a page view shows. */
export const loadSale = (): Promise<typeof PressSale> => importBesideScript();
