import {isWireErrorCode, readErrorReply, readVerifyReply} from '../../wire/merchant.js';
import type {PaymentResponse} from '../../wire/page-script.js';
import type {Confirmation, Doubt} from '../shell/confirmation.js';
import type {RequestSettings} from '../shell/request-settings.js';
import {sentenceOf} from '../words/refusal.js';
import {confirmationOf} from './confirmation-of.js';
import {requestJson} from './request-json.js';

const TIMEOUT_MS = 15_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/**
 * A server that has refused so often, in words that are not the agreed ones, means it: that takes
 * half a minute, longer than a restart. Overload and outages are not counted, and an outage between
 * two refusals takes back neither.
 */
const MOST_REFUSALS = 6;
const NOT_REFUSALS: readonly number[] = [408, 425, 429];
/** The server's own `Retry-After` counts within these bounds. */
const SHORTEST_RETRY_AFTER_SECONDS = 1;
const LONGEST_RETRY_AFTER_SECONDS = 3600;

export interface VerificationSettings extends RequestSettings {
  verifyUrl: string;
  /** Another way to learn it, asked while `verifyUrl` does not answer as agreed. */
  otherwise?: () => Promise<Confirmation | undefined>;
}

/** Hears why there is no confirmation yet; `isKept` where another page view may get one. */
export type OnDoubt = (doubt: Doubt, isKept?: boolean) => void;

/** Sends a request when it is this page's turn; `gone` where another tab has had the answer. */
export type Turn = (
  send: () => Promise<Response | undefined>,
) => Promise<Response | 'gone' | undefined>;

/**
 * Posts the handler response to `verify-url` until the answer is final; resolves with the
 * confirmation, or with nothing after a rejection.
 *
 * Final are a 200 with `paid` or `placed`, and a 400 or 422 with one of the server's error codes.
 * Anything else is tried again, at growing intervals, for as long as the page lives; a server that
 * goes on refusing in words of its own only until it is clear that it does. `onDoubt` hears of each,
 * and whether a later page view is to try once more what was rejected.
 */
export async function postPayment(
  settings: VerificationSettings,
  payment: PaymentResponse,
  onDoubt: OnDoubt,
  inTurn: Turn = (send) => send(),
): Promise<Confirmation | undefined> {
  // The shopper may leave during a pause, so the page posts once more as it goes: `keepalive` lets
  // that request outlive the page.
  const postOnLeaving = () => void post(settings, payment);
  let refusals = 0;
  for (let tries = 0; ; tries++) {
    const response = await inTurn(() => post(settings, payment));
    if (response === 'gone') return undefined;
    const body: unknown = await response?.json().catch(() => undefined);
    const reply = response?.status === 200 ? readVerifyReply(body) : undefined;
    const isAgreed = reply?.order_id === payment.razorpay_order_id;
    const confirmation = reply && isAgreed && confirmationOf(reply);
    if (confirmation) return confirmation;
    if (response && isRejection(response.status, body)) {
      onDoubt('rejected');
      return undefined;
    }
    if (response && !isAgreed && isRefusal(response.status, body)) refusals++;
    else if (response && response.status < 500) refusals = 0;
    const isLast = refusals === MOST_REFUSALS;
    if (response && !reply && (isLast || !tries)) warn(settings.verifyUrl, response.status, isLast);
    addEventListener('pagehide', postOnLeaving);
    onDoubt(reply ? 'pending' : 'unreachable');
    const other = await settings.otherwise?.();
    if (!other && !isLast) await pause(tries, response);
    removeEventListener('pagehide', postOnLeaving);
    if (other) return other;
    if (isLast) {
      onDoubt('rejected', true);
      return undefined;
    }
  }
}

async function post(
  {verifyUrl, requestHeaders, credentials}: VerificationSettings,
  payment: PaymentResponse,
): Promise<Response | undefined> {
  const {razorpay_payment_id, razorpay_order_id, razorpay_signature} = payment;
  const body = {razorpay_payment_id, razorpay_order_id, razorpay_signature};
  try {
    return await requestJson(verifyUrl, {
      body,
      requestHeaders,
      credentials,
      timeoutMs: TIMEOUT_MS,
      // A redirect would carry the signature to another address, whose answer would not count.
      redirect: 'error',
      keepalive: true,
    });
  } catch {
    return undefined;
  }
}

const warn = (url: string, status: number, isLast: boolean) =>
  void sentenceOf(['verifyReply', url, status, isLast ? MOST_REFUSALS : 0]).then((sentence) =>
    console[isLast ? 'error' : 'warn'](`rzp-magic-button: ${sentence}`),
  );

/** A server that says no in JSON of its own with a 500 is up. For one that is down a gateway answers. */
const isRefusal = (status: number, body: unknown) =>
  status === 500
    ? Object.keys(Object(body) as object).length > 0 && !hasOurCode(body)
    : status < 500 && !NOT_REFUSALS.includes(status);

const isRejection = (status: number, body: unknown) =>
  (status === 400 || status === 422) && hasOurCode(body);

const hasOurCode = (body: unknown) => isWireErrorCode(readErrorReply(body)?.code);

/** Waits twice as long each time, with jitter, or as long as `Retry-After` asks. */
function pause(tries: number, response: Response | undefined): Promise<void> {
  const growingMs = Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS);
  const askedMs = retryAfterMs(response?.headers.get('Retry-After'));
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      removeEventListener('pageshow', go);
      resolve();
    };
    const timer = setTimeout(go, askedMs ?? growingMs * (0.75 + Math.random() / 2));
    // A server that said how long to wait is not asked before.
    if (askedMs !== undefined) return;
    // The pause was for a network that may be gone: once it is back, or the shopper, it is over.
    addEventListener('online', go);
    addEventListener('pageshow', go);
  });
}

/** Reads `Retry-After`: a number of seconds, or a date. */
function retryAfterMs(header: string | null | undefined): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  if (!Number.isFinite(seconds)) return undefined;
  return (
    1000 * Math.min(Math.max(seconds, SHORTEST_RETRY_AFTER_SECONDS), LONGEST_RETRY_AFTER_SECONDS)
  );
}
