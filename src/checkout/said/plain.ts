import {isConfirmed} from '../../wire/order-status.js';
import type {CheckoutState} from '../shell/checkout-state.js';
import type {Action} from './action.js';
import type {Spoken} from './spoken.js';
import type {Deed, Saying, Telling, Told} from './told.js';

const NOT_SEEN = 'No payment has reached us so far. Ask the shop before you pay again.';

const STANDING = {
  uncharged: 'You have not been charged. ',
  tried: 'No payment has reached us so far. ',
  unasked: '',
};

/** What we call a state, or something to do, is English enough for a button: "Try again". */
const wordsOf = (name: CheckoutState | Deed['name']) =>
  name.replace(/^.|[A-Z]/g, (letter, at) =>
    at ? ` ${letter.toLowerCase()}` : letter.toUpperCase(),
  );

const actionOf = (deed: Deed): Action => ({...deed, label: wordsOf(deed.name)});

/**
 * What protects money, in English: it comes with what a press loads, and stands where the words of a
 * language do not come.
 */
function sentenceOf({said, orderId = '', paymentId = ''}: Told & {said: Saying}): string {
  if (isConfirmed(said)) return said === 'paid' ? 'Thank you!' : 'You pay at the door.';
  if (said.startsWith('earlier')) return `Your earlier order is ${orderId}.`;
  if (/^(failed|unseen|unasked)$/.test(said)) return NOT_SEEN;
  return `Please do not pay again. Your payment ${paymentId && `${paymentId} `}is not confirmed yet.`;
}

/** Returns one sentence for what is told. */
export function plainly({said, standing = 'unasked', ...rest}: Told): string {
  if (typeof said !== 'object') return sentenceOf({said, ...rest});
  if ('own' in said) return said.own;
  // Who must not pay again is not told to try again.
  if (standing === 'paid') return sentenceOf({said: 'pending'});
  return `Payment is not available right now. ${STANDING[standing]}Please try again.`;
}

/** Says in plain English what goes with a state. */
export function sayPlainly(
  state: CheckoutState,
  {told, progress, next, deeds = []}: Telling,
): Spoken {
  const first = next && actionOf(next);
  const label = first?.label ?? (state === 'idle' ? '' : wordsOf(state));
  return {
    label,
    // What goes on is what the button says.
    message: told ? plainly(told) : progress ? label : '',
    isUrgent: !!told && !isConfirmed(state),
    next: first,
    actions: deeds.map(actionOf),
    language: 'en',
  };
}
