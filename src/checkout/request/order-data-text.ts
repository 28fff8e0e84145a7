import {CheckoutError} from '../shell/checkout-error.js';
import {kindOf} from '../storage/kind-of.js';
import type {CheckoutRequest} from './checkout-request.js';
import {refused} from '../words/refusal.js';

/**
 * Whether JSON keeps what an object holds: of a form, a map, a promise or private fields it keeps
 * nothing. The prototype of a plain object, also of another frame's, has none itself.
 */
export function isData(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return (
    Object.keys(value).length > 0 ||
    (kindOf(value) === 'Object' &&
      (!prototype || !Object.getPrototypeOf(prototype) || 'toJSON' in value))
  );
}

/** Whether JSON keeps a value; `held` is what it was before its `toJSON`. */
function isKept(value: unknown, held: unknown): boolean {
  if (typeof value === 'number') return isFinite(value);
  // An invalid date says `null`. What is left out on purpose is `undefined` itself.
  if (value == null) return held === value;
  if (typeof value === 'object') return Array.isArray(value) || isData(value);
  return typeof value !== 'function' && typeof value !== 'symbol';
}

/**
 * Returns order data as JSON.
 *
 * @throws CheckoutError `config_invalid` where JSON would lose what it holds
 */
export function orderDataText({orderData}: CheckoutRequest): string {
  function lossless(this: Record<string, unknown>, name: string, value: unknown) {
    const held = this[name];
    if (!isKept(value, held) || (value === undefined && Array.isArray(this)))
      throw refused(['lossyData', typeof held === 'number' ? String(held) : kindOf(held), name]);
    return value;
  }
  try {
    return JSON.stringify(orderData ?? {}, lossless);
  } catch (cause) {
    if (cause instanceof CheckoutError) throw cause;
    throw refused(['noJson', String(cause)], {cause});
  }
}
