import {safeDocument} from '../shell/safe-document.js';
import type {Overlay} from './overlay.js';
import {SlowPanel, type Closable, type Speaking} from './slow-panel.js';

/** How long the frame may say nothing before the shopper is shown a way out. */
const PATIENCE_MS = 8_000;

/**
 * How a browser hides what stands behind. The value for `inert` is our own: a library that makes an
 * element inert meanwhile writes another, and it stays inert.
 */
const INERT = {name: 'inert', value: 'behind-checkout'};
/** Before Chromium 102, Firefox 112 and Safari 15.5 it can be hidden from screen readers alone. */
const HIDDEN = {name: 'aria-hidden', value: 'true'};

/** Of the class: a form has its fields by name in the place of its own. */
const {getAttribute, removeAttribute, setAttribute} = Element.prototype;

/** What both leave on an element: a copy of the page that was made meanwhile has it too. */
const MARK = 'data-behind-checkout';
/** Turbo and htmx say so before they copy the page; htmx keeps the copy in the browser's storage. */
const COPYING = ['turbo:before-cache', 'htmx:beforeHistorySave'];
/** How long they may take. */
const COPY_MS = 500;

/** Watches for copies, from the first open checkout on. */
let copies: MutationObserver | undefined;
/** What is behind a checkout now. */
const behindNow = new Set<Element>();

/** The page behind an open checkout. */
export interface Behind {
  /** The frame has said something: nobody needs a way out. */
  heard(): void;
  /** It is over: gives the page back, and the focus to where it was. */
  lift(): void;
}

/**
 * Makes the checkout modal in fact: nothing of the page behind it can be pressed, reached by Tab or
 * read, until it is lifted. Razorpay's script only covers the page. What the page itself puts above the
 * checkout, a dialog or a popover, can be used. Where the frame is still to say something, the shopper
 * has a way out of a long silence.
 */
export function coverPage(
  overlay: Overlay,
  checkout: Closable,
  hasSpoken: boolean,
  speaking: Speaking,
): Behind | undefined {
  const {container} = overlay;
  if (!container) return undefined;
  const hiding = hidingHere();
  const opener = focused();
  const panel = hasSpoken ? undefined : new SlowPanel(container, checkout, speaking);
  const own: Element[] = panel ? [container, panel.host] : [container];
  const around = pathsTo([container]);
  let below = topLayer().filter((element) => around.has(element) || !isHit(element));
  /** What can be used: the checkout, and what the page has put above it. */
  let above = own;
  let isBringingBack = false;
  let isCopied = false;
  let isLifted = false;
  // A name for people who can't see it.
  for (const frame of overlay.frames()) frame.title ||= 'Razorpay Checkout';
  const focusFrame = () => overlay.frames()[0]?.focus();

  const look = () => {
    if (isCopied || isLifted) return;
    const layer = topLayer();
    // What was closed and is opened anew is above.
    below = below.filter((element) => layer.includes(element));
    above = [...own, ...layer.filter((element) => !below.includes(element))];
    const paths = pathsTo(above);
    const isOpen = overlay.isShown && paths.has(container);
    const sides = isOpen ? [...paths].flatMap((node) => sidesOf(node, above, paths)) : [];
    const wanted = new Set(sides);
    for (const element of behindNow) if (!wanted.has(element)) uncover(element);
    for (const element of wanted) {
      const found = getAttribute.call(element, hiding.name);
      if (hiding === INERT ? found !== null : found === hiding.value) continue;
      setAttribute.call(element, hiding.name, hiding.value);
      setAttribute.call(element, MARK, '');
      behindNow.add(element);
    }
    // Libraries for dialogs hide all that stands beside their own.
    for (const element of own) element.removeAttribute(hiding.name);
    panel?.follow();
    const watched = {childList: true, subtree: true, attributeFilter: [hiding.name, 'open']};
    for (const node of [document, ...paths]) {
      if (!(node instanceof Element)) observer.observe(node, watched);
    }
  };
  const uncover = (element: Element) => {
    free(element);
    behindNow.delete(element);
  };
  /** Nothing is inert in a copy, which may be shown with no checkout open. */
  const leaveToCopy = () => {
    isCopied = true;
    for (const element of behindNow) uncover(element);
    setTimeout(() => {
      isCopied = false;
      look();
    }, COPY_MS);
  };
  /** Brings back the focus that has left for the page, unless a trap of the page's own insists. */
  const bringBack = (event: FocusEvent) => {
    const isAbove = event.composedPath().some((node) => above.includes(node as Element));
    if (isBringingBack || isAbove || !overlay.isShown) return;
    isBringingBack = true;
    focusFrame();
    isBringingBack = false;
  };

  const observer = new MutationObserver(look);
  look();
  // A popover changes nothing that could be observed.
  safeDocument.addEventListener('toggle', look, true);
  safeDocument.addEventListener('focusin', bringBack);
  for (const type of COPYING) safeDocument.addEventListener(type, leaveToCopy);
  if (!copies) {
    copies = new MutationObserver(freeCopies);
    copies.observe(document, {childList: true, subtree: true});
  }
  const {activeElement} = safeDocument;
  if (overlay.isShown && !above.some((element) => element.contains(activeElement))) focusFrame();
  const timer = panel && setTimeout(() => panel.show(), PATIENCE_MS);
  return {
    heard: () => {
      clearTimeout(timer);
      // Where the focus was on the way out it would be nowhere.
      if (panel?.hide()) focusFrame();
    },
    lift: () => {
      isLifted = true;
      clearTimeout(timer);
      observer.disconnect();
      safeDocument.removeEventListener('toggle', look, true);
      safeDocument.removeEventListener('focusin', bringBack);
      for (const type of COPYING) safeDocument.removeEventListener(type, leaveToCopy);
      for (const element of behindNow) uncover(element);
      panel?.hide();
      const {activeElement, body} = safeDocument;
      if (!activeElement || activeElement === body || isFramed(overlay)) opener?.focus();
    },
  };
}

