import {languageOf} from '../../wire/languages.js';
import type {Advised} from './advise.js';

/** By then what a press needs is on its way. */
const LATER_MS = 1_000;

/** Says to who builds the page what is wrong with an element: after all that a press needs, unless asked to say more. */
export async function adviseLater(host: Advised): Promise<void> {
  if (!host.debug) await new Promise((resolve) => setTimeout(resolve, LATER_MS));
  (await import('./advise.js')).advise(host, languageOf);
}
