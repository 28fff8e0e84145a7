import {safeDocument} from '../shell/safe-document.js';

/**
 * Returns the element in which the shopper can use what is put there: the modal dialog on top, or an
 * element that fills the screen, because all else is inert then; else the body.
 */
export function usablePlace(): Element {
  const modals = modalsIn(safeDocument);
  // The browser puts the focus into the dialog that it shows last.
  const top = modals.filter((modal) => modal.matches(':focus-within')).pop() ?? modals.pop();
  const {body, documentElement, fullscreenElement} = safeDocument;
  return top ?? (fullscreenElement === documentElement ? body : (fullscreenElement ?? body));
}

/** Returns the open modal dialogs below a root, those that components keep in their shadow trees too. */
function modalsIn(root: ParentNode): Element[] {
  // Without the word, a dialog that is open counts: what stands in it can be used in any case.
  const modal = CSS.supports('selector(:modal)') ? 'dialog:modal' : 'dialog[open]';
  return [
    ...root.querySelectorAll(modal),
    ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
      shadowRoot ? modalsIn(shadowRoot) : [],
    ),
  ];
}
