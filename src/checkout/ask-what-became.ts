import type {StatusReply} from '../wire/merchant.js';
import {isClosed, isConfirmed} from '../wire/order-status.js';
import {dismiss, fail, succeed, tellDismissed} from './events/endings.js';
import {RzpUnconfirmedEvent} from './events/events.js';
import type {Outcome} from './events/outcome.js';
import {askStatus} from './merchant/ask-status.js';
import {confirmationOf} from './merchant/confirmation-of.js';
import type {Purchase} from './purchase.js';
import type {Doubt} from './shell/confirmation.js';
import {pageState} from './shell/page-state.js';
import {sharedState} from './storage/shared-state.js';
import {
  dropUnfinished,
  findUnfinished,
  noteStatus,
  type UnfinishedCheckout,
} from './storage/unfinished.js';
import type {Ending, Session} from './vendor/open-session.js';
import {explain} from './words/refusal.js';
import type {Deed, Saying, Standing} from './said/told.js';

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
  /** Whether the last thing that Razorpay said was that an attempt failed. */
  hasFailed: boolean;
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
    purchase.reporter.enter('verifying', {progress: 'checking'});
    const outcome = await learn(inquiry);
    if (outcome) return outcome;
    if (mayHaveMoved(inquiry)) return purchase.hold(() => follow(inquiry));
    return letGoAsking(inquiry);
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
  return letGo(inquiry);
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
  const reply = await ask(inquiry);
  return inquiry.purchase.since(inquiry.session) ?? (inquiry.outcome ??= conclude(inquiry, reply));
}

/** Asks once; resolves with the answer, unless it says less than what is known. */
async function ask(inquiry: Inquiry): Promise<StatusReply | undefined> {
  const {purchase, row} = inquiry;
  const statusUrl = inquiry.statusUrl ?? '';
  const question = ++inquiry.asked;
  const answer = await askStatus({...purchase.request, statusUrl}, row.orderId, STATUS_TIMEOUT_MS);
  // An answer to an older question says less than one that came before it, unless the order is confirmed:
  // that does not change any more.
  const isNews = question > inquiry.heard && !saysLess(answer, inquiry.reply);
  const reply = isNews || isConfirmed(answer?.status) ? answer : undefined;
  if (reply) Object.assign(inquiry, {reply, heard: question});
  noteStatus(row, reply?.status);
  return reply;
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
  if (!isOver(inquiry, reply)) return undefined;
  dropUnfinished(row.orderId);
  return giveUp(inquiry, reply?.status === 'created' ? 'uncharged' : 'unasked');
}

/** Whether nothing came of the order, and nothing can any more. */
const isOver = ({row}: Inquiry, reply: StatusReply | undefined) =>
  isClosed(reply?.status) ||
  // What was tried may not have reached the merchant's server yet.
  (reply?.status === 'created' && !row.isTried);

/** Nothing came of it: says what closed the checkout. */
function giveUp({purchase, row, ending}: Inquiry, standing: Standing): Outcome {
  const {reporter} = purchase;
  const {orderId} = row;
  sharedState().live.delete(orderId);
  return ending.type === 'failed'
    ? fail(reporter, ending.error, standing)
    : dismiss(reporter, reasonOf(ending), orderId);
}

const reasonOf = (ending: Ending) => (ending.type === 'dismissed' ? ending.reason : 'closed');

/** Whether a payment may be on its way, as far as the page and the shop can tell. */
const mayHaveMoved = ({row, reply}: Inquiry) =>
  !!row.isPaying || isLookedInto(reply) || (!reply && row.isTried);

/**
 * Nothing is on its way: the shopper may go on at once. What was tried is opened again as the same
 * order, which can be paid once only, however late the first attempt is.
 */
function letGo(inquiry: Inquiry): Outcome {
  const {purchase, row, ending} = inquiry;
  if (!row.isTried) return giveUp(inquiry, 'unasked');
  const {reporter, tryAgain} = purchase;
  if (ending.type === 'failed') return fail(reporter, ending.error, 'tried', tryAgain);
  offerAgain(inquiry, inquiry.hasFailed ? 'failed' : notSeen(inquiry));
  return tellDismissed(reporter, reasonOf(ending), row.orderId);
}

const notSeen = ({statusUrl}: Inquiry): Saying => (statusUrl ? 'unseen' : 'unasked');

/** The same order once more; and to ask once more, for whom the bank says that it took the money. */
function offerAgain(inquiry: Inquiry, said: Saying): void {
  const {purchase, statusUrl} = inquiry;
  const {reporter, tryAgain} = purchase;
  const deeds = statusUrl ? [checking(inquiry, 'checkCharge')] : [];
  reporter.enter('idle', {told: {said}, next: tryAgain, deeds});
}