const hidingHere = () => ('inert' in HTMLElement.prototype ? INERT : HIDDEN);

/** Can be used again, unless somebody else has written that it cannot. */
function free(element: Element): void {
  const {name, value} = hidingHere();
  if (getAttribute.call(element, name) === value) removeAttribute.call(element, name);
  removeAttribute.call(element, MARK);
}

/** A copy of the page that was made behind a checkout is shown, with none open. */
function freeCopies(): void {
  if (!behindNow.size) safeDocument.querySelectorAll(`[${MARK}]`).forEach(free);
}

const isFramed = (overlay: Overlay) =>
  overlay.frames().some((frame) => frame === safeDocument.activeElement);

/** Returns what has the focus, in whatever component; nothing where it is the page as a whole. */
function focused(): HTMLElement | undefined {
  let {activeElement} = safeDocument;
  if (activeElement === safeDocument.body) return undefined;
  while (activeElement?.shadowRoot?.activeElement) ({activeElement} = activeElement.shadowRoot);
  return activeElement instanceof HTMLElement ? activeElement : undefined;
}

/** Returns what is shown above all else: modal dialogs and popovers, those of components too. */
function topLayer(root: ParentNode = safeDocument): Element[] {
  const known = ['dialog:modal', ':popover-open'].filter((each) =>
    CSS.supports(`selector(${each})`),
  );
  return [
    ...root.querySelectorAll(known.join() || 'dialog[open]'),
    ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
      shadowRoot ? topLayer(shadowRoot) : [],
    ),
  ];
}

/** Whether a finger in the middle of an element meets it. */
function isHit(element: Element): boolean {
  const {left, top, width, height} = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  return element.contains(root.elementFromPoint(left + width / 2, top + height / 2));
}

/** Returns what the body holds that is one of these, or has one of them somewhere in it. */
function pathsTo(elements: readonly Element[]): Set<Node> {
  const paths = new Set<Node>();
  for (const element of elements) {
    const path: Node[] = [];
    for (
      let at: Node | null = element;
      at;
      at = at instanceof ShadowRoot ? at.host : at.parentNode
    ) {
      path.push(at);
      // What has left the page leads nowhere.
      if (at !== safeDocument.body) continue;
      for (const node of path) paths.add(node);
      break;
    }
  }
  return paths;
}

/** Returns what of a node on the way to these leads to none of them. */
function sidesOf(node: Node, elements: readonly Element[], paths: Set<Node>): Element[] {
  if (elements.some((element) => element === node)) return [];
  return [...(node as ParentNode).children].filter((child) => !paths.has(child));
}
