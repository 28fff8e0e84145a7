import type {Answer, Question} from './ask.js';

/** What all looks at a server share. */
export interface Visit {
  readonly ask: (question: Question) => Promise<Answer>;
  /** Whose page asks; undefined where it is not known. */
  readonly pageOrigin: string | undefined;
  /** The secrets that the environment has; empty where it has none. */
  readonly webhookSecret: string;
  readonly endpointSecret: string;
  readonly now: () => number;
}

/** How long each waits for an answer: the page, Razorpay's checkout, and who sends its events. */
export const PAGE_WAITS_MS = 15_000;
export const CHECKOUT_WAITS_MS = 10_000;
export const WEBHOOK_WAITS_MS = 5_000;
