import type {PropertyDeclaration} from '@lit/reactive-element';
import {HELP_URL} from '../wire/reference/help-url.js';
import {hasTold} from '../checkout/shell/left-behind.js';
import {IDLE} from '../face/button-face.js';
import type {Shown} from '../face/shown.js';
import {FaceButton} from '../face/face-button.js';
import {disabled, flag, propertiesOf} from '../face/properties.js';
import {loadSale} from './load-sale.js';
import {loadSpeech} from './load-speech.js';
import type * as PressSale from './press-sale.js';
import type {PosAttributes} from './request/pos-kinds.js';
import {hasKeptSales, KEPT_SALES} from './shell/kept-prefix.js';
import type {PosOutcome} from './shell/outcome.js';
import {POS_ATTRIBUTES} from './shell/pos-attributes.js';
import {PosError} from './shell/pos-error.js';
import {PosErrorEvent, type PosEventMap} from './shell/pos-events.js';
import type {PosState} from './shell/pos-state.js';
import type {OwnPosWords, PosWords} from './words/words.js';

/** How some are read and written; the others are texts, as typed. */
const DECLARATIONS: Readonly<Record<string, PropertyDeclaration>> = {
  disabled,
  debug: flag,
  theme: {reflect: true},
  variant: {reflect: true},
  size: {reflect: true},
  shape: {reflect: true},
  width: {reflect: true},
};

/** A press that is on its way. */
interface Pressed {
  answer: Promise<PosOutcome>;
  /** Of which cart, once that is known. */
  key: string | undefined;
}

/** What a till says before what a press loads is there, where it does not come in its language. */
const ENGLISH = {
  language: 'en',
  label: ['Send to the device'],
  preparing: 'Sending…',
  broken: 'This till could not be loaded. Nothing was sent. Reload the page.',
} as const;

