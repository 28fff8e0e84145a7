import MiniSearch from 'minisearch';
import {SEARCH_FIELDS} from '../search-fields.js';

export interface Found {
  readonly href: string;
  readonly page: string;
  readonly heading: string;
}

/** How much a place in the reference counts beside one in a guide. */
const REFERENCE_WEIGHT = 0.35;

/** Loads the index, and gives what looks in it. */
export async function openSearch(address: string): Promise<(wanted: string) => Found[]> {
  const index = MiniSearch.loadJSON<Found>(await (await fetch(address)).text(), SEARCH_FIELDS);
  return (wanted) => {
    const found = index.search(wanted, {
      prefix: true,
      fuzzy: 0.15,
      combineWith: 'AND',
      boost: {heading: 4, page: 2},
      boostDocument: (_id, _term, stored) => (stored?.isReference ? REFERENCE_WEIGHT : 1),
    }) as unknown as Found[];
    // What a symbol is made of goes by the name of the symbol: its first place will do.
    return [
      ...new Map(
        found.toReversed().map((place) => [`${place.page} ${place.heading}`, place]),
      ).values(),
    ].toReversed();
  };
}
