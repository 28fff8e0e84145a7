import type {StatusReply} from '../wire/merchant.js';
import {isConfirmed} from '../wire/order-status.js';
import {dismiss, fail, succeed} from './events/endings.js';
import {RzpUnconfirmedEvent} from './events/events.js';
import type {Outcome} from './events/outcome.js';
import {askStatus} from './merchant/ask-status.js';
import {confirmationOf} from './merchant/confirmation-of.js';
import type {Purchase} from './purchase.js';
import type {Doubt} from './shell/confirmation.js';
import {pageState} from './shell/page-state.js';
import {dropUnfinished, noteStatus, type UnfinishedCheckout} from './storage/unfinished.js';
import type {Ending, Session} from './vendor/open-session.js';
import {words, type Standing} from './words/plain.js';
import {explain} from './words/refusal.js';

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
 * checkout that was closed, timed out or broke may have been paid. Where nobody answers nobody
 * knows, and then nothing is said to be unpaid.
 */
export async function askWhatBecame(purchase: Purchase, closed: ClosedCheckout): Promise<Outcome> {
  const {statusUrl} = purchase.request;
  const isPaying = closed.session.paying();
  if (closed.ending.type === 'failed') await explain(closed.ending.error);
  const inquiry: Inquiry = {purchase, ...closed, statusUrl, isPaying, asked: 0, heard: 0};
  if (statusUrl) {
    purchase.reporter.enter('verifying', words.checking);
    return (await learn(inquiry)) ?? purchase.hold(() => follow(inquiry));
  }
  if (isPaying) {
    // It stays on the list: a page that has an address to ask may ask of it.
    return purchase.hold(() => {
      offer(inquiry);
      return Promise.resolve(unconfirmed(inquiry));
    });
  }
  // What was tried stays on the list too: it may be paid late.
  if (!closed.row.isTried) dropUnfinished(closed.row.orderId);
  return giveUp(inquiry);
}

/** What is asked about, and what was learned of it. */
interface Inquiry extends ClosedCheckout {
  purchase: Purchase;
  statusUrl: string | null | undefined;
  /** Whether a payment was on its way when the checkout closed. */
  isPaying: boolean;
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
  const {purchase, row, session} = inquiry;
  const statusUrl = inquiry.statusUrl ?? '';
  const question = ++inquiry.asked;
  const answer = await askStatus({...purchase.request, statusUrl}, row.orderId, STATUS_TIMEOUT_MS);
  // An answer to an older question says less than one that came before it, unless the order is confirmed:
  // that does not change any more.
  const isNews = question > inquiry.heard && !saysLess(answer, inquiry.reply);
  const reply = isNews || isConfirmed(answer?.status) ? answer : undefined;
  if (reply) Object.assign(inquiry, {reply, heard: question});
  noteStatus(row, reply?.status);
  return purchase.since(session) ?? (inquiry.outcome ??= conclude(inquiry, reply));
}

/** Statuses do not go back: an answer that says less than an earlier one was kept by a cache. */
const saysLess = (answer: StatusReply | undefined, known: StatusReply | undefined) =>
  known &&
  (answer?.status === 'created' || (answer?.status === 'attempted' && isLookedInto(known)));

/** Returns the outcome where the answer is an end; an attempt may still become a payment. */
function conclude(inquiry: Inquiry, reply: StatusReply | undefined): Outcome | undefined {
  const {purchase, row} = inquiry;
  const confirmation = reply && confirmationOf(reply);
  if (confirmation) {
    const {reporter, request} = purchase;
    return succeed(reporter, row, confirmation, request.successUrl);
  }
  switch (reply?.status) {
    case 'created':
      // What was tried may not have reached the merchant's server yet.
      if (row.isTried) return undefined;
      dropUnfinished(row.orderId);
      return giveUp(inquiry, 'uncharged');
    case 'cancelled':
    case 'refunded':
      dropUnfinished(row.orderId);
      return giveUp(inquiry);
    default:
      return undefined;
  }
}

/** Nothing came of it: says what closed the checkout. */
function giveUp({purchase, row, ending}: Inquiry, standing: Standing = 'unasked'): Outcome {
  const {reporter} = purchase;
  const {orderId} = row;
  pageState().live.delete(orderId);
  return ending.type === 'failed'
    ? fail(reporter, ending.error, standing)
    : dismiss(reporter, ending.type === 'dismissed' ? ending.reason : 'closed', orderId);
}

/** Asks again for a minute, then leaves it to the shopper. */
async function follow(inquiry: Inquiry): Promise<Outcome> {
  const {purchase, row, session, isPaying, reply} = inquiry;
  const {reporter} = purchase;
  const deadline = Date.now() + PATIENCE_MS;
  // One that is on its way is waited for; else the shopper may go on at once.
  const isWaiting = isPaying || isLookedInto(reply);
  if (isWaiting) reporter.enter('unconfirmed', words.attempted);
  else offer(inquiry, reply && words.failed);
  reporter.tell(new RzpUnconfirmedEvent(doubtOf(inquiry), row.orderId, reply?.payment_id));
  while (Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
    const before = inquiry.reply?.status;
    const outcome = purchase.since(session) ?? (await learn(inquiry));
    if (outcome) return outcome;
    if (!isWaiting && inquiry.reply?.status !== before) offer(inquiry);
  }
  if (isWaiting) offer(inquiry);
  return unconfirmed(inquiry);
}

/** Two ways on, the shopper's choice: ask once more, or open the same order again. */
function offer(inquiry: Inquiry, text = standingWords(inquiry)): void {
  const {purchase, reply, statusUrl} = inquiry;
  const {reporter, tryAgain} = purchase;
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
  reporter.enter('unconfirmed', text, statusUrl ? [checkAgain, tryAgain] : [tryAgain]);
}

/** What is known of the money: what the shop said, that it says nothing, or that nobody can be asked. */
function standingWords({statusUrl, reply}: Inquiry): string {
  if (!statusUrl) return words.unasked;
  return reply ? words.unseen : words.unreachable;
}

const isLookedInto = (
  reply: StatusReply | undefined,
): reply is StatusReply & {status: 'unconfirmed'} => reply?.status === 'unconfirmed';

const doubtOf = ({reply}: Inquiry): Doubt => (reply ? 'pending' : 'unreachable');

const unconfirmed = (inquiry: Inquiry): Outcome => ({
  type: 'unconfirmed',
  doubt: doubtOf(inquiry),
  orderId: inquiry.row.orderId,
  ...(inquiry.reply?.payment_id && {paymentId: inquiry.reply.payment_id}),
});
