import type {RazorpayConstructor} from './razorpay.js';

/** What all copies of this package on a page share. */
export interface Page {
  /** What the tags of ours bring, by the script's address; nothing after an `error` event. */
  tags: Map<string, Promise<RazorpayConstructor | undefined>>;
  /** Whole loads with their tries, by the script's address. */
  loads: Map<string, Promise<RazorpayConstructor>>;
  /** The checkout that is open, if one is. It is the lock: one open checkout per page. */
  open?: {close(): boolean} | undefined;
  /** Makes script addresses where the page enforces Trusted Types. */
  policy?: {createScriptURL(url: string): unknown} | undefined;
}

const KEY = Symbol.for('rzp-magic-button');

/** Returns the page's shared state, made by whichever copy asks first. */
export function page(): Page {
  const global = globalThis as unknown as Record<symbol, Page | undefined>;
  return (global[KEY] ??= {tags: new Map(), loads: new Map()});
}
