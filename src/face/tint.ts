/**
 * Gives a box of a face one of the page's colours that is made of the one of the page's text. There
 * `currentColor` is the box's own, which is made of this one in turn: nobody could read it.
 */
export function tint(host: Element, box: HTMLElement, name: string): void {
  const page = getComputedStyle(host);
  const written = page.getPropertyValue(name);
  const made = written.replace(/currentcolor/gi, page.color);
  box.style.setProperty(name, made === written ? '' : made);
}
