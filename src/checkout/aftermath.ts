import {askStatus} from './status.js';
import {RzpUnconfirmedEvent} from './events.js';
import type {Outcome} from './outcome.js';
import type {CheckoutRequest} from './checkout-request.js';
import type {Stage} from './stage.js';
import {succeed} from './success.js';
import {dropUnfinished, type UnfinishedCheckout} from './unfinished.js';
import type {StatusReply} from './wire.js';
import {words} from './words.js';

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
  /** Whether a handler response has come meanwhile, which says more. */
  superseded: () => boolean;
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
  const reply = await askStatus({...request, statusUrl}, row.orderId, FIRST_MS);
  const outcome = conclude(aftermath, reply);
  if (outcome) return outcome;
  const following = follow({...aftermath, request: {...request, statusUrl}});
  hold(following);
  return following;
}

/** Returns the outcome where the answer is an end; an attempt may still become a payment. */
function conclude(
  {request, row, stage, paying, leave}: Aftermath,
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
      if (paying) return undefined;
      dropUnfinished(row.orderId);
      return leave();
    case 'cancelled':
    case 'refunded':
      dropUnfinished(row.orderId);
      return leave();
    case undefined:
      return paying ? undefined : leave();
    default:
      return undefined;
  }
}

/** Asks again for a minute, then leaves it to the shopper. */
async function follow(aftermath: Aftermath): Promise<Outcome> {
  const {request, row, stage, paying, superseded} = aftermath;
  const {orderId} = row;
  const deadline = Date.now() + PATIENCE_MS;
  // What failed is the shopper's to try again; only what is on its way is worth the wait.
  if (paying) stage.enter('unconfirmed', words.attempted);
  else offer(aftermath, words.failed);
  stage.tell(new RzpUnconfirmedEvent('pending', orderId, undefined, stage.resumed));
  while (Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
    if (superseded()) break;
    const outcome = conclude(
      {...aftermath, paying: true},
      await askStatus({...request, statusUrl: request.statusUrl ?? ''}, orderId, FIRST_MS),
    );
    if (outcome) return outcome;
  }
  if (paying && !superseded()) offer(aftermath);
  return {type: 'unconfirmed', doubt: 'pending', orderId};
}

/** Two ways on, the shopper's choice: ask once more, or open the same order again. */
function offer(aftermath: Aftermath, text = words.unseen): void {
  const {request, row, stage, retry, hold} = aftermath;
  stage.enter('unconfirmed', text, [
    {
      label: words.checkAgain,
      run: () => {
        stage.enter('verifying', words.checking);
        hold(
          askStatus({...request, statusUrl: request.statusUrl ?? ''}, row.orderId, FIRST_MS).then(
            (reply) => {
              const outcome = conclude({...aftermath, paying: true}, reply);
              if (outcome) return outcome;
              offer(aftermath);
              return {type: 'unconfirmed', doubt: 'pending', orderId: row.orderId};
            },
          ),
        );
      },
    },
    {label: words.tryAgain, run: retry},
  ]);
}
