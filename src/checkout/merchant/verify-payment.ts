import {requestJson, type RequestSettings} from './request-json.js';
import type {PaymentResponse} from '../../wire/page-script.js';
import {ErrorReply, VerifyReply, WIRE_ERROR_CODES} from '../../wire/merchant.js';

const TIMEOUT_MS = 15_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * What the merchant's server says of a payment. `placed` is cash on delivery.
 *
 * @example
 * ```ts
 * import type {Confirmation} from 'rzp-magic-button';
 *
 * const thank = ({status, orderId}: Confirmation) =>
 *   status === 'paid' ? `${orderId} is paid.` : `You pay ${orderId} on delivery.`;
 *
 * document.addEventListener('rzp-success', (event) => alert(thank(event)));
 * ```
 */
export interface Confirmation {
  status: 'paid' | 'placed';
  orderId: string;
  paymentId: string;
}

/**
 * Why the merchant's server has not confirmed: it can't be reached or does not answer as agreed, it
 * does not know yet, or it says that the payment is not genuine. Money may have moved in each case.
 *
 * @example
 * ```ts
 * import type {Doubt} from 'rzp-magic-button';
 *
 * const told: Record<Doubt, string> = {
 *   unreachable: 'We lost the connection and keep asking.',
 *   pending: 'Your bank has not answered yet.',
 *   rejected: 'Please contact us.',
 * };
 *
 * document.addEventListener('rzp-unconfirmed', ({doubt}) => alert(told[doubt]));
 * ```
 */
export type Doubt = 'unreachable' | 'pending' | 'rejected';

export interface VerificationSettings extends RequestSettings {
  verifyUrl: string;
  /** Another way to learn it, asked while `verifyUrl` does not answer as agreed. */
  otherwise?: () => Promise<Confirmation | undefined>;
}

/** Lets one request pass when it may, or never again (`gone`). */
export type Guard = (
  ask: () => Promise<Response | undefined>,
) => Promise<Response | 'gone' | undefined>;

/**
 * Posts the handler response to `verify-url` until the answer is final; resolves with the
 * confirmation, or with nothing after a rejection.
 *
 * Final are a 200 with `paid` or `placed`, and a 400 or 422 with one of the server's error codes.
 * Anything else is tried again, at growing intervals, for as long as the page lives; `onDoubt` hears
 * of each.
 */
export async function verify(
  settings: VerificationSettings,
  payment: PaymentResponse,
  onDoubt: (doubt: Doubt) => void,
  guard: Guard = (ask) => ask(),
): Promise<Confirmation | undefined> {
  // A page that goes away asks once more; the request outlives it.
  const lastWord = () => void post(settings, payment);
  for (let tries = 0; ; tries++) {
    const response = await guard(() => post(settings, payment));
    if (response === 'gone') return undefined;
    const body: unknown = await response?.json().catch(() => undefined);
    const reply = response?.status === 200 ? VerifyReply.safeParse(body).data : undefined;
    if (reply && reply.status !== 'unconfirmed' && reply.order_id === payment.razorpay_order_id) {
      return {status: reply.status, orderId: reply.order_id, paymentId: reply.payment_id};
    }
    if (response && isRejection(response.status, body)) {
      onDoubt('rejected');
      return undefined;
    }
    if (response && !reply && !tries) warn(settings.verifyUrl, response.status);
    addEventListener('pagehide', lastWord);
    onDoubt(reply ? 'pending' : 'unreachable');
    const other = await settings.otherwise?.();
    if (!other) await pause(tries, response);
    removeEventListener('pagehide', lastWord);
    if (other) return other;
  }
}

async function post(
  settings: VerificationSettings,
  payment: PaymentResponse,
): Promise<Response | undefined> {
  const {razorpay_payment_id, razorpay_order_id, razorpay_signature} = payment;
  const body = {razorpay_payment_id, razorpay_order_id, razorpay_signature};
  try {
    return await requestJson(settings.verifyUrl, {
      body,
      requestHeaders: settings.requestHeaders,
      credentials: settings.credentials,
      timeout: TIMEOUT_MS,
      // An answer from elsewhere is none, and the signature goes to nobody else.
      redirect: 'error',
      keepalive: true,
    });
  } catch {
    return undefined;
  }
}

const warn = (url: string, status: number) =>
  console.warn(
    `rzp-magic-button: verify-url="${url}" answered ${status} and not as agreed. It must answer 200 with JSON like {"status": "paid", "order_id": "order_…", "payment_id": "pay_…"}. It is asked again.`,
  );

function isRejection(status: number, body: unknown): boolean {
  const code = ErrorReply.safeParse(body).data?.error.code;
  return (status === 400 || status === 422) && WIRE_ERROR_CODES.some((known) => known === code);
}

/** Waits twice as long each time, with jitter, or as long as `Retry-After` asks. */
function pause(tries: number, response: Response | undefined): Promise<void> {
  const growing = Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS);
  const asked = retryAfter(response?.headers.get('Retry-After'));
  const ms = asked ?? growing * (0.75 + Math.random() / 2);
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      removeEventListener('pageshow', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    // Back on the network, or back on the page, there is no reason to wait any longer.
    if (asked !== undefined) return;
    addEventListener('online', go);
    addEventListener('pageshow', go);
  });
}

/** Milliseconds from now, of a number of seconds or a date; a second at least, an hour at most. */
function retryAfter(header: string | null | undefined): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 3600) * 1000 : undefined;
}
