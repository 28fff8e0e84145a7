import type {Session} from './session.js';

/** How long things stay on the screen so that a person sees them, in milliseconds. */
const SUCCESS = 700;
const FADING = 100;

/** How the checkout ends: with a response, or without one. */
export class Ending {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Tells the page what it waits for, once the shopper has seen it. */
  async complete(response: object): Promise<void> {
    this.#session.update({screen: 'success', attempt: undefined, isBusy: false, isLeaving: false});
    if (!(await this.#session.pause(SUCCESS))) return;
    const {settings} = this.#session.state;
    if (settings?.redirect && settings.callbackUrl) {
      const redirect = {url: settings.callbackUrl, content: response, method: 'post'};
      this.#session.send('redirect', redirect);
      return;
    }
    this.#session.send('complete', response);
    this.#hide();
  }

  dismiss(reason?: unknown): void {
    this.#session.track('checkout_abandoned', {time_since_open: this.#session.age()});
    this.#session.send('dismiss', reason);
    this.#hide();
  }

  /** The page is unlocked already; it hides the container once the backdrop has faded. */
  #hide(): void {
    const animation = this.#session.state.settings?.animation;
    this.#session.end();
    void this.#session.pause(animation ? FADING : 0).then((isStillClosed) => {
      if (isStillClosed) this.#session.send('hidden');
    });
  }
}
