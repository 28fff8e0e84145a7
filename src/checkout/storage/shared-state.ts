import type {RazorpayConstructor} from '../../wire/page-script.js';
import {pageState, type PageState} from '../shell/page-state.js';

/** What all copies of this package on a page share of what a press begins. */
export interface SharedState extends PageState {
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
  /** Names for functions that make orders. */
  functions: WeakMap<object, string>;
  /** Addresses of scripts that the page's JavaScript has allowed. */
  scripts: Set<string>;
}

/**
 * The constructor, or what went wrong: an `error` event, a load that set no constructor, or a page that
 * trusts nobody with the address of a script.
 */
export type TagResult = RazorpayConstructor | 'error' | 'empty' | 'untrusted';

/** Returns the page's state with all that a press needs of it, made by whichever copy asks first. */
export function sharedState(): SharedState {
  const state: PageState & Partial<SharedState> = pageState();
  if (!state.live)
    Object.assign(state, {
      tags: new Map(),
      loads: new Map(),
      containers: new WeakMap(),
      live: new Set(),
      resumed: new Set(),
      functions: new WeakMap(),
      scripts: new Set(),
    });
  return state as SharedState;
}
