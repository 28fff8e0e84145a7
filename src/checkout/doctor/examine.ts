import type {CheckoutState} from '../shell/checkout-state.js';
import {checkRequest, type CheckoutRequest} from '../request/checkout-request.js';
import {readRequest} from '../request/read-request.js';
import {wrongGiven} from '../request/wrong-given.js';
import {visitOf} from './attend.js';
import {sayEvent} from './narrate.js';
import {misspeltOptions} from './spelling/misspelt-options.js';

const NAME = 'startCheckout()';

/** Looks at a checkout that a script begins; returns who is told of what becomes of it. */
export function examine(asked: CheckoutRequest): (happening: CheckoutState | Event) => void {
  const visit = visitOf(NAME, {
    name: NAME,
    read: () => ({...asked}),
    judge: () => void checkRequest(readRequest({...asked, wrong: wrongGiven}), () => undefined),
    misspelt: () => misspeltOptions(asked),
  });
  void visit.look();
  return (happening) => {
    if (typeof happening === 'string') {
      visit.enter(happening);
      return;
    }
    sayEvent(happening);
    if (happening.type === 'rzp-analytics') visit.isMagic();
  };
}
