import {distance} from './distance.js';

/** One letter of so many may be wrong. */
export const LETTERS_A_MISTAKE = 4;

/** Returns the known word that is the fewest letters apart from one that is none; undefined where all are far. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((each) => ({each, apart: distance(written, each)}))
    .filter(({each, apart}) => apart <= mistakes(written, each))
    .sort((one, other) => one.apart - other.apart);
  return best?.each;
}

const mistakes = (written: string, known: string) =>
  Math.max(1, Math.floor(Math.max(written.length, known.length) / LETTERS_A_MISTAKE));
