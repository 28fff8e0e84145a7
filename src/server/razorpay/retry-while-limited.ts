import {RazorpayError} from './error.js';

/** How long Razorpay is left alone when it asks for it: doubled each time, up to the second. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

/** Asks, and asks again after a while when Razorpay says that it is asked too often. */
export async function retryWhileLimited<T>(ask: () => Promise<T>): Promise<T> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs *= 2) {
    try {
      return await ask();
    } catch (error) {
      const isLimited = error instanceof RazorpayError && error.code === 'rate_limited';
      if (!isLimited || pauseMs > LONGEST_PAUSE_MS) throw error;
      // Uneven, so that those who were refused together do not come back together.
      await new Promise((resolve) => setTimeout(resolve, pauseMs * (0.5 + Math.random() / 2)));
    }
  }
}
