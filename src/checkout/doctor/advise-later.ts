import {isOn} from '../shell/attributes.js';
import {languageOf} from '../../wire/languages.js';
import type {Advise, Advised} from './advise.js';

/** By then what a press needs is on its way. */
const LATER_MS = 1_000;

/** Says to who builds the page what is wrong with an element: after all that a press needs, unless asked to say more. */
export const adviseLater =
  (load: () => Promise<{advise: Advise}>) =>
  async (host: Advised): Promise<void> => {
    const isDebug = isOn(host.debug);
    if (!isDebug) await new Promise((resolve) => setTimeout(resolve, LATER_MS));
    await load()
      .then(({advise}) => advise(host, isDebug, languageOf))
      // Where it does not come, nobody misses it.
      .catch(() => undefined);
  };
