/** Waits for a promise, but no longer than so many ms: then its work goes on without us. */
export async function waitAtMost(ms: number, promise: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const time = new Promise((resolve) => (timer = setTimeout(resolve, ms)));
  try {
    await Promise.race([promise, time]);
  } finally {
    clearTimeout(timer);
  }
}
