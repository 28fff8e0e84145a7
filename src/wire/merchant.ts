import {ORDER_ID, PAYMENT_ID} from './ids.js';
import {STATUS_WORDS, type StatusWord} from './order-status.js';
import {isAnything, isObject, isText, matches, oneOf, optional, reader} from './reader.js';

/**
 * The JSON between the merchant's page and the merchant's server, once for both ends.
 *
 * Replies, as the server writes them by their types and the browser reads them by their readers.
 * Unknown fields are kept, so that either end may be newer than the other.
 */

/** Codes of the server's error replies, `{"error": {"code", "description", "field"?}}`. */
export const WIRE_ERROR_CODES = [
  /** 422: the merchant's price hook refuses this cart; the description is for the shopper. */
  'ORDER_REFUSED',
  /** 403: the merchant's session hook does not know the shopper, or it is not their order. */
  'FORBIDDEN',
  /** 400: the body is not JSON, or a field is missing or malformed. */
  'INVALID_REQUEST',
  /** 400: the signature is not Razorpay's, and Razorpay knows no such payment of this order. */
  'SIGNATURE_MISMATCH',
  /** 400: the `Idempotency-Key` header is missing or too short. */
  'IDEMPOTENCY_KEY_INVALID',
  /** 404: no such endpoint. */
  'NOT_FOUND',
  /** 404: the ledger has no such order. */
  'ORDER_NOT_FOUND',
  /** 405: the endpoint takes another method, named in the `Allow` header. */
  'METHOD_NOT_ALLOWED',
  /** 413: the body is larger than the endpoint takes. */
  'BODY_TOO_LARGE',
  /** 415: the content type is not the endpoint's. */
  'UNSUPPORTED_MEDIA_TYPE',
  /** 422: the same `Idempotency-Key` came with another cart, or its order is over. */
  'IDEMPOTENCY_CONFLICT',
  /** 422: the payment is genuine and does not fit the order, or the order is over. */
  'PAYMENT_MISMATCH',
  /** 429: too many requests; `Retry-After` says when. */
  'RATE_LIMITED',
  /** 500: the merchant's own code failed. */
  'INTERNAL',
] as const;

/** Which of `WIRE_ERROR_CODES` a code is; -1 where it is none. */
const placeOf = (code: unknown) => WIRE_ERROR_CODES.findIndex((known) => known === code);

/** Whether a code is one of `WIRE_ERROR_CODES`. */
export const isWireErrorCode = (code: unknown): boolean => placeOf(code) >= 0;

/** Whether the shopper reads the description: of the first two, and of each code that is the merchant's own. */
export const isForShopper = (code: unknown): boolean => placeOf(code) < 2;

/** Codes of what is wrong behind the server: 502 and 503. A list of its own: no page loads it. */
export const WIRE_FAILURE_CODES = [
  /** 502: Razorpay refused the request or answered with an error. */
  'RAZORPAY_ERROR',
  /** 503: Razorpay can't be reached; try again. */
  'RAZORPAY_UNAVAILABLE',
  /** 503: the merchant's database can't be reached, or the server is being stopped; try again. */
  'LEDGER_UNAVAILABLE',
] as const;

/** Codes with which `device-url` refuses besides. A list of its own: no shopper's page loads it. */
export const DEVICE_REFUSALS = [
  /** 403: the device is not in the list of the shop's devices. */
  'DEVICE_NOT_ALLOWED',
  /** 404: the order was never put on a device. */
  'ACTIVITY_NOT_FOUND',
  /** 409: another sale is on the device, or this sale is on another one. */
  'DEVICE_BUSY',
  /** 503: the gateway in front of the devices can't be reached, and nothing was begun. */
  'GATEWAY_UNREACHABLE',
] as const;
export type WireErrorCode = (
  typeof WIRE_ERROR_CODES | typeof WIRE_FAILURE_CODES | typeof DEVICE_REFUSALS
)[number];

