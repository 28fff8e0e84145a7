import {safeDocument} from '../shell/safe-document.js';
import type {Overlay} from './overlay.js';
import {SlowPanel, type WayOut} from './slow-panel.js';
import {modalsIn} from './usable-place.js';

/** How long the frame may say nothing before the shopper is shown a way out. */
const PATIENCE_MS = 8_000;

/**
 * How a browser hides what stands behind. The value for `inert` is our own: a library that makes an
 * element inert meanwhile writes another, and it stays inert.
 */
const INERT = {name: 'inert', value: 'behind-checkout'};
/** Before Chromium 102, Firefox 112 and Safari 15.5 it can be hidden from screen readers alone. */
const HIDDEN = {name: 'aria-hidden', value: 'true'};

/** The page behind an open checkout. */
export interface Behind {
  /** The frame has said something: nobody needs a way out. */
  heard(): void;
  /** It is over: gives the page back, and the focus to where it was. */
  lift(): void;
}

/**
 * Makes the checkout modal in fact: nothing of the page behind it can be pressed, reached by Tab or
 * read, until it is lifted. Razorpay's script only covers the page. Where the frame is still to say
 * something, the shopper has a way out of a long silence.
 */
export function coverPage(overlay: Overlay, wayOut?: WayOut): Behind | undefined {
  const {container} = overlay;
  if (!container) return undefined;
  const hiding = 'inert' in HTMLElement.prototype ? INERT : HIDDEN;
  const covered = new Set<Element>();
  const opener = focused();
  let modals = modalsIn(safeDocument);
  /** Whether a dialog of the page was opened above the checkout, and makes all else inert itself. */
  let isBelow = false;
  let isBringingBack = false;
  const panel = wayOut && new SlowPanel(container, wayOut);
  const focusFrame = () => overlay.frames()[0]?.focus();
  const isOwn = (node: EventTarget | null | undefined) =>
    node === container || node === panel?.host;

  const look = () => {
    const open = modalsIn(safeDocument);
    modals = modals.filter((modal) => open.includes(modal));
    isBelow = open.length > modals.length;
    const {sides, roots} = besides(container);
    const wanted = new Set(isBelow || !overlay.isShown ? [] : sides);
    for (const element of covered) if (!wanted.has(element)) uncover(element);
    for (const element of wanted) {
      if (element !== panel?.host && !isHidden(element, hiding)) {
        element.setAttribute(hiding.name, hiding.value);
        covered.add(element);
      }
    }
    // Libraries for dialogs hide all that stands beside their own.
    for (const own of [container, panel?.host]) own?.removeAttribute(hiding.name);
    panel?.follow();
    for (const root of roots) {
      observer.observe(root, {
        childList: true,
        subtree: true,
        attributeFilter: [hiding.name, 'open'],
      });
    }
  };
  const uncover = (element: Element) => {
    const {name, value} = hiding;
    if (element.getAttribute(name) === value) element.removeAttribute(name);
    covered.delete(element);
  };
  /** Brings back the focus that has left for the page, unless a trap of the page's own insists. */
  const bringBack = (event: FocusEvent) => {
    if (isBelow || isBringingBack || !overlay.isShown || event.composedPath().some(isOwn)) return;
    isBringingBack = true;
    focusFrame();
    isBringingBack = false;
  };

  const observer = new MutationObserver(look);
  look();
  safeDocument.addEventListener('focusin', bringBack);
  if (overlay.isShown && !isBelow && !isFramed(overlay)) focusFrame();
  const timer = panel && setTimeout(() => panel.show(), PATIENCE_MS);
  const heard = () => {
    clearTimeout(timer);
    // Where the focus was on the way out it would be nowhere.
    if (panel?.hide()) focusFrame();
  };
  return {
    heard,
    lift: () => {
      clearTimeout(timer);
      observer.disconnect();
      safeDocument.removeEventListener('focusin', bringBack);
      for (const element of covered) uncover(element);
      panel?.hide();
      const {activeElement, body} = safeDocument;
      if (!activeElement || activeElement === body || isFramed(overlay)) opener?.focus();
    },
  };
}

const isHidden = (element: Element, {name, value}: typeof INERT) =>
  name === INERT.name ? element.hasAttribute(name) : element.getAttribute(name) === value;

const isFramed = (overlay: Overlay) =>
  overlay.frames().some((frame) => frame === safeDocument.activeElement);

/** Returns what has the focus, in whatever component; nothing where it is the page as a whole. */
function focused(): HTMLElement | undefined {
  let {activeElement} = safeDocument;
  if (activeElement === safeDocument.body) return undefined;
  while (activeElement?.shadowRoot?.activeElement) ({activeElement} = activeElement.shadowRoot);
  return activeElement instanceof HTMLElement ? activeElement : undefined;
}

/**
 * Returns what stands beside a node and beside each of its ancestors, up to the body, and the trees
 * that these are in. Nothing stands beside what has left the page.
 */
function besides(node: Node): {sides: Element[]; roots: Node[]} {
  const sides: Element[] = [];
  const roots: Node[] = [document];
  for (let at = node; at !== safeDocument.body;) {
    if (at instanceof ShadowRoot) {
      roots.push(at);
      at = at.host;
      continue;
    }
    const {parentNode} = at;
    if (!parentNode) return {sides: [], roots};
    sides.push(...[...parentNode.children].filter((child) => child !== at));
    at = parentNode;
  }
  return {sides, roots};
}
