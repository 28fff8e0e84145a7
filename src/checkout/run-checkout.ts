import {CHECKOUT_URL} from '../wire/standard-script.js';
import type {RazorpayConstructor} from '../wire/page-script.js';
import {checkEarlierOrders, OrderInDoubt} from './check-earlier-orders.js';
import {BoughtMeanwhile, watchCart} from './check-other-tabs.js';
import {dismiss} from './events/endings.js';
import {RzpOpenEvent} from './events/events.js';
import type {Outcome} from './events/outcome.js';
import {obtainOrder} from './merchant/obtain-order.js';
import {openOrder, type Prepared} from './open-order.js';
import {Purchase, type PurchaseInit} from './purchase.js';
import {
  checkRequest,
  type CheckedRequest,
  type CheckoutRequest,
} from './request/checkout-request.js';
import {readRequest} from './request/read-request.js';
import {asksForMandate} from './request/standard-checkout.js';
import type {OrderToPay} from './shell/order-source.js';
import {loadWithContainer} from './vendor/load-razorpay.js';
import {loadBehind} from './vendor/open-session.js';

/**
 * Takes one order through the checkout, whoever shows it: gets the order, loads the vendor's script,
 * opens the checkout, has the payment confirmed by the merchant's server. Always resolves.
 */
export function runCheckout(asked: CheckoutRequest, init: PurchaseInit): Promise<Outcome> {
  const purchase = new Purchase(asked, init);
  const {reporter} = purchase;
  return purchase.start(async () => {
    init.opened?.(purchase);
    if (!reporter.tell(new RzpOpenEvent())) return dismiss(reporter, 'prevented');
    reporter.enter('preparing', {progress: 'preparing'});
    const request = (purchase.request = readRequest(asked));
    const checked = checkRequest(request, reporter.warn);
    const checkCart = watchCart(request);
    // Beside all else that a click loads.
    void loadBehind();
    const load = (script = checked.script) => loadWithContainer(script, request.nonce);
    try {
      await checkCart();
      const prepared = await purchase.unlessClosed(prepare(request, checked, load, checkCart));
      if (!prepared) return dismiss(reporter, 'closed');
      return await purchase.open(() => openOrder(purchase, prepared));
    } catch (error) {
      if (error instanceof BoughtMeanwhile) return purchase.wasMadeElsewhere(error.confirmation);
      if (!(error instanceof OrderInDoubt)) throw error;
      const {row: order} = error;
      const reopen = async () => openOrder(purchase, {checked, order, Razorpay: await load()});
      return purchase.fail(error, purchase.reopening(reopen));
    }
  });
}

/** Asks for the order and loads Razorpay's script side by side. */
async function prepare(
  request: CheckoutRequest,
  checked: CheckedRequest,
  load: (script?: string) => Promise<RazorpayConstructor>,
  checkCart: () => Promise<void>,
): Promise<Prepared> {
  const [order, loaded] = await Promise.all([
    obtainUnpaid(request, checked.options.orderId, checkCart),
    load(),
  ]);
  // Only the server may have known that this order is to bring a mandate.
  const isOther = !request.scriptUrl && asksForMandate(order.options?.recurring);
  const Razorpay = isOther ? await load(CHECKOUT_URL) : loaded;
  await checkCart();
  return {checked, order, Razorpay};
}

/** Resolves with the order to be paid, unless an earlier one of the cart is, or may be, paid. */
async function obtainUnpaid(
  request: CheckoutRequest,
  orderId: string | null | undefined,
  checkCart: () => Promise<void>,
): Promise<OrderToPay> {
  let others: readonly string[] = [];
  const order = await obtainOrder({...request, orderId}, async (isComplete) => {
    others = await checkEarlierOrders(request, {isComplete});
    await checkCart();
  });
  // An endpoint that heeds no key has made another one.
  await checkEarlierOrders(request, {except: [...others, order.orderId]});
  return order;
}
