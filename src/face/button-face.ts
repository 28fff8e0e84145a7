import {safeDocument} from '../checkout/shell/safe-document.js';
import type {Draw} from './load-notice.js';
import type {Shown} from './shown.js';

/** What the element itself says on the button, piece by piece, and in which language. */
export interface OwnLabel {
  readonly label: readonly (string | Node)[];
  readonly language: string;
}

/** Ready to be pressed, with nothing to say. */
export const IDLE = {state: 'idle', label: '', message: ''} as const;

/**
 * What stands in the shadow tree: the button with its label or a state word, and a message below.
 * Made by hand, because a template engine would be half of what a page view loads.
 */
export class ButtonFace {
  readonly #parts = {
    button: safeDocument.createElement('button'),
    label: safeDocument.createElement('span'),
    status: safeDocument.createElement('b'),
    message: safeDocument.createElement('div'),
  };
  readonly button = this.#parts.button;
  readonly #slot = safeDocument.createElement('slot');
  /** What the button says where the page gives it no label. */
  readonly #ownLabel = safeDocument.createElement('span');
  /** What the page has for who cannot use the button. */
  readonly #fallback = safeDocument.createElement('slot');

  /** Builds the tree, labelled as the page says. */
  build(root: ParentNode): void {
    const {button, label, status, message} = this.#parts;
    for (const [name, part] of Object.entries(this.#parts)) {
      part.setAttribute('part', (part.id = name));
    }
    button.type = 'button';
    button.setAttribute('aria-describedby', message.id);
    this.#slot.onslotchange = this.#giveWay;
    this.#fallback.name = 'fallback';
    // Ours may run another way than the page: a sentence in Hindi on one in Urdu.
    this.#ownLabel.dir = status.dir = message.dir = 'auto';
    label.append(this.#slot, this.#ownLabel);
    button.append(label, status);
    root.append(button, message);
    this.show(IDLE);
  }

  /** Whether the page gives the button no label: the white space around a fallback is none. */
  get isUnlabelled(): boolean {
    const nodes = this.#slot.assignedNodes();
    return !nodes.some((node) => node instanceof Element || node.textContent?.trim());
  }

  readonly #giveWay = () => {
    this.#ownLabel.style.display = this.isUnlabelled ? 'block' : 'none';
  };

  /** Labels the button, where the page does not; with the `lang` of the label, unless it is the page's. */
  relabel({label}: OwnLabel, lang?: string): void {
    this.#ownLabel.replaceChildren(...label);
    mark(this.#ownLabel, lang);
    this.#giveWay();
  }

  /** Shows a state; with the `lang` of what is said, unless it is the page's. */
  show(shown: Shown, lang?: string, draw?: Draw): void {
    const {state, label: word, message: text, next, isUrgent} = shown;
    const {button, label, status, message} = this.#parts;
    const isOwn = word === '';
    const isBusy = String(!isOwn && !next);
    // A busy button is not disabled, so that it keeps the focus.
    button.setAttribute('aria-disabled', isBusy);
    button.setAttribute('aria-busy', isBusy);
    button.className = state;
    label.hidden = !isOwn;
    // What is seen. Out of its contents Chromium would take a text in the slot too that is hidden.
    button.setAttribute('aria-labelledby', (isOwn ? label : status).id);
    status.hidden = isOwn;
    status.textContent = word;
    for (const part of [status, message]) mark(part, lang);
    // What the shopper must act on is read out at once, the rest when there is a pause.
    message.setAttribute('role', isUrgent ? 'alert' : 'status');
    if (draw) draw(message, shown, button);
    // What a press loads has not come, or there is nothing to tell.
    else message.replaceChildren(text, ...(text ? [this.#fallback] : []));
  }
}

function mark(part: HTMLElement, lang?: string): void {
  // Empty, it would say that the language is unknown.
  if (lang) part.lang = lang;
  else part.removeAttribute('lang');
}
