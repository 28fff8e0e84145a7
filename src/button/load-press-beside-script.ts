import type * as Press from './press.js';

// A classic script has no chunks of its own. It finds the module beside itself, by the address of
// its tag, which is known only while it runs for the first time.
const script = (document.currentScript as HTMLScriptElement | null)?.src ?? location.href;

/** Fetches what a click needs: everything but the face. */
export const loadPress = () =>
  import(/* @vite-ignore */ new URL('rzp-magic-button.checkout.js', script).href) as Promise<
    typeof Press
  >;
