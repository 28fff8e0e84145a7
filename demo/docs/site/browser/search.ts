import MiniSearch from 'minisearch';
import {SEARCH_FIELDS} from '../search-fields.js';

export interface Found {
  readonly href: string;
  readonly page: string;
  readonly heading: string;
}

/** How much a place in the reference counts beside one in a guide. */
const REFERENCE_WEIGHT = 0.35;
/** The same of a row of a table, where somebody has typed less than its name. */
const ROW_WEIGHT = 0.1;

interface Stored {
  readonly heading?: unknown;
  readonly isReference?: unknown;
  readonly isRow?: unknown;
}

/** A row is what is sought where all of its name was typed: `checkout_fault`, "theme color". */
function weightOf({heading, isReference, isRow}: Stored, wanted: string): number {
  if (isReference) return REFERENCE_WEIGHT;
  const words = String(heading).toLowerCase().split(/[-_]/);
  const typed = wanted.toLowerCase().split(/[\s_-]+/);
  return isRow && !words.every((word) => typed.includes(word)) ? ROW_WEIGHT : 1;
}

/** What people call what has another word in the pages. */
const WORDS: Readonly<Record<string, string>> = {
  csp: 'content security policy',
  nextjs: 'next',
  colour: 'color',
  django: 'python',
  flask: 'python',
  fastapi: 'python',
  laravel: 'php',
  symfony: 'php',
  cod: 'cash on delivery',
  subscription: 'subscriptions',
  pos: 'counter',
};

const inOurWords = (wanted: string): string =>
  wanted
    .split(/\s+/)
    .map((word) => WORDS[word.toLowerCase()] ?? word)
    .join(' ');

/** Loads the index, and gives what looks in it. */
export async function openSearch(address: string): Promise<(wanted: string) => Found[]> {
  const index = MiniSearch.loadJSON<Found>(await (await fetch(address)).text(), SEARCH_FIELDS);
  return (wanted) => {
    const words = inOurWords(wanted);
    const search = (combineWith: 'AND' | 'OR') =>
      index.search(words, {
        prefix: true,
        fuzzy: 0.15,
        combineWith,
        boost: {heading: 4, page: 2},
        boostDocument: (_id, _term, stored) => weightOf(stored ?? {}, words),
      }) as unknown as Found[];
    const all = search('AND');
    // Who finds nothing by all of their words is better served by some of them.
    const found = all.length ? all : search('OR');
    // What a symbol is made of goes by the name of the symbol: its first place will do.
    return [
      ...new Map(
        found.toReversed().map((place) => [`${place.page} ${place.heading}`, place]),
      ).values(),
    ].toReversed();
  };
}
