/** How long one process has what it took on, in ms: nobody else does the same meanwhile. */
export const LEASE = 60_000;

/** How much is taken on at once. */
export const BATCH = 50;

/** When to try again what has failed so many times: after 10 s, 20 s, 40 s, … one hour. */
export const backoff = (attempts: number): number =>
  Math.min(10_000 * 2 ** Math.max(0, attempts - 1), 3_600_000);
