import * as z from 'zod/mini';
import {within} from '../runtime/background.js';
import {ConfigError} from '../kit/config-error.js';
import {HttpError} from '../http/http-error.js';
import {json, type Incoming, type Reply} from '../http/exchange.js';
import type {Kit} from '../kit/context.js';
import {parseJson} from '../http/read-body.js';
import {settleOrder} from '../orders/settle-order.js';
import {verifyHmacHex} from '../../wire/signature.js';
import type {TakenEvent} from '../ledger/webhooks-table.js';

/** How long Razorpay is kept waiting, in ms. It gives up after 5 s. */
const PATIENCE = 4_000;
/** The largest event that is read, in bytes: orders come with their line items. */
const LIMIT = 1024 * 1024;
/** How often the merchant is told of a signature that does not match, in ms. */
const SAY_AGAIN = 60_000;

/**
 * `POST /webhook`: what Razorpay tells by itself. An event is a snapshot of its time and may come
 * late, twice or out of order: it only says which order to ask about. Once it is kept the answer is
 * 200, and what could not be finished in time is taken up again later.
 *
 * https://razorpay.com/docs/webhooks/best-practices/
 */
export async function webhook(kit: Kit, incoming: Incoming, canWait: boolean): Promise<Reply> {
  if (!kit.webhookSecrets.length)
    throw new ConfigError('razorpay.webhookSecret is missing. Set it as in the dashboard.');
  const bytes = await incoming.bytes(LIMIT);
  const signature = incoming.header('X-Razorpay-Signature') ?? '';
  if (!(await verifyHmacHex(kit.webhookSecrets, bytes, signature))) {
    if (signature !== '') tellOfSecret(kit, incoming.request);
    throw new HttpError('SIGNATURE_MISMATCH', 'The signature does not match.', {
      field: 'X-Razorpay-Signature',
    });
  }

  const {event, payload} = WebhookBody.parse(parseJson(bytes));
  const taken = await kit.webhooks.receive({
    // The signature is of this body alone, so that one stands for an id that is missing.
    id: incoming.header('X-Razorpay-Event-Id') ?? `signature:${signature.toLowerCase()}`,
    event,
    orderId: payload?.order?.entity?.id ?? payload?.payment?.entity?.order_id ?? undefined,
    body: new TextDecoder().decode(bytes),
  });
  if (taken) {
    const finished = kit.background.run(() => finishEvent(kit, taken));
    if (!canWait) await within(finished, PATIENCE);
  }
  return json({});
}

/** When the merchant was last told that the secret does not fit. */
const told = new WeakMap<Kit, number>();

/**
 * Says that the secret may be wrong, which shows at every event; but strangers may send anything, and
 * fill no log.
 */
function tellOfSecret(kit: Kit, request: Request): void {
  if (kit.now() - (told.get(kit) ?? -Infinity) < SAY_AGAIN) return;
  told.set(kit, kit.now());
  kit.report(
    new ConfigError(
      'A webhook came whose signature is not of razorpay.webhookSecret. Set it to the secret that ' +
        "you gave to this webhook in the dashboard, in the key's mode; it is not the key secret. " +
        'If it is right, somebody else sent it, or the body was changed on its way.',
    ),
    request,
  );
}

/** Finishes the events that were left, by this process or by another that ended. */
export async function finishEvents(kit: Kit): Promise<void> {
  for (;;) {
    const events = await kit.webhooks.takeDue();
    for (const event of events) await finishEvent(kit, event);
    if (events.length === 0) return;
  }
}

async function finishEvent(kit: Kit, event: TakenEvent): Promise<void> {
  try {
    const order = event.orderId === undefined ? undefined : await kit.book.find(event.orderId);
    if (order) await settleOrder(kit, order);
    await kit.webhooks.done(event.id);
  } catch (error) {
    kit.report(error);
    await kit.webhooks.retry(event);
  }
}

const entity = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.catch(z.nullish(z.looseObject({entity: z.nullish(z.looseObject(shape))})), undefined);

const WebhookBody = z.looseObject({
  event: z.catch(z.string(), 'unknown'),
  payload: z.catch(
    z.nullish(
      z.looseObject({
        order: entity({id: z.string()}),
        payment: entity({order_id: z.nullish(z.string())}),
      }),
    ),
    undefined,
  ),
});
