/**
 * Whether what is said at an element is in English for sure, by the little that a page view loads: it
 * is told nothing else, and the nearest `lang` in its tree is English.
 */
export function isEnglishAt(element: Element, asked: unknown): boolean {
  const english = element.closest('[lang|=en]');
  return !asked && english !== null && english === element.closest('[lang]');
}
