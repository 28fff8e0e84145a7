import {ApiError, idNotFound} from '../model/api-error.js';

/** Entities of one kind, by their ids. */
export class Records<Item> {
  readonly #items = new Map<string, Item>();
  readonly #prefix: string;

  /** The prefix of the kind's ids: `order` of `order_…`. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  add(id: string, item: Item): void {
    this.#items.set(id, item);
  }

  /** @throws {ApiError} for an id that is malformed or unknown. */
  get(id: string): Item {
    if (!new RegExp(`^${this.#prefix}_[A-Za-z0-9]{14}$`).test(id)) {
      throw new ApiError(`${id} is not a valid id`);
    }
    const item = this.#items.get(id);
    if (!item) throw idNotFound();
    return item;
  }

  /** The newest first. */
  all(): Item[] {
    return [...this.#items.values()].reverse();
  }
}
