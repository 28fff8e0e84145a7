import type {Speaker} from '../../checkout/language/word-book.js';
import {say} from '../../checkout/said/say.js';
import type {Spoken} from '../../checkout/said/spoken.js';
import type {Telling} from '../../checkout/said/told.js';
import type {CheckoutState} from '../../checkout/shell/checkout-state.js';
import type {Words} from '../../checkout/words/words.js';
import {followAmount, type Amounts} from './follow-amount.js';

/** What can be pressed. */
interface Pressed {
  open(): unknown;
}

/** Says at a button what goes with a state, once it has words; its label says what the order costs. */
export function sayAt(
  host: Speaker<Words> & Amounts & Pressed,
  state: CheckoutState,
  telling: Telling,
): Spoken | undefined {
  followAmount(host, telling.money);
  const {words} = host;
  if (!words) return undefined;
  const spoken = say(words, state, telling);
  if (state !== 'idle' || spoken.notice?.kind !== 'unconfirmed') return spoken;
  // A press asks first what became of the payment that is in doubt, and sells nothing before it knows.
  return say(words, state, {...telling, next: {name: 'checkAgain', run: () => host.open()}});
}