/** The same, and asks on behind the shopper's back: what failed may be paid late all the same. */
function letGoAsking(inquiry: Inquiry): Outcome {
  const outcome = letGo(inquiry);
  void goOnAsking(inquiry);
  return outcome;
}

async function goOnAsking(inquiry: Inquiry): Promise<void> {
  const {purchase, row, session} = inquiry;
  const {live} = sharedState();
  const deadline = Date.now() + PATIENCE_MS;
  live.add(row.orderId);
  while (Date.now() < deadline) {
    await pause();
    const reply = purchase.since(session) ? undefined : await ask(inquiry);
    // A later opening asks for itself.
    if (purchase.since(session) ?? inquiry.outcome) return;
    const isPaid = isConfirmed(reply?.status);
    if (isPaid || isLookedInto(reply)) {
      // The same order may be open by now, where it would be offered though it is paid.
      const {open} = pageState();
      if (isPaid && open?.orderId === row.orderId) open.close();
      await purchase.hold(
        async () => (inquiry.outcome ??= conclude(inquiry, reply)) ?? follow(inquiry, false),
      );
      return;
    }
    if (isOver(inquiry, reply)) {
      // Unless the same order was opened again since, by another press.
      if (findUnfinished(row.orderId)?.at === row.at) dropUnfinished(row.orderId);
      live.delete(row.orderId);
      purchase.withdraw();
      return;
    }
  }
  if (!row.isTried) live.delete(row.orderId);
}

const pause = () => new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));

/** Asks again for a minute, then leaves it to the shopper. */
async function follow(
  inquiry: Inquiry,
  // One that is on its way is waited for; else the shopper may go on at once.
  isWaiting = inquiry.isPaying || isLookedInto(inquiry.reply),
): Promise<Outcome> {
  const {purchase, row, session, reply} = inquiry;
  const {reporter} = purchase;
  const deadline = Date.now() + PATIENCE_MS;
  if (isWaiting) reporter.enter('unconfirmed', {told: {said: 'attempted'}, label: 'checking'});
  else offer(inquiry);
  reporter.tell(new RzpUnconfirmedEvent(doubtOf(inquiry), row.orderId, reply?.payment_id));
  while (Date.now() < deadline) {
    await pause();
    const before = inquiry.reply?.status;
    const outcome = purchase.since(session) ?? (await learn(inquiry));
    if (outcome) return outcome;
    if (!mayHaveMoved(inquiry)) return letGoAsking(inquiry);
    if (!isWaiting && inquiry.reply?.status !== before) offer(inquiry);
  }
  if (isWaiting) offer(inquiry);
  return unconfirmed(inquiry);
}

/**
 * What is left to do: to ask once more. The same order is opened again only where the shop has seen no
 * payment of it, or can't be asked ever: one that has arrived unseen would be followed by another, and the
 * bank holds the money of both until Razorpay has given one of them back.
 */
function offer(inquiry: Inquiry): void {
  const {purchase, reply, statusUrl} = inquiry;
  const {reporter, tryAgain} = purchase;
  const checkAgain = checking(inquiry, 'checkAgain');
  // A payment has come, and a person at the shop decides about it: not one to be made twice.
  if (isLookedInto(reply)) {
    const {payment_id: paymentId} = reply;
    const said = paymentId ? 'rejected' : 'attempted';
    reporter.enter('unconfirmed', {told: {said, paymentId}, next: checkAgain});
    return;
  }
  const isUnreachable = statusUrl && !reply;
  reporter.enter('unconfirmed', {
    told: {said: isUnreachable ? 'unreachable' : notSeen(inquiry)},
    next: statusUrl ? checkAgain : undefined,
    deeds: isUnreachable ? [] : [tryAgain],
  });
}

/** Asks once more, and offers what is left to do where the answer is no end. */
const checking = (inquiry: Inquiry, name: Deed['name']): Deed => ({
  name,
  run: () => {
    const {purchase, row, ending} = inquiry;
    purchase.reporter.enter('verifying', {progress: 'checking'});
    void purchase.hold(async (): Promise<Outcome> => {
      const outcome = await learn(inquiry);
      if (outcome) return outcome;
      if (mayHaveMoved(inquiry)) {
        offer(inquiry);
        return unconfirmed(inquiry);
      }
      offerAgain(inquiry, 'unseen');
      return {type: 'dismissed', reason: reasonOf(ending), orderId: row.orderId};
    });
  },
});

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
