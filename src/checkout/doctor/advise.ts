import {misspelt, type Misspelt} from './misspelt.js';

/** An element whose page wants to know what is wrong with it. */
export interface Advised extends HTMLElement {
  readonly debug: boolean;
}

const said = new Set<string>();

/** Names what is misspelt of an element to who builds the page, once. */
export function advise(host: Advised): void {
  for (const each of misspelt(host)) {
    const sentence = sayMisspelt(host, each);
    if (said.has(sentence)) continue;
    said.add(sentence);
    console.warn(`rzp-magic-button: ${sentence}`);
  }
}

/** Says which attribute nobody reads, and what to write. */
export const sayMisspelt = ({localName}: Element, {written, meant}: Misspelt): string =>
  `${written} is no attribute of <${localName}>, and does nothing. Write ${meant}="…".`;
