import {type Bytes, fromHex, SHA256_HEX, toHex} from './hex.js';

/**
 * Razorpay's signatures: hex HMAC-SHA256 under the key secret or the webhook secret.
 *
 * https://razorpay.com/docs/payments/magic-checkout/web/ (1.7, Verify Payment Signature)
 */

const encoder = new TextEncoder();

/** The text that Razorpay signs for a payment of an order. */
export const paymentMessage = (orderId: string, paymentId: string): string =>
  `${orderId}|${paymentId}`;

/**
 * HMAC-SHA256 of a text or of raw bytes, in lower-case hex.
 *
 * @example
 * ```ts
 * import {hmacHex} from 'rzp-magic-button/server.js';
 *
 * console.log(await hmacHex('sandbox_webhook_secret', '{"event":"order.paid"}')); // 3d3a44e4a72546e8b93c38285a87757c8af6c2fa1438cdd7fec73e2679c5e881
 * ```
 * @see https://razorpay.com/docs/webhooks/best-practices/
 */
export async function hmacHex(secret: string, message: string | Uint8Array): Promise<string> {
  return toHex(await crypto.subtle.sign('HMAC', await importKey(secret), bytes(message)));
}

/**
 * Whether a hex signature of a text or of raw bytes was made with one of the secrets. Compares in
 * constant time; what is not 64 hex digits is false, never an exception.
 *
 * @example
 * ```ts
 * import {hmacHex, verifyHmacHex} from 'rzp-magic-button/server.js';
 *
 * const body = '{"event":"order.paid"}'; // as it was sent, not as it was parsed
 * const signature = await hmacHex('the_old_secret', body); // the header X-Razorpay-Signature
 * console.log(await verifyHmacHex(['the_new_secret', 'the_old_secret'], body, signature)); // true
 * console.log(await verifyHmacHex(['the_new_secret'], body, signature)); // false
 * ```
 * @see https://razorpay.com/docs/webhooks/best-practices/
 */
export async function verifyHmacHex(
  secrets: readonly string[],
  message: string | Uint8Array,
  signature: string,
): Promise<boolean> {
  if (!SHA256_HEX.test(signature)) return false;
  const digest = fromHex(signature);
  for (const secret of secrets) {
    const key = await importKey(secret);
    if (await crypto.subtle.verify('HMAC', key, digest, bytes(message))) return true;
  }
  return false;
}

/** Whether a text is one of the secrets, compared in constant time. */
export async function isSecret(secrets: readonly string[], text: string): Promise<boolean> {
  // What is compared are digests under a key that nobody knows, so that the time it takes tells
  // nothing of the secret. Made when it is first needed: Workers refuse random numbers before.
  const key = (comparisonKey ??= crypto.randomUUID());
  for (const secret of secrets)
    if (await verifyHmacHex([key], text, await hmacHex(key, secret))) return true;
  return false;
}

let comparisonKey: string | undefined;

/**
 * A payment of an order; take the order id from your own records, never from the browser.
 * @inline
 */
export interface PaymentPair {
  readonly orderId: string;
  readonly paymentId: string;
}

/**
 * Signs a payment as Razorpay does.
 *
 * @example
 * ```ts
 * import {signPayment} from 'rzp-magic-button/server.js';
 *
 * const payment = {orderId: 'order_IEIaMR65cu6nz3', paymentId: 'pay_IH4NVgf4Dreq1l'};
 * const signature = await signPayment('EnLs21M47BllR3X8PSFtjtbd', payment);
 * console.log(signature); // 0d4e745a1838664ad6c9c9902212a32d627d68e917290b0ad5f08ff4561bc50f
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (1.7, Verify Payment Signature)
 */
export const signPayment = (secret: string, {orderId, paymentId}: PaymentPair): Promise<string> =>
  hmacHex(secret, paymentMessage(orderId, paymentId));

/**
 * Whether Razorpay signed this payment of this order with one of the key secrets. It says nothing
 * of the amount, nor that the payment was captured, and it stays valid for ever.
 *
 * @example
 * ```ts
 * import {verifyPaymentSignature} from 'rzp-magic-button/server.js';
 *
 * const payment = {orderId: 'order_IEIaMR65cu6nz3', paymentId: 'pay_IH4NVgf4Dreq1l'};
 * const signature = '0d4e745a1838664ad6c9c9902212a32d627d68e917290b0ad5f08ff4561bc50f';
 * const secrets = ['EnLs21M47BllR3X8PSFtjtbd'];
 * console.log(await verifyPaymentSignature(secrets, payment, signature)); // true
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (1.7, Verify Payment Signature)
 */
export const verifyPaymentSignature = (
  secrets: readonly string[],
  {orderId, paymentId}: PaymentPair,
  signature: string,
): Promise<boolean> => verifyHmacHex(secrets, paymentMessage(orderId, paymentId), signature);

/** Importing a key costs more than signing with it. In the order that they were imported in. */
const keys = new Map<string, ImportedKey>();
/** More than one shop has secrets. A server of many shops may have any number. */
const MOST_KEYS = 100;
/** `CryptoKey`, which Node's types do not name. */
type ImportedKey = ReturnType<typeof crypto.subtle.importKey>;

function importKey(secret: string): ImportedKey {
  let key = keys.get(secret);
  if (!key) {
    const algorithm = {name: 'HMAC', hash: 'SHA-256'};
    key = crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
      'sign',
      'verify',
    ]);
    keys.set(secret, key);
    const [oldest] = keys.keys();
    if (keys.size > MOST_KEYS && oldest !== undefined) keys.delete(oldest);
  }
  return key;
}

/** A copy that owns its memory: WebCrypto takes no view of a shared buffer. */
const bytes = (message: string | Uint8Array): Bytes =>
  new Uint8Array(typeof message === 'string' ? encoder.encode(message) : message);
