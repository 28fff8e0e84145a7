import {importBeside} from '../checkout/shell/beside-shell.js';
import type * as Press from './press.js';

/**
 * Fetches what a click needs: everything but what a page view shows. It lies beside the module, where
 * a bundler that takes the module in finds it too, unless the page says otherwise.
 */
export const loadPress = (): Promise<typeof Press> =>
  importBeside((address) => (address ? import(/* @vite-ignore */ address) : import('./press.js')));
