import type {PaymentResponse, RazorpayOptions} from '../../wire/page-script.js';
import type {impersonal} from '../events/analytics.js';
import type {PaymentAnswer} from '../events/events.js';
import {kindOf} from '../storage/kind-of.js';
import type {OrderSource, OrderToPay} from '../shell/order-source.js';
import {resolveAddress} from '../shell/resolve-address.js';
import {checkGiven, checkOptions, noteTexts, toRazorpay} from './check-options.js';
import {scriptAddress} from '../script/script-address.js';
import type {CheckoutOptions} from './option-kinds.js';
import {refused, type Refusal} from '../words/refusal.js';
import {asksForMandate, scriptFor} from './standard-checkout.js';

/**
 * Everything that a checkout needs: Razorpay's options, and where the merchant's server is.
 *
 * @example
 * ```ts
 * import {startCheckout, type CheckoutRequest} from 'rzp-magic-button/checkout.js';
 *
 * const request: CheckoutRequest = {
 *   orderUrl: '/checkout/orders',
 *   verifyUrl: '/checkout/verify',
 *   orderData: {sku: 'assam'},
 *   businessName: 'Kettle & Leaf',
 *   notes: {campaign: 'monsoon'},
 * };
 *
 * await startCheckout(request);
 * ```
 */
export interface CheckoutRequest extends CheckoutOptions, Omit<OrderSource, 'orderId'> {
  /** Checks the handler response (POST). */
  verifyUrl?: string | null | undefined;
  /** Says what became of an order (GET). */
  statusUrl?: string | null | undefined;
  /** Where to go once the order is confirmed; http or https. */
  successUrl?: string | null | undefined;
  /** Another address of the vendor's script. */
  scriptUrl?: string | null | undefined;
  /**
   * Whole addresses, or origins, that `scriptUrl` may lead to besides Razorpay's, and to this machine
   * where the page is on it.
   */
  allowedScriptOrigins?: readonly string[] | undefined;
  /** Nonce of the page's content security policy. */
  nonce?: string | undefined;
  /** Up to 15 notes of up to 256 characters, kept with the payment. */
  notes?: Readonly<Record<string, unknown>> | null | undefined;
  /** Any further option of Razorpay's, in its own spelling; lowest precedence. */
  options?: Readonly<Record<string, unknown>> | null | undefined;
  /** Has the payment confirmed by code of yours instead of `verifyUrl`. */
  confirm?: ((payment: PaymentResponse) => PaymentAnswer | Promise<PaymentAnswer>) | undefined;
  /** Whether a form is sent once the order is confirmed. @internal */
  submit?: boolean | undefined;
  /** Whether a listener of `rzp-payment` answers with `respondWith()`. @internal */
  answered?: boolean | undefined;
  /** What the page wrote as an attribute and meant as something else. @internal */
  misplaced?: Refusal | undefined;
  /** Says what of it is wrong and does no harm but to the page. @internal */
  wrong?: ((request: CheckoutRequest) => Refusal | undefined) | undefined;
  /** Takes out of a step of the funnel what Razorpay knows of the shopper. @internal */
  impersonal?: typeof impersonal | undefined;
  /** Whether `rzp-analytics` carries what Razorpay knows of the shopper: phone, address and more. */
  analyticsPersonalData?: boolean | undefined;
  /** Whether the browser's console hears what happens. */
  debug?: boolean | undefined;
}

/** A request that was checked, complete but for the order. */
export interface CheckedRequest {
  options: CheckoutOptions;
  notes: Record<string, string>;
  /** Address of the vendor's script. */
  script: string;
}

/**
 * What an order reply can't set: `key` and `order_id` come from its own fields, and the rest would
 * send the answer of a payment past this page.
 */
const NOT_FROM_ORDER = ['key', 'order_id', 'handler', 'callback_url', 'redirect'];

