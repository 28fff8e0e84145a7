import {impersonal} from './analytics.js';
import {assembleOptions, checkRequest, type CheckoutRequest} from './checkout-request.js';
import {confirmPayment} from './confirmation.js';
import {asCheckoutError, CheckoutError} from './errors.js';
import {
  RzpAnalyticsEvent,
  RzpAttemptFailedEvent,
  RzpDismissEvent,
  RzpErrorEvent,
  RzpOpenEvent,
  type DismissReason,
} from './events.js';
import {obtainOrder} from './order.js';
import type {Outcome} from './outcome.js';
import {page} from './page.js';
import {loadRazorpay} from './script.js';
import {openSession, type Session} from './session.js';
import {Stage, type StageInit} from './stage.js';
import {words} from './words.js';

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
  let session: Session | undefined;
  let cancel: () => void = () => undefined;
  const cancelled = new Promise<undefined>((resolve) => {
    cancel = () => resolve(undefined);
  });
  const lock = {
    close: () => {
      // The vendor's copies share one frame: an old checkout would close another's.
      if (shared.open !== lock) return false;
      if (session) return session.close();
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
        obtainOrder({...request, orderId: checked.options.orderId}),
        loadRazorpay(checked.script, request.nonce),
      ]),
      cancelled,
    ]);
    if (!prepared) return dismiss(stage, 'closed');
    const [order, Razorpay] = prepared;
    const {orderId} = order;
    const payments = new Map<string, Promise<Outcome>>();
    session = openSession(Razorpay, assembleOptions(request, checked, order), {
      payment: (payment) => {
        const {razorpay_payment_id: id} = payment;
        // Whatever was opened since is for an order that this payment may have settled.
        if (shared.open !== lock) shared.open?.close();
        if (payments.has(id)) return;
        const outcome = confirmPayment(request, payment, stage);
        payments.set(id, outcome);
        init.paying?.(outcome);
      },
      attemptFailed: (error) => stage.tell(new RzpAttemptFailedEvent(orderId, error)),
      analytics: (data) => stage.tell(new RzpAnalyticsEvent(String(data.event), impersonal(data))),
    });
    stage.enter('open');
    const ending = await session.ended;
    shared.open = undefined;
    const [confirmed] = payments.values();
    if (confirmed) return await confirmed;
    if (ending.type === 'failed') return fail(stage, ending.error);
    return dismiss(stage, ending.type === 'dismissed' ? ending.reason : 'closed', orderId);
  } catch (error) {
    return fail(stage, asCheckoutError(error));
  } finally {
    if (shared.open === lock) shared.open = undefined;
  }
}

function dismiss(stage: Stage, reason: DismissReason, orderId?: string): Outcome {
  stage.enter('idle', reason === 'payment_failed' ? words.paymentFailed : '');
  stage.tell(new RzpDismissEvent(reason, orderId));
  return {type: 'dismissed', reason, ...(orderId && {orderId})};
}

function fail(stage: Stage, error: CheckoutError): Outcome {
  stage.enter('idle', words.error(error));
  stage.tell(new RzpErrorEvent(error));
  return {type: 'failed', error};
}

const busy = () =>
  new CheckoutError('checkout_busy', 'Another checkout is open on this page.', {retryable: true});
