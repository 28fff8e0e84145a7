import {isStorable} from '../model/storable.js';
import {HttpError} from './http-error.js';

/** Refuses texts of a request that no database holds; `what` is the part that has them. */
export function refuseUnstorable(what: string, texts: Iterable<string>): void {
  for (const text of texts)
    if (!isStorable(text))
      throw new HttpError('INVALID_REQUEST', `${what} holds a NUL or half of a character.`);
}
