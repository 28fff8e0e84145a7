import {checkEarlierOrders} from './check-earlier-orders.js';
import {checkOtherTabs} from './check-other-tabs.js';
import {dismiss} from './events/endings.js';
import {RzpOpenEvent} from './events/events.js';
import type {Outcome} from './events/outcome.js';
import type {ReporterInit} from './events/reporter.js';
import {obtainOrder} from './merchant/obtain-order.js';
import {openOrder} from './open-order.js';
import {Purchase} from './purchase.js';
import {checkRequest, type CheckoutRequest} from './request/checkout-request.js';
import {readRequest} from './request/read-request.js';
import {loadWithContainer} from './vendor/load-razorpay.js';
import {words} from './words/en.js';

/**
 * Takes one order through the checkout: gets the order, loads the vendor's script, opens the
 * checkout, has the payment confirmed by the merchant's server. Always resolves.
 *
 * Events fire at `target` (the document unless said otherwise). One checkout is open per page; a
 * second one fails with `checkout_busy`.
 *
 * @example
 * ```ts
 * import {startCheckout} from 'rzp-magic-button/checkout.js';
 *
 * const outcome = await startCheckout({
 *   orderUrl: '/checkout/orders',
 *   verifyUrl: '/checkout/verify',
 *   statusUrl: '/checkout/status',
 *   orderData: {sku: 'assam'},
 * });
 * if (outcome.type === 'success') location.assign('/thanks');
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (Checkout Options)
 */
export function startCheckout(asked: CheckoutRequest, init: ReporterInit = {}): Promise<Outcome> {
  const purchase = new Purchase(asked, init);
  const {reporter} = purchase;
  init.opened?.(purchase);
  return purchase.start(async () => {
    if (!reporter.tell(new RzpOpenEvent())) return dismiss(reporter, 'prevented');
    reporter.enter('preparing', words.preparing);
    const request = (purchase.request = readRequest(asked));
    const checked = checkRequest(request, reporter.warn);
    const elsewhere = await checkOtherTabs(request);
    if (elsewhere) return purchase.wasMadeElsewhere(elsewhere);
    const {orderId} = checked.options;
    const prepared = await purchase.unlessClosed(
      Promise.all([
        obtainOrder({...request, orderId}, (isComplete) => checkEarlierOrders(request, isComplete)),
        loadWithContainer(checked.script, request.nonce),
      ]),
    );
    if (!prepared) return dismiss(reporter, 'closed');
    const [order, Razorpay] = prepared;
    return purchase.open(() => openOrder(purchase, {checked, order, Razorpay}));
  });
}
