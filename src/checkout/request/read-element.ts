import type {OrderSource} from '../shell/order-source.js';
import {cartKey} from '../storage/cart-key.js';
import {addressOf} from './address-of.js';
import {dataAndSeatOf, dataOf, namedSecrets} from './data-attributes.js';
import type {Refusal} from '../words/refusal.js';

/** A button, as far as both have the same. */
export interface RequestElement
  extends HTMLElement, Pick<OrderSource, 'orderId' | 'orderUrl' | 'orderData' | 'createOrder'> {
  readonly notes: Readonly<Record<string, unknown>> | null | undefined;
}

/** The class of the element, with all that can be set on it, also by a class that extends it. */
interface RequestElementClass {
  readonly elementProperties: ReadonlyMap<keyof RequestElement, unknown>;
}

/** Finds what the page wrote as an attribute and meant as something else. */
export type FindMisplaced = (host: Element, names: readonly string[]) => Refusal | undefined;

/** Reads an element once: what is changed while it is being paid is for the next press. */
export function readElement(host: RequestElement, misplaced?: FindMisplaced) {
  const {elementProperties} = host.constructor as unknown as RequestElementClass;
  const names = [...elementProperties.keys()];
  return {
    ...Object.fromEntries(
      names.map((name) => [name, isAddress(name) ? addressOf(host, host[name]) : host[name]]),
    ),
    ...dataAndSeatOf(host),
    notes: host.notes ?? dataOf(host, 'data-note-'),
    misplaced: misplaced?.(host, names),
    ...namedSecrets(host),
  };
}

const isAddress = (name: string): name is 'orderUrl' => name.endsWith('Url');

/** By what the cart of an element is known. */
export const keyOf = (host: RequestElement): string =>
  cartKey({
    createOrder: host.createOrder,
    orderUrl: addressOf(host, host.orderUrl),
    orderId: host.orderId,
    ...dataAndSeatOf(host),
  });
