/**
 * How long one process keeps what it has taken on. Meanwhile no other does the same; afterwards it
 * counts as left, because the process may have died.
 */
export const LEASE_MS = 60_000;

/** How much is taken on at once. */
export const BATCH_SIZE = 50;

/** After how many ms to try again what has failed so many times: 10 s, 20 s, 40 s, … one hour. */
export const backoffMs = (attempts: number): number =>
  Math.min(10_000 * 2 ** Math.max(0, attempts - 1), 3_600_000);
