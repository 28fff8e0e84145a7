import type {Speaker} from '../../checkout/language/word-book.js';
import {say} from '../../checkout/said/say.js';
import type {Spoken} from '../../checkout/said/spoken.js';
import type {Telling} from '../../checkout/said/told.js';
import type {CheckoutState} from '../../checkout/shell/checkout-state.js';
import type {Words} from '../../checkout/words/words.js';
import {followAmount, type Amounts} from './follow-amount.js';

/** Says at a button what goes with a state, once it has words; its label says what the order costs. */
export function sayAt(
  host: Speaker<Words> & Amounts,
  state: CheckoutState,
  telling: Telling,
): Spoken | undefined {
  followAmount(host, telling.money);
  return host.words && say(host.words, state, telling);
}
