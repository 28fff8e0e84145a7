import {askStatus} from './merchant/ask-status.js';
import {RzpUnconfirmedEvent} from './events/events.js';
import type {Outcome} from './events/outcome.js';
import type {CheckoutRequest} from './request/checkout-request.js';
import type {Stage} from './events/reporter.js';
import {succeed} from './events/success.js';
import {dropUnfinished, type UnfinishedCheckout} from './storage/unfinished.js';
import type {StatusReply} from '../wire/merchant.js';
import {words} from './words/en.js';

/** How long the shopper waits for the first answer. */
const FIRST_MS = 5_000;
/** How often, and for how long, an attempt without an end is asked about. */
const INTERVAL_MS = 4_000;
const PATIENCE_MS = 60_000;

/** A checkout that closed without a result, and what may be done about it. */
export interface Aftermath {
  request: CheckoutRequest;
  row: UnfinishedCheckout;
  stage: Stage;
  /** Whether a payment was on its way when it closed. */
  paying: boolean;
  /** Says what closed it, where nothing came of it. */
  leave: () => Outcome;
  /** Opens the same order again: Razorpay does not let an order be paid twice. */
  retry: () => void;
  /** Holds the button, which may not offer another payment while this one is unknown. */
  hold: (outcome: Promise<Outcome>) => void;
  /** What says more by now: a handler response that came after all, or another try. */
  newer: () => Promise<Outcome> | undefined;
}

/**
 * Asks the merchant's server what became of an order before the shopper is told anything: a
 * checkout that was closed, timed out or broke may have been paid.
 */
export async function settle(aftermath: Aftermath): Promise<Outcome> {
  const {request, row, stage, paying, leave, hold} = aftermath;
  const {statusUrl} = request;
  if (!statusUrl) {
    // Nobody can be asked. What was on its way stays on the list for a page that can.
    if (!paying) dropUnfinished(row.orderId);
    return leave();
  }
  stage.enter('verifying', words.checking);
  const inquiry: Inquiry = {...aftermath, statusUrl, patient: paying};
  const outcome = await learn(inquiry);
  if (outcome) return outcome;
  inquiry.patient = true;
  const following = follow(inquiry);
  hold(following);
  return following;
}

/** What is asked about, and what was learned of it. */
interface Inquiry extends Aftermath {
  statusUrl: string;
  /** Whether an order that nobody seems to have paid is worth another question. */
  patient: boolean;
  /** The last answer. */
  reply?: StatusReply | undefined;
  /** Told once, however many have asked. */
  outcome?: Outcome | undefined;
}

/** Asks once; resolves with the outcome where the answer is an end. */
async function learn(inquiry: Inquiry): Promise<Outcome | undefined> {
  const {request, statusUrl, row, newer} = inquiry;
  const reply = await askStatus({...request, statusUrl}, row.orderId, FIRST_MS);
  if (reply) inquiry.reply = reply;
  return newer() ?? (inquiry.outcome ??= conclude(inquiry, reply));
}

/** Returns the outcome where the answer is an end; an attempt may still become a payment. */
function conclude(
  {request, row, stage, patient, leave}: Inquiry,
  reply: StatusReply | undefined,
): Outcome | undefined {
  switch (reply?.status) {
    case 'paid':
    case 'placed': {
      const {status, order_id: orderId, payment_id: paymentId = ''} = reply;
      return succeed(stage, row, {status, orderId, paymentId}, request.successUrl);
    }
    case 'created':
      // A payment on its way may not have reached the merchant's server yet.
      if (patient) return undefined;
      dropUnfinished(row.orderId);
      return leave();
    case 'cancelled':
    case 'refunded':
      dropUnfinished(row.orderId);
      return leave();
    case undefined:
      return patient ? undefined : leave();
    default:
      return undefined;
  }
}

/** Asks again for a minute, then leaves it to the shopper. */
async function follow(inquiry: Inquiry): Promise<Outcome> {
  const {row, stage, paying, reply, newer} = inquiry;
  const deadline = Date.now() + PATIENCE_MS;
  // What failed is the shopper's to try again; only what is on its way is worth the wait.
  const failed = !paying && !isLookedInto(reply);
  if (failed) offer(inquiry, words.failed);
  else stage.enter('unconfirmed', words.attempted);
  stage.tell(new RzpUnconfirmedEvent('pending', row.orderId, reply?.payment_id, stage.resumed));
  while (Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
    const outcome = newer() ?? (await learn(inquiry));
    if (outcome) return outcome;
  }
  if (!failed) offer(inquiry);
  return unconfirmed(inquiry);
}

/** Two ways on, the shopper's choice: ask once more, or open the same order again. */
function offer(inquiry: Inquiry, text = words.unseen): void {
  const {stage, retry, hold, reply} = inquiry;
  const checkAgain = {
    label: words.checkAgain,
    run: () => {
      stage.enter('verifying', words.checking);
      hold(
        learn(inquiry).then((outcome) => {
          if (outcome) return outcome;
          offer(inquiry);
          return unconfirmed(inquiry);
        }),
      );
    },
  };
  // A payment has come, and a person at the shop decides about it: not one to be made twice.
  if (isLookedInto(reply)) {
    const {payment_id: id} = reply;
    stage.enter('unconfirmed', id ? words.unconfirmed('rejected', id) : words.attempted, [
      checkAgain,
    ]);
    return;
  }
  stage.enter('unconfirmed', text, [checkAgain, {label: words.tryAgain, run: retry}]);
}

const isLookedInto = (reply: StatusReply | undefined): reply is StatusReply =>
  reply?.status === 'unconfirmed';

const unconfirmed = ({row: {orderId}, reply}: Inquiry): Outcome => ({
  type: 'unconfirmed',
  doubt: 'pending',
  orderId,
  ...(reply?.payment_id && {paymentId: reply.payment_id}),
});
