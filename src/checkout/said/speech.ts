import type {CheckoutState} from '../shell/checkout-state.js';
import type {Money} from '../shell/confirmation.js';
import {inTime} from '../language/in-time.js';
import {sayPlainly} from './plain.js';
import type {say} from './say.js';
import type {Spoken} from './spoken.js';
import type {Telling} from './told.js';
import type {Words} from '../words/words.js';

/** How things are said in more than a sentence, and the English words; once they have come. */
let speech: {say: typeof say; english: Words} | undefined;

/**
 * Fetches how things are said. What protects money is said without it too, so that nothing waits long
 * for what a network or a blocker keeps out.
 */
export function loadSpeech(): Promise<void> {
  return speech ? Promise.resolve() : inTime(load());
}

async function load(): Promise<void> {
  try {
    const [{say}, {words}] = await Promise.all([import('./say.js'), import('../words/en.js')]);
    speech = {say, english: words};
  } catch {
    // The next press asks again.
  }
}

/** Says what goes with a state: in the words that have come, else in plain English. */
export const speak = (
  words: Words | undefined,
  state: CheckoutState,
  telling: Telling,
  money?: Money,
): Spoken =>
  speech ? speech.say(words ?? speech.english, state, telling, money) : sayPlainly(state, telling);
