import {safeDocument} from '../checkout/shell/safe-document.js';
import type * as Press from './press.js';

/** The name of the built file, which holds a hash of its contents. The build writes it here. */
declare const CLICK_FILE: string;

// A classic script has no address to import from but that of its tag, which is known only while it
// runs for the first time.
const script = (safeDocument.currentScript as HTMLScriptElement | null)?.src ?? location.href;

/** Fetches what a click needs: everything but what a page view shows. */
export const loadPress = () =>
  import(/* @vite-ignore */ new URL(CLICK_FILE, script).href) as Promise<typeof Press>;
