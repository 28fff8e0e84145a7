import * as z from 'zod/mini';
import {SHA256_HEX} from './hex.js';
import {ORDER_ID, PAYMENT_ID} from './ids.js';
import {STATUS_WORDS} from './order-status.js';

/**
 * The JSON between the merchant's page and the merchant's server, once for both ends.
 *
 * The browser reads replies with these schemas, the server reads requests and writes replies with
 * them. Unknown fields are kept, so that either end may be newer than the other.
 */

/** Codes of the server's error replies: `{"error": {"code", "description", "field"?}}`. */
export const WIRE_ERROR_CODES = [
  /** 400: the body is not JSON, or a field is missing or malformed. */
  'INVALID_REQUEST',
  /** 400: the signature is not Razorpay's, and Razorpay knows no such payment of this order. */
  'SIGNATURE_MISMATCH',
  /** 400: the `Idempotency-Key` header is missing or too short. */
  'IDEMPOTENCY_KEY_INVALID',
  /** 403: the merchant's session hook does not know the shopper, or it is not their order. */
  'FORBIDDEN',
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
  /** 422: the same `Idempotency-Key` came with another cart. */
  'IDEMPOTENCY_CONFLICT',
  /** 422: the merchant's price hook refuses this cart; the description is for the shopper. */
  'ORDER_REFUSED',
  /** 422: the payment is genuine and does not fit the order, or the order is over. */
  'PAYMENT_MISMATCH',
  /** 429: too many requests; `Retry-After` says when. */
  'RATE_LIMITED',
  /** 500: the merchant's own code failed. */
  'INTERNAL',
  /** 502: Razorpay refused the request or answered with an error. */
  'RAZORPAY_ERROR',
  /** 503: Razorpay can't be reached; try again. */
  'RAZORPAY_UNAVAILABLE',
] as const;
export type WireErrorCode = (typeof WIRE_ERROR_CODES)[number];

const orderId = z.string().check(z.regex(ORDER_ID));
const paymentId = z.string().check(z.regex(PAYMENT_ID));

/** Body of `POST verify-url`: the handler response, exactly as Razorpay gave it. */
export const VerifyRequest = z.object({
  razorpay_payment_id: paymentId,
  razorpay_order_id: orderId,
  // Pure: a page that only posts it carries nothing of it.
  razorpay_signature: /* @__PURE__ */ z.string().check(z.regex(SHA256_HEX)),
});
export type VerifyRequest = z.infer<typeof VerifyRequest>;

/** Reply of `POST order-url`: key and order come together, so that they always match. */
export const OrderReply = z.looseObject({
  order_id: orderId,
  key_id: z.optional(z.string()),
  options: z.optional(z.looseObject({})),
});
export type OrderReply = z.infer<typeof OrderReply>;

/** Reply of `POST verify-url`. `placed` is cash on delivery: confirmed, not paid. */
export const VerifyReply = z.looseObject({
  status: z.enum(['paid', 'placed', 'unconfirmed']),
  order_id: orderId,
  payment_id: paymentId,
});
export type VerifyReply = z.infer<typeof VerifyReply>;

/** Reply of `GET status-url`. */
export const StatusReply = z.looseObject({
  status: z.enum(STATUS_WORDS),
  order_id: orderId,
  payment_id: z.optional(paymentId),
});
export type StatusReply = z.infer<typeof StatusReply>;

/** Any error reply of ours, written as Razorpay writes its own. */
export const ErrorReply = z.looseObject({
  error: z.looseObject({
    code: z.string(),
    description: z.string(),
    field: z.optional(z.string()),
  }),
});
export type ErrorReply = z.infer<typeof ErrorReply>;
