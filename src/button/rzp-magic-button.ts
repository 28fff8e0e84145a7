import type {
  PropertyDeclaration,
  PropertyDeclarations,
  PropertyValues,
} from '@lit/reactive-element';
import {HELP_URL} from '../wire/reference/help-url.js';
import type {} from '../checkout/events/events.js';
import type {CartOutcome} from '../checkout/events/carts.js';
import type {Outcome} from '../checkout/events/outcome.js';
import type {CheckoutOptions} from '../checkout/request/option-kinds.js';
import {CheckoutError} from '../checkout/shell/checkout-error.js';
import type {Telling} from '../checkout/said/told.js';
import type {CheckoutState} from '../checkout/shell/checkout-state.js';
import {safeDocument} from '../checkout/shell/safe-document.js';
import {hasTold, TOLD_ELSEWHERE, hasUnfinished} from '../checkout/shell/left-behind.js';
import {OPTIONS} from '../checkout/shell/options.js';
import {isOn, readOption} from '../checkout/shell/attributes.js';
import {preloadRazorpay} from '../checkout/shell/preload-razorpay.js';
import {RzpErrorEvent} from '../checkout/shell/shell-events.js';
import {pageState} from '../checkout/shell/page-state.js';
import {IDLE} from '../face/button-face.js';
import {FaceButton, takesColor, type SaidAlone} from '../face/face-button.js';
import {object, propertiesOf} from '../face/properties.js';
import type {OwnButtonWords, Words} from '../checkout/words/words.js';
import type {FormHost} from './form/form-host.js';
import {loadPress} from './load-press.js';
import {loadSpeech} from './load-speech.js';
import type * as Speech from './speech.js';
import {OWN_ATTRIBUTES, type OwnAttributes} from './own-attributes.js';
import type {PressHost, PurchaseView} from './press-host.js';

/** A pointer, finger or the focus comes near. */
const INTENT = ['pointerenter', 'touchstart', 'focusin'];

/** What a button says by itself before its words are there. */
const ENGLISH = {
  language: 'en',
  preparing: 'Opening…',
  broken: 'This button could not be loaded. Please reload the page.',
} as const;

