import {safeDocument} from '../checkout/shell/safe-document.js';
import {importBeside} from '../checkout/shell/beside-shell.js';
import type * as Press from './press.js';

// A classic script has no address to import from but that of its tag, which is known only while it
// runs for the first time. One that stands in the page itself has none.
const script = (safeDocument.currentScript as HTMLScriptElement | null)?.src || location.href;

/** Fetches what a click needs: everything but what a page view shows. */
export const loadPress = (): Promise<typeof Press> =>
  importBeside((address) => import(/* @vite-ignore */ address), script);
