import {Failure} from './magic-refusal.js';
import {inTime} from '../../runtime/with-deadline.js';
import {json, type Incoming, type Reply} from '../../http/exchange.js';
import type {Kit} from '../../kit/context.js';
import {DEADLINE, readMagicRequest} from './magic-request.js';
import {listedPromotions} from '../../model/promotion.js';

/**
 * `POST /promotions`: the codes that the checkout shows. None when the merchant's list fails: the
 * shopper can still pay, or type a code.
 *
 * https://razorpay.com/docs/payments/magic-checkout/web/ (1.5, Interact with Get Promotions API)
 */
export async function listPromotions(kit: Kit, incoming: Incoming): Promise<Reply> {
  const {promotions} = kit;
  if (!promotions) throw new Failure('NOT_FOUND', 'This shop has no promotions.');
  const {asker} = await readMagicRequest(kit, incoming);
  const list = async () =>
    listedPromotions(
      await inTime(
        promotions.list(asker),
        DEADLINE,
        `promotions.list() took more than ${DEADLINE} ms: no codes were shown.`,
      ),
    );
  const listed = await list().catch((error: unknown) => {
    kit.report(error, incoming.request);
    return [];
  });
  return json({
    promotions: listed
      .filter(({personal}) => !personal || asker.trusted)
      .map(({code, summary, description}) => ({code, summary, description})),
  });
}
