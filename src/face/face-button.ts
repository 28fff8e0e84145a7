// First, because Lit looks at the window as soon as it is imported.
import './shield-lit.js';
import {
  ReactiveElement,
  type CSSResultGroup,
  type PropertyDeclarations,
} from '@lit/reactive-element';
import type {Advised} from '../checkout/doctor/advise.js';
import type {markAt} from '../checkout/language/language-of.js';
import type {Speaker, WordBook} from '../checkout/language/word-book.js';
import {isOn, readFlag} from '../checkout/shell/attributes.js';
import type {OrderSource} from '../checkout/shell/order-source.js';
import type {RequestSettings} from '../checkout/shell/request-settings.js';
import {safeDocument} from '../checkout/shell/safe-document.js';
import {RzpStateChangeEvent} from '../checkout/shell/shell-events.js';
import {ButtonFace, IDLE, type OwnLabel} from './button-face.js';
import type {Shown} from './shown.js';
import type {Draw} from './load-notice.js';
import {object} from './properties.js';
import {styles} from './styles.js';
import {tint} from './tint.js';

/** What an element speaks by. */
interface Speech<Words extends object> {
  readonly book: WordBook<Words>;
  readonly markAt: typeof markAt;
  /** Returns what an element says by itself: in its words, else in English. */
  readonly saidAlone: (host: Speaker<Words>, english: SaidAlone) => SaidAlone;
  /** Makes the colours of a face. */
  readonly paint: (root: ShadowRoot) => unknown;
  /** Says to who builds the page what is wrong with an element. */
  readonly advise: (host: Advised) => unknown;
}

/** What an element says before what a press loads has come. */
export interface SaidAlone extends OwnLabel {
  readonly preparing: string;
  /** It did not come. */
  readonly broken: string;
}

/** Whether a page takes a text for a colour. Unit tests have a DOM without CSS: jsdom draws nothing. */
export const takesColor = (text: string): boolean | undefined =>
  (globalThis as {CSS?: typeof CSS}).CSS?.supports('color', text);

/** Whether the style sheet can make them itself, or nobody draws them. */
const canMix = () => takesColor('light-dark(red,oklch(from currentColor l c h))') ?? true;

/** The same class. To the compiler its words are those of the one button. */
const StateChangeEvent = RzpStateChangeEvent as unknown as new (
  state: string,
  previous: string,
) => Event;

/**
 * An element that is a button with this face: it can be pressed and disabled as any button, keeps
 * what was set before its tag was defined, and mirrors its state for CSS.
 */
export abstract class FaceButton<
  State extends string,
  Words extends object,
