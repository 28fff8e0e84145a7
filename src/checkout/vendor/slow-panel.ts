import {safeDocument} from '../shell/safe-document.js';
import {slow} from '../words/slow.js';

/** How the shopper gets out of a checkout that shows nothing. */
export interface WayOut {
  /** Asks the checkout to close; refused (`false`) once a payment is on its way. */
  close(): boolean;
}

/** The highest there is, which the vendor's container has too: of two such, the later one is above. */
const Z_INDEX = 2_147_483_647;

/** Whatever the page makes of popovers, and of what stands in its body. */
const HOST = `
  all: initial; position: fixed; inset: auto 0 max(1rem, env(safe-area-inset-bottom));
  z-index: ${Z_INDEX}; box-sizing: border-box; display: flex; flex-wrap: wrap; gap: 0.75rem 1rem;
  align-items: center; inline-size: fit-content; max-inline-size: min(30rem, 100% - 2rem);
  max-block-size: calc(100% - 2rem); overflow: auto; margin: 0 auto; padding: 1rem;
  border: 1px solid GrayText; border-radius: 0.75rem; color-scheme: light dark; color: CanvasText;
  background: Canvas; box-shadow: 0 0.5rem 2rem #0006; font: 1rem/1.4 system-ui, sans-serif;
  overflow-wrap: anywhere;`.replace(/;/g, ' !important;');
const TEXT = 'flex: 1 1 14rem';
const BUTTON =
  'min-block-size: 44px; padding: 0.5rem 1rem; border: 1px solid; border-radius: 0.625rem; color: inherit; background: none; font: inherit; font-weight: 600; overflow-wrap: anywhere; cursor: pointer';

/** What stands above a checkout that shows nothing: "This is taking long", and a way out. */
export class SlowPanel {
  readonly host = safeDocument.createElement('div');
  readonly #container: Element;
  #isShown = false;

  constructor(container: Element, {close}: WayOut) {
    this.#container = container;
    const said = safeDocument.createElement('div');
    const title = safeDocument.createElement('b');
    const text = safeDocument.createElement('div');
    const button = safeDocument.createElement('button');
    said.setAttribute('role', 'alert');
    said.style.cssText = TEXT;
    title.textContent = slow.title;
    text.textContent = slow.text;
    said.append(title, text);
    button.type = 'button';
    button.textContent = slow.close;
    button.style.cssText = BUTTON;
    button.onclick = () => {
      if (!close()) text.textContent = slow.paying;
    };
    this.host.style.cssText = HOST;
    // What the page's rules say of its buttons ends at the shadow tree.
    this.host.attachShadow({mode: 'open'}).append(said, button);
  }

  show(): void {
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
