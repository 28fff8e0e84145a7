import {toE164} from '../../../wire/phone.js';
import {json, type Incoming, type Reply} from '../../http/exchange.js';
import type {Context} from '../../kit/context.js';
import {milliseconds} from '../../kit/duration.js';
import type {CouponRequest} from '../../ledger/coupons-table.js';
import {isClosed, type Order} from '../../model/order.js';
import {appliedPromotion, type AppliedPromotion} from '../../model/promotion.js';
import {comparable, type QuotedPromotion} from '../../model/quotes.js';
import {runHook} from '../../runtime/hook-error.js';
import {withDeadline} from '../../runtime/with-deadline.js';
import {MagicRefusal, orderIsComplete} from './magic-refusal.js';
import {HOOK_DEADLINE_MS, readMagicRequest} from './magic-request.js';

/** How many codes may be tried for an order, and within which time: enough to type, not to guess. */
const MOST_TRIES = 20;
const TRIES_WITHIN_MS = 10 * 60_000;

/**
 * `POST /promotions/apply`: what a code takes off the order. It is only a quote, remembered to hold
 * the finished order against it.
 *
 * https://razorpay.com/docs/payments/magic-checkout/web/ (1.5.1, Interact with Apply Promotions API)
 */
export async function answerApplyPromotion(context: Context, incoming: Incoming): Promise<Reply> {
  const {promotions, orders} = context;
  if (!promotions) throw new MagicRefusal('NOT_FOUND', 'This shop has no promotions.');
  const {asker, body} = await readMagicRequest(context, incoming);
  const typed = readCode(body.code);
  const {order} = asker;
  if (!(await orders.mayTry(order.id, MOST_TRIES, TRIES_WITHIN_MS)))
    // The checkout shows the reason of this code; of 429 it would show nothing.
    throw new MagicRefusal(
      'REQUIREMENT_NOT_MET',
      'Too many codes were tried. Try again in 10 minutes.',
    );

  const promotion = await runHook(async () =>
    appliedPromotion(
      await withDeadline(
        HOOK_DEADLINE_MS,
        promotions.apply({...asker, code: typed}),
        `promotions.apply() took more than ${HOOK_DEADLINE_MS} ms.`,
      ),
      order.amount,
    ),
  );
  if ('failure' in promotion) throw new MagicRefusal(promotion.failure, promotion.reason);

  const {referenceId, code = typed, type, value, valueType, description} = promotion;
  const {reserve} = promotion;
  const reservation = reserve && (await runHook(() => toReservation(reserve, code, asker.contact)));
  const refused = await quote(
    context,
    order,
    {code, referenceId, value, coupon: reservation?.coupon},
    reservation,
  );
  if (refused === 'complete') throw orderIsComplete();
  if (refused === 'taken') throw new MagicRefusal('REQUIREMENT_NOT_MET', reserve?.refusal ?? TAKEN);
  return json({
    promotion: {reference_id: referenceId, code, type, value, value_type: valueType, description},
  });
}

/** Unless the merchant says it in other words. */
const TAKEN = 'This code is being used in another order.';
const RESERVED_FOR = '15m';

const toReservation = (
  {coupon = '', expiresIn = RESERVED_FOR}: NonNullable<AppliedPromotion['reserve']>,
  code: string,
  contact: string | undefined,
): CouponRequest => ({
  // However a code is typed, it is the same one.
  coupon: coupon || comparable(code),
  forMs: milliseconds('reserve.expiresIn of promotions.apply()', expiresIn),
  contact: contact && (toE164(contact) ?? contact),
});

/** Remembers a quote, with the coupon that it is of, or says why the code can't be used. */
async function quote(
  {orders, coupons}: Context,
  order: Order,
  promotion: QuotedPromotion,
  reservation: CouponRequest | undefined,
): Promise<'complete' | 'taken' | undefined> {
  let refused: 'complete' | 'taken' | undefined;
  await orders.addQuotes(order.id, {promotions: [promotion]}, async (tx, {status}) => {
    if (isClosed(status)) refused = 'complete';
    else if (reservation && !(await coupons.reserve(order, reservation, tx))) refused = 'taken';
    // The shopper uses one code at a time: another before is for others again.
    else await coupons.letGo(order.id, tx, reservation?.coupon);
    return refused === undefined;
  });
  return refused;
}

function readCode(sent: unknown): string {
  const code = typeof sent === 'string' ? sent.trim() : '';
  if (!/^[^\p{Cc}]{1,100}$/u.test(code))
    throw new MagicRefusal('VALIDATION_ERROR', '"code" is missing or malformed.');
  return code;
}
