/** What a function of the merchant's threw, or that it gave what it may not, as the cause. */
export class HookError extends Error {
  override readonly name = 'HookError';

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), {cause});
  }
}

/**
 * Runs what the merchant wrote, and tells what it throws from all that fails of ours: a hook may
 * throw the error of a database or of Razorpay that is its own affair.
 */
export async function runHook<T>(work: () => T | PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new HookError(error);
  }
}

/** The error as the merchant knows it. */
export const unwrapHookError = (error: unknown): unknown =>
  error instanceof HookError ? error.cause : error;
