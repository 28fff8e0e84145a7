import {Failure} from './magic-refusal.js';
import {inTime} from '../../runtime/with-deadline.js';
import {json, type Incoming, type Reply} from '../../http/exchange.js';
import type {Kit} from '../../kit/context.js';
import {DEADLINE, readMagicRequest} from './magic-request.js';
import {appliedPromotion} from '../../model/promotion.js';

/** How many codes may be tried for an order, and in how many ms: enough to type, not to guess. */
const TRIES = 20;
const INTERVAL = 10 * 60_000;

/**
 * `POST /promotions/apply`: what a code takes off the order. It is only a quote, remembered to hold
 * the finished order against it.
 *
 * https://razorpay.com/docs/payments/magic-checkout/web/ (1.5.1, Interact with Apply Promotions API)
 */
export async function applyPromotion(kit: Kit, incoming: Incoming): Promise<Reply> {
  const {promotions, book} = kit;
  if (!promotions) throw new Failure('NOT_FOUND', 'This shop has no promotions.');
  const {asker, body} = await readMagicRequest(kit, incoming);
  const typed = readCode(body.code);
  const {order} = asker;
  if (!(await book.mayTry(order.id, TRIES, INTERVAL)))
    // With a code and a status that the checkout shows the reason of.
    throw new Failure('REQUIREMENT_NOT_MET', 'Too many codes were tried. Try again in 10 minutes.');

  const promotion = appliedPromotion(
    await inTime(
      promotions.apply({...asker, code: typed}),
      DEADLINE,
      `promotions.apply() took more than ${DEADLINE} ms.`,
    ),
    order.amount,
  );
  if ('failure' in promotion) throw new Failure(promotion.failure, promotion.reason);

  const {referenceId, code = typed, type, value, valueType, description} = promotion;
  await book.addQuotes(order.id, {promotions: [{code, referenceId, value}]});
  return json({
    promotion: {reference_id: referenceId, code, type, value, value_type: valueType, description},
  });
}

function readCode(sent: unknown): string {
  const code = typeof sent === 'string' ? sent.trim() : '';
  if (!/^[^\p{Cc}]{1,100}$/u.test(code))
    throw new Failure('VALIDATION_ERROR', '"code" is missing or malformed.');
  return code;
}
