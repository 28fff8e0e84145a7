import {LANGUAGES} from '../../src/wire/languages.js';

/** What can be chosen, with the words for each value; the first is what stands without a choice. */
export const CHOICES = {
  tag: {magic: 'Magic', pos: 'POS'},
  scheme: {auto: 'System', light: 'Light', dark: 'Dark'},
  language: Object.fromEntries(Object.values(LANGUAGES).map((tag) => [tag, ownName(tag)])),
  direction: {ltr: 'Left to right', rtl: 'Right to left'},
  states: {all: 'All', ready: 'Ready', busy: 'Busy', doubt: 'In doubt', done: 'Paid or placed'},
  variant: {all: 'All', filled: 'Filled', outline: 'Outline'},
  size: {medium: 'Medium', small: 'Small', large: 'Large', all: 'All'},
  shape: {rounded: 'Rounded', pill: 'Pill', square: 'Square'},
  width: {own: 'Its own', hug: 'Of what it says', fill: 'Of its place'},
  type: {
    pay: 'pay',
    buy: 'buy',
    order: 'order',
    checkout: 'checkout',
    donate: 'donate',
    subscribe: 'subscribe',
    book: 'book',
  },
} as const satisfies Record<string, Record<string, string>>;

type Chosen = Record<keyof typeof CHOICES, string>;

export interface Knobs extends Chosen {
  tag: 'magic' | 'pos';
  /** A colour; empty leaves the button its own. */
  accent: string;
  /** In paise; empty for none. */
  amount: string;
  /** Ways to pay, as the attribute has them. */
  marks: string;
  secured: boolean;
  /** Whether the script of the button is left out: what stands before it has come, or where it is blocked. */
  unscripted: boolean;
}

export const OWN_ACCENT = '#1f5eff';

/** Reads the address of the page. What is no choice is not taken, and what was left out is the first. */
export function knobsOf(url: string): Knobs {
  const {searchParams} = new URL(url);
  const asked = (name: string, pattern: RegExp, otherwise = '') => {
    const value = searchParams.get(name) ?? otherwise;
    return pattern.test(value) ? value : otherwise;
  };
  const chosen = Object.fromEntries(
    Object.entries(CHOICES).map(([name, values]) => {
      const value = searchParams.get(name) ?? '';
      return [name, Object.hasOwn(values, value) ? value : Object.keys(values)[0]];
    }),
  ) as Chosen & Pick<Knobs, 'tag'>;
  const accent = asked('accent', /^#[\da-f]{6}$/i);
  return {
    ...chosen,
    accent: accent === OWN_ACCENT ? '' : accent,
    amount: asked('amount', /^\d{0,9}$/, '34900'),
    marks: asked('marks', /^[a-z ]{0,99}$/),
    secured: searchParams.has('secured'),
    unscripted: searchParams.has('unscripted'),
  };
}

/** What a language calls itself. */
export function ownName(tag: string): string {
  return new Intl.DisplayNames(tag, {type: 'language'}).of(tag) ?? tag;
}
