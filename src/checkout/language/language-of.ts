import {LANGUAGES, languageOf, type LanguageTag} from '../../wire/languages.js';

/**
 * Returns the language of what is said at an element: what it is told, in Razorpay's word or as
 * browsers write it, else what the page says of the place, else English.
 */
export function languageAt(element: Element, asked: unknown): LanguageTag {
  return LANGUAGES[languageOf(String(asked)) ?? languageOf(pageLanguageAt(element)) ?? 'en'];
}

/**
 * Returns the same where the page brings words of its own, by the language: also of one that is none of
 * ours.
 */
export function spokenAt(element: Element, asked: unknown, own: readonly string[]): string {
  const page = pageLanguageAt(element).toLowerCase();
  const isPages = (tag: string) => `${page}-`.startsWith(`${tag.toLowerCase()}-`);
  const tag = languageOf(String(asked)) ? undefined : own.find(isPages);
  return tag ?? languageAt(element, asked);
}

/** Returns the `lang` of what is said at an element; empty where the page says the same of the place. */
export const markAt = (element: Element, said: string): string =>
  languageOf(pageLanguageAt(element)) === languageOf(said) ? '' : said;

/** Returns the language that the page says of a place, as written there: the nearest `lang`. */
export function pageLanguageAt(element: Element): string {
  const nearest = element.closest('[lang]');
  // A form has whatever its fields are called in the place of its methods.
  if (nearest) return Element.prototype.getAttribute.call(nearest, 'lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? pageLanguageAt(root.host) : '';
}
