import {impersonal} from './events/analytics.js';
import {
  assembleOptions,
  type CheckedRequest,
  type CheckoutRequest,
} from './request/checkout-request.js';
import {confirmPayment} from './confirm-payment.js';
import {RzpAnalyticsEvent, RzpAttemptFailedEvent} from './events/events.js';
import {keyName} from './storage/idempotency-key.js';
import type {Order} from './merchant/obtain-order.js';
import type {Outcome} from './events/outcome.js';
import {page} from './shell/page-state.js';
import type {PaymentResponse, RazorpayConstructor} from '../wire/page-script.js';
import {openSession, type Session} from './vendor/open-session.js';
import type {Stage, StageInit} from './events/reporter.js';
import {askStatus} from './merchant/ask-status.js';
import {findUnfinished, keepUnfinished, type UnfinishedCheckout} from './storage/unfinished.js';
import {dismiss, fail} from './events/failure.js';

/** The page's lock, and the session that it closes. */
export interface Lock {
  session: Session | undefined;
  close(): boolean;
}

/** An order that is ready to be paid. */
export interface Prepared {
  request: CheckoutRequest;
  checked: CheckedRequest;
  order: Order;
  Razorpay: RazorpayConstructor;
  stage: Stage;
  init: StageInit;
  lock: Lock;
}

/** How soon the merchant's server must answer when the shopper comes back from a UPI app. */
const RETURN_MS = 5_000;

/** Opens the checkout of an order, and sees to whatever becomes of it. */
export async function openOrder(prepared: Prepared): Promise<Outcome> {
  const {request, checked, order, Razorpay, stage, init, lock} = prepared;
  const {orderId} = order;
  const shared = page();
  const options = assembleOptions(request, checked, order);
  const row: UnfinishedCheckout = {
    orderId,
    keyId: String(options.key),
    orderUrl: request.orderUrl ? new URL(request.orderUrl, location.href).href : '',
    keyName: request.orderUrl ? keyName(request.orderUrl, request.orderData ?? {}) : '',
    at: Date.now(),
  };
  const confirm = (payment: PaymentResponse) => {
    const outcome = confirmPayment(request, row, payment, stage);
    init.paying?.(outcome);
    return outcome;
  };
  const free = () => {
    if (shared.open === lock) shared.open = undefined;
  };
  shared.live.add(orderId);
  const kept = findUnfinished(orderId)?.payment;
  if (kept) {
    // Paid on an earlier page view or in another tab, and not acknowledged: never opened again.
    free();
    return confirm(kept);
  }
  const payments = new Map<string, Promise<Outcome>>();
  let retried: Promise<Outcome> | undefined;
  keepUnfinished(row);
  const session = openSession(Razorpay, options, {
    payment: (payment) => {
      const {razorpay_payment_id: id} = payment;
      // Whatever was opened since is for an order that this payment may have settled.
      if (shared.open !== lock) shared.open?.close();
      if (!payments.has(id)) payments.set(id, confirm(payment));
    },
    attemptFailed: (error) => stage.tell(new RzpAttemptFailedEvent(orderId, error)),
    analytics: (data) =>
      stage.tell(
        new RzpAnalyticsEvent(
          String(data.event),
          request.analyticsPersonalData ? data : impersonal(data),
        ),
      ),
  });
  lock.session = session;
  stage.enter('open');
  // Fetched while the network is known to work: it is needed when something goes wrong.
  const aftermath = import('./ask-what-became.js').catch(() => undefined);
  const unwatch = watchReturn(request, orderId, session);
  const ending = await session.ended;
  unwatch();
  free();
  const [confirmed] = payments.values();
  if (confirmed) return confirmed;
  const leave = () => {
    shared.live.delete(orderId);
    return ending.type === 'failed'
      ? fail(stage, ending.error)
      : dismiss(stage, ending.type === 'dismissed' ? ending.reason : 'closed', orderId);
  };
  const settle = (await aftermath)?.settle ?? leave;
  return settle({
    request,
    row,
    stage,
    paying: session.paying(),
    newer: () => retried ?? [...payments.values()][0],
    leave,
    hold: (outcome) => init.paying?.(outcome),
    retry: () => {
      if (shared.open) return;
      shared.open = lock;
      stage.enter('preparing');
      retried = openOrder(prepared);
      init.paying?.(retried);
    },
  });
}

/**
 * Asks the merchant's server when the shopper comes back to the page with a payment on its way, from
 * a UPI app for example: the checkout itself may have been put to sleep and never say.
 */
function watchReturn(request: CheckoutRequest, orderId: string, session: Session): () => void {
  const {statusUrl} = request;
  const look = () => {
    if (!statusUrl || document.visibilityState !== 'visible' || !session.paying()) return;
    void askStatus({...request, statusUrl}, orderId, RETURN_MS).then((reply) => {
      if (reply?.status === 'paid' || reply?.status === 'placed') session.leave();
    });
  };
  document.addEventListener('visibilitychange', look);
  return () => document.removeEventListener('visibilitychange', look);
}
