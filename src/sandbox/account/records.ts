import {ApiError, idNotFound} from '../model/api-error.js';
import {isId, type IdPrefix} from '../model/random-id.js';

/** Entities of one kind, by their ids. */
export class Records<Item> {
  readonly #items = new Map<string, Item>();
  readonly #prefix: IdPrefix;

  /** The prefix of the kind's ids: `order` of `order_…`. */
  constructor(prefix: IdPrefix) {
    this.#prefix = prefix;
  }

  add(id: string, item: Item): void {
    this.#items.set(id, item);
  }

  /** @throws {ApiError} for an id that is malformed or unknown. */
  get(id: string): Item {
    if (!isId(this.#prefix, id)) throw new ApiError(`${id} is not a valid id`);
    const item = this.#items.get(id);
    if (!item) throw idNotFound();
    return item;
  }

  /** The newest first. */
  all(): Item[] {
    return [...this.#items.values()].reverse();
  }
}
