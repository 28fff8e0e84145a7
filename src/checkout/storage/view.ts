import {kindOf} from './kind-of.js';

/**
 * A view is an entry of the tab's history: what a single-page app calls a route. Where the browser
 * does not tell its entries apart, the whole document is one view.
 */
function ownNavigation(): Navigation | undefined {
  const {navigation} = globalThis as {navigation?: Navigation};
  // Anything of a page may have the name: `<nav id=navigation>` where the browser has no such thing, a
  // variable of a script everywhere.
  return kindOf(navigation) === 'Navigation' ? navigation : undefined;
}

/** Returns the name of the view that is on the screen. */
export const currentView = (): string | undefined => ownNavigation()?.currentEntry?.key;

/**
 * Whether the shopper has gone on from a view to another address. A step back is none, nor is a jump
 * to an anchor, nor what the page writes over its own address.
 */
export function isLeft(view: string | undefined): boolean {
  const navigation = ownNavigation();
  const entries = navigation?.entries() ?? [];
  // One that is gone lies behind all of them.
  const from = entries.find(({key}) => key === view)?.index;
  const to = navigation?.currentEntry?.index ?? 0;
  return !!view && new Set(entries.slice(from, to + 1).map(addressOf)).size > 1;
}

/** What stands behind `#` is an anchor, unless it is a route. */
const addressOf = ({url}: NavigationHistoryEntry) => url?.replace(/#(?![/!]).*/, '');
