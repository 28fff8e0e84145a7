/** The real clock, also where a test has put another in its place. */
const realTimeout = window.setTimeout.bind(window);
const now = performance.now.bind(performance);

/** Resolves as soon as a condition holds, with what it gives; rejects after eight seconds. */
export async function until<T>(condition: () => T | Promise<T>, what = String(condition)) {
  const start = now();
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (now() - start > 8_000) throw new Error(`Not in eight seconds: ${what}`);
    await new Promise((resolve) => realTimeout(resolve, 5));
  }
}
