import type {Session} from './session.js';

/** How long the shopper sees that the payment is made. */
const SUCCESS_MS = 700;
/** How long the checkout takes to fade out. */
const FADE_OUT_MS = 100;

/** How the checkout ends: with a response, or without one. */
export class Ending {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Shows the success, then hands the response to the page. */
  async complete(response: object): Promise<void> {
    this.#session.update({screen: 'success', attempt: undefined, isBusy: false, isLeaving: false});
    this.#session.count('paid');
    if (!(await this.#session.pause(SUCCESS_MS))) return;
    const {settings} = this.#session.state;
    if (settings?.redirect && settings.callbackUrl) {
      const redirect = {url: settings.callbackUrl, content: response, method: 'post'};
      this.#session.send('redirect', redirect);
      return;
    }
    this.#session.send('complete', response);
    this.#hide();
  }

  /** Once only: the page has unlocked itself by then, and can't do it twice. */
  dismiss(reason?: unknown): void {
    if (!this.#session.isOpen) return;
    this.#session.track('checkout_abandoned', {time_since_open: this.#session.ageMs()});
    this.#session.send('dismiss', reason);
    this.#hide();
  }

  /** By now the page is unlocked; it hides the container once the backdrop has faded. */
  #hide(): void {
    const animation = this.#session.state.settings?.animation;
    this.#session.end();
    void this.#session.pause(animation ? FADE_OUT_MS : 0).then((isStillClosed) => {
      if (isStillClosed) this.#session.send('hidden');
    });
  }
}
