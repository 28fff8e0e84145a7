import {checkRequest, type CheckoutRequest} from './request/checkout-request.js';
import {asCheckoutError, CheckoutError} from './shell/checkout-error.js';
import {RzpOpenEvent} from './events/events.js';
import {dismiss, fail} from './events/failure.js';
import {openOrder, type Lock} from './open-order.js';
import {obtainOrder} from './merchant/obtain-order.js';
import type {Outcome} from './events/outcome.js';
import {page} from './shell/page-state.js';
import {loadRazorpay} from './vendor/load-razorpay.js';
import {Stage, type StageInit} from './events/reporter.js';
import {words} from './words/en.js';

/**
 * Takes one order through the checkout: gets the order, loads the vendor's script, opens the
 * checkout, has the payment confirmed by the merchant's server. Always resolves.
 *
 * Events fire at `target` (the document unless said otherwise). One checkout is open per page; a
 * second one fails with `checkout_busy`.
 */
export async function startCheckout(
  asked: CheckoutRequest,
  init: StageInit = {},
): Promise<Outcome> {
  const stage = new Stage(init, asked.debug);
  const shared = page();
  if (shared.open) return fail(stage, busy());
  let cancel: () => void = () => undefined;
  const cancelled = new Promise<undefined>((resolve) => {
    cancel = () => resolve(undefined);
  });
  const lock: Lock = {
    session: undefined,
    close: () => {
      // The vendor's copies share one frame: an old checkout would close another's.
      if (shared.open !== lock) return false;
      if (lock.session) return lock.session.close();
      cancel();
      return true;
    },
  };
  shared.open = lock;
  init.opened?.(lock);
  try {
    if (!stage.tell(new RzpOpenEvent())) return dismiss(stage, 'prevented');
    stage.enter('preparing', words.preparing);
    // A copy: its idempotency key is found again, whatever the page does to its data meanwhile.
    const orderData = JSON.parse(
      JSON.stringify(asked.orderData ?? {}),
    ) as CheckoutRequest['orderData'];
    const request = {...asked, orderData};
    const checked = checkRequest(request, stage.warn);
    const prepared = await Promise.race([
      Promise.all([
        obtainOrder({...request, orderId: checked.options.orderId}, () =>
          import('./recovery/resume-checkouts.js').then(({settleEarlier}) =>
            settleEarlier(request),
          ),
        ),
        loadRazorpay(checked.script, request.nonce),
      ]),
      cancelled,
    ]);
    if (!prepared) return dismiss(stage, 'closed');
    const [order, Razorpay] = prepared;
    return await openOrder({request, checked, order, Razorpay, stage, init, lock});
  } catch (error) {
    return fail(stage, asCheckoutError(error));
  } finally {
    if (shared.open === lock) shared.open = undefined;
  }
}

const busy = () =>
  new CheckoutError('checkout_busy', 'Another checkout is open on this page.', {retryable: true});
