import {HttpError} from './http-error.js';

/**
 * Whether a text comes back from a database as it went in. PostgreSQL refuses a NUL, SQLite's driver
 * cuts the text off there, and both write something else for half of a surrogate pair: what was asked
 * for would be found under another name.
 */
export const isStorable = (text: string): boolean =>
  !text.includes('\0') && !/\p{Surrogate}/u.test(text);

/** Refuses texts of a request that no database holds; `what` is the part that has them. */
export function refuseUnstorable(what: string, texts: Iterable<string>): void {
  for (const text of texts)
    if (!isStorable(text))
      throw new HttpError('INVALID_REQUEST', `${what} holds a NUL or half of a character.`);
}
