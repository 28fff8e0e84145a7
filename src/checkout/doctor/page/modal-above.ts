import {safeDocument} from '../../shell/safe-document.js';
import {usablePlace} from '../../vendor/usable-place.js';
import {tagOf} from './tag-of.js';

/** Returns the modal dialog, or what fills the screen, by which an element outside of it can't be pressed. */
export function modalAbove(element: Element): string | undefined {
  const place = usablePlace();
  if (place === safeDocument.body || !element.isConnected) return undefined;
  for (let node: Node | null = element; node; node = parentOf(node))
    if (node === place) return undefined;
  return tagOf(place);
}

/** What a component keeps in its shadow tree stands in the component. */
const parentOf = (node: Node): Node | null =>
  node instanceof ShadowRoot
    ? node.host
    : ((node as Partial<Element>).assignedSlot ?? node.parentNode);

/** Has it heard when a dialog is shown or closed. */
export function watchModals(changed: () => void): void {
  // Not all browsers fire `toggle` at a dialog.
  new MutationObserver(changed).observe(safeDocument.documentElement, {
    attributeFilter: ['open'],
    subtree: true,
  });
}
