import type {Notice} from '../checkout/said/notice.js';
import {safeDocument} from '../checkout/shell/safe-document.js';
import type {Draw} from './load-notice.js';

interface Action {
  label: string;
  run: () => void;
}

/** What the shopper sees. */
export interface Shown<State extends string = string> {
  state: State;
  /** In the place of the button's own label; empty leaves that one. */
  label: string;
  /** Below the button, and read out. */
  message: string;
  /** Of what is said; English unless said otherwise. */
  language?: string;
  /** What the shopper may do about it. */
  actions?: readonly Action[];
  /** What a press does, where that is something else than to open: its words are the label. */
  next?: Action | undefined;
  /** Whether the reader must do something: it is read out at once. */
  isUrgent?: boolean;
  /** The message in its parts, where its words have come. */
  notice?: Notice | undefined;
}

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
    statement: safeDocument.createElement('div'),
    label: safeDocument.createElement('span'),
    status: safeDocument.createElement('b'),
    message: safeDocument.createElement('div'),
  };
  readonly button = this.#parts.button;
  /** What the button says where the page gives it no label. */
  readonly #ownLabel = safeDocument.createElement('span');
  /**
   * What the action says that had the focus last. It goes when it has done its work, and the focus, which
   * would be nowhere, to what comes in its place or to the button; it may come back from there.
   */
  #pressed: string | null | undefined;

  /** Builds the tree, labelled as the page says. */
  build(root: ParentNode): void {
    const {button, statement, label, status, message} = this.#parts;
    for (const [name, part] of Object.entries(this.#parts)) {
      part.setAttribute('part', (part.id = name));
    }
    // Looks as the button does, and can take over the focus from it.
    statement.setAttribute('part', 'button statement');
    statement.tabIndex = -1;
    button.type = 'button';
    button.setAttribute('aria-describedby', message.id);
    label.append(safeDocument.createElement('slot'));
    label.firstElementChild?.append(this.#ownLabel);
    // Ours may run another way than the page: a sentence in Hindi on one in Urdu.
    for (const part of [this.#ownLabel, status, message]) part.dir = 'auto';
    button.append(label, status);
    root.append(button, message);
    this.show(IDLE);
  }

  /** Whether the page gives the button no label. */
  get isUnlabelled(): boolean {
    const slot = this.#ownLabel.parentElement as HTMLSlotElement;
    return !slot.assignedNodes().length;
  }

  /** Labels the button, where the page does not; with the `lang` of the label, unless it is the page's. */
  relabel({label}: OwnLabel, lang = ''): void {
    this.#ownLabel.replaceChildren(...label);
    mark(this.#ownLabel, lang);
  }

  /** Shows a state; with the `lang` of what is said, unless it is the page's. */
  show(
    {state, label: word, message: text, actions = [], next, isUrgent, notice}: Shown,
    lang = '',
    draw?: Draw,
  ): void {
    const {button, statement, label, status, message} = this.#parts;
    const isOwn = word === '';
    const isWord = !isOwn && !next;
    // What is over is said by no button: it would be the biggest on the page, and do nothing.
    const isOver = isWord && /^(paid|placed|unconfirmed)$/.test(state);
    const isBusy = isWord && !isOver;
    const [box, other] = isOver ? [statement, button] : [button, statement];
    const isFocused = other.matches(':focus');
    // A busy button is not disabled, so that it keeps the focus.
    button.setAttribute('aria-disabled', String(isBusy));
    button.setAttribute('aria-busy', String(isBusy));
    box.className = state;
    label.hidden = !isOwn;
    // What is seen. Out of its contents Chromium would take a text in the slot too that is hidden.
    button.setAttribute('aria-labelledby', (isOwn ? label : status).id);
    status.hidden = isOwn;
    status.textContent = word;
    box.append(label, status);
    other.replaceWith(box);
    for (const part of [status, message]) mark(part, lang);
    // What the shopper must act on is read out at once, the rest when there is a pause.
    message.setAttribute('role', isUrgent ? 'alert' : 'status');
    const focused = message.querySelector(':focus');
    // Where the shopper has left the button, it is not gone back to what was pressed.
    if (focused || !(isFocused || box.matches(':focus'))) this.#pressed = focused?.textContent;
    // Without a text nothing at all is in it, which CSS hides.
    message.replaceChildren(...(text ? [text, ...actions.map(actionButton)] : []));
    draw?.(message, notice, actions);
    const now = [...message.querySelectorAll('button'), box];
    const same = now.find(({textContent}) => textContent === this.#pressed);
    (same ?? (focused && now[0]) ?? (isFocused ? box : undefined))?.focus();
  }
}

function mark(part: HTMLElement, lang: string): void {
  // Empty, it would say that the language is unknown.
  if (lang) part.lang = lang;
  else part.removeAttribute('lang');
}

function actionButton({label, run}: Action): HTMLButtonElement {
  const button = safeDocument.createElement('button');
  button.type = 'button';
  button.setAttribute('part', 'action');
  button.textContent = label;
  button.onclick = run;
  return button;
}
