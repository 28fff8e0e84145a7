import {importBeside} from '../checkout/shell/beside-shell.js';
import {safeDocument} from '../checkout/shell/safe-document.js';

// A classic script has no address to import from but that of its tag, which is known only while it
// runs for the first time. One that stands in the page itself has none.
const script = (safeDocument.currentScript as HTMLScriptElement | null)?.src || location.href;

/** Has a file imported that lies beside the classic script, unless the page says otherwise: that for a click, or another. */
export const importBesideScript = <Module>(file?: string): Promise<Module> =>
  importBeside((address) => import(/* @vite-ignore */ address) as Promise<Module>, script, file);
