import {show} from '../check-returned.js';
import {MandateError} from './mandate-error.js';

/** Refuses what is no id before a ledger or Razorpay is asked for it. */
export function checkId(what: string, form: RegExp, id: unknown): asserts id is string {
  if (typeof id === 'string' && form.test(id)) return;
  throw new MandateError('invalid', `${capitalized(show(id))} is not the id of a ${what}.`, what);
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
