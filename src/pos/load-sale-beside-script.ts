import {importBeside} from '../checkout/shell/beside-shell.js';
import {safeDocument} from '../checkout/shell/safe-document.js';
import type * as PressSale from './press-sale.js';

// Known only while the script runs for the first time. One that stands in the page itself has none.
const script = (safeDocument.currentScript as HTMLScriptElement | null)?.src || location.href;

/** Fetches what a press needs, which lies beside the classic script unless the page says otherwise. */
export const loadSale = (): Promise<typeof PressSale> =>
  importBeside((address) => import(/* @vite-ignore */ address), script);
