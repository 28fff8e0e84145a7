import {safeDocument} from '../checkout/shell/safe-document.js';
import type {Notice, NoticeKind} from '../checkout/said/notice.js';
import {formatMoney} from '../wire/money.js';
import {noticeStyles} from './notice-styles.js';

/** What the shopper may do about it. */
interface Action {
  readonly label: string;
  readonly run: () => void;
}

const CROSS = 'M8 8l8 8M16 8l-8 8';

/** The strokes of each icon, in a square of 24. */
const ICONS: Readonly<Record<NoticeKind, string>> = {
  error: CROSS,
  failed: CROSS,
  unconfirmed: 'M12 6.5v7M12 17v.1',
  placed: 'M8 7h8M8 10.5h8M9 7c6 0 6 6.5-.5 6.5L14 18',
  paid: 'M7 12.5l3.5 3.5L17 8.5',
  earlier: 'M12 7.5V12l3 2',
};

const SVG = 'http://www.w3.org/2000/svg';
/** How long "Copied" stands. */
const COPIED_MS = 2_000;

const styled = new WeakSet<Node>();

/** Draws a notice in the place of the plain message. */
export function drawNotice(message: HTMLElement, notice: Notice, actions: readonly Action[]): void {
  style(message);
  const {kind, title, text, paymentId, copy} = notice;
  const body = part('div', 'notice-body');
  body.append(withAmount(part('strong', 'title'), title, notice));
  if (text) body.append(withAmount(part('span', 'text'), text, notice));
  if (paymentId) {
    const number = part('bdi', 'payment-id');
    number.textContent = paymentId;
    body.append(number);
  }
  const buttons = actions.map(({label, run}) => button(label, run));
  if (paymentId && copy) buttons.push(copyButton(paymentId, copy));
  if (buttons.length) {
    const row = part('div', 'actions');
    row.append(...buttons);
    body.append(row);
  }
  const box = part('div', 'notice');
  box.className = kind;
  box.append(icon(kind), body);
  message.replaceChildren(box);
}

function part(tag: string, name: string): HTMLElement {
  const element = safeDocument.createElement(tag);
  element.setAttribute('part', name);
  return element;
}

function button(label: string, run: () => void): HTMLElement {
  const action = part('button', 'action');
  action.setAttribute('type', 'button');
  action.textContent = label;
  action.onclick = run;
  return action;
}

/** Copies the number, and says so in its own place. */
function copyButton(number: string, [copy, copied]: readonly [string, string]): HTMLElement {
  const action = button(copy, () => {
    void (async () => {
      try {
        await navigator.clipboard.writeText(number);
        action.textContent = copied;
        setTimeout(() => (action.textContent = copy), COPIED_MS);
      } catch {
        // Without leave, or on plain http: it is selected, so that the shopper can copy it.
        const shown = action.closest('[part=notice-body]')?.querySelector('[part=payment-id]');
        if (shown) getSelection()?.selectAllChildren(shown);
      }
    })();
  });
  return action;
}

/** Sets the amount apart, which runs its own way in any text. */
function withAmount(element: HTMLElement, text: string, {amount}: Notice): HTMLElement {
  const shown = amount ? formatMoney(amount.amount, amount.currency) : '';
  const [before = '', ...after] = shown ? text.split(shown) : [text];
  element.append(before);
  for (const rest of after) {
    const money = safeDocument.createElement('bdi');
    money.textContent = shown;
    element.append(money, rest);
  }
  return element;
}

function icon(kind: NoticeKind): Element {
  const svg = safeDocument.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({
    part: 'icon',
    viewBox: '0 0 24 24',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(name, value);
  const circle = safeDocument.createElementNS(SVG, 'circle');
  for (const [name, value] of Object.entries({cx: '12', cy: '12', r: '10'}))
    circle.setAttribute(name, value);
  const path = safeDocument.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[kind]);
  path.setAttribute('pathLength', '1');
  svg.append(circle, path);
  return svg;
}

/** Brings the styles, once a tree: as a sheet where the browser takes one, which needs no nonce. */
function style(message: HTMLElement): void {
  const root = message.getRootNode();
  if (styled.has(root)) return;
  styled.add(root);
  if (root instanceof ShadowRoot && 'adoptedStyleSheets' in root) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(noticeStyles);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const element = safeDocument.createElement('style');
  const {nonce} = root instanceof ShadowRoot ? (root.host as HTMLElement) : message;
  if (nonce) element.setAttribute('nonce', nonce);
  element.textContent = noticeStyles;
  root.appendChild(element);
}
