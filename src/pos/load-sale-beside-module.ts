import {importBeside} from '../checkout/shell/beside-shell.js';
import type * as PressSale from './press-sale.js';

/** Fetches what a press needs, which lies beside the module unless the page says otherwise. */
export const loadSale = (): Promise<typeof PressSale> =>
  importBeside((address) =>
    address ? import(/* @vite-ignore */ address) : import('./press-sale.js'),
  );
