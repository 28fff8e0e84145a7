import {safeDocument} from '../shell/safe-document.js';

/**
 * Returns the element in which the shopper can use what is put there: the modal dialog on top, or an
 * element that fills the screen, because all else is inert then; else the body.
 */
export const usablePlace = (): Element => topModal() ?? screenFiller() ?? safeDocument.body;

/**
 * Returns the modal dialog on top, if one is open: the one around the focus, because the browser puts
 * the focus into what it shows last; else the last one that is found.
 */
function topModal(): Element | undefined {
  const modals = modalsIn(safeDocument);
  if (modals.length < 2) return modals[0];
  const path = pathOf(deepest('activeElement'));
  return path.find((node): node is Element => modals.includes(node as Element)) ?? modals.pop();
}

/** Returns the element that fills the screen, unless it is all of the page. */
function screenFiller(): Element | null {
  const filler = deepest('fullscreenElement');
  return filler === safeDocument.documentElement ? null : filler;
}

/** Returns the open modal dialogs below a root, those that components keep in their shadow trees too. */
function modalsIn(root: ParentNode): Element[] {
  // Without the word, a dialog that is open counts: what stands in it can be used in any case.
  const modal = CSS.supports('selector(:modal)') ? 'dialog:modal' : 'dialog[open]';
  const inside = [...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
    shadowRoot ? modalsIn(shadowRoot) : [],
  );
  return [...root.querySelectorAll(modal), ...inside];
}

/** Returns what has the focus, or fills the screen, itself, where the document names a component. */
function deepest(name: 'activeElement' | 'fullscreenElement'): Element | null {
  let element = safeDocument[name];
  while (element?.shadowRoot?.[name]) element = element.shadowRoot[name];
  return element;
}

/**
 * Returns what an element stands in, the element first, through slots and shadow trees. The browser
 * says it of an event, by nothing that an element could shadow.
 */
export function pathOf(element: Element | null | undefined): EventTarget[] {
  let path: EventTarget[] = [];
  const type = 'rzp-magic-button:where';
  const hear = (event: Event) => {
    path = event.composedPath();
  };
  addEventListener(type, hear, true);
  if (element) EventTarget.prototype.dispatchEvent.call(element, new Event(type, {composed: true}));
  removeEventListener(type, hear, true);
  return path;
}
