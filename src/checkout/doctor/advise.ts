import {misspelt, type Misspelt} from './misspelt.js';
import {unknownWords, type LanguageOf} from './unknown-words.js';

/** An element whose page wants to know what is wrong with it. */
export interface Advised extends HTMLElement {
  readonly debug: boolean;
}

const said = new Set<string>();

/** Names what is misspelt of an element to who builds the page, and what is no word of ours, once. */
export function advise(host: Advised, languageOf: LanguageOf): void {
  const misspellings = misspelt(host).map((each) => sayMisspelt(host, each));
  for (const sentence of [...misspellings, ...unknownWords(host, languageOf)]) {
    if (said.has(sentence)) continue;
    said.add(sentence);
    console.warn(`rzp-magic-button: ${sentence}`);
  }
}

/** Says which attribute nobody reads, and what to write. */
export const sayMisspelt = ({localName}: Element, {written, meant}: Misspelt): string =>
  `${written} is no attribute of <${localName}>, and does nothing. Write ${meant}="…".`;
