import {isOn} from '../../checkout/shell/attributes.js';
import {safeDocument} from '../../checkout/shell/safe-document.js';
import type {Words} from '../../checkout/words/words.js';
import type {complain} from './complain.js';

/** Names that stand in each language as they are. */
const BRANDS: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  rupay: 'RuPay',
  amex: 'Amex',
};

/** By the object model, which a strict content security policy allows. */
const FOOT = 'contain:size;container-type:size;font-size:0.75rem;font-weight:400';
/**
 * As far from the button as from a notice, and no higher than what is kept free before it is there: one
 * line, of smaller letters in a narrow place. A mark for which there is no room is not seen, nor is the edge of it.
 */
const LINE =
  'display:flex;flex-wrap:wrap;gap:1em 0.4em;block-size:1.25rem;padding-block-start:0.5rem;white-space:nowrap;line-height:1.25;font-size:clamp(0.6rem,4.5cqi,0.75rem);';
const PART = 'overflow:hidden;text-overflow:ellipsis;';
const MARK =
  'box-sizing:border-box;max-inline-size:100%;padding:0.1em 0.4em;border:1px solid #8888;border-radius:0.3em;font-style:normal';

/** What of an element the line below it is made of. */
export interface Footed {
  readonly marks?: string | null | undefined;
  readonly secured?: unknown;
}

/**
 * Draws the line below a button: by what one can pay, as small marks, and who keeps it safe. A mark that
 * nobody knows is left out, and the developer told.
 */
export function drawFoot(
  foot: HTMLElement,
  {marks, secured}: Footed,
  words: Words,
  lang: string,
  tell: typeof complain,
): void {
  const known = new Map(Object.entries({...BRANDS, ...words.mark}));
  const names = new Set((marks ?? '').toLowerCase().match(/[^\s,]+/g));
  const drawn = [...names].flatMap((name) => {
    const text = known.get(name);
    if (!text) tell('mark', name, [...known.keys()].join(' '));
    return text ? element('i', text, MARK) : [];
  });
  const lines = [drawn, isOn(secured) ? [element('span', words.secured)] : []];
  foot.style.cssText += FOOT;
  foot.lang = lang;
  // Empty, it would say that the language is unknown.
  if (!lang) foot.removeAttribute('lang');
  foot.replaceChildren(...lines.filter(({length}) => length).map(line));
}

/** Spaces between its parts: what is read out would be one word otherwise. */
function line(parts: readonly HTMLElement[]): HTMLElement {
  const drawn = element('div', '', LINE);
  drawn.append(...parts.flatMap((part) => [part, ' ']));
  return drawn;
}

function element(tag: 'div' | 'i' | 'span', text: string, style = ''): HTMLElement {
  const part = safeDocument.createElement(tag);
  part.textContent = text;
  part.style.cssText = PART + style;
  return part;
}
