import type {StatusReply} from '../../wire/merchant.js';
import {isClosed} from '../../wire/order-status.js';
import type {PaymentResponse} from '../../wire/page-script.js';
import {callResumeDoctor} from '../doctor/call-doctor.js';
import {succeed} from '../events/endings.js';
import {RzpUnconfirmedEvent} from '../events/events.js';
import type {Outcome} from '../events/outcome.js';
import {Reporter} from '../events/reporter.js';
import {askStatus} from '../merchant/ask-status.js';
import {confirmationOf} from '../merchant/confirmation-of.js';
import {postPayment, type Turn} from '../merchant/post-payment.js';
import {sharedState} from '../storage/shared-state.js';
import {isOn} from '../shell/attributes.js';
import {resolveAddress} from '../shell/resolve-address.js';
import type {RequestSettings} from '../shell/request-settings.js';
import {listUnfinished} from '../storage/list-unfinished.js';
import {ifOfOrigin} from '../storage/origins.js';
import {
  dropUnfinished,
  findUnfinished,
  noteStatus,
  type UnfinishedCheckout,
} from '../storage/unfinished.js';
import {withTabLock} from './with-tab-lock.js';

const STATUS_TIMEOUT_MS = 10_000;
/** When to look again where another tab is at it. */
const OTHER_TAB_PAUSE_MS = 1_000;
/**
 * Of a checkout that was open less than a minute ago, for example before a reload, the server may
 * know more in a moment: it asks Razorpay once in two seconds.
 */
const RECENT_MS = 60_000;
const RECENT_PAUSE_MS = 2_500;
/** An order that was opened and never tried is asked about for a day. */
const UNTRIED_EXPIRY_MS = 24 * 3600 * 1000;

/**
 * Where unfinished checkouts of an earlier page view are finished: the present page's endpoints.
 *
 * @example
 * ```ts
 * import {resumeCheckouts, type ResumeSettings} from 'rzp-magic-button/checkout.js';
 *
 * const settings: ResumeSettings = {verifyUrl: '/checkout/verify', credentials: 'include'};
 *
 * await resumeCheckouts(settings);
 * ```
 */
export interface ResumeSettings extends RequestSettings {
  keyId?: string | null | undefined;
  orderUrl?: string | null | undefined;
  verifyUrl?: string | null | undefined;
  statusUrl?: string | null | undefined;
  /** Whether the browser's console hears what happens, and what is wrong with these settings. */
  debug?: boolean | undefined;
}

/**
 * Finishes what earlier page views left open: a payment that your server has not acknowledged is
 * posted to `verifyUrl`, an order that was opened is asked for at `statusUrl`. Resolves with what
 * came of each.
 *
 * Only checkouts of the same key are touched (of the same `orderUrl` where buttons get the key with
 * the order), one tab at a time, and only the given addresses are asked, and those only where they
 * are of the origin that the checkout was opened with. Outcomes fire on the
 * document with `resumed: true`; `onEnd` hears each with what it belongs to.
 *
 * @example
 * ```ts
 * import {resumeCheckouts} from 'rzp-magic-button/checkout.js';
 *
 * // On pages without a button, once they have loaded.
 * const outcomes = await resumeCheckouts({
 *   orderUrl: '/checkout/orders',
 *   verifyUrl: '/checkout/verify',
 *   statusUrl: '/checkout/status',
 * });
 * if (outcomes.some(({type}) => type === 'success')) alert('Your earlier payment went through.');
 * ```
 */
export async function resumeCheckouts(
  settings: ResumeSettings,
  onEnd: (row: UnfinishedCheckout, outcome: Outcome) => void = () => undefined,
): Promise<Outcome[]> {
  const resolved = resolveAddresses(settings);
  const left = listUnfinished().filter((row) => !isInHand(row));
  const mine = left.filter((row) => isMine(row, resolved));
  const hear = isOn(settings.debug) ? callResumeDoctor({...settings}, left, mine) : undefined;
  const reporter = new Reporter({...(hear && {hear})}, true);
  const outcomes = await Promise.all(
    mine.map(async (row) => {
      try {
        const outcome = await finish(row, resolved, reporter);
        if (outcome) onEnd(row, outcome);
        return outcome;
      } catch (error) {
        // Each by itself: what is wrong with one keeps no other from being finished.
        console.error('rzp-magic-button: an earlier checkout can not be finished.', error);
        return undefined;
      }
    }),
  );
  return outcomes.filter((outcome) => outcome !== undefined);
}

