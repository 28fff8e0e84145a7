interface Job {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly act: () => void;
}

/** The longest that a timer can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * The sandbox's time: the machine's, plus as much as it was moved on. A job happens when its time
 * comes, or when the clock is moved past it.
 */
export class Clock {
  readonly #jobs = new Set<Job>();
  #aheadMs = 0;
  #timer: NodeJS.Timeout | undefined;

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.#aheadMs;
  }

  /** Seconds since 1970, as Razorpay writes times. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** Does something at a time, in milliseconds since 1970, or soon where that is over. */
  at(time: number, act: () => void): void {
    this.#jobs.add({at: time, act});
    this.#arm();
  }

  /** Does something after so many seconds. */
  after(seconds: number, act: () => void): void {
    this.at(this.now() + seconds * 1000, act);
  }

  /** Resolves after so many seconds. */
  wait(seconds: number): Promise<void> {
    return new Promise((resolve) => this.after(seconds, resolve));
  }

  /**
   * Moves on and does the jobs that fall due, one after the other, each at its time. Waits for
   * `settled` after each: a job that fails may schedule a retry that is due as well.
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

  /** Drops all jobs. */
  stop(): void {
    this.#jobs.clear();
    clearTimeout(this.#timer);
  }

  #moveTo(time: number): void {
    this.#aheadMs += Math.max(0, time - this.now());
  }

  #next(): Job | undefined {
    let first: Job | undefined;
    // Of two that are due at once the older one: the set keeps the order in which they came.
    for (const job of this.#jobs) if (!first || job.at < first.at) first = job;
    return first;
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
      Math.min(LONGEST_TIMER_MS, Math.max(0, job.at - this.now())),
    );
    // A job that is due in a day must not keep the process alive; the server does that.
    this.#timer.unref();
  }
}
