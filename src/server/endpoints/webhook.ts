import {DOCTOR_EVENT, WEBHOOK_EVENTS} from '../../wire/events.js';
import {toHex} from '../../wire/hex.js';
import {verifyHmacHex} from '../../wire/signature.js';
import {json, type Incoming, type Reply} from '../http/exchange.js';
import {HttpError} from '../http/http-error.js';
import {parseSignedJson} from '../http/read-body.js';
import {ConfigError} from '../kit/config-error.js';
import type {ReceivedEvent} from '../kit/config.js';
import type {Context} from '../kit/context.js';
import type {TakenEvent} from '../ledger/webhooks-table.js';
import {enterMandateOfOrder, mandateOfOrder} from '../mandates/enter-mandate.js';
import {settleCharge} from '../mandates/settle-charge.js';
import {settleMandate} from '../mandates/settle-mandate.js';
import type {Order} from '../model/order.js';
import {settleOrder} from '../orders/settle-order.js';
import {RazorpayError} from '../razorpay/error.js';
import {runHook} from '../runtime/hook-error.js';
import {waitAtMost} from '../runtime/wait-at-most.js';
import {withDeadline} from '../runtime/with-deadline.js';
import {aboutOf, type About} from './webhook-body.js';

/** How long Razorpay is kept waiting. It gives up after 5 s. */
const ANSWER_WITHIN_MS = 4_000;
/** The largest event that is read: orders come with their line items. */
const MOST_EVENT_BYTES = 1024 * 1024;
/** How long `onEvent` may take before it counts as failed. Shorter than the lease of an event. */
const ON_EVENT_DEADLINE_MS = 30_000;
const EVENT_ID_HEADER = 'X-Razorpay-Event-Id';
/** Of another form it is nobody's: no signature covers the header. */
const EVENT_ID = /^[\w-]{1,100}$/;
/** How often the merchant is told of the same thing that is wrong with what comes. */
const WARN_INTERVAL_MS = 60_000;

/**
 * `POST /webhook`: what Razorpay tells by itself. An event is a snapshot of its time and may come
 * late, twice or out of order: it only says which order to ask about. Once it is kept the answer is
 * 200, and what could not be finished in time is taken up again later.
 *
 * https://razorpay.com/docs/webhooks/best-practices/
 */
export async function answerWebhook(
  context: Context,
  incoming: Incoming,
  canWait: boolean,
): Promise<Reply> {
  const {webhookSecrets, webhooks, background} = context;
  if (!webhookSecrets.length) {
    warn(context, 'NO_SECRET', incoming);
    throw new HttpError('NOT_FOUND', 'This shop takes no webhooks.');
  }
  // Before the body is read: without a signature it is refused whatever it holds.
  const signature = incoming.header('X-Razorpay-Signature');
  if (!signature) {
    warn(context, 'NO_SIGNATURE', incoming);
    throw signatureMismatch('The header is missing.');
  }
  const bytes = await incoming.bytes(MOST_EVENT_BYTES);
  if (!(await verifyHmacHex(webhookSecrets, bytes, signature))) {
    // The doctor says itself what that means, to whoever called it.
    if (incoming.header(EVENT_ID_HEADER) !== DOCTOR_EVENT) warn(context, 'OTHER_SECRET', incoming);
    throw signatureMismatch('The signature does not match.');
  }

  const body = parseSignedJson(bytes);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new HttpError('INVALID_REQUEST', 'The body is no event.');
  const {event, orderId} = aboutOf(body);
  // It asks whether the secret is right, and that was seen: no hook is to hear of it.
  if (event === DOCTOR_EVENT) return json({});
  const bodyHash = toHex(await crypto.subtle.digest('SHA-256', bytes));
  const id = incoming.header(EVENT_ID_HEADER) ?? '';
  const taken = await webhooks.receive({
    id: EVENT_ID.test(id) ? id : `body:${bodyHash}`,
    event,
    orderId,
    body: new TextDecoder().decode(bytes),
    bodyHash,
  });
  if (taken) {
    const finished = background.run(() => finishEvent(context, taken));
    if (!canWait) await waitAtMost(ANSWER_WITHIN_MS, finished);
  }
  return json({});
}

const signatureMismatch = (description: string) =>
  new HttpError('SIGNATURE_MISMATCH', description, {field: 'X-Razorpay-Signature'});

