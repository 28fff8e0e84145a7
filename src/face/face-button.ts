// First, because Lit looks at the window as soon as it is imported.
import './shield-lit.js';
import {
  ReactiveElement,
  type CSSResultGroup,
  type PropertyDeclaration,
  type PropertyDeclarations,
} from '@lit/reactive-element';
import {attributeOf, isOn, readOption} from '../checkout/shell/options.js';
import {ButtonFace, type Shown} from './button-face.js';
import {styles} from './styles.js';

/** How a flag is read: bare, `true`, and what the page sets. */
export const flag: PropertyDeclaration = {type: Boolean, converter: isOn};
/** Read where it is set, which takes the same words. */
const disabled: PropertyDeclaration = {
  type: Boolean,
  converter: (text: string | null) => text,
  reflect: true,
};

/** Returns a declaration with the attribute of its property: the name in kebab case. */
export const withAttribute = (
  name: string,
  declaration: PropertyDeclaration,
): [string, PropertyDeclaration] => [name, {...declaration, attribute: attributeOf(name)}];

/**
 * An element that is a button with this face: it can be pressed and disabled as any button, keeps
 * what was set before its tag was defined, and mirrors its state for CSS.
 */
export abstract class FaceButton<State extends string> extends ReactiveElement {
  /** @internal */
  static formAssociated = true;
  /** @internal */
  static override shadowRootOptions = {...ReactiveElement.shadowRootOptions, delegatesFocus: true};
  /** @internal */
  static override styles: CSSResultGroup = styles;
  /** @internal */
  static override properties: PropertyDeclarations = {disabled};

  // Safari before 16.4 has none, and the set of its states came later to every browser.
  readonly #internals: {states?: Set<string>} | undefined = (
    this as {attachInternals?(): ElementInternals}
  ).attachInternals?.();
  /** Attributes that the constructor has read, and of which the browser is yet to tell. */
  readonly #read = new Set(this.getAttributeNames());
  readonly #face = new ButtonFace();
  #state: State;
  #ownDisabled = false;
  #formDisabled = false;

  constructor(idle: State) {
    super();
    this.#state = idle;
    this.addEventListener('click', (event) => {
      // Where the button stands in a link or a label, it is what was pressed.
      event.preventDefault();
      const path = event.composedPath();
      // `host.click()` counts, a click on the message below the button does not.
      const pressed = path[0] === this || path.includes(this.#face.button);
      if (pressed && !this.#disabled) this.open();
    });
  }

  /** Does what a press does. */
  abstract open(): unknown;

  /** Returns the words on the button, where the page has none. */
  protected abstract labelText(): string;

  /**
   * Reads what is there already; called at the end of the element's constructor. Later, Lit would put
   * what was set before the tag was defined over what is set since.
   */
  protected readEarlier(): void {
    for (const name of this.#read) {
      super.attributeChangedCallback(name, null, this.getAttribute(name));
    }
    this.performUpdate();
  }

  /** Whether the button can't be pressed, as on any button. */
  get disabled(): boolean {
    return this.#ownDisabled;
  }
  set disabled(written: boolean) {
    this.#ownDisabled = !!readOption('flag', written);
    // Browsers disable a control by the mere attribute, also by `disabled="false"`.
    if (!this.#ownDisabled) this.removeAttribute('disabled');
  }

  /** Where the sale stands. */
  get state(): State {
    return this.#state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Absent means idle: what frameworks find in the tag is what their server wrote.
    if (this.dataset.state) this.dataset.state = this.#state;
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (!this.#read.delete(name)) super.attributeChangedCallback(name, old, value);
  }

  /**
   * @internal A disabled fieldset disables its buttons. WebKit also calls for an attribute that was
   * taken off during the upgrade, and says that it is there.
   */
  formDisabledCallback(): void {
    this.#formDisabled = this.matches(':disabled');
    this.requestUpdate();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#face.build(root, this.labelText());
    return root;
  }

  protected override updated(): void {
    this.#face.button.disabled = this.#disabled;
  }

  /** Returns what tells of another state. */
  protected abstract stateChanged(state: State, previous: State): Event;

  /** Shows a state, and mirrors it. */
  protected show(shown: Shown<State>): void {
    const {state} = shown;
    const previous = this.#state;
    this.#face.show(shown);
    if (state === previous) return;
    this.#state = this.dataset.state = state;
    const states = this.#internals?.states;
    states?.delete(previous);
    try {
      states?.add(state);
    } catch {
      // Chromium before 125 takes other names; `data-state` says it everywhere.
    }
    this.dispatchEvent(this.stateChanged(state, previous));
  }

  get #disabled(): boolean {
    return this.#ownDisabled || this.#formDisabled;
  }
}
