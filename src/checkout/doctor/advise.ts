import type {RequestElement} from '../request/read-element.js';
import {misheard} from './spelling/misheard.js';
import {misnamed} from './spelling/misnamed.js';
import {sandboxKey} from './sandbox-key.js';
import {sayMisspelt} from './say-misspelt.js';
import {misspelt} from './spelling/misspelt.js';
import {unknownWords, type LanguageOf} from './spelling/unknown-words.js';

/** An element whose page may be told what is wrong with it. */
export interface Advised extends RequestElement {
  readonly debug: boolean;
  readonly state: string;
  /** The names of the events that it was ever listened to by. */
  readonly heard: Iterable<string>;
}

/** Says to who builds the page what is wrong with an element. */
export type Advise = (host: Advised, isDebug: boolean, languageOf: LanguageOf) => Promise<void>;

const said = new Set<string>();

/**
 * Names what is misspelt of an element to who builds the page, what is set or listened to under another
 * name, what is no word of ours, and a key that is for the sandbox, once. Where they asked to be told more,
 * the doctor tells what is misspelt too.
 */
export const adviseWith =
  (events: readonly string[], loadExamine: () => Promise<(host: Advised) => void>): Advise =>
  async (host, isDebug, languageOf) => {
    const {keyId, scriptUrl} = host as {keyId?: unknown; scriptUrl?: unknown};
    const findings = isDebug
      ? []
      : [
          ...misspelt(host).map((each) => sayMisspelt(host.localName, each)),
          ...sandboxKey(keyId, scriptUrl),
        ];
    for (const sentence of [
      ...findings.map(({what, fix}) => `${what} ${fix}`),
      ...misnamed(host, events),
      ...misheard(host, events),
      ...unknownWords(host, languageOf),
    ]) {
      if (said.has(sentence)) continue;
      said.add(sentence);
      console.warn(`rzp-magic-button: ${sentence}`);
    }
    if (isDebug) (await loadExamine())(host);
  };
