import {safeDocument} from '../shell/safe-document.js';
import {english} from '../words/slow.js';
import type {Words} from '../words/words.js';

/** What can be closed; it refuses (`false`) once a payment is on its way. */
export interface Closable {
  close(): boolean;
}

/** Who speaks the language of the shopper. */
export interface Speaking {
  /** Returns the words of what is said above a checkout that shows nothing, once they have come. */
  words?: (() => Pick<Words, 'language' | 'slow'> | undefined) | undefined;
}

/** The highest there is, which the vendor's container has too: of two such, the later one is above. */
const Z_INDEX = 2_147_483_647;

/** Whatever the page makes of popovers, and of what stands in its body. */
const HOST = `
  all: initial; position: fixed; inset: auto 0 max(1rem, env(safe-area-inset-bottom));
  z-index: ${Z_INDEX}; box-sizing: border-box; display: flex; flex-wrap: wrap; gap: .75rem 1rem;
  align-items: center; inline-size: fit-content; max-inline-size: min(30rem, 100% - 2rem);
  max-block-size: calc(100% - 2rem); overflow: auto; margin: 0 auto; padding: 1rem;
  border: 1px solid GrayText; border-radius: .75rem; color-scheme: light dark; color: CanvasText;
  background: Canvas; box-shadow: 0 .5rem 2rem #0006; font: 1rem/1.4 system-ui, sans-serif;
  overflow-wrap: anywhere;`.replace(/;/g, ' !important;');
const TEXT = 'flex: 1 1 14rem';
const BUTTON =
  'min-block-size: 44px; padding: .5rem 1rem; border: 1px solid; border-radius: .625rem; color: inherit; background: none; font: inherit; font-weight: 600; overflow-wrap: anywhere; cursor: pointer';

/** What stands above a checkout that shows nothing: "This is taking long", and a way out. */
export class SlowPanel {
  readonly host = safeDocument.createElement('div');
  readonly #container: Element;
  readonly #checkout: Closable;
  readonly #speaking: Speaking;
  readonly #root: ShadowRoot;
  #isShown = false;

  constructor(container: Element, checkout: Closable, speaking: Speaking) {
    this.#container = container;
    this.#checkout = checkout;
    this.#speaking = speaking;
    this.host.style.cssText = HOST;
    // What the page's rules say of its buttons ends at the shadow tree.
    this.#root = this.host.attachShadow({mode: 'open'});
  }

  show(): void {
    const {language, slow} = this.#speaking.words?.() ?? english;
    const {title, text, close, paying} = slow;
    this.host.lang = language;
    const said = safeDocument.createElement('div');
    const why = safeDocument.createElement('div');
    const button = safeDocument.createElement('button');
    said.setAttribute('role', 'alert');
    // It may run another way than the page.
    said.dir = button.dir = 'auto';
    said.style.cssText = TEXT;
    const heading = safeDocument.createElement('b');
    heading.textContent = title;
    why.textContent = text;
    said.append(heading, why);
    button.type = 'button';
    button.textContent = close;
    button.style.cssText = BUTTON;
    button.onclick = () => {
      if (!this.#checkout.close()) why.textContent = paying;
    };
    this.#root.append(said, button);
    this.#isShown = true;
    this.follow();
  }

  /** Stands behind the container in the page, and above it on the screen, wherever that goes. */
  follow(): void {
    const {host} = this;
    if (!this.#isShown || this.#container.nextSibling === host) return;
    this.#container.after(host);
    if (!('popover' in host)) return;
    host.popover = 'manual';
    host.showPopover();
  }

  /** Returns whether it had the focus. */
  hide(): boolean {
    this.#isShown = false;
    const hadFocus = this.host.matches(':focus-within');
    this.host.remove();
    return hadFocus;
  }
}