/** What may be wrong on the merchant's side when a webhook can't be taken. */
const WARNINGS = {
  NO_SECRET:
    'A webhook came and razorpay.webhookSecret is missing. Set it to the secret that you gave to ' +
    'this webhook in the dashboard, or delete the webhook there. The sandbox says its own: ' +
    'sandbox.webhookSecret, which its command prints.',
  NO_SIGNATURE:
    'A webhook came without the header X-Razorpay-Signature. If it was Razorpay that sent it, ' +
    'something in front of the shop takes the header away: a proxy, a firewall, a gateway. Have it ' +
    'pass the header on. If it was somebody else, there is nothing to do.',
  OTHER_SECRET:
    'A webhook came whose signature is not of razorpay.webhookSecret. Set it to the secret that ' +
    "you gave to this webhook in the dashboard, in the key's mode; it is not the key secret. " +
    'If it is right, somebody else sent it, or the body was changed on its way.',
} as const;
type Warning = keyof typeof WARNINGS;

/** When each kit last gave its merchant each warning. */
const warnedAt = new WeakMap<Context, Map<Warning, number>>();

/**
 * Says what may be wrong, which each event would show. But anybody can send an event that is not
 * signed, and would fill the log: it is said once in a while only.
 */
function warn(context: Context, warning: Warning, {request}: Incoming): void {
  const times = warnedAt.get(context) ?? new Map<Warning, number>();
  warnedAt.set(context, times);
  if (context.now() - (times.get(warning) ?? -Infinity) < WARN_INTERVAL_MS) return;
  times.set(warning, context.now());
  context.report(new ConfigError(WARNINGS[warning]), request);
}

/** Finishes the events that were left, by this process or by another that ended. */
export async function finishEvents(context: Context): Promise<void> {
  for (;;) {
    const events = await context.webhooks.takeDue();
    for (const event of events) await finishEvent(context, event);
    if (events.length === 0) return;
  }
}

async function finishEvent(context: Context, taken: TakenEvent): Promise<void> {
  const {webhooks, report} = context;
  try {
    const body: unknown = JSON.parse(taken.body);
    const about = aboutOf(body);
    const order = await settleAbout(context, about);
    await tellEvent(context, {id: taken.id, event: taken.event, body, order});
    await webhooks.done(taken.id);
  } catch (error) {
    report(error);
    await webhooks.retry(taken);
  }
}

/** Asks Razorpay about whatever an event is about and moves it. Gives the order, if it is one of ours. */
async function settleAbout(context: Context, about: About): Promise<Order | undefined> {
  const {orders, charges, mandates} = context;
  const mandate = about.tokenId && (await mandates.find(about.tokenId));
  if (mandate) await settleMandate(context, mandate);
  const orderId = await orderIdOf(context, about);
  if (orderId === undefined) return undefined;
  const order = await orders.find(orderId);
  if (order) {
    const settled = await settleOrder(context, order);
    await mandateOfOrder(context, settled);
    return settled;
  }
  const charge = await charges.findByOrder(orderId);
  if (charge) await settleCharge(context, charge);
  // Of a link that was made although the answer was lost.
  else if (about.event === 'invoice.paid') await enterMandateOfOrder(context, orderId);
  return undefined;
}

/** The order that an event is about. */
async function orderIdOf(
  {orders, razorpay}: Context,
  {orderId, paymentId}: About,
): Promise<string | undefined> {
  if (orderId !== undefined || paymentId === undefined) return orderId;
  const confirmed = await orders.findByPayment(paymentId);
  if (confirmed) return confirmed.id;
  // Of a payment that has confirmed nothing only Razorpay knows the order.
  const payment = await razorpay.getPayment(paymentId).catch((error: unknown) => {
    if (error instanceof RazorpayError && error.code === 'not_found') return undefined;
    throw error;
  });
  return payment?.orderId;
}

/** What the kit acts on: what is to be ticked, and what Razorpay sends to some without documenting it. */
const ACTED_ON: ReadonlySet<string> = new Set([...WEBHOOK_EVENTS, 'token.resumed']);

/** Tells the merchant of an event that the kit knows nothing to do about. */
async function tellEvent({onEvent}: Context, event: ReceivedEvent): Promise<void> {
  if (!onEvent || ACTED_ON.has(event.event)) return;
  await runHook(() =>
    withDeadline(
      ON_EVENT_DEADLINE_MS,
      onEvent(event),
      `onEvent took more than ${ON_EVENT_DEADLINE_MS} ms. It will be called again.`,
    ),
  );
}