/**
 * What an order costs, in any reply: with shipping and fees as soon as they are known. For the shopper
 * to read; nothing is charged by it.
 * @inline
 */
export interface AmountReply {
  /** In the smallest unit of the currency: paise for INR. */
  amount?: number | undefined;
  /** `INR`, for example. */
  currency?: string | undefined;
}
/** Returns the amount of a reply if it has one. Anything else is as good as none: the rest counts. */
export const readAmount = reader<{amount: number; currency: string}>({
  amount: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  currency: matches(/^[A-Z]{3}$/),
});

/**
 * Reply of `POST order-url`, and what `createOrder` gives: key and order come together, so that they
 * always match.
 *
 * @example
 * ```ts
 * import type {OrderReply} from 'rzp-magic-button';
 *
 * // An order made by code of your own, in place of order-url.
 * async function createOrder(): Promise<OrderReply> {
 *   const reply = await fetch('/orders', {method: 'POST', body: '{"sku": "assam"}'});
 *   return (await reply.json()) as OrderReply;
 * }
 *
 * Object.assign(document.createElement('rzp-magic-button'), {createOrder});
 * ```
 */
export interface OrderReply extends AmountReply {
  order_id: string;
  key_id?: string | undefined;
  /** Razorpay's options for this order. */
  options?: Record<string, unknown> | undefined;
}
/** Returns what `order-url` answered if it is an order. */
export const readOrderReply = reader<OrderReply>({
  order_id: matches(ORDER_ID),
  key_id: optional(isText),
  options: optional(isObject),
  amount: isAnything,
  currency: isAnything,
});

/** The shopper's leave for later charges, where the payment has asked for it. */
export interface MandateReply {
  /** `token_…` */
  id: string;
  /** Mostly `initiated`: the bank confirms it later, which the server's hook hears. */
  status: string;
}
/** Returns the mandate of a reply if there is one. Anything else is as good as none: the rest counts. */
export const readMandate = reader<MandateReply>({id: isText, status: isText});

/** Reply of `POST verify-url`. `placed` is cash on delivery: confirmed, not paid. */
export interface VerifyReply extends AmountReply {
  status: 'paid' | 'placed' | 'unconfirmed';
  order_id: string;
  payment_id: string;
  mandate?: MandateReply | undefined;
}
/** Returns what `verify-url` answered if it is as agreed. */
export const readVerifyReply = reader<VerifyReply>({
  status: oneOf(['paid', 'placed', 'unconfirmed']),
  order_id: matches(ORDER_ID),
  payment_id: matches(PAYMENT_ID),
  mandate: isAnything,
  amount: isAnything,
  currency: isAnything,
});

/** Reply of `GET status-url`. */
export interface StatusReply extends AmountReply {
  status: StatusWord;
  order_id: string;
  payment_id?: string | undefined;
  mandate?: MandateReply | undefined;
}
/** Returns what `status-url` answered if it is as agreed. */
export const readStatusReply = reader<StatusReply>({
  status: oneOf(STATUS_WORDS),
  order_id: matches(ORDER_ID),
  payment_id: optional(matches(PAYMENT_ID)),
  mandate: isAnything,
  amount: isAnything,
  currency: isAnything,
});

/** Any error reply of ours, written as Razorpay writes its own. */
export interface ErrorReply {
  error: {
    code: string;
    /** For a person to read. */
    description: string;
    field?: string | undefined;
    /** `order_complete` where the order of an `Idempotency-Key` is over. */
    reason?: string | undefined;
  };
}
const readError = reader<ErrorReply['error']>({
  code: isText,
  description: isText,
  field: optional(isText),
  reason: optional(isText),
});
/** Returns the error that a reply tells of, if it does. */
export const readErrorReply = (reply: unknown): ErrorReply['error'] | undefined =>
  isObject(reply) ? readError(reply.error) : undefined;
