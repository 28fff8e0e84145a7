// First, because Lit looks at the window as soon as it is imported.
import './shield-lit.js';
import {
  ReactiveElement,
  type CSSResultGroup,
  type PropertyDeclarations,
} from '@lit/reactive-element';
import type {markAt} from '../checkout/language/language-of.js';
import type {WordBook} from '../checkout/language/word-book.js';
import type {OwnWords} from '../checkout/words/merge-words.js';
import {readOption} from '../checkout/shell/options.js';
import type {OrderSource} from '../checkout/shell/order-source.js';
import type {RequestSettings} from '../checkout/shell/request-settings.js';
import {RzpStateChangeEvent} from '../checkout/shell/shell-events.js';
import type {LanguageTag} from '../wire/languages.js';
import {ButtonFace, IDLE, type OwnLabel} from './button-face.js';
import type {Shown} from './shown.js';
import type {Draw} from './load-notice.js';
import {object} from './properties.js';
import {styles} from './styles.js';

/** What an element speaks by. */
interface Speech<Words extends object> {
  readonly book: WordBook<Words>;
  readonly markAt: typeof markAt;
}

type OwnWordsOf<Words> = Readonly<Partial<Record<LanguageTag, OwnWords<Words>>>>;

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

  /** What is bought, the body of the order request; else `order-data` or the `data-order-*` attributes. */
  declare orderData: Readonly<Record<string, unknown>> | null | undefined;
  /** Makes the order instead of `orderUrl`. */
  declare createOrder: OrderSource['createOrder'];
  /** Headers for each request to your server, or a function that gives them. */
  declare requestHeaders: RequestSettings['requestHeaders'];
  /** Notes for Razorpay; else the `data-note-*` attributes. */
  declare notes: Readonly<Record<string, unknown>> | null | undefined;

  // Safari before 16.4 has none, and the set of its states came later to every browser.
  readonly #states = (this as {attachInternals?(): {states?: Set<string>}}).attachInternals?.()
    .states;
  /** Attributes that the constructor has read, and of which the browser is yet to tell. */
  readonly #read = new Set(this.getAttributeNames());
  readonly #face = new ButtonFace();
  #speech: Speech<Words> | undefined;
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
      const pressed = path[0] === this || path.includes(this.#face.button);
      if (!pressed || this.isDisabled) return;
      const {next} = this.shown;
      if (next) next.run();
      else this.open();
    });
  }

  /** Does what a press does. */
  abstract open(): unknown;

  /** Fetches what it speaks by. */
  protected abstract readonly loadSpeech: () => Promise<Speech<Words>>;

  /** What the page has it say in the place of our words. */
  protected abstract ownWords(): OwnWordsOf<Words>;

  /** What draws a notice, once it has come. */
  protected draw: Draw | undefined;

  /** Returns what it says on the button where the page has no label. */
  protected abstract ownLabel(): OwnLabel;

  /**
   * Builds the button, and reads what is there already:
   * later, Lit would put what was set before the tag was defined over what is set since. Called in the
   * element's own constructor, because before that it has no fields.
   */
  protected prepare(): void {
    for (const name of this.#read) {
      super.attributeChangedCallback(name, null, this.getAttribute(name));
    }
    this.performUpdate();
    this.#face.build(this.renderRoot);
    this.#label();
  }

  /** Whether the button can't be pressed, as on any button. */
  get disabled(): boolean {
    return this.#ownDisabled;
  }
  set disabled(written: boolean) {
    this.#ownDisabled = !!readOption('flag', written);
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
    this.#face.button.disabled = this.isDisabled;
    if (this.hasUpdated) this.#speak();
  }

  /** @internal What it says in its language, once that has come. */
  get words(): Words | undefined {
    return this.#speech?.book.of(this, this.ownWords());
  }

  /** Labels the button where the page does not: in its language, once that has come. */
  readonly #speak = () => {
    this.#label();
    if (this.isConnected && this.speaks) void this.learn();
  };

  /** Whether it says anything by itself, and not first when it is pressed. */
  protected get speaks(): boolean {
    return this.#face.isUnlabelled;
  }

  /** Says what else there is to say by itself. */
  protected spoke(): void {
    // Nothing here: the label was all.
  }

  #label(): void {
    const label = this.ownLabel();
    this.#face.relabel(label, this.mark(label.language));
    this.spoke();
  }

  /** Has its words come. Until then it speaks plain English. */
  protected async learn(): Promise<void> {
    try {
      this.#speech ??= await this.loadSpeech();
      await this.#speech.book.load(this);
      this.#label();
    } catch (cause) {
      console.warn('rzp-magic-button: its words did not load.', cause);
    }
  }

  /** Returns the `lang` of what it says; empty where the page says the same. */
  protected mark(language: LanguageTag): string {
    return this.#speech?.markAt(this, language) ?? '';
  }

  /** Shows a state, and mirrors it. */
  protected show(shown: Shown<State>): void {
    const {state} = shown;
    const previous = this.#state;
    this.shown = shown;
    this.#face.show(shown, this.mark(shown.language ?? 'en'), this.draw);
    if (state === previous) return;
    this.#state = this.dataset.state = state;
    this.#states?.delete(previous);
    try {
      this.#states?.add(state);
    } catch {
      // Chromium before 125 takes other names; `data-state` says it everywhere.
    }
    this.dispatchEvent(new StateChangeEvent(state, previous));
  }
}
