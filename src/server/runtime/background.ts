/** Work that goes on after an answer. What fails is reported; it never rejects. */
export class Background {
  readonly #running = new Set<Promise<void>>();
  readonly #report: (error: unknown) => void;

  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  /** Starts the work; the promise is fulfilled when it is over, however it ended. */
  run(work: () => Promise<unknown>): Promise<void> {
    const running = work().then(
      () => undefined,
      (error: unknown) => this.#report(error),
    );
    this.#running.add(running);
    return running.finally(() => this.#running.delete(running));
  }

  /** Fulfilled when all that runs now is over; undefined where nothing does. */
  get whenIdle(): Promise<unknown> | undefined {
    return this.#running.size > 0 ? Promise.all(this.#running) : undefined;
  }
}
