/** English is better than to wait. */
const PATIENCE_MS = 1_000;

/** Resolves once the words of a language have come, or will not while somebody waits for them. */
export const inTime = (coming: Promise<void>): Promise<void> =>
  Promise.race([coming, new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS))]);
