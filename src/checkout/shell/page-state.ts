/** What all copies of this package on a page share, as far as every page view needs it. */
export interface PageState {
  /** Where the page says that the files of this package are, with a slash at the end. */
  files?: string;
  /** What became of each cart on this page view, by the cart's key. */
  carts: Map<string, object>;
  /**
   * Called with what became of a cart, or with nothing where it is sold again, and with the element
   * that shows that by itself.
   */
  watchers: Set<(target?: EventTarget, cart?: object) => void>;
  /** Who has the page: one checkout is open at a time. */
  open?: {close(): boolean; orderId?: string | undefined} | undefined;
  /** Makes script addresses where the page enforces Trusted Types. */
  policy?: {createScriptURL(url: string): unknown} | undefined;
}

const KEY = Symbol.for('rzp-magic-button');

/** Returns the page's shared state, made by whichever copy asks first. */
export function pageState(): PageState {
  const global = globalThis as unknown as Record<symbol, PageState | undefined>;
  const known = global[KEY];
  // Before the first copy, a page may have put there where the files are.
  if (known?.carts) return known;
  return (global[KEY] = {...known, carts: new Map(), watchers: new Set()});
}