/** One that can't be used is as good as absent: a press says so. */
function resolveAddresses({
  keyId,
  requestHeaders,
  credentials,
  ...addresses
}: ResumeSettings): ResumeSettings {
  const [orderUrl, verifyUrl, statusUrl] = [
    addresses.orderUrl,
    addresses.verifyUrl,
    addresses.statusUrl,
  ].map((address) => (address ? resolveAddress(address) : undefined));
  return {keyId, requestHeaders, credentials, orderUrl, verifyUrl, statusUrl};
}

function isMine({keyId, orderUrl}: UnfinishedCheckout, settings: ResumeSettings): boolean {
  if (settings.keyId === keyId) return true;
  // The key that came with the order is kept, and may differ from the one that stands in the page.
  return !!settings.orderUrl && withoutQuery(settings.orderUrl) === withoutQuery(orderUrl);
}

/** The query of an order address may say what is bought: it does not tell buttons apart. */
function withoutQuery(address: string): string {
  const {origin, pathname} = new URL(address);
  return origin + pathname;
}

/** Whether a checkout of this page view sees to the order, and will tell what becomes of it. */
const isInHand = ({orderId}: UnfinishedCheckout) => sharedState().live.has(orderId);

async function finish(
  row: UnfinishedCheckout,
  settings: ResumeSettings,
  reporter: Reporter,
): Promise<Outcome | undefined> {
  const verifyUrl = ifOfOrigin(settings.verifyUrl, row.verifyOrigin);
  const statusUrl = ifOfOrigin(settings.statusUrl, row.statusOrigin);
  if (row.payment && verifyUrl)
    return finishPaid(row, row.payment, {...settings, verifyUrl}, reporter);
  return statusUrl ? finishOpened(row, {...settings, statusUrl}, reporter) : undefined;
}

/** Posts a payment until the merchant's server acknowledges or refuses it. */
async function finishPaid(
  row: UnfinishedCheckout,
  payment: PaymentResponse,
  settings: RequestSettings & {verifyUrl: string},
  reporter: Reporter,
): Promise<Outcome | undefined> {
  const {orderId} = row;
  const {razorpay_payment_id: paymentId} = payment;
  let outcome: Outcome | undefined;
  const last = {isKept: false};
  const confirmation = await postPayment(
    settings,
    payment,
    (doubt, isKept = false) => {
      last.isKept = isKept;
      if (outcome?.type === 'unconfirmed' && outcome.doubt === doubt) return;
      outcome = {type: 'unconfirmed', doubt, orderId, paymentId};
      reporter.tell(new RzpUnconfirmedEvent(doubt, orderId, paymentId, true));
    },
    oneTabAtATime(orderId),
  );
  if (confirmation) return succeed(reporter, row, confirmation);
  if (!last.isKept) dropUnfinished(orderId);
  return outcome;
}

const oneTabAtATime =
  (orderId: string): Turn =>
  async (send) => {
    for (;;) {
      const done = await withTabLock(orderId, async () => ({
        // The row is gone where another tab has had the answer meanwhile.
        response: findUnfinished(orderId) ? await send() : ('gone' as const),
      }));
      if (done) return done.response;
      await pause(OTHER_TAB_PAUSE_MS);
    }
  };

/** Asks what became of an order whose checkout was open when the page went away. */
async function finishOpened(
  row: UnfinishedCheckout,
  settings: RequestSettings & {statusUrl: string},
  reporter: Reporter,
): Promise<Outcome | undefined> {
  const {orderId} = row;
  const ageMs = Date.now() - row.at;
  const ask = async (): Promise<StatusReply | undefined> => {
    const answer = await withTabLock(orderId, async () =>
      findUnfinished(orderId) ? askStatus(settings, orderId, STATUS_TIMEOUT_MS) : undefined,
    );
    noteStatus(row, answer?.status);
    return answer;
  };
  let reply = await ask();
  if (/^(created|attempted)$/.test(reply?.status ?? '') && ageMs < RECENT_MS) {
    await pause(RECENT_PAUSE_MS);
    reply = await ask();
  }
  // Opened again while it was asked about.
  if (isInHand(row) || !reply) return undefined;
  const confirmation = confirmationOf(reply);
  if (confirmation) return succeed(reporter, row, confirmation);
  const kept = findUnfinished(orderId);
  // Another tab has opened it again, or has it paid: the answer is older than that.
  if (kept?.at !== row.at || kept.payment) return undefined;
  const isOld = Date.now() - row.at > UNTRIED_EXPIRY_MS;
  const untried = reply.status === 'created' && !kept.isTried && isOld;
  if (untried || isClosed(reply.status)) dropUnfinished(orderId);
  return undefined;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