> extends ReactiveElement {
  /** @internal */
  static formAssociated = true;
  /** @internal */
  static override shadowRootOptions = {mode: 'open' as const, delegatesFocus: true};
  /** @internal */
  static override styles: CSSResultGroup = styles;
  /** @internal */
  static override properties: PropertyDeclarations = {
    orderData: object,
    createOrder: object,
    requestHeaders: object,
    notes: object,
  };

  /** Has the console say what happens, and what is wrong. */
  declare debug: boolean;
  /** What is bought, the body of the order request; else `order-data` or the `data-order-*` attributes. */
  declare orderData: Readonly<Record<string, unknown>> | null | undefined;
  /** Makes the order instead of `orderUrl`. */
  declare createOrder: OrderSource['createOrder'];
  /** Headers for each request to your server, or a function that gives them. */
  declare requestHeaders: RequestSettings['requestHeaders'];
  /** Notes for Razorpay; else the `data-note-*` attributes. */
  declare notes: Readonly<Record<string, unknown>> | null | undefined;

  /** @internal What the browser knows of it as of a part of a form. Safari before 16.4 has none. */
  readonly internals = (this as {attachInternals?(): ElementInternals}).attachInternals?.();
  /** Attributes that the constructor has read, and of which the browser is yet to tell. */
  readonly #read = new Set(this.getAttributeNames());
  protected readonly face = new ButtonFace();
  /** @internal The names of the events that it was ever listened to by. */
  readonly heard = new Set<string>();
  /** @internal By what it speaks, once that has come. */
  speech: Speech<Words> | undefined;
  #state: State = 'idle' as State;
  protected shown: Shown = IDLE;
  #ownDisabled = false;
  #formDisabled = false;

  constructor() {
    super();
    this.addEventListener('click', (event) => {
      // Where the button stands in a link or a label, it is what was pressed.
      event.preventDefault();
      const path = event.composedPath();
      // `host.click()` counts, a click on the message below the button does not.
      const pressed = path[0] === this || path.includes(this.face.button);
      if (!pressed || this.isDisabled) return;
      const {next} = this.shown;
      if (next) next.run();
      else this.open();
    });
  }

  /** Listens, and notes to what: a name that is none of its events would never be heard of. */
  override addEventListener(
    ...listener: [string, EventListenerOrEventListenerObject, (boolean | AddEventListenerOptions)?]
  ): void {
    super.addEventListener(...listener);
    this.heard.add(listener[0]);
  }

  /** Does what a press does. */
  abstract open(): unknown;

  /** Fetches what it speaks by. */
  protected abstract readonly loadSpeech: () => Promise<Speech<Words>>;

  /** What draws a notice, once it has come. */
  protected draw: Draw | undefined;

  /** What it says by itself until its words have come. */
  protected abstract readonly english: SaidAlone;

  /**
   * Builds the button, and reads what is there already:
   * later, Lit would put what was set before the tag was defined over what is set since. Called in the
   * element's own constructor, because before that it has no fields.
   */
  protected prepare(): void {
    for (const name of this.#read) {
      super.attributeChangedCallback(name, null, this.getAttribute(name));
    }
    // For the style elements that Lit makes for a browser which takes no sheets from a script.
    (globalThis as {litNonce?: string | undefined}).litNonce ||=
      this.nonce || safeDocument.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
    this.performUpdate();
    this.face.build(this.renderRoot);
    this.label();
  }

  /** Whether the button can't be pressed, as on any button. */
  get disabled(): boolean {
    return this.#ownDisabled;
  }
  set disabled(written: boolean) {
    this.#ownDisabled = !!readFlag(written);
    // Browsers disable a control by the mere attribute, also by `disabled="false"`.
    if (!this.#ownDisabled) this.removeAttribute('disabled');
    this.requestUpdate('disabled');
  }

  /** Where the payment stands; `idle` at first. */
  get state(): State {
    return this.#state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Absent means idle: what frameworks find in the tag is what their server wrote.
    if (this.dataset.state) this.dataset.state = this.#state;
    // The label may follow in the page, and who is not seen is not read either.
    requestAnimationFrame(this.#speak);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (!this.#read.delete(name)) super.attributeChangedCallback(name, old, value);
  }

  /** Whether it can't be pressed, by itself or by its fieldset. */
  protected get isDisabled(): boolean {
    return this.#ownDisabled || this.#formDisabled;
  }

  /**
   * @internal A disabled fieldset disables its buttons. WebKit also calls for an attribute that was
   * taken off during the upgrade, and says that it is there.
   */
  formDisabledCallback(): void {
    this.#formDisabled = this.matches(':disabled');
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    this.face.button.disabled = this.isDisabled;
    if (this.hasUpdated) this.#speak();
  }

  /** @internal What it says in its language, once that has come. */
  get words(): Words | undefined {
    return this.speech?.book.of(this);
  }

  /** What it says by itself: on the button where the page has no label, and while a press loads. */
  protected get said(): SaidAlone {
    return this.speech?.saidAlone(this, this.english) ?? this.english;
  }

  /** Labels the button where the page does not: in its language, once that has come. */
  readonly #speak = () => {
    this.label();
    if (!this.isConnected) return;
    tint(this, this.face.button, '--rzp-accent');
    if (this.speaks) void this.learn();
  };

  /** Whether it says anything by itself, and not first when it is pressed; is painted by what comes with it, or is looked at. */
  protected get speaks(): boolean {
    return this.face.isUnlabelled || isOn(this.debug) || !canMix();
  }

  /** Says what it says by itself. */
  protected label(): void {
    const {said} = this;
    this.face.relabel(said, this.mark(said.language));
  }

  /** Has its words come. Until then it speaks plain English. */
  protected async learn(): Promise<void> {
    try {
      this.speech ??= await this.loadSpeech();
      if (!canMix()) void this.speech.paint(this.renderRoot as ShadowRoot);
      await this.speech.book.load(this, () => void this.learn());
      this.label();
      // A press waits a moment for who says what happens.
      if (isOn(this.debug)) await this.advise();
    } catch {
      // The browser says in the console what it could not load.
    }
  }

  /** Has the developer told what is wrong with it. */
  protected advise(): unknown {
    return this.speech?.advise(this);
  }

  /** Returns the `lang` of what it says; empty where the page says the same. */
  protected mark(language: string): string {
    return this.speech?.markAt(this, language) ?? language;
  }

  /** Shows a state, and mirrors it. */
  protected show(shown: Shown<State>): void {
    const {state} = shown;
    const previous = this.#state;
    this.shown = shown;
    this.face.show(shown, this.mark(shown.language ?? 'en'), this.draw);
    if (state === previous) return;
    this.#state = this.dataset.state = state;
    try {
      // The set came later than the rest, to every browser.
      const {states} = this.internals as unknown as {states: Set<string>};
      states.delete(previous);
      states.add(state);
    } catch {
      // Chromium before 125 takes other names; `data-state` says it everywhere.
    }
    this.dispatchEvent(new StateChangeEvent(state, previous));
  }
}
