/**
 * Makes an element like another one. What is alike stays, and with it focus, selection, scrolling,
 * and what a person has typed; elements with an id are found again by it.
 */
export function matchElement(element: Element, fresh: Element): void {
  if (element.isEqualNode(fresh)) return;
  for (const {name} of [...element.attributes]) {
    if (!fresh.hasAttribute(name)) element.removeAttribute(name);
  }
  for (const {name, value} of fresh.attributes) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  let at = element.firstChild;
  for (const other of [...fresh.childNodes]) {
    const same = isSame(at, other) ? at : findById(element, other);
    if (same) {
      if (same !== at) element.insertBefore(same, at);
      at = same.nextSibling;
      if (same instanceof Element && other instanceof Element) matchElement(same, other);
      else if (same.nodeValue !== other.nodeValue) same.nodeValue = other.nodeValue;
    } else element.insertBefore(other, at);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

const idOf = (node: Node): string => (node instanceof Element ? node.id : '');

const isSame = (node: ChildNode | null, other: Node): boolean =>
  node?.nodeName === other.nodeName && idOf(node) === idOf(other);

const findById = (parent: Element, other: Node): ChildNode | undefined =>
  idOf(other) === '' ? undefined : [...parent.children].find(({id}) => id === idOf(other));