// The properties of both tables, each with its documentation.
export interface RzpMagicButton extends CheckoutOptions, Omit<OwnAttributes, 'disabled'> {
  /** A listener of `rzp-payment` on the element itself counts as a way to confirm. */
  addEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: RzpMagicButton, event: HTMLElementEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/**
 * A button that takes a payment through Razorpay Magic Checkout.
 *
 * It creates the order on your server, opens the checkout and has the result verified by your
 * server. Only that answer makes it `paid`.
 *
 * @element rzp-magic-button
 * @slot - The label. `Pay now` unless said otherwise.
 * @slot fallback - What is shown where the button cannot be used: a link to an order form.
 * @csspart button - The native button.
 * @csspart label - Around the slot.
 * @csspart status - The state word with its spinner or tick.
 * @csspart message - What the shopper is told below the button.
 * @csspart foot - Below the button: marks of `marks`, and what `secured` says.
 * @csspart action - What the shopper may do about it, a button in the message.
 * @cssprop [--rzp-accent=#1f5eff] - Background.
 * @cssprop [--rzp-on-accent=#fff] - Text on the background.
 * @cssprop [--rzp-success=#0b7a43] - Background once paid or placed.
 * @cssprop [--rzp-on-success=#fff] - Text once paid or placed.
 * @cssprop [--rzp-warning=#8a4b08] - Background while unconfirmed.
 * @cssprop [--rzp-on-warning=#fff] - Text while unconfirmed.
 * @cssprop [--rzp-radius=0.625rem] - Corners.
 * @cssprop [--rzp-height=3rem] - Least height; never below 44 px.
 * @cssprop [--rzp-font=system-ui, sans-serif] - Font family.
 * @cssprop [--rzp-focus=#1f5eff] - Focus ring.
 * @cssstate preparing - The order is made and the vendor's script loaded.
 * @cssstate open - The checkout is open.
 * @cssstate verifying - Your server is asked.
 * @cssstate unconfirmed - Money may have moved; your server has not confirmed it.
 * @cssstate paid - Your server confirmed the payment.
 * @cssstate placed - Your server confirmed a cash on delivery order.
 * @fires {RzpOpenEvent} rzp-open - Before anything happens; cancelable.
 * @fires {RzpAttemptFailedEvent} rzp-attempt-failed - One attempt failed; the shopper may try again.
 * @fires {RzpPaymentEvent} rzp-payment - The handler response arrived; nothing is confirmed yet.
 * @fires {RzpSuccessEvent} rzp-success - Your server confirmed it; cancelable.
 * @fires {RzpUnconfirmedEvent} rzp-unconfirmed - Money may have moved; not confirmed.
 * @fires {RzpDismissEvent} rzp-dismiss - Closed without a payment.
 * @fires {RzpErrorEvent} rzp-error - Could not open, or broke.
 * @fires {RzpAnalyticsEvent} rzp-analytics - A step of the funnel, without personal data.
 * @fires {RzpStateChangeEvent} rzp-statechange - The state changed.
 * @example
 * ```ts
 * import 'rzp-magic-button';
 *
 * const button = document.createElement('rzp-magic-button');
 * button.orderUrl = '/checkout/orders';
 * button.verifyUrl = '/checkout/verify';
 * button.statusUrl = '/checkout/status';
 * button.orderData = {sku: 'assam'};
 * button.textContent = 'Pay ₹349';
 * button.addEventListener('rzp-success', ({orderId}) => console.log(`Thank you for ${orderId}.`));
 * document.body.append(button);
 * ```
 */
export class RzpMagicButton
  extends FaceButton<CheckoutState, Words>
  implements PressHost, FormHost
{
  /**
   * What buttons say in the place of our words, by the language: `{hi: {secured: 'सुरक्षित भुगतान'}}`. Set
   * it in JavaScript before they are on the page; it holds for what is said from then on.
   */
  static words: OwnButtonWords = {};

  static #allowed: readonly string[] = [];

  /**
   * Whole addresses, or origins, that `script-url` may lead to besides Razorpay's own, and to this
   * machine where the page is on it. Set it in JavaScript, whenever: buttons look again.
   */
  static get allowedScriptOrigins(): readonly string[] {
    return RzpMagicButton.#allowed;
  }
  static set allowedScriptOrigins(allowed: readonly string[]) {
    RzpMagicButton.#allowed = allowed;
    for (const look of pageState().watchers) look();
  }

  static override properties: PropertyDeclarations = {
    // What does not fit the kind of an option stays as typed, so that a message can name it.
    ...propertiesOf(OPTIONS, (kind) => ({converter: (text) => readOption(kind, text)})),
    ...propertiesOf<PropertyDeclaration>(OWN_ATTRIBUTES, (row) => row),
    options: object,
  };

  /** Any further option of Razorpay's, in its own spelling; lowest precedence. */
  declare options: Readonly<Record<string, unknown>> | null | undefined;

  /** By what one can pay, below the button. */
  readonly #foot = safeDocument.createElement('small');
  /** @internal By what it speaks, once that has come. */
  declare speech: typeof Speech | undefined;
  /** What a press loads, once it is there. */
  #code: Awaited<ReturnType<typeof loadPress>> | undefined;
  // What a control of a form has. It comes with what the button does there, once it is in one.
  /** The labels that name it, in a form. */
  declare readonly labels: NodeList | undefined;
  /** Whether its form looks at its validity: not where it is disabled. */
  declare readonly willValidate: boolean | undefined;
  declare readonly validity: ValidityState | undefined;
  declare readonly validationMessage: string | undefined;
  declare readonly checkValidity: (() => boolean) | undefined;
  declare readonly reportValidity: (() => boolean) | undefined;
  /** Says what is wrong with it; nothing is, by an empty text. Its form can't be sent meanwhile. */
  declare readonly setCustomValidity: ((message: string) => void) | undefined;

  /** @internal By what its form was sent before what it does there had come; null once it has. */
  declare asking: FormHost['asking'];
  /** @internal Adds the fields of its form to what is bought, once what does that is there. */
  declare withFields: FormHost['withFields'];
  /** What it says besides its label. */
  #told: [CheckoutState, Telling] | undefined;
  #visibility: IntersectionObserver | undefined;
  /** The answer of `open()` while a press is on its way. */
  #pressed: Promise<Outcome> | undefined;
  /** What became of the cart, as far as the button shows it. */
  #cart: CartOutcome | undefined;
  readonly #view: PurchaseView = {tell: (...told) => this.#tell(...told)};

  constructor() {
    super();
    this.debug = this.analyticsPersonalData = this.secured = this.submit = false;
    this.prepare();
    this.#foot.setAttribute('part', 'foot');
    this.renderRoot.append(this.#foot);
    for (const type of INTENT) this.addEventListener(type, this.#near, {passive: true});
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A page that comes back from the browser's cache has missed what became of its orders.
    addEventListener('pageshow', this.#finish);
    addEventListener('storage', this.#hear);
    pageState().watchers.add(this.#watch);
    this.#finish();
    this.#load();
    this.formAssociatedCallback();
    this.#follow(false, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pageshow', this.#finish);
    removeEventListener('storage', this.#hear);
    pageState().watchers.delete(this.#watch);
    this.#visibility?.disconnect();
  }

  /** @internal What it does in a form comes where it is in one. */
  formAssociatedCallback(): void {
    if (!this.form) return;
    // By the browser's own method: a form has its fields for properties.
    addEventListener.call(this.form, 'submit', this.#hold, true);
    this.#joinForm().catch(console.warn);
  }

  /** Until what it does in a form has come, its form waits for it, and is not sent unpaid. */
  readonly #hold = (event: Event) => {
    if (this.asking === null || !isOn(this.submit)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.asking = event;
    this.click();
  };

  /**
   * The form that it belongs to, as any button does: the one around it, or that of the attribute
   * `form`, which is what a text sets.
   */
  get form(): HTMLFormElement | null {
    return this.internals ? this.internals.form : this.closest('form');
  }
  set form(id: HTMLFormElement | string | null | undefined) {
    // Frameworks set what is a property. A native button, whose `form` can't be set, would throw.
    if (typeof id === 'string') this.setAttribute('form', id);
  }

  protected override readonly loadSpeech = loadSpeech;

  protected override label(): void {
    super.label();
    const {words} = this;
    if (this.#told && words && words.language !== this.shown.language) this.#tell(...this.#told);
    const color = this.themeColor ?? '';
    this.face.button.style.setProperty('--theme', takesColor(color) ? color : '');
    // Its place, before it is drawn: nothing on the page moves then.
    const lines = (this.marks ? 1.75 : 0) + (isOn(this.secured) ? 1.75 : 0);
    this.#foot.style.minBlockSize = `${lines}rem`;
    if (words) this.speech?.drawFoot(this.#foot, this, words, this.mark(words.language));
  }

  protected override get speaks(): boolean {
    return super.speaks || !!this.marks || isOn(this.secured);
  }

  protected override get english(): SaidAlone {
    // The name of its type is English enough for a moment.
    const label = (this.type || 'pay now').replace(/./, (first) => first.toUpperCase());
    return {...ENGLISH, label: [label]};
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    if (changed.has('load')) this.#load();
    // Another cart may be meant now.
    this.#follow();
  }

  /**
   * Opens the checkout, as a click does. Always resolves. While a checkout runs, and once a payment
   * was made, the answer is that one's.
   */
  open(): Promise<Outcome> {
    const pressed = (this.#pressed ??= this.#press().finally(() => {
      if (this.#pressed !== pressed) return;
      this.#pressed = undefined;
      this.#follow();
    }));
    return pressed;
  }

  /** Closes the checkout; `false` where there is none or a payment is on its way. */
  close(): boolean {
    return this.#view.purchase?.close() ?? (this.#view.isClosing = !!this.#pressed);
  }

  /** Makes the buttons of a cart that is paid, placed or unconfirmed sell it again. */
  reset(): void {
    const cart = this.#cart;
    if (!cart) return;
    this.#pressed = this.#cart = this.#view.purchase = undefined;
    this.#tell('idle', {});
    cart.reset();
  }

  /** A pointer, finger or the focus is near. */
  readonly #near = () => {
    if (this.load !== 'click' && !this.isDisabled) void this.#warm();
  };

  /** Resolves with a function that says how a press ends that opens nothing. */
  async #joinForm(): Promise<() => Outcome | undefined> {
    return (await loadSpeech()).joinForm(this, this.#near);
  }

  /** Where earlier page views left nothing open, nothing is loaded. */
  readonly #finish = () => {
    if (!hasUnfinished()) return;
    // What brings a payment home waits for no words.
    void this.learn();
    void loadPress()
      .then(({resume}) => resume(this))
      .catch((cause: unknown) => {
        console.warn('rzp-magic-button: an earlier payment waits.', cause);
        // It may load with the next sign of a network, or of the shopper.
        for (const type of [...INTENT, 'online', 'visibilitychange']) {
          addEventListener(type, this.#finish, {once: true});
        }
      });
  };

  /** What became of a cart is of interest to each of its buttons, in other tabs too; and from where a script may come. */
  readonly #watch = (target?: EventTarget, cart?: object) => {
    if (target === this) {
      this.#cart = cart as CartOutcome | undefined;
    } else {
      this.#load();
      this.#follow();
    }
  };
  readonly #hear = ({key}: StorageEvent) => {
    if (key?.startsWith(TOLD_ELSEWHERE)) this.#follow(true);
  };

  /** Shows what became of the cart, where anything became of any. */
  readonly #follow = (isHeard?: boolean, isNew?: boolean) => {
    if (!isHeard && !this.#cart && !pageState().carts.size && !hasTold()) return;
    void this.#loadCode().then(
      (code) => {
        if (!this.#pressed) code.followCart(this, this.#showCart, this.#follow, isNew);
      },
      () => undefined,
    );
  };

  readonly #showCart = (cart: CartOutcome | undefined) => {
    const before = this.#cart;
    if (cart === before) return;
    this.#cart = cart;
    this.#view.purchase = undefined;
    if (cart) this.#tell(cart.state, cart.telling);
    // It sells again, and what was bought before stays said.
    else this.#tell('idle', this.state === 'unconfirmed' ? {} : {told: before?.telling.told});
  };

  /** Says what goes with a state, in the words that have come; once more where others come. */
  #tell(...told: [CheckoutState, Telling]): void {
    this.#told = told;
    if (this.#code) this.show(this.#code.shownOf(this, ...told));
  }

  /** Loads without waiting for intent, where `load` says so. */
  #load(): void {
    this.#visibility?.disconnect();
    if (this.load === 'eager') void this.#warm();
    if (this.load === 'visible') {
      this.#visibility = new IntersectionObserver((entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void this.#warm();
      });
      this.#visibility.observe(this);
    }
  }

  /** Fetches what a press loads, and beside it the words of it, which nobody waits for long. */
  async #loadCode(isWarm?: boolean): ReturnType<typeof loadPress> {
    const learning = this.learn();
    const code = await loadPress();
    if (isWarm) code.warm(this);
    await code.inTime(learning);
    if (isWarm) this.advise();
    else await code.inTime(code.loadNotice());
    this.draw = code.draw;
    return (this.#code = code);
  }

  /** Starts both downloads in one task; a click that follows finds them under way. */
  #warm(): ReturnType<typeof loadPress> {
    if (!(this.scriptUrl || this.recurring)) preloadRazorpay(this.nonce);
    const code = this.#loadCode(true);
    // A click says what went wrong; a hover does not.
    code.catch(() => undefined);
    return code;
  }

  async #press(): Promise<Outcome> {
    this.#view.isClosing = false;
    const cart = this.#cart;
    let code;
    try {
      if (!cart) {
        const refused = this.form && (await this.#joinForm())();
        if (refused) return refused;
        this.#view.purchase = this.#told = undefined;
        const {preparing: label, language} = this.said;
        this.show({...IDLE, state: 'preparing', label, language});
      }
      code = await this.#warm();
    } catch (cause) {
      const because = `This button could not be loaded: ${String(cause)}`;
      const error = new CheckoutError('chunk_failed', because, {cause, retryable: true});
      console.error(error, HELP_URL + error.code);
      const {broken: message, language} = this.said;
      this.show({...IDLE, message, language});
      this.dispatchEvent(new RzpErrorEvent(error));
      return {type: 'failed', error};
    }
    // What is bought may have been changed in its place.
    if (this.#cart) code.followCart(this, this.#showCart, this.#follow);
    // A listener of the payment on the element itself counts as a way to confirm.
    return code.press(this, this.#view, this.heard.has('rzp-payment'), cart);
  }
}
