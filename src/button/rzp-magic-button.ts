import {
  ReactiveElement,
  type PropertyDeclaration,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit';
import {CheckoutError} from '../checkout/shell/checkout-error.js';
import type {} from '../checkout/events/events.js';
import type {CheckoutOptions} from '../checkout/request/option-kinds.js';
import {attributeOf, OPTIONS, readOption, type OptionRow} from '../checkout/shell/options.js';
import type {OrderSource} from '../checkout/shell/order-source.js';
import type {Outcome} from '../checkout/events/outcome.js';
import type {RequestSettings} from '../checkout/shell/request-settings.js';
import {scriptAddress, warmScript} from '../checkout/shell/script-tag.js';
import {RzpErrorEvent, RzpStateChangeEvent} from '../checkout/shell/shell-events.js';
import {hasUnfinished} from '../checkout/shell/has-unfinished.js';
import type {CheckoutState} from '../checkout/shell/checkout-state.js';
import type {Face} from './face.js';
import {loadPress} from './load-press.js';
import {styles} from '../face/styles.js';

/** A property with its attribute. What does not fit its kind stays as typed, for the message. */
const row = (name: string, kind = ''): [string, PropertyDeclaration] => [
  name,
  {attribute: attributeOf(name), converter: (text: string | null) => readOption(kind, text)},
];

const rows = Object.fromEntries([
  ...Object.entries<OptionRow>(OPTIONS).map(([name, {kind}]) => row(name, kind)),
  ...['orderUrl', 'verifyUrl', 'statusUrl', 'successUrl', 'scriptUrl', 'credentials', 'load'].map(
    (name) => row(name),
  ),
]);
const object = {attribute: false};

// The properties of the table, each with its documentation.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it merges with the class
export interface RzpMagicButton extends CheckoutOptions {}

/**
 * A button that takes a payment through Razorpay Magic Checkout.
 *
 * It creates the order on your server, opens the checkout and has the result verified by your
 * server. Only that answer makes it `paid`.
 *
 * @element rzp-magic-button
 * @slot - The label. `Pay now` unless said otherwise.
 * @csspart button - The native button.
 * @csspart label - Around the slot.
 * @csspart status - The state word with its spinner or tick.
 * @csspart message - What the shopper is told below the button.
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
 */
export class RzpMagicButton extends ReactiveElement {
  /** Origins from which `script-url` may load besides Razorpay's, the page's own and loopback. */
  static allowedScriptOrigins: readonly string[] = [];
  static formAssociated = true;
  static override shadowRootOptions = {...ReactiveElement.shadowRootOptions, delegatesFocus: true};
  static override styles = styles;
  static override properties: PropertyDeclarations = {
    ...rows,
    orderData: object,
    createOrder: object,
    requestHeaders: object,
    notes: object,
    options: object,
    disabled: {type: Boolean, reflect: true},
    variant: {reflect: true},
    size: {reflect: true},
    analyticsPersonalData: {type: Boolean, attribute: 'analytics-personal-data'},
    debug: {type: Boolean},
  };

  /** POST creates the order: replies `{"order_id", "key_id"?, "options"?}`. */
  declare orderUrl: string | null | undefined;
  /** What is bought, the body of the order request; else the `data-order-*` attributes. */
  declare orderData: Readonly<Record<string, unknown>> | null | undefined;
  /** Makes the order instead of `orderUrl`. */
  declare createOrder: OrderSource['createOrder'];
  /** POST checks the result: replies `{"status", "order_id", "payment_id"}`. */
  declare verifyUrl: string | null | undefined;
  /** GET says what became of an order. */
  declare statusUrl: string | null | undefined;
  /** Where to go once the order is confirmed; http or https. */
  declare successUrl: string | null | undefined;
  /** Another address of the vendor's script: the page's own origin or loopback. */
  declare scriptUrl: string | null | undefined;
  /** Headers for each request to your server, or a function that gives them. */
  declare requestHeaders: RequestSettings['requestHeaders'];
  /** Cookies for requests to your server; `same-origin` unless said otherwise. */
  declare credentials: RequestSettings['credentials'];
  /** Notes for Razorpay; else the `data-note-*` attributes. */
  declare notes: Readonly<Record<string, unknown>> | null | undefined;
  /** Any further option of Razorpay's, in its own spelling; lowest precedence. */
  declare options: Readonly<Record<string, unknown>> | null | undefined;
  /** When the vendor's script loads: `intent` (default), `eager`, `visible`, `click`. */
  declare load: 'intent' | 'eager' | 'visible' | 'click' | null | undefined;
  /** Whether the button can be pressed. */
  declare disabled: boolean;
  /** `filled` (default) or `outline`. */
  declare variant: 'filled' | 'outline' | null | undefined;
  /** `small`, `medium` (default) or `large`. */
  declare size: 'small' | 'medium' | 'large' | null | undefined;
  /** Whether `rzp-analytics` carries what Razorpay knows of the shopper: phone, address and more. */
  declare analyticsPersonalData: boolean;
  /** Whether the browser's console hears what happens. */
  declare debug: boolean;

  // Safari has it from 16.4 on, and the set of states came later everywhere.
  readonly #internals: {states?: Set<string>} | undefined = (
    this as {attachInternals?(): ElementInternals}
  ).attachInternals?.();
  #state: CheckoutState = 'idle';
  #label = '';
  #formDisabled = false;
  #answered = false;
  #face = this.#newFace();
  #visibility: IntersectionObserver | undefined;
  readonly #parts = {
    button: document.createElement('button'),
    label: document.createElement('span'),
    status: document.createElement('b'),
    message: document.createElement('div'),
  };

  constructor() {
    super();
    this.disabled = this.debug = this.analyticsPersonalData = false;
    this.addEventListener('click', (event) => {
      const path = event.composedPath();
      // `host.click()` counts, a click on the message below the button does not.
      const pressed = path[0] === this || path.includes(this.#parts.button);
      if (pressed && !this.#disabled) void this.open();
    });
    for (const type of ['pointerenter', 'touchstart', 'focusin']) {
      this.addEventListener(
        type,
        () => {
          if (this.load !== 'click' && !this.#disabled) void this.#warm();
        },
        {passive: true},
      );
    }
  }

  /** Where the checkout stands. */
  get state(): CheckoutState {
    return this.#state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Coming back from the browser's cache is another page view.
    addEventListener('pageshow', this.#finish);
    this.dataset.state = this.#state;
    if (this.hasUpdated) this.#load();
  }

  protected override firstUpdated(): void {
    this.#finish();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pageshow', this.#finish);
    this.#visibility?.disconnect();
  }

  /** @internal A disabled fieldset disables its buttons. */
  formDisabledCallback(disabled: boolean): void {
    this.#formDisabled = disabled;
    this.requestUpdate();
  }

  /** A listener of `rzp-payment` on the element itself counts as a way to confirm. */
  override addEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: RzpMagicButton, event: HTMLElementEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    ...listener: [string, EventListenerOrEventListenerObject, AddEventListenerOptions?]
  ): void {
    super.addEventListener(...listener);
    if (listener[0] === 'rzp-payment') this.#answered = true;
  }

  /** Built by hand: the face is one button, and a template engine is half of what a page would load. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    const {button, label, status, message} = this.#parts;
    for (const [name, part] of Object.entries(this.#parts)) part.setAttribute('part', name);
    button.type = 'button';
    button.setAttribute('aria-describedby', (message.id = 'message'));
    message.setAttribute('role', 'status');
    label.append(document.createElement('slot'));
    label.firstElementChild?.append('Pay now');
    button.append(label, status);
    root.append(button, message);
    return root;
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const {button, label, status} = this.#parts;
    const busy = this.#label !== '';
    const done = this.#state === 'paid' || this.#state === 'placed';
    button.disabled = this.#disabled;
    // Busy is not disabled: the focus stays.
    button.setAttribute('aria-disabled', String(busy));
    button.setAttribute('aria-busy', String(busy && !done));
    button.className = this.#state;
    label.hidden = busy;
    status.hidden = !busy;
    status.textContent = this.#label;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('load')) this.#load();
  }

  /**
   * Opens the checkout, as a click does. Always resolves. While a checkout runs, and once a payment
   * was made, the answer is that one's.
   */
  open(): Promise<Outcome> {
    return (this.#face.running ??= this.#press());
  }

  /** Closes the checkout; `false` where there is none or a payment is on its way. */
  close(): boolean {
    const {checkout, running} = this.#face;
    return checkout?.close() ?? (this.#face.closing = running !== undefined);
  }

  /** Makes a button that is paid, placed or unconfirmed ready for another order. */
  reset(): void {
    if (!this.#face.payer) return;
    this.#face = this.#newFace();
    this.#enter('idle', '', '');
  }

  get #disabled(): boolean {
    return this.disabled || this.#formDisabled;
  }

  #newFace(): Face {
    const face: Face = {
      show: (...shown) => {
        if (this.#face === face) this.#enter(...shown);
      },
    };
    return face;
  }

  /** One look, and nothing more, where nothing was left open. */
  readonly #finish = () => {
    if (hasUnfinished())
      void loadPress().then(
        ({resume}) => resume(this, this.#face),
        () => undefined,
      );
  };

  /** Loads without waiting for intent, where `load` says so. */
  #load(): void {
    this.#visibility?.disconnect();
    if (this.load === 'eager') void this.#warm();
    if (this.load === 'visible') {
      this.#visibility = new IntersectionObserver((entries) => {
        if (entries.some(({isIntersecting}) => isIntersecting)) void this.#warm();
      });
      this.#visibility.observe(this);
    }
  }

  /** Starts both downloads in one task; a click that follows finds them under way. */
  #warm(): ReturnType<typeof loadPress> {
    const address = scriptAddress(this.scriptUrl, RzpMagicButton.allowedScriptOrigins);
    if (address) warmScript(address, this.nonce);
    const code = loadPress();
    // A click says what went wrong; a hover does not.
    code.catch(() => undefined);
    return code;
  }

  async #press(): Promise<Outcome> {
    const face = this.#face;
    face.checkout = undefined;
    face.closing = false;
    this.#enter('preparing', 'Opening…', '');
    let code;
    try {
      code = await this.#warm();
    } catch (cause) {
      const error = new CheckoutError('chunk_failed', "The button's code can't be loaded.", {
        cause,
        retryable: true,
      });
      face.running = undefined;
      this.#enter('idle', '', 'The shop could not be reached. Please try again.');
      this.dispatchEvent(new RzpErrorEvent(error));
      return {type: 'failed', error};
    }
    return code.press(this, face, this.#answered);
  }

  #enter(...[state, label, message, actions = []]: Parameters<Face['show']>): void {
    const previous = this.#state;
    this.#label = label;
    this.#say(message, actions);
    this.requestUpdate();
    if (state === previous) return;
    this.#state = this.dataset.state = state;
    const states = this.#internals?.states;
    states?.delete(previous);
    try {
      states?.add(state);
    } catch {
      // Chromium before 125 takes other names; `data-state` says it everywhere.
    }
    this.dispatchEvent(new RzpStateChangeEvent(state, previous));
  }

  /** Says it below the button, with what the shopper may do about it. */
  #say(text: string, actions: readonly {label: string; run: () => void}[]): void {
    const buttons = actions.map(({label, run}) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('part', 'action');
      button.textContent = label;
      button.onclick = run;
      return button;
    });
    // Without a text nothing at all is in it, which CSS hides.
    this.#parts.message.replaceChildren(...(text ? [text, ...buttons] : []));
  }
}
