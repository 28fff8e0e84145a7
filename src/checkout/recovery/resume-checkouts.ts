import {CheckoutError} from '../shell/checkout-error.js';
import {keyName} from '../storage/idempotency-key.js';
import {listUnfinished} from './list-unfinished.js';
import {inOneTab} from './with-tab-lock.js';
import {RzpUnconfirmedEvent} from '../events/events.js';
import type {Outcome} from '../events/outcome.js';
import {page} from '../shell/page-state.js';
import type {RequestSettings} from '../merchant/request-json.js';
import {Stage} from '../events/reporter.js';
import {askStatus} from '../merchant/ask-status.js';
import {succeed} from '../events/success.js';
import {dropUnfinished, findUnfinished, type UnfinishedCheckout} from '../storage/unfinished.js';
import {verify} from '../merchant/verify-payment.js';
import {words} from '../words/en.js';

const STATUS_MS = 10_000;
/** When to look again where another tab is at it. */
const BUSY_MS = 1_000;
/**
 * Of a checkout that was open a minute ago, for example before a reload, the server may know more in
 * a moment: it asks Razorpay once in two seconds.
 */
const FRESH_MS = 60_000;
const SETTLED_MS = 2_500;
/** An order that was opened and never tried is asked about for a day. */
const UNTRIED_MS = 24 * 3600 * 1000;

/** Where unfinished checkouts of an earlier page view are finished: the present page's endpoints. */
export interface ResumeSettings extends RequestSettings {
  keyId?: string | null | undefined;
  orderUrl?: string | null | undefined;
  verifyUrl?: string | null | undefined;
  statusUrl?: string | null | undefined;
  debug?: boolean | undefined;
}

/**
 * Finishes what earlier page views left open: a payment that your server has not acknowledged is
 * posted to `verifyUrl`, an order that was opened is asked for at `statusUrl`. Resolves with what
 * came of each.
 *
 * Only checkouts of the same key are touched (of the same `orderUrl` where buttons get the key with
 * the order), one tab at a time, and only the given addresses are asked. Outcomes fire on the
 * document with `resumed: true`; `onEnd` hears each with what it belongs to.
 */
export async function resumeCheckouts(
  settings: ResumeSettings,
  onEnd: (row: UnfinishedCheckout, outcome: Outcome) => void = () => undefined,
): Promise<Outcome[]> {
  const stage = new Stage({}, settings.debug, true);
  const mine = listUnfinished().filter(
    (row) => isMine(row, settings) && !page().live.has(row.orderId),
  );
  const outcomes = await Promise.all(
    mine.map(async (row) => {
      const outcome = await finish(row, settings, stage);
      if (outcome) onEnd(row, outcome);
      return outcome;
    }),
  );
  return outcomes.filter((outcome) => outcome !== undefined);
}

function isMine({keyId, orderUrl}: UnfinishedCheckout, settings: ResumeSettings): boolean {
  if (settings.keyId === keyId) return true;
  // What the order brought goes before what stands in the page.
  return !!settings.orderUrl && endpoint(settings.orderUrl) === endpoint(orderUrl);
}

/** An address without its query, which may say what is bought. */
function endpoint(address: string): string {
  const {origin, pathname} = new URL(address, location.href);
  return origin + pathname;
}

/** What is bought. */
interface CartSettings {
  orderData?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * Sees to what was left open of a cart before another order is made for it: the server may have
 * ended the kept one because it is paid.
 *
 * @throws CheckoutError `order_refused`, with words for the shopper, where it was or may have been
 */
export async function settleEarlier(cart: ResumeSettings & CartSettings): Promise<void> {
  const {orderUrl, orderData, statusUrl, verifyUrl} = cart;
  const stage = new Stage({}, cart.debug, true);
  const name = keyName(orderUrl ?? '', orderData ?? {});
  for (const row of listUnfinished().filter((each) => each.keyName === name)) {
    const {orderId, payment} = row;
    const reply = statusUrl ? await askStatus({...cart, statusUrl}, orderId, STATUS_MS) : undefined;
    switch (reply?.status) {
      case 'paid':
      case 'placed': {
        const {status, payment_id: paymentId = ''} = reply;
        if (findUnfinished(orderId)) succeed(stage, row, {status, orderId, paymentId});
        throw refused(words.earlier(orderId));
      }
      case 'cancelled':
      case 'refunded':
        dropUnfinished(orderId);
        break;
      case 'created':
      case 'attempted':
        if (payment && verifyUrl) throw refused(words.attempted);
        break;
      default:
        // Where nobody can be asked, nobody ever will.
        if (statusUrl ?? (payment && verifyUrl)) throw refused(words.attempted);
    }
  }
}

const refused = (message: string) => new CheckoutError('order_refused', message, {retryable: true});

async function finish(
  row: UnfinishedCheckout,
  settings: ResumeSettings,
  stage: Stage,
): Promise<Outcome | undefined> {
  const {orderId, payment} = row;
  const {verifyUrl, statusUrl} = settings;
  if (payment && verifyUrl) {
    const {razorpay_payment_id: paymentId} = payment;
    let outcome: Outcome | undefined;
    const confirmation = await verify(
      {...settings, verifyUrl},
      payment,
      (doubt) => {
        if (outcome?.type === 'unconfirmed' && outcome.doubt === doubt) return;
        outcome = {type: 'unconfirmed', doubt, orderId, paymentId};
        stage.tell(new RzpUnconfirmedEvent(doubt, orderId, paymentId, true));
      },
      async (post) => {
        for (;;) {
          const done = await inOneTab(orderId, async () => ({
            // Another tab may have been told meanwhile.
            response: findUnfinished(orderId) ? await post() : ('gone' as const),
          }));
          if (done) return done.response;
          await new Promise((resolve) => setTimeout(resolve, BUSY_MS));
        }
      },
    );
    if (confirmation) return succeed(stage, row, confirmation);
    dropUnfinished(orderId);
    return outcome;
  }
  if (!statusUrl) return undefined;
  const ask = () =>
    inOneTab(orderId, async () =>
      findUnfinished(orderId) ? askStatus({...settings, statusUrl}, orderId, STATUS_MS) : undefined,
    );
  let reply = await ask();
  if (/^(created|attempted)$/.test(reply?.status ?? '') && Date.now() - row.at < FRESH_MS) {
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    reply = await ask();
  }
  // Opened again meanwhile: whoever has it in hands tells what becomes of it.
  if (page().live.has(orderId)) return undefined;
  if (reply?.status === 'paid' || reply?.status === 'placed') {
    const {status, payment_id: paymentId = ''} = reply;
    return succeed(stage, row, {status, orderId, paymentId});
  }
  const over = reply?.status === 'cancelled' || reply?.status === 'refunded';
  const untried = reply?.status === 'created' && Date.now() - row.at > UNTRIED_MS;
  if (over || untried) dropUnfinished(orderId);
  return undefined;
}
