import * as z from 'zod/mini';
import {isSecret, verifyHmacHex} from '../../../wire/signature.js';
import type {Incoming} from '../../http/exchange.js';
import {parseJson, readBytes} from '../../http/read-body.js';
import type {Context} from '../../kit/context.js';
import type {Asker} from '../../model/asker.js';
import {isClosed} from '../../model/order.js';
import {givenEmail} from '../../razorpay/given-email.js';
import {askedOrder} from './asked-order.js';
import {MagicRefusal, orderIsComplete} from './magic-refusal.js';

const hint = z.catch(z.nullish(z.string()), undefined);
const Body = z.looseObject({
  // An order that was made without a receipt has its id only.
  order_id: z.nullish(z.string()),
  razorpay_order_id: z.nullish(z.string()),
  contact: hint,
  email: hint,
});

/** How long the merchant's own code may take. Razorpay gives up after 10 s. */
export const HOOK_DEADLINE_MS = 8_000;

/**
 * Reads what Razorpay's servers ask during the checkout. They send no credentials: a receipt that
 * nobody can guess stands for the order, and there may be a secret in the address and a signature.
 */
export async function readMagicRequest(
  context: Context,
  incoming: Incoming,
): Promise<{asker: Asker; body: Record<string, unknown>}> {
  await checkKey(context, incoming);
  const bytes = await readBytes(incoming);
  const trusted = await isSigned(context, incoming, bytes);
  const body = parse(bytes);
  const order = await askedOrder(context, {
    receipt: body.order_id ?? undefined,
    orderId: body.razorpay_order_id || undefined,
    isProtected: trusted || context.endpointSecrets.length > 0,
    request: incoming.request,
  });
  if (isClosed(order.status)) throw orderIsComplete();
  return {
    asker: {order, contact: body.contact || undefined, email: givenEmail(body.email), trusted},
    body,
  };
}

async function checkKey({endpointSecrets}: Context, {url}: Incoming): Promise<void> {
  const key = url.searchParams.get('key') ?? '';
  if (endpointSecrets.length && !(await isSecret(endpointSecrets, key)))
    throw new MagicRefusal('FORBIDDEN', 'The key in the address is missing or wrong.');
}

/** Not all of Razorpay's requests are signed. One that is signed wrongly is not Razorpay's. */
async function isSigned(
  {signatureSecrets}: Context,
  incoming: Incoming,
  bytes: Uint8Array,
): Promise<boolean> {
  const signature = incoming.header('X-Razorpay-Signature');
  if (signature === null || !signatureSecrets.length) return false;
  if (await verifyHmacHex(signatureSecrets, bytes, signature)) return true;
  throw new MagicRefusal('FORBIDDEN', 'The signature does not match.');
}

function parse(bytes: Uint8Array): z.infer<typeof Body> {
  const {data, error} = Body.safeParse(parseJson(bytes));
  if (data) return data;
  const field = String(error.issues[0]?.path[0] ?? 'order_id');
  throw new MagicRefusal('VALIDATION_ERROR', `"${field}" is missing or malformed.`);
}
