import {json, type Incoming, type Reply} from '../../http/exchange.js';
import type {Context} from '../../kit/context.js';
import {listedPromotions} from '../../model/promotion.js';
import {withDeadline} from '../../runtime/with-deadline.js';
import {MagicRefusal} from './magic-refusal.js';
import {HOOK_DEADLINE_MS, readMagicRequest} from './magic-request.js';

/**
 * `POST /promotions`: the codes that the checkout shows. None when the merchant's list fails: the
 * shopper can still pay, or type a code.
 *
 * https://razorpay.com/docs/payments/magic-checkout/web/ (1.5, Interact with Get Promotions API)
 */
export async function answerListPromotions(context: Context, incoming: Incoming): Promise<Reply> {
  const {promotions} = context;
  if (!promotions) throw new MagicRefusal('NOT_FOUND', 'This shop has no promotions.');
  const {asker} = await readMagicRequest(context, incoming);
  const list = async () =>
    listedPromotions(
      await withDeadline(
        HOOK_DEADLINE_MS,
        promotions.list(asker),
        `promotions.list() took more than ${HOOK_DEADLINE_MS} ms: no codes were shown.`,
      ),
    );
  const listed = await list().catch((error: unknown) => {
    context.report(error, incoming.request);
    return [];
  });
  return json({
    promotions: listed
      .filter(({personal}) => !personal || asker.trusted)
      .map(({code, summary, description}) => ({code, summary, description})),
  });
}
