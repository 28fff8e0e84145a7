import {nearest} from '../../../wire/spelling/nearest.js';

/** What an element is listened to by. */
export interface Heard extends Element {
  readonly heard: Iterable<string>;
}

/**
 * Says which events that an element is listened to by never come, and which was meant: `rzp-sucess`, and
 * `Sucess`, which React makes of `onSucess`. What browsers and others fire is none of ours.
 */
export function misheard(element: Heard, names: readonly string[]): string[] {
  return [...element.heard].flatMap((type) => {
    const isOurs = /^(on-?)?rzp/i.test(type);
    if (names.includes(type) || (!isOurs && isOfBrowser(element, type))) return [];
    const meant = eventNamed(type, names);
    if (meant === undefined && !isOurs) return [];
    const todo = meant === undefined ? `There are: ${names.join(', ')}.` : `Listen to ${meant}.`;
    return `${type} is no event of <${element.localName}>, and never comes. ${todo}`;
  });
}

/** Returns which event is meant by a word for it: `success`, `onSucess`, `rzp:success`. */
export function eventNamed(written: string, names: readonly string[]): string | undefined {
  const word = nearest(bare(written), names.map(bare));
  return word && names.find((name) => bare(name) === word);
}

/** The word alone: `success`. */
const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/^(on)?(rzp)?/, '');

const isOfBrowser = (element: Element, type: string): boolean =>
  `on${type.toLowerCase()}` in element || /^(on)?(dom|focus|webkit|touch|pointer)/i.test(type);
