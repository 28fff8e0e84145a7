import {InFlight} from './in-flight.js';

/** Work that goes on after an answer. What fails is reported; it never rejects. */
export class Background {
  readonly #inFlight = new InFlight();
  readonly #report: (error: unknown) => void;

  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  /** Starts the work; the promise is fulfilled when it is over, however it ended. */
  run(work: () => Promise<unknown>): Promise<void> {
    return this.#inFlight.track(
      work().then(
        () => undefined,
        (error: unknown) => this.#report(error),
      ),
    );
  }

  /** Fulfilled when all that runs now is over; undefined where nothing does. */
  get whenIdle(): Promise<unknown> | undefined {
    return this.#inFlight.whenIdle;
  }
}