/**
 * Checks a request before any order is made.
 *
 * @throws CheckoutError `config_invalid`
 */
export function checkRequest(
  request: CheckoutRequest,
  warn: (message: string) => void,
): CheckedRequest {
  const secret = Object.keys({...request.options, ...request}).find((name) => /secret/i.test(name));
  if (secret) {
    throw refused(['secret', secret]);
  }
  const given = checkGiven(request.options ?? {}, warn);
  const {keyId, callbackUrl, redirect} = given;
  const options: CheckoutOptions = {
    ...(keyId && {keyId}),
    ...(callbackUrl && {callbackUrl}),
    ...checkOptions(request, warn),
  };
  if ((options.redirect ?? redirect) === true && !options.callbackUrl) {
    throw refused(['redirect']);
  }
  if (!options.orderId && !request.orderUrl && !request.createOrder) {
    throw refused(['noOrder']);
  }
  if (!request.verifyUrl && !options.callbackUrl && !request.confirm && !request.answered) {
    throw refused(['noConfirmation']);
  }
  if (!options.keyId && !request.orderUrl && !request.createOrder) throw refused(['noKey']);
  const {successUrl, submit} = request;
  if (successUrl && (submit || !/^https?:/.test(resolveAddress(successUrl) ?? '')))
    throw refused(['successUrl', successUrl, submit]);
  const recurring = options.recurring ?? given.recurring;
  checkMandate(recurring, options.oneClickCheckout ?? given.oneClickCheckout);
  const {scriptUrl, allowedScriptOrigins} = request;
  const script = scriptAddress(scriptUrl, allowedScriptOrigins, scriptFor(recurring));
  if (!script) {
    throw refused(['scriptUrl', String(scriptUrl)]);
  }
  return {
    options,
    notes: noteTexts({...(request.options?.notes as object | null), ...request.notes}),
    script,
  };
}

/**
 * Returns what Razorpay gets, a fresh object at each opening because its script changes it:
 * `options` < attributes and properties < what the order reply says.
 *
 * @throws CheckoutError `config_invalid`
 */
export function assembleOptions(
  request: CheckoutRequest,
  {options, notes}: CheckedRequest,
  order: OrderToPay,
): RazorpayOptions {
  const {keyId} = checkOptions({keyId: order.keyId ?? options.keyId}, () => undefined);
  if (!keyId) throw refused(['noKey']);
  const own = toRazorpay(options);
  const result: RazorpayOptions = {};
  merge(result, request.options ?? {});
  // Razorpay writes it either way; a number of retries beside it must not turn it on again.
  if (own.retry && typeof result.retry === 'boolean') result.retry = {enabled: result.retry};
  merge(result, own);
  if (options.recurring === false) delete result.recurring;
  if (Object.keys(notes).length) merge(result, {notes});
  const replied = Object.entries(order.options ?? {}).filter(
    ([name]) => !NOT_FROM_ORDER.includes(name),
  );
  merge(result, Object.fromEntries(replied));
  if (!asksForMandate(result.recurring)) result.one_click_checkout ??= true;
  checkMandate(result.recurring, result.one_click_checkout);
  return {...result, key: keyId, order_id: order.orderId};
}

/** Copies plain objects all the way down, so that nothing of the caller's is handed on. */
function merge(target: Record<string, unknown>, source: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(source)) {
    // JSON can carry a field `__proto__`; copied, it would change every object of the page.
    if (value === undefined || name === '__proto__') continue;
    const inner = target[name];
    if (isPlain(value) && isPlain(inner)) merge(inner, value);
    else target[name] = copy(value);
  }
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isPlain(value)) return value;
  const result = {};
  merge(result, value);
  return result;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return kindOf(value) === 'Object';
}

function checkMandate(recurring: unknown, oneClickCheckout: unknown): void {
  if (asksForMandate(recurring) && oneClickCheckout === true) {
    throw refused(['magicMandate']);
  }
}
