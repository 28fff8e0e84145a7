import {isConfirmed} from '../wire/order-status.js';
import type {PaymentResponse} from '../wire/page-script.js';
import {succeed} from './events/endings.js';
import {RzpPaymentEvent, RzpUnconfirmedEvent, type PaymentAnswer} from './events/events.js';
import type {Outcome} from './events/outcome.js';
import {askStatus} from './merchant/ask-status.js';
import {confirmationOf} from './merchant/confirmation-of.js';
import {postPayment, type OnDoubt} from './merchant/post-payment.js';
import type {Purchase} from './purchase.js';
import type {CheckoutRequest} from './request/checkout-request.js';
import type {Confirmation, Doubt} from './shell/confirmation.js';
import {safeDocument} from './shell/safe-document.js';
import {dropUnfinished, keepUnfinished, type UnfinishedCheckout} from './storage/unfinished.js';

/** How long `open()` waits for a slow server before it says `unconfirmed`; asking goes on. */
const PATIENCE_MS = 20_000;
const STATUS_TIMEOUT_MS = 5_000;

/**
 * Has a payment confirmed by the merchant: by a listener that took over, by `verify-url`, or by
 * `callback-url`. Until then the shopper is told not to pay again.
 */
export async function obtainConfirmation(
  {request, reporter}: Purchase,
  row: UnfinishedCheckout,
  payment: PaymentResponse,
): Promise<Outcome> {
  const {razorpay_order_id: orderId, razorpay_payment_id: paymentId} = payment;
  // Kept before it is posted: the tab may be gone in the next moment.
  keepUnfinished({...row, payment});
  const event = new RzpPaymentEvent(payment);
  reporter.tell(event);
  reporter.enter('verifying', {progress: 'verifying'});

  let doubt: Doubt = 'pending';
  let isTold = false;
  let isOver = false;
  const doubtIs: OnDoubt = (next, isKept) => {
    isOver = next === 'rejected' && !isKept;
    if (isTold && next === doubt) return;
    isTold = true;
    doubt = next;
    // A page that verifies by itself answers once: the shopper must not wait for another check.
    const isLast = event.answer ?? request.confirm;
    const said = isLast || doubt === 'rejected' ? 'rejected' : 'pending';
    reporter.enter('unconfirmed', {told: {said, paymentId}});
    reporter.tell(new RzpUnconfirmedEvent(doubt, orderId, paymentId));
  };

  const confirmed = ask(request, event, doubtIs).then((confirmation) => {
    if (confirmation) return succeed(reporter, row, confirmation, request.successUrl);
    // A rejection is final: posting it again on the next page view would change nothing.
    if (isOver) dropUnfinished(orderId);
    return undefined;
  });
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const success = await Promise.race([confirmed, late]);
  if (success) return success;
  doubtIs(doubt);
  return {type: 'unconfirmed', doubt, orderId, paymentId};
}

/** Resolves with the confirmation, or with nothing when there will be none. */
async function ask(
  request: CheckoutRequest,
  {payment, answer}: RzpPaymentEvent,
  onDoubt: OnDoubt,
): Promise<Confirmation | undefined> {
  const {verifyUrl, callbackUrl, confirm} = request;
  if (answer) return read(answer, payment, onDoubt);
  if (confirm) return read((async () => confirm(payment))(), payment, onDoubt);
  if (verifyUrl) {
    const otherwise = () => askStatusOf(payment, request);
    return postPayment({...request, verifyUrl, otherwise}, payment, onDoubt);
  }
  if (!callbackUrl) {
    onDoubt('unreachable');
    return undefined;
  }
  postForm(callbackUrl, payment);
  // The form leaves the page. Where the page stays, the shopper is told once the patience is over.
  return new Promise(() => undefined);
}

/** A webhook may have told the merchant's server of a payment that the page can't get verified. */
async function askStatusOf(
  {razorpay_order_id: orderId, razorpay_payment_id: paymentId}: PaymentResponse,
  {statusUrl, ...request}: CheckoutRequest,
): Promise<Confirmation | undefined> {
  if (!statusUrl) return undefined;
  const reply = await askStatus({...request, statusUrl}, orderId, STATUS_TIMEOUT_MS);
  return reply?.payment_id === paymentId ? confirmationOf(reply) : undefined;
}

async function read(
  answer: Promise<PaymentAnswer>,
  payment: PaymentResponse,
  onDoubt: (doubt: Doubt) => void,
): Promise<Confirmation | undefined> {
  try {
    const {status} = await answer;
    if (isConfirmed(status)) {
      return {status, orderId: payment.razorpay_order_id, paymentId: payment.razorpay_payment_id};
    }
    onDoubt('pending');
  } catch (error) {
    console.error('rzp-magic-button: the verification failed.', error);
    onDoubt('unreachable');
  }
  return undefined;
}

/** Leaves the page with the response, as Razorpay's own script does without a handler. */
function postForm(action: string, payment: PaymentResponse): void {
  const form = safeDocument.createElement('form');
  form.method = 'post';
  form.action = action;
  for (const [name, value] of Object.entries(payment)) {
    const input = safeDocument.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = String(value);
    form.append(input);
  }
  safeDocument.body.append(form);
  HTMLFormElement.prototype.submit.call(form);
}
