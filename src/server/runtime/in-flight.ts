/** Work that has begun and is not over. */
export class InFlight {
  readonly #running = new Set<Promise<unknown>>();

  /** Counts the work until it is over, and gives what it gives. */
  async track<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    try {
      return await work;
    } finally {
      this.#running.delete(work);
    }
  }

  /** Fulfilled when all that runs now is over, however it ends; undefined where nothing does. */
  get whenIdle(): Promise<unknown> | undefined {
    return this.#running.size > 0 ? Promise.allSettled(this.#running) : undefined;
  }
}
