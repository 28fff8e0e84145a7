import MiniSearch from 'minisearch';
import {SEARCH_FIELDS} from '../search-fields.js';

export interface Found {
  readonly href: string;
  readonly page: string;
  readonly heading: string;
}

/** Loads the index, and gives what looks in it. */
export async function openSearch(address: string): Promise<(wanted: string) => Found[]> {
  const index = MiniSearch.loadJSON<Found>(await (await fetch(address)).text(), SEARCH_FIELDS);
  return (wanted) =>
    index.search(wanted, {
      prefix: true,
      fuzzy: 0.15,
      combineWith: 'AND',
      boost: {heading: 4, page: 2},
    }) as unknown as Found[];
}
