import type {Incoming} from './exchange.js';
import {refuseUnstorable} from './storable.js';
import type {Bytes} from '../../wire/hex.js';

/** A request whose address and headers hold no text that a database can't; else an `HttpError`. */
export class StorableIncoming implements Incoming {
  readonly #incoming: Incoming;

  constructor(incoming: Incoming) {
    const {pathname, searchParams} = incoming.url;
    refuseUnstorable('The address', [decoded(pathname), ...[...searchParams].flat()]);
    this.#incoming = incoming;
  }

  get method(): string {
    return this.#incoming.method;
  }

  get url(): URL {
    return this.#incoming.url;
  }

  get request(): Request {
    return this.#incoming.request;
  }

  header(name: string): string | null {
    const value = this.#incoming.header(name);
    if (value !== null) refuseUnstorable(`The header ${name}`, [value]);
    return value;
  }

  bytes(mostBytes: number): Promise<Bytes> {
    return this.#incoming.bytes(mostBytes);
  }
}

/** A path with what is escaped in it; as it is where that is no text. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
