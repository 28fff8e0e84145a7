interface Job {
  readonly at: number;
  readonly act: () => void;
}

/** The longest time that a timer can wait, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/**
 * The sandbox's time: the machine's, and as far ahead of it as somebody moved it. What is due at
 * a later hour happens then, or when the clock is moved past it.
 */
export class Clock {
  readonly #jobs = new Set<Job>();
  #ahead = 0;
  #timer: NodeJS.Timeout | undefined;

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  /** Seconds since 1970, as Razorpay writes times. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  after(seconds: number, act: () => void): void {
    this.#jobs.add({at: this.now() + seconds * 1000, act});
    this.#arm();
  }

  /**
   * Moves on and does what falls due, one thing after the other, each at its time. Waits for
   * `settled` in between: what is under way may want to be tried again at a time that is near.
   */
  async advance(seconds: number, settled: () => Promise<void>): Promise<void> {
    const end = this.now() + seconds * 1000;
    await settled();
    for (let job = this.#next(); job && job.at <= end; job = this.#next()) {
      this.#moveTo(job.at);
      this.#do(job);
      await settled();
    }
    this.#moveTo(end);
    this.#arm();
  }

  /** Forgets what is due. */
  stop(): void {
    this.#jobs.clear();
    clearTimeout(this.#timer);
  }

  #moveTo(time: number): void {
    this.#ahead += Math.max(0, time - this.now());
  }

  #next(): Job | undefined {
    return [...this.#jobs].sort((a, b) => a.at - b.at)[0];
  }

  #do(job: Job): void {
    this.#jobs.delete(job);
    job.act();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const job = this.#next();
    if (!job) return;
    this.#timer = setTimeout(
      () => {
        if (job.at <= this.now() && this.#jobs.has(job)) this.#do(job);
        this.#arm();
      },
      Math.min(LONGEST, Math.max(0, job.at - this.now())),
    );
    // The server keeps the process alive, not what may happen in a day.
    this.#timer.unref();
  }
}
