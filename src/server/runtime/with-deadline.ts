/** Waits for work; rejects with the complaint when it takes more than so many ms. */
export async function withDeadline<T>(
  ms: number,
  work: T | PromiseLike<T>,
  complaint: string,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(complaint));
    }, ms);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
