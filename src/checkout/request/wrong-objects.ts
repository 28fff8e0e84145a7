import {kindOf} from '../storage/kind-of.js';
import type {Refusal} from '../words/refusal.js';
import type {ObjectProperty} from '../words/refusals.js';
import type {CheckoutRequest} from './checkout-request.js';
import {isData} from './order-data-text.js';

const isPlain = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && isData(value);
const isFunction = (value: unknown) => typeof value === 'function';

const OBJECTS: Record<ObjectProperty, (value: unknown) => boolean> = {
  orderData: isPlain,
  notes: isPlain,
  options: isPlain,
  createOrder: isFunction,
  requestHeaders: (value) =>
    isFunction(value) || (typeof value === 'object' && kindOf(value) !== 'Promise'),
};

/**
 * Says what holds something else than no text can say. A framework that sets a text, a form or a
 * promise in its place would have an order made for an empty cart, or without a token.
 */
export function wrongObjects(request: CheckoutRequest): Refusal | undefined {
  for (const name of Object.keys(OBJECTS) as ObjectProperty[]) {
    const value: unknown = request[name];
    if (value != null && !OBJECTS[name](value)) return ['object', name, kindOf(value)];
  }
  return undefined;
}
