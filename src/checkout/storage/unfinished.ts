import {ORDER_ID, PAYMENT_ID} from '../../wire/ids.js';
import type {PaymentResponse} from '../../wire/page-script.js';
import {isText, matches, optional, reader} from '../../wire/reader.js';
import {readItem, removeItem, writeItem} from './browser-storage.js';
import {UNFINISHED} from '../shell/left-behind.js';
import {resolveAddress} from '../shell/resolve-address.js';

/**
 * A checkout that was opened and whose end the merchant's server has not acknowledged. It outlives
 * the tab: what is not finished here is finished on the next page view.
 * @inline
 */
export interface UnfinishedCheckout {
  orderId: string;
  keyId: string;
  /** Tells whose row it is on pages whose buttons get their key with the order. Never posted to. */
  orderUrl: string;
  /** Name of the idempotency key that made the order, to be dropped with it. */
  keyName: string;
  /** By what its cart is known; where a function made the order, on the same page view only. */
  cart?: string | undefined;
  /** Whether the shopper has pressed Pay: it may be paid, or become so. */
  isTried?: boolean | undefined;
  /** Whether nobody has heard how that ended: money may be moving. */
  isPaying?: boolean | undefined;
  /** Where the payment may be posted, and where it may be asked for; the page's own unless said. */
  verifyOrigin?: string | undefined;
  statusOrigin?: string | undefined;
  /** What the label said that it costs, where it said so. */
  price?: string | undefined;
  /** When it was opened. Milliseconds since 1970. */
  at: number;
  /** The handler response, once there is one. */
  payment?: PaymentResponse;
}

/** Keeps a checkout, or what has become of it. */
export function keepUnfinished(checkout: UnfinishedCheckout): void {
  writeItem(UNFINISHED + checkout.orderId, JSON.stringify(checkout));
}

/** Keeps that an order was tried: from now on a payment may come however its checkout ends. */
export function noteTried(row: UnfinishedCheckout, isPaying = row.isPaying): void {
  if (row.isTried && row.isPaying === isPaying) return;
  const tried = {isTried: true, isPaying};
  Object.assign(row, tried);
  keepUnfinished({...row, ...findUnfinished(row.orderId), ...tried});
}

/**
 * Keeps it where the shop says so: statuses do not go back, so a later `created` is an old answer.
 * What was forgotten meanwhile stays forgotten.
 */
export function noteStatus(row: UnfinishedCheckout, status: string | undefined): void {
  if (!/^(attempted|unconfirmed)$/.test(status ?? '')) return;
  if (findUnfinished(row.orderId)) noteTried(row);
  row.isTried = true;
}

/** Forgets a checkout: it is acknowledged, or nothing came of it. */
export function dropUnfinished(orderId: string): void {
  removeItem(UNFINISHED + orderId);
}

/** Returns a checkout as it is kept now, which another tab may have changed. */
export function findUnfinished(orderId: string): UnfinishedCheckout | undefined {
  return readUnfinished(UNFINISHED + orderId);
}

/** Reads a checkout from the storage, by its name there; nothing where it is not one. */
export function readUnfinished(name: string): UnfinishedCheckout | undefined {
  const text = readItem(name) ?? '';
  if (text.length > LONGEST_CHARACTERS) return undefined;
  try {
    const checkout = readCheckout(JSON.parse(text));
    return checkout && name === UNFINISHED + checkout.orderId ? checkout : undefined;
  } catch {
    return undefined;
  }
}

/** A row of this page is a tenth as long: what is longer was written by another, and is not read. */
const LONGEST_CHARACTERS = 10_000;

const isFlag = optional((value) => typeof value === 'boolean');
const isOrigin = optional(matches(/^(https?:\/\/[^/?#]+|null)$/));

/**
 * Other scripts write into the storage too: a checkout that can't be one would break what the others
 * wait for.
 */
const readCheckout = reader<UnfinishedCheckout>({
  orderId: matches(ORDER_ID),
  keyId: matches(/^\w{0,100}$/),
  orderUrl: (address) => address === '' || resolveAddress(String(address)) === address,
  // A name outside of them would have something of the merchant's removed.
  keyName: matches(/^(rzp-magic-button:key:\w+)?$/),
  cart: optional(matches(/^[\w:-]{1,100}$/)),
  isTried: isFlag,
  isPaying: isFlag,
  verifyOrigin: isOrigin,
  statusOrigin: isOrigin,
  price: optional(isText),
  at: Number.isFinite,
  payment: optional(
    (value) =>
      reader<PaymentResponse>({
        razorpay_payment_id: matches(PAYMENT_ID),
        razorpay_order_id: matches(ORDER_ID),
        razorpay_signature: isText,
      })(value) !== undefined,
  ),
});
