import {safeDocument} from '../shell/safe-document.js';
import type {Refusal} from '../words/refusal.js';
import {at, noteTexts} from './check-options.js';
import {shown} from './shown.js';
import type {CheckoutRequest} from './checkout-request.js';
import {wrongObjects} from './wrong-objects.js';

const MOST_NOTES = 15;
const LONGEST_NOTE_CHARACTERS = 256;

/** The callbacks that are this package's own, and the events that are told instead. */
const OURS = {handler: 'rzp-payment or rzp-success', 'modal.ondismiss': 'rzp-dismiss'};

/**
 * Says what Razorpay's script would refuse or drop of what a page gives it, once there is an order. No
 * money hangs on it: it is for who builds the page.
 */
export function wrongGiven(request: CheckoutRequest): Refusal | undefined {
  const {options, notes} = request;
  const wrongObject = wrongObjects(request);
  if (wrongObject) return wrongObject;
  const given: Readonly<Record<string, unknown>> = options ?? {};
  for (const name of ['currency', 'display_currency']) {
    const typed = given[name];
    if (typed && !(typeof typed === 'string' && /^[A-Z]{3}$/.test(typed)))
      return ['currency', name, shown(typed)];
  }
  if (given.parent && !isOnPage(given.parent)) return ['parent', shown(given.parent)];
  for (const [path, event] of Object.entries(OURS))
    if (typeof at(given, path) === 'function') return ['callback', path, event];
  return wrongNotes({...(given.notes as object | null), ...notes});
}

/** Says what is too much for Razorpay: it takes 15 notes, texts of up to 256 characters. */
export function wrongNotes(notes: Readonly<Record<string, unknown>>): Refusal | undefined {
  const texts = Object.entries(noteTexts(notes));
  if (texts.length > MOST_NOTES) return ['notes', texts.length, MOST_NOTES];
  const [key = '', {length} = ''] =
    texts.find(([, text]) => text.length > LONGEST_NOTE_CHARACTERS) ?? [];
  return length ? ['note', key, length, LONGEST_NOTE_CHARACTERS] : undefined;
}

/** Whether the place for an embedded checkout is there: an element, or what a selector finds. */
function isOnPage(parent: unknown): boolean {
  if (typeof parent !== 'string') return parent instanceof Element;
  try {
    return safeDocument.querySelector(parent) !== null;
  } catch {
    return false;
  }
}
