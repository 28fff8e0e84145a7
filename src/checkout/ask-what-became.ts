import type {StatusReply} from '../wire/merchant.js';
import {isConfirmed} from '../wire/order-status.js';
import {dismiss, fail, succeed} from './events/endings.js';
import {RzpUnconfirmedEvent} from './events/events.js';
import type {Outcome} from './events/outcome.js';
import {askStatus} from './merchant/ask-status.js';
import type {Purchase} from './purchase.js';
import {pageState} from './shell/page-state.js';
import {dropUnfinished, type UnfinishedCheckout} from './storage/unfinished.js';
import type {Ending, Session} from './vendor/open-session.js';
import {words} from './words/en.js';

/** How long the shopper waits for an answer. */
const STATUS_TIMEOUT_MS = 5_000;
/** How often, and for how long, an attempt without an end is asked about. */
const INTERVAL_MS = 4_000;
const PATIENCE_MS = 60_000;

/** A checkout that closed without a result. */
export interface ClosedCheckout {
  row: UnfinishedCheckout;
  session: Session;
  ending: Ending;
}

/**
 * Asks the merchant's server what became of an order before the shopper is told anything: a
 * checkout that was closed, timed out or broke may have been paid.
 */
export async function askWhatBecame(purchase: Purchase, closed: ClosedCheckout): Promise<Outcome> {
  const {statusUrl} = purchase.request;
  const {row, session} = closed;
  const isPaying = session.paying();
  if (!statusUrl) {
    // A payment on its way stays on the list: a page that has an address to ask may ask of it.
    if (!isPaying) dropUnfinished(row.orderId);
    return giveUp(purchase, closed);
  }
  purchase.reporter.enter('verifying', words.checking);
  const inquiry: Inquiry = {
    purchase,
    ...closed,
    statusUrl,
    isPaying,
    isPatient: isPaying,
    asked: 0,
    heard: 0,
  };
  const outcome = await learn(inquiry);
  if (outcome) return outcome;
  inquiry.isPatient = true;
  return purchase.hold(() => follow(inquiry));
}

/** What is asked about, and what was learned of it. */
interface Inquiry extends ClosedCheckout {
  purchase: Purchase;
  statusUrl: string;
  /** Whether a payment was on its way when the checkout closed. */
  isPaying: boolean;
  /** Whether an order that nobody seems to have paid is worth another question. */
  isPatient: boolean;
  /** The last question, and the last whose answer has come: an answer may overtake an earlier one. */
  asked: number;
  heard: number;
  /** The answer to that. */
  reply?: StatusReply | undefined;
  /** Questions may overlap; the first answer that is an end is told, and the others repeat it. */
  outcome?: Outcome | undefined;
}

/** Asks once; resolves with the outcome where the answer is an end. */
async function learn(inquiry: Inquiry): Promise<Outcome | undefined> {
  const {purchase, statusUrl, row, session} = inquiry;
  const question = ++inquiry.asked;
  const answer = await askStatus({...purchase.request, statusUrl}, row.orderId, STATUS_TIMEOUT_MS);
  // Only a confirmation is as good as new, however old the question.
  const reply = question > inquiry.heard || isConfirmed(answer?.status) ? answer : undefined;
  if (reply) Object.assign(inquiry, {reply, heard: question});
  return purchase.since(session) ?? (inquiry.outcome ??= conclude(inquiry, reply));
}

/** Returns the outcome where the answer is an end; an attempt may still become a payment. */
function conclude(inquiry: Inquiry, reply: StatusReply | undefined): Outcome | undefined {
  const {purchase, row, isPatient} = inquiry;
  if (reply && isConfirmed(reply.status)) {
    const {status, order_id: orderId, payment_id: paymentId = ''} = reply;
    const {reporter, request} = purchase;
    return succeed(reporter, row, {status, orderId, paymentId}, request.successUrl);
  }
  switch (reply?.status) {
    case 'created':
      // A payment on its way may not have reached the merchant's server yet.
      if (isPatient) return undefined;
      dropUnfinished(row.orderId);
      return giveUp(purchase, inquiry);
    case 'cancelled':
    case 'refunded':
      dropUnfinished(row.orderId);
      return giveUp(purchase, inquiry);
    case undefined:
      return isPatient ? undefined : giveUp(purchase, inquiry);
    default:
      return undefined;
  }
}

/** Nothing came of it: says what closed the checkout. */
function giveUp({reporter}: Purchase, {row: {orderId}, ending}: ClosedCheckout): Outcome {
  pageState().live.delete(orderId);
  return ending.type === 'failed'
    ? fail(reporter, ending.error)
    : dismiss(reporter, ending.type === 'dismissed' ? ending.reason : 'closed', orderId);
}

/** Asks again for a minute, then leaves it to the shopper. */
async function follow(inquiry: Inquiry): Promise<Outcome> {
  const {purchase, row, session, isPaying, reply} = inquiry;
  const {reporter} = purchase;
  const deadline = Date.now() + PATIENCE_MS;
  // An attempt that failed is the shopper's to try again at once; one on its way is waited for.
  const hasFailed = !isPaying && !isLookedInto(reply);
  if (hasFailed) offer(inquiry, words.failed);
  else reporter.enter('unconfirmed', words.attempted);
  reporter.tell(new RzpUnconfirmedEvent('pending', row.orderId, reply?.payment_id));
  while (Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
    const outcome = purchase.since(session) ?? (await learn(inquiry));
    if (outcome) return outcome;
  }
  if (!hasFailed) offer(inquiry);
  return unconfirmed(inquiry);
}

/** Two ways on, the shopper's choice: ask once more, or open the same order again. */
function offer(inquiry: Inquiry, text = words.unseen): void {
  const {purchase, reply} = inquiry;
  const {reporter} = purchase;
  const checkAgain = {
    label: words.checkAgain,
    run: () => {
      reporter.enter('verifying', words.checking);
      void purchase.hold(async () => {
        const outcome = await learn(inquiry);
        if (outcome) return outcome;
        offer(inquiry);
        return unconfirmed(inquiry);
      });
    },
  };
  // A payment has come, and a person at the shop decides about it: not one to be made twice.
  if (isLookedInto(reply)) {
    const {payment_id: id} = reply;
    const message = id ? words.unconfirmed('rejected', id) : words.attempted;
    reporter.enter('unconfirmed', message, [checkAgain]);
    return;
  }
  const tryAgain = {label: words.tryAgain, run: () => purchase.retry()};
  reporter.enter('unconfirmed', text, [checkAgain, tryAgain]);
}

const isLookedInto = (reply: StatusReply | undefined): reply is StatusReply =>
  reply?.status === 'unconfirmed';

const unconfirmed = ({row: {orderId}, reply}: Inquiry): Outcome => ({
  type: 'unconfirmed',
  doubt: 'pending',
  orderId,
  ...(reply?.payment_id && {paymentId: reply.payment_id}),
});
