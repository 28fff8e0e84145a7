import type {HtmlEscapedString} from 'hono/utils/html';

/** HTML in which every value was escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
