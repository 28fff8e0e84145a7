import type {HtmlEscapedString} from 'hono/utils/html';

/** HTML in which every value was escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Writes paise as rupees: `34900` is `₹349`. */
export const rupees = (paise: number) =>
  new Intl.NumberFormat('en-IN', {
    style: 'currency',
    currency: 'INR',
    minimumFractionDigits: paise % 100 ? 2 : 0,
  }).format(paise / 100);

export const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
