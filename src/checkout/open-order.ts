import {isConfirmed} from '../wire/order-status.js';
import type {PaymentResponse, RazorpayConstructor, RazorpayOptions} from '../wire/page-script.js';
import {askWhatBecame} from './ask-what-became.js';
import {priceOf} from './events/carts.js';
import {RzpAnalyticsEvent, RzpAttemptFailedEvent} from './events/events.js';
import type {Outcome} from './events/outcome.js';
import {askStatus} from './merchant/ask-status.js';
import {obtainConfirmation} from './obtain-confirmation.js';
import type {Purchase} from './purchase.js';
import {
  assembleOptions,
  type CheckedRequest,
  type CheckoutRequest,
} from './request/checkout-request.js';
import type {OrderToPay} from './shell/order-source.js';
import {isOn} from './shell/attributes.js';
import {pageState} from './shell/page-state.js';
import {sharedState} from './storage/shared-state.js';
import {safeDocument} from './shell/safe-document.js';
import {cartKey} from './storage/cart-key.js';
import {keyName} from './storage/idempotency-key.js';
import {
  findUnfinished,
  keepUnfinished,
  noteTried,
  type UnfinishedCheckout,
} from './storage/unfinished.js';
import {originOf} from './storage/origins.js';
import {openSession, type Session} from './vendor/open-session.js';
import {RefusedOrder} from './said/refused-order.js';

/** What a purchase needs to open its order. */
export interface Prepared {
  checked: CheckedRequest;
  order: OrderToPay;
  Razorpay: RazorpayConstructor;
}

/** How soon the merchant's server must answer when the shopper comes back from a UPI app. */
const STATUS_TIMEOUT_MS = 5_000;

/** Opens the checkout of an order, and sees to whatever becomes of it. */
export async function openOrder(
  purchase: Purchase,
  {checked, order, Razorpay}: Prepared,
): Promise<Outcome> {
  const {request, reporter} = purchase;
  const options = assembleOptions(request, checked, order);
  const kept = findUnfinished(order.orderId);
  const {isTried, isPaying} = kept ?? {};
  const row = {...rowOf(request, options, order), isTried, isPaying};
  if (kept?.payment && (kept.verifyOrigin ?? location.origin) !== row.verifyOrigin)
    throw elsewhere(kept);
  purchase.orderId = row.orderId;
  purchase.money ??= order.money;
  const confirm = (payment: PaymentResponse) =>
    purchase.confirm(payment.razorpay_payment_id, () => obtainConfirmation(purchase, row, payment));

  sharedState().live.add(row.orderId);
  if (kept?.payment) {
    // Paid on an earlier page view or in another tab, and not acknowledged: never opened again.
    purchase.release();
    return confirm(kept.payment);
  }

  keepUnfinished(row);
  let hasFailed = false;
  const session = openSession(Razorpay, options, {
    words: purchase.words,
    payment: (payment, isLate) => {
      // It may have paid for what a checkout that was opened since is about to sell again.
      if (isLate) pageState().open?.close();
      void confirm(payment);
    },
    pressed: () => {
      hasFailed = false;
      noteTried(row, true);
    },
    attemptFailed: (error) => {
      // What failed may yet be paid, late, and it may be all that is heard of a pressed Pay.
      hasFailed = true;
      // How one of an earlier opening ended, this one does not hear.
      noteTried(row, isPaying ?? false);
      reporter.tell(new RzpAttemptFailedEvent(row.orderId, error));
    },
    analytics: (data) => {
      const told = isOn(request.analyticsPersonalData) ? data : request.impersonal?.(data);
      if (told) reporter.tell(new RzpAnalyticsEvent(String(data.event), told));
    },
  });
  purchase.opened(session);
  const unwatch = watchReturn(request, row.orderId, session);
  const ending = await session.ended;
  unwatch();
  purchase.release();
  return (
    purchase.since(session) ??
    purchase.hold(() => askWhatBecame(purchase, {row, session, ending, hasFailed}))
  );
}

/** What is kept of the checkout while its end is not known. */
function rowOf(
  request: CheckoutRequest,
  options: RazorpayOptions,
  {orderId}: OrderToPay,
): UnfinishedCheckout {
  const {orderUrl, orderData, verifyUrl, callbackUrl, statusUrl} = request;
  return {
    orderId,
    keyId: String(options.key),
    orderUrl: orderUrl ?? '',
    keyName: orderUrl ? keyName(orderUrl, orderData ?? {}) : '',
    cart: cartKey(request),
    verifyOrigin: originOf(verifyUrl ?? callbackUrl),
    price: priceOf(request),
    statusOrigin: originOf(statusUrl ?? verifyUrl ?? callbackUrl),
    at: Date.now(),
  };
}

/** The signature of a payment goes nowhere but where its checkout was opened with. */
const elsewhere = ({verifyOrigin = location.origin}: UnfinishedCheckout) =>
  new RefusedOrder({said: 'attempted'}, {cause: verifyOrigin});

/**
 * Asks the merchant's server when the shopper comes back to the page with a payment on its way, from
 * a UPI app for example: the browser may have put the checkout to sleep, which then never says.
 */
function watchReturn(request: CheckoutRequest, orderId: string, session: Session): () => void {
  const {statusUrl} = request;
  const look = () => {
    if (!statusUrl || safeDocument.visibilityState !== 'visible' || !session.paying()) return;
    void askStatus({...request, statusUrl}, orderId, STATUS_TIMEOUT_MS).then((reply) => {
      if (isConfirmed(reply?.status)) session.leave();
    });
  };
  safeDocument.addEventListener('visibilitychange', look);
  return () => safeDocument.removeEventListener('visibilitychange', look);
}
