import {safeDocument} from '../checkout/shell/safe-document.js';
import type {Shown} from './shown.js';
import type {Notice, NoticeKind} from '../checkout/said/notice.js';
import {actionButton, type Action} from './action-button.js';
import {noticeStyles} from './notice-styles.js';
import {stateStyles} from './state-styles.js';
import {tint} from './tint.js';

const CROSS = 'M8 8l8 8M16 8l-8 8';

/** The strokes of each icon, in a square of 24. */
const ICONS: Readonly<Record<NoticeKind, string>> = {
  error: CROSS,
  failed: CROSS,
  cancelled: 'M12 11v6M12 7v.1',
  unconfirmed: 'M12 6.5v7M12 17v.1',
  placed: 'M8 7h8M8 10.5h8M9 7c6 0 6 6.5-.5 6.5L14 18',
  paid: 'M7 12.5l3.5 3.5L17 8.5',
  earlier: 'M12 7.5V12l3 2',
};

const SVG = 'http://www.w3.org/2000/svg';
/** How long "Copied" stands. */
const COPIED_MS = 2_000;

const styled = new WeakSet<Node>();

/**
 * What the action says that had the focus last, below each button. It goes when it has done its work, and
 * the focus, which would be nowhere, to what comes in its place or to the button; it may come back from
 * there.
 */
const pressed = new WeakMap<HTMLElement, string | null | undefined>();

/**
 * Draws what a face shows below its button: a notice, or a text; and in the place of the button what can't
 * be pressed.
 */
export function drawMessage(message: HTMLElement, shown: Shown, button: HTMLElement): void {
  const {message: text, notice, actions = []} = shown;
  style(message);
  const box = putBox((message.previousElementSibling ?? button) as HTMLElement, shown, button);
  const focused = message.querySelector(':focus');
  const root = message.getRootNode();
  if (root instanceof ShadowRoot)
    for (const name of ['--rzp-success', '--rzp-warning']) tint(root.host, box, name);
  // Where the shopper has left the button, it is not gone back to what was pressed.
  if (focused || !box.matches(':focus')) pressed.set(message, focused?.textContent);
  if (notice) drawNotice(message, notice, actions);
  // Without a text nothing at all is in it, which CSS hides.
  else message.replaceChildren(...(text ? [text, ...actions.map(actionButton)] : []));
  const now = [...message.querySelectorAll('button'), box];
  const same = now.find(({textContent}) => textContent === pressed.get(message));
  const next = same ?? (focused && now[0]);
  if (next) focusOn(next);
}

/**
 * Puts what is over in the place of the button: said by a button, it would be the biggest on the page, and
 * do nothing. Where it leads somewhere it is a link, which can be opened in another tab too.
 */
function putBox(now: HTMLElement, {state, label, next}: Shown, button: HTMLElement): HTMLElement {
  const href = next?.href;
  const isOver = label && (!next || href) && /^(paid|placed|unconfirmed)$/.test(state);
  const isFocused = now.matches(':focus');
  // A link that leads nowhere is told as a link all the same.
  const tag = href ? 'a' : 'div';
  const box = !isOver ? button : now.localName === tag ? now : statement(tag);
  if (isOver) {
    // It is out of the page, and busy with nothing.
    for (const name of ['aria-busy', 'aria-disabled']) button.setAttribute(name, 'false');
    box.className = state;
    if (href) (box as HTMLAnchorElement).href = href;
  }
  if (box !== now) {
    box.append(...now.childNodes);
    now.replaceWith(box);
  }
  if (isFocused) focusOn(box);
  return box;
}

/** Hands the focus on. What is no link takes it only so, and it would be nowhere otherwise. */
function focusOn(element: HTMLElement): void {
  if (element.localName === 'div') element.tabIndex = -1;
  element.focus();
}

function statement(tag: 'a' | 'div'): HTMLElement {
  const element = part(tag, 'button statement');
  // The element around it takes each press for one of its button.
  element.onclick = (event) => event.stopPropagation();
  return element;
}