// The properties of the table, each with its documentation, and the words of the events.
export interface RzpPosButton extends Omit<PosAttributes, 'disabled'> {
  addEventListener<Type extends keyof PosEventMap>(
    type: Type,
    listener: (this: RzpPosButton, event: PosEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Type extends keyof Omit<HTMLElementEventMap, keyof PosEventMap>>(
    type: Type,
    listener: (this: RzpPosButton, event: HTMLElementEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/**
 * A button of a till that takes a payment on a Razorpay POS device.
 *
 * It creates the order on your server, which puts it on the device, and asks until it is known whether
 * it was paid. Only your server's answer makes it `paid`.
 *
 * @element rzp-pos-button
 * @slot - The label. `Send to the device` unless said otherwise.
 * @slot fallback - What is shown where the button cannot be used.
 * @csspart button - The native button.
 * @csspart label - Around the slot.
 * @csspart status - The state word with its spinner or tick.
 * @csspart message - What the cashier is told below the button.
 * @csspart action - What the cashier may do about it, a button in the message.
 * @cssprop [--rzp-accent=#1f5eff] - Background.
 * @cssprop [--rzp-on-accent=#fff] - Text on the background.
 * @cssprop [--rzp-success=#0b7a43] - Background once paid.
 * @cssprop [--rzp-on-success=#fff] - Text once paid.
 * @cssprop [--rzp-warning=#8a4b08] - Background while unconfirmed.
 * @cssprop [--rzp-on-warning=#fff] - Text while unconfirmed.
 * @cssprop [--rzp-radius=0.625rem] - Corners.
 * @cssprop [--rzp-height=3rem] - Least height; never below 44 px.
 * @cssprop [--rzp-font=system-ui, sans-serif] - Font family.
 * @cssprop [--rzp-focus=#1f5eff] - Focus ring.
 * @cssstate preparing - The order is made and put on the device.
 * @cssstate processing - It is on the device.
 * @cssstate unconfirmed - Money may have moved, and nobody can say yet.
 * @cssstate paid - Your server confirmed the payment.
 * @cssstate failed - Nothing was paid; it may be tried again.
 * @fires {RzpOpenEvent} rzp-open - Before anything happens; cancelable.
 * @fires {RzpSuccessEvent} rzp-success - Your server confirmed it: hand over what was sold.
 * @fires {RzpUnconfirmedEvent} rzp-unconfirmed - Money may have moved; not confirmed.
 * @fires {RzpDismissEvent} rzp-dismiss - Cancelled, here or on the device; nothing was paid.
 * @fires {RzpErrorEvent} rzp-error - Could not begin, or was not paid.
 * @fires {RzpStateChangeEvent} rzp-statechange - The state changed.
 * @example
 * ```ts
 * import 'rzp-magic-button/pos.js';
 *
 * const till = document.createElement('rzp-pos-button');
 * till.orderUrl = '/till/orders';
 * till.statusUrl = '/till/status';
 * till.deviceUrl = '/till/devices';
 * till.deviceMode = 'wireless';
 * till.deviceId = '2841158834';
 * till.businessName = 'Kettle & Leaf';
 * till.description = 'Counter 1';
 * till.orderData = {ticket: 17, items: [{sku: 'assam', quantity: 2}]};
 * till.addEventListener('rzp-success', ({orderId}) => console.log(`Paid: ${orderId}`));
 * document.body.append(till);
 * ```
 */
export class RzpPosButton extends FaceButton<PosState, PosWords> {
  /**
   * What tills say in the place of our words, by the language: `{hi: {newSale: 'अगली बिक्री'}}`. Set it
   * in JavaScript before they are on the page; it holds for what is said from then on.
   */
  static words: OwnPosWords = {};

  static override properties = propertiesOf(POS_ATTRIBUTES, (_kind, name) => DECLARATIONS[name]);

  /** What a press loads, once it is there. */
  #code: typeof PressSale | undefined;
  /** The answer of `open()` while a sale is on its way, and of which cart. */
  #pressed: Pressed | undefined;

  constructor() {
    super();
    this.debug = false;
    this.prepare();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('storage', this.#hear);
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('storage', this.#hear);
    this.#code?.unfollow(this);
  }

  /**
   * Puts the sale on the device, as a press does. Always resolves. While a sale runs, and once it was
   * paid, the answer is that one's.
   */
  open(): Promise<PosOutcome> {
    const pressed = this.#pressed;
    const key = this.#code?.keyOf(this);
    if (pressed && (!pressed.key || pressed.key === key)) return pressed.answer;
    const answer = this.#press();
    const next = (this.#pressed = {answer, key});
    void answer.then(() => {
      if (this.#pressed === next) this.#pressed = undefined;
    });
    return answer;
  }

  /**
   * Takes the sale from the device, and asks before it says anything: it may have been paid. Resolves
   * with what became of it; with nothing where there is none.
   */
  async cancel(): Promise<PosOutcome | undefined> {
    const code = await this.#load().catch(() => undefined);
    return code?.cancel(this);
  }

  /** Starts afresh with the same cart: the button of a sale that was paid sells it again. */
  reset(): void {
    this.#pressed = undefined;
    if (this.#code) this.#code.reset(this);
    else this.show(IDLE);
  }

  protected override readonly loadSpeech = loadSpeech;

  protected override readonly english = ENGLISH;

  protected override updated(): void {
    // Another cart may be meant now.
    if (this.isConnected) this.#follow();
  }

  /** Another tab has put a sale on a device, or is done with one. */
  readonly #hear = ({key}: StorageEvent) => {
    if (key?.startsWith(KEPT_SALES)) this.#follow();
  };

  /** Where nothing is on a device or was told, nothing is loaded. */
  #follow(): void {
    if (!this.#code && !hasKeptSales() && !hasTold()) return;
    void this.#load().then(
      (code) => code.follow(this, this.#showSale),
      () => undefined,
    );
  }

  async #load(): Promise<typeof PressSale> {
    const learning = this.learn();
    const code = this.#code ?? (await loadSale());
    await code.inTime(learning);
    this.draw = code.draw;
    return (this.#code = code);
  }

  async #press(): Promise<PosOutcome> {
    let code = this.#code;
    if (!code) {
      const {language, preparing: label} = this.said;
      this.show({...IDLE, state: 'preparing', label, language});
      try {
        code = await this.#load();
      } catch (cause) {
        return this.#failToLoad(cause);
      }
      if (this.#pressed) this.#pressed.key = code.keyOf(this);
    }
    // It may have another language than when it was loaded.
    void this.learn();
    this.advise();
    return code.press(this, this.#showSale);
  }

  #failToLoad(cause: unknown): PosOutcome {
    const {language, broken: message} = this.said;
    const error = new PosError('chunk_failed', ENGLISH.broken, {cause, retryable: true});
    console.error(error, HELP_URL + `till-${error.code}`);
    this.show({...IDLE, message, isUrgent: true, language});
    this.dispatchEvent(new PosErrorEvent(error));
    return {type: 'failed', error};
  }

  readonly #showSale = (shown: Shown<PosState> | undefined) => this.show(shown ?? IDLE);
}
