import type {FrameEvent, Opener} from '../opener/opener.js';
import type {AboutOrder} from '../state/backend.js';
import {CLOSED, isMagic, type State} from '../state/state.js';
import {analyticsOf} from './analytics.js';
import {shopMessages} from './shop-analytics.js';

/**
 * What the parts of the flow share: the state that is shown, and the messages to the opener. It
 * serves one checkout after another; an answer that comes for an older one is ignored.
 */
export class Session {
  readonly #opener: Pick<Opener, 'send'>;
  readonly #show: (state: State) => void;
  #state = CLOSED;
  /** A new one whenever a checkout begins or ends: an answer for another one is too late. */
  #checkout = Symbol();
  #isOpen = false;
  #openedAt = 0;

  constructor(opener: Pick<Opener, 'send'>, show: (state: State) => void) {
    this.#opener = opener;
    this.#show = show;
  }

  get state(): State {
    return this.#state;
  }

  /** From the page's `open` to the end, also while nothing is shown yet. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  begin(): void {
    this.#checkout = Symbol();
    this.#isOpen = true;
    this.#openedAt = Date.now();
    this.update(CLOSED);
  }

  end(): void {
    this.#checkout = Symbol();
    this.#isOpen = false;
    this.update(CLOSED);
  }

  update(changes: Partial<State>): void {
    this.#state = {...this.#state, ...changes};
    this.#show(this.#state);
  }

  send(event: FrameEvent, data?: unknown): void {
    this.#opener.send(event, data);
  }

  /** Sends a step of the funnel to the page; only Magic Checkout has one. */
  track(event: string, extra: object = {}): void {
    if (!isMagic(this.#state)) return;
    const data = analyticsOf(this.#state, event, extra);
    this.send('event', {event: 'mx-analytics', data});
    this.count(event);
  }

  /** Has the page count a step with the shop's own analytics; only Magic Checkout does. */
  count(step: string): void {
    const {settings} = this.#state;
    if (!settings || !isMagic(this.#state)) return;
    for (const [event, data] of shopMessages(settings, step)) this.send(event, data);
  }

  /** Resolves like the promise, and with undefined when the checkout it was for is gone. */
  async current<Result>(promise: Promise<Result>): Promise<Result | undefined> {
    const checkout = this.#checkout;
    try {
      const result = await promise;
      return checkout === this.#checkout ? result : undefined;
    } catch (error) {
      if (checkout !== this.#checkout) return undefined;
      throw error;
    }
  }

  /** Waits, and resolves with whether the checkout is still the same. */
  async pause(milliseconds: number): Promise<boolean> {
    const isOver = new Promise<true>((resolve) => setTimeout(() => resolve(true), milliseconds));
    return (await this.current(isOver)) ?? false;
  }

  /** Milliseconds since it was opened. */
  ageMs(): number {
    return Date.now() - this.#openedAt;
  }

  /** What every request about the order says. */
  about(): AboutOrder {
    const {form, settings} = this.#state;
    return {
      key_id: settings?.keyId ?? '',
      order_id: settings?.orderId ?? '',
      contact: form.contact,
      email: form.email,
    };
  }
}
