import {attributeOf} from '../shell/attributes.js';
import {OPTIONS} from '../shell/options.js';

const ADDRESSES = ['orderUrl', 'verifyUrl', 'statusUrl', 'successUrl', 'scriptUrl'];

/** The properties by their attributes. A word that is one is like any other, and stays. */
const PROPERTIES = new Map(
  [...Object.keys(OPTIONS), ...ADDRESSES]
    .map((name) => [attributeOf(name), name] as const)
    .filter(([attribute]) => attribute.includes('-')),
);

const WRITTEN = new RegExp(
  `(?<![\\w-])(${[...PROPERTIES.keys()].join('|')})(?![\\w-])(?:="([^"]*)")?`,
  'g',
);

/** Returns a sentence about attributes as one about the options of a function: `orderUrl: "…"`. */
export const asOptions = (sentence: string): string =>
  sentence.replace(WRITTEN, (_, attribute: string, value?: string) => {
    const name = PROPERTIES.get(attribute) ?? attribute;
    return value === undefined ? name : `${name}: "${value}"`;
  });
