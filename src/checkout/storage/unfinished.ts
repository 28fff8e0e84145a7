import type {PaymentResponse} from '../../wire/page-script.js';
import {readItem, removeItem, writeItem} from './browser-storage.js';
import {UNFINISHED} from '../shell/has-unfinished.js';

/**
 * A checkout that was opened and whose end the merchant's server has not acknowledged. It outlives
 * the tab: what is not finished here is finished on the next page view.
 * @inline
 */
export interface UnfinishedCheckout {
  orderId: string;
  keyId: string;
  /** Which button it came from, where buttons get their key with the order: never posted to. */
  orderUrl: string;
  /** Name of the idempotency key that made the order, to be dropped with it. */
  keyName: string;
  /** Milliseconds since 1970. */
  at: number;
  /** The handler response, once there is one. */
  payment?: PaymentResponse;
}

/** Keeps a checkout, or what has become of it. */
export function keepUnfinished(checkout: UnfinishedCheckout): void {
  writeItem(UNFINISHED + checkout.orderId, JSON.stringify(checkout));
}

/** Forgets a checkout: it is acknowledged, or nothing came of it. */
export function dropUnfinished(orderId: string): void {
  removeItem(UNFINISHED + orderId);
}

/** Returns a checkout as it is kept now, which another tab may have changed. */
export function findUnfinished(orderId: string): UnfinishedCheckout | undefined {
  return readUnfinished(UNFINISHED + orderId);
}

/** Reads a checkout from the storage, by its name there. */
export function readUnfinished(name: string): UnfinishedCheckout | undefined {
  try {
    const checkout = JSON.parse(readItem(name) ?? '') as Partial<UnfinishedCheckout>;
    return typeof checkout.orderId === 'string' && typeof checkout.at === 'number'
      ? (checkout as UnfinishedCheckout)
      : undefined;
  } catch {
    return undefined;
  }
}
