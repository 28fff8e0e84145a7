import type {AboutOrder} from './backend.js';
import type {State} from './state.js';

/** What a part of the checkout may do to the whole. */
export interface Context {
  readonly state: State;
  update(changes: Partial<State>): void;
  /** Tells the page of a step in Magic Checkout's funnel. */
  track(event: string, extra?: object): void;
  /** Resolves like the promise, and with undefined when the checkout it was for is gone. */
  current<Result>(promise: Promise<Result>): Promise<Result | undefined>;
  about(): AboutOrder;
}
