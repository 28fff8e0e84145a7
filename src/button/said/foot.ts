import {safeDocument} from '../../checkout/shell/safe-document.js';
import type {Words} from '../../checkout/words/words.js';

/** Names that stand in each language as they are. */
const BRANDS: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  rupay: 'RuPay',
  amex: 'Amex',
};

/** What of an element the line below it is made of. */
export interface Footed {
  readonly marks?: string | null | undefined;
  readonly secured: boolean;
}

/**
 * Draws the line below a button: by what one can pay, as small marks, and who keeps it safe. A mark that
 * nobody knows is left out.
 */
export function drawFoot(
  foot: HTMLElement,
  {marks, secured}: Footed,
  words: Words,
  lang: string,
): void {
  const known = new Map(Object.entries({...BRANDS, ...words.mark}));
  const names = new Set((marks ?? '').toLowerCase().split(/[\s,]+/));
  const drawn = [...names].flatMap((name) => {
    const text = known.get(name);
    return text ? element('i', text) : [];
  });
  const parts = [...drawn, ...(secured ? [element('span', words.secured)] : [])];
  // Spaces between them: what is read out would be one word otherwise.
  foot.lang = lang;
  // Empty, it would say that the language is unknown.
  if (!lang) foot.removeAttribute('lang');
  foot.replaceChildren(...parts.flatMap((part) => [part, ' ']));
}

function element(tag: 'i' | 'span', text: string): HTMLElement {
  const part = safeDocument.createElement(tag);
  part.textContent = text;
  return part;
}