function drawNotice(message: HTMLElement, notice: Notice, actions: readonly Action[]): void {
  const {kind, paymentId, copy} = notice;
  // The danda of Hindi and its neighbours ends a sentence as a full stop does.
  const [, first, rest] = /^(.+?[.!?।])\s+(.+)$/s.exec(notice.title) ?? [];
  const {title, text} =
    notice.text === undefined ? {title: first ?? notice.title, text: rest} : notice;
  // A title ends without a full stop; where a sentence is one, its stop is a pause for who hears it.
  const ended = notice.text === undefined ? /^(.+)([.।])$/s.exec(title) : undefined;
  const [, sentence = title, stop] = ended ?? [];
  const body = part('div', 'notice-body');
  const heading = setApart(part('strong', 'title'), sentence, notice);
  if (stop) heading.append(unseen(stop));
  body.append(heading);
  // A space between them, and what follows: what is read out would be one word otherwise.
  if (text) body.append(' ', setApart(part('span', 'text'), text, notice));
  if (paymentId) body.append(' ', part('bdi', 'payment-id', paymentId));
  const buttons: HTMLElement[] = actions.map(actionButton);
  if (paymentId && copy) buttons.push(copyButton(paymentId, copy));
  if (buttons.length) {
    const row = part('div', 'actions');
    row.append(...buttons);
    body.append(' ', row);
  }
  const box = part('div', 'notice');
  box.className = kind;
  box.append(icon(kind), body);
  message.replaceChildren(box);
}

function part(tag: string, name: string, text = ''): HTMLElement {
  const element = safeDocument.createElement(tag);
  element.setAttribute('part', name);
  element.textContent = text;
  return element;
}

/** Copies the number, and says so in its own place. */
function copyButton(number: string, [copy, copied]: readonly [string, string]): HTMLElement {
  const action = actionButton({label: copy, run: () => void run()});
  const run = async () => {
    const isCopied = await copyText(number).catch(() => copyFrom(action, number));
    if (!isCopied) return;
    action.textContent = copied;
    setTimeout(() => (action.textContent = copy), COPIED_MS);
  };
  return action;
}

/** Rejects where the browser copies nothing for a page: without leave, or on plain http. */
async function copyText(text: string): Promise<boolean> {
  await navigator.clipboard.writeText(text);
  return true;
}

/** Copies as browsers do without leave; where not even that can be done, the number is selected. */
function copyFrom(action: HTMLElement, number: string): boolean {
  const field = safeDocument.createElement('textarea');
  field.value = number;
  field.style.cssText = 'position: fixed; opacity: 0';
  action.after(field);
  field.select();
  // oxlint-disable-next-line typescript/no-deprecated -- On plain http, and without leave, there is nothing else.
  const isCopied = safeDocument.execCommand('copy');
  field.remove();
  action.focus();
  const shown = action.closest('[part=notice-body]')?.querySelector('[part=payment-id]');
  if (!isCopied && shown) getSelection()?.selectAllChildren(shown);
  return isCopied;
}

/** Writes a text in which an amount and the number of an order run their own way. */
function setApart(element: HTMLElement, text: string, {amount}: Notice): HTMLElement {
  for (const [at, run] of text.split(/(order_\w+)/).entries()) {
    if (at % 2) element.append(part('bdi', 'order-id', run));
    else {
      const [before = '', ...after] = amount ? run.split(amount) : [run];
      element.append(before);
      for (const rest of after) element.append(part('bdi', 'amount', amount), rest);
    }
  }
  return element;
}

function unseen(text: string): HTMLElement {
  const element = safeDocument.createElement('span');
  element.textContent = text;
  element.style.opacity = '0';
  return element;
}

function icon(kind: NoticeKind): Element {
  const svg = stroke('svg', {part: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true'});
  svg.append(
    stroke('circle', {cx: '12', cy: '12', r: '10'}),
    stroke('path', {d: ICONS[kind], pathLength: '1'}),
  );
  return svg;
}

function stroke(tag: string, attributes: Readonly<Record<string, string>>): Element {
  const element = safeDocument.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Brings the styles, once a tree: as a sheet where the browser takes one, which needs no nonce. */
export function style(message: HTMLElement): void {
  const root = message.getRootNode();
  if (!(root instanceof ShadowRoot) || styled.has(root)) return;
  styled.add(root);
  const text = stateStyles + noticeStyles;
  if ('adoptedStyleSheets' in root) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const element = safeDocument.createElement('style');
  const {litNonce = ''} = globalThis as {litNonce?: string | undefined};
  element.nonce = ((root as ShadowRoot).host as HTMLElement).nonce || litNonce;
  element.textContent = text;
  (root as ShadowRoot).append(element);
}
