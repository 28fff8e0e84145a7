/** A body that is being read. */
export interface HeldBody {
  /** What it takes in memory by now. */
  readonly heldBytes: number;
  /** Ends the reading, to make room for others. */
  giveUp(): void;
}

/**
 * The bodies that are being read, which take so much memory together and no more. Anybody can send
 * the most that is read, keep its end back, and do it again. Where it is too much the largest are
 * given up: what a shop and Razorpay send is small, and soon over.
 */
export class HeldBodies {
  readonly #mostBytes: number;
  readonly #bodies = new Set<HeldBody>();
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** Counts what a body takes more. Of one that was given up nothing is counted any more. */
  hold(body: HeldBody, moreBytes: number): void {
    this.#bodies.add(body);
    this.#bytes += moreBytes;
    while (this.#bytes > this.#mostBytes) {
      const largest = [...this.#bodies].reduce((a, b) => (b.heldBytes > a.heldBytes ? b : a));
      this.letGo(largest);
      largest.giveUp();
    }
  }

  /** Counts a body no more: it was read, or is not read on. */
  letGo(body: HeldBody): void {
    if (this.#bodies.delete(body)) this.#bytes -= body.heldBytes;
  }
}
