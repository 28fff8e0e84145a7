import {CheckoutError} from '../shell/checkout-error.js';
import type {CheckoutRequest} from './checkout-request.js';

/** What JavaScript calls the kind of a value: `Object`, `Array`, `FormData`, `Promise`. */
const kindOf = (value: unknown) => Object.prototype.toString.call(value).slice(8, -1);

/** Whether JSON keeps what an object holds: of a form, a map or a promise it keeps nothing. */
const isData = (value: object) => kindOf(value) === 'Object' || Object.keys(value).length > 0;
const isPlain = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && isData(value);
const isFunction = (value: unknown) => typeof value === 'function';

const OBJECTS: Record<string, [fits: (value: unknown) => boolean, what: string]> = {
  orderData: [isPlain, 'a plain object, like {sku: "assam"}'],
  notes: [isPlain, 'a plain object, like {campaign: "monsoon"}'],
  options: [isPlain, "a plain object of Razorpay's options"],
  createOrder: [isFunction, 'a function that makes the order'],
  requestHeaders: [
    (value) => isFunction(value) || (typeof value === 'object' && kindOf(value) !== 'Promise'),
    'an object, like {"X-CSRF-Token": token}, or a function that gives one',
  ],
};

/**
 * Checks what no text can say. A framework that sets a text, a form or a promise in its place would
 * have an order made for an empty cart, or without a token.
 *
 * @throws CheckoutError `config_invalid`
 */
export function checkObjects(request: CheckoutRequest): void {
  for (const [name, [fits, what]] of Object.entries(OBJECTS)) {
    const value: unknown = request[name as keyof CheckoutRequest];
    if (value != null && !fits(value))
      throw invalid(`${name} is a ${kindOf(value)}. Set it to ${what}.`);
  }
}

/**
 * Returns order data as JSON.
 *
 * @throws CheckoutError `config_invalid` where JSON would lose what it holds
 */
export function orderDataText({orderData}: CheckoutRequest): string {
  const lossless = (name: string, value: unknown) => {
    if (typeof value === 'object' && value && !Array.isArray(value) && !isData(value))
      throw invalid(
        `orderData holds a ${kindOf(value)} as "${name}", of which JSON keeps nothing. Make plain objects and lists of it.`,
      );
    return value;
  };
  try {
    return JSON.stringify(orderData ?? {}, lossless);
  } catch (cause) {
    if (cause instanceof CheckoutError) throw cause;
    throw invalid(`orderData can't be written as JSON. ${String(cause)}`, cause);
  }
}

const invalid = (message: string, cause?: unknown) =>
  new CheckoutError('config_invalid', message, {cause});
