import type {RazorpayConstructor} from '../../wire/page-script.js';

/** What all copies of this package on a page share. */
export interface PageState {
  /** Where the page says that the files of this package are, with a slash at the end. */
  files?: string;
  /** What our latest tag brings, by the script's address. */
  tags: Map<string, Promise<TagResult>>;
  /** Whole loads with their tries, by the script's address. */
  loads: Map<string, Promise<RazorpayConstructor>>;
  /** What each copy of the vendor's script has put into the page, with its frame in it. */
  containers: WeakMap<RazorpayConstructor, HTMLElement | undefined>;
  /** Orders that a checkout of this page view sees to: not to be resumed. */
  live: Set<string>;
  /** For whom earlier page views were finished on this one: key and endpoints, as JSON. */
  resumed: Set<string>;
  /** What became of each cart on this page view, by the cart's key. */
  carts: Map<string, object>;
  /**
   * Called with what became of a cart, or with nothing where it is sold again, and with the element
   * that shows that by itself.
   */
  watchers: Set<(target: EventTarget | undefined, cart: object | undefined) => void>;
  /** Names for functions that make orders. */
  functions: WeakMap<object, string>;
  /** Who has the page: one checkout is open at a time. */
  open?: {close(): boolean; orderId?: string | undefined} | undefined;
  /** Addresses of scripts that the page's JavaScript has allowed. */
  scripts: Set<string>;
  /** Makes script addresses where the page enforces Trusted Types. */
  policy?: {createScriptURL(url: string): unknown} | undefined;
}

/**
 * The constructor, or what went wrong: an `error` event, a load that set no constructor, or a page that
 * trusts nobody with the address of a script.
 */
export type TagResult = RazorpayConstructor | 'error' | 'empty' | 'untrusted';

const KEY = Symbol.for('rzp-magic-button');

/** Returns the page's shared state, made by whichever copy asks first. */
export function pageState(): PageState {
  const global = globalThis as unknown as Record<symbol, PageState | undefined>;
  const known = global[KEY];
  // Before the first copy, a page may have put there where the files are.
  if (known?.tags) return known;
  return (global[KEY] = {
    ...known,
    tags: new Map(),
    loads: new Map(),
    containers: new WeakMap(),
    live: new Set(),
    resumed: new Set(),
    scripts: new Set(),
    carts: new Map(),
    watchers: new Set(),
    functions: new WeakMap(),
  });
}
