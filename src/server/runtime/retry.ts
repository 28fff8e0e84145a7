/**
 * How long one process keeps what it has taken on. Meanwhile no other does the same; afterwards it
 * counts as left, because the process may have died.
 */
export const LEASE_MS = 60_000;

/** How much is taken on at once. */
export const BATCH_SIZE = 50;

const FIRST_PAUSE_MS = 10_000;
/** Nothing is put off for longer. */
export const LONGEST_PAUSE_MS = 3_600_000;

/** When to try again what has failed so many times: after 10 s, 20 s, 40 s, … one hour. */
export const backoffMs = (attempts: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1), LONGEST_PAUSE_MS);
