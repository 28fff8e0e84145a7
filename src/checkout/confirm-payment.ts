import type {CheckoutRequest} from './request/checkout-request.js';
import {RzpPaymentEvent, RzpUnconfirmedEvent, type PaymentAnswer} from './events/events.js';
import type {Outcome} from './events/outcome.js';
import type {PaymentResponse} from '../wire/page-script.js';
import type {Stage} from './events/reporter.js';
import {askStatus} from './merchant/ask-status.js';
import {succeed} from './events/success.js';
import {dropUnfinished, keepUnfinished, type UnfinishedCheckout} from './storage/unfinished.js';
import {verify, type Confirmation, type Doubt} from './merchant/verify-payment.js';
import {words} from './words/en.js';

/** How long `open()` waits for a slow server before it says `unconfirmed`; asking goes on. */
const PATIENCE_MS = 20_000;
const STATUS_MS = 5_000;

/**
 * Has a payment confirmed by the merchant: by a listener that took over, by `verify-url`, or by
 * `callback-url`. Until then the shopper is told not to pay again.
 */
export async function confirmPayment(
  request: CheckoutRequest,
  row: UnfinishedCheckout,
  payment: PaymentResponse,
  stage: Stage,
): Promise<Outcome> {
  const {razorpay_order_id: orderId, razorpay_payment_id: paymentId} = payment;
  // Kept before it is posted: the tab may be gone in the next moment.
  keepUnfinished({...row, payment});
  const event = new RzpPaymentEvent(payment);
  stage.tell(event);
  stage.enter('verifying', words.verifying);

  let doubt: Doubt = 'pending';
  const doubtIs = (next: Doubt) => {
    if (next !== doubt || !doubted) {
      doubted = true;
      doubt = next;
      // The page's own verification answers once: nobody keeps checking.
      const last = event.answer || request.confirm ? 'rejected' : doubt;
      stage.enter('unconfirmed', words.unconfirmed(last, paymentId));
      stage.tell(new RzpUnconfirmedEvent(doubt, orderId, paymentId));
    }
  };
  let doubted = false;

  const confirmed = ask(request, event, doubtIs).then((confirmation) => {
    if (confirmation) return succeed(stage, row, confirmation, request.successUrl);
    // Refused for good: asking again on the next page view would change nothing.
    if (doubt === 'rejected') dropUnfinished(orderId);
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
  onDoubt: (doubt: Doubt) => void,
): Promise<Confirmation | undefined> {
  const {verifyUrl, statusUrl, callbackUrl, confirm} = request;
  const {razorpay_order_id: orderId, razorpay_payment_id: paymentId} = payment;
  // A webhook may have told the server what the page can't.
  const otherwise = async () => {
    const reply = statusUrl && (await askStatus({...request, statusUrl}, orderId, STATUS_MS));
    if (!reply || reply.payment_id !== paymentId) return undefined;
    const {status} = reply;
    return status === 'paid' || status === 'placed' ? {status, orderId, paymentId} : undefined;
  };
  if (answer) return read(answer, payment, onDoubt);
  if (confirm) return read((async () => confirm(payment))(), payment, onDoubt);
  if (verifyUrl) return verify({...request, verifyUrl, otherwise}, payment, onDoubt);
  if (!callbackUrl) {
    onDoubt('unreachable');
    return undefined;
  }
  postForm(callbackUrl, payment);
  // The page is left now; the one that stays is told after the patience.
  return new Promise(() => undefined);
}

async function read(
  answer: Promise<PaymentAnswer>,
  payment: PaymentResponse,
  onDoubt: (doubt: Doubt) => void,
): Promise<Confirmation | undefined> {
  try {
    const {status} = await answer;
    if (status === 'paid' || status === 'placed') {
      return {status, orderId: payment.razorpay_order_id, paymentId: payment.razorpay_payment_id};
    }
    onDoubt('pending');
  } catch (error) {
    console.error('rzp-magic-button: the verification of the page failed.', error);
    onDoubt('unreachable');
  }
  return undefined;
}

/** Leaves the page with the response, as Razorpay's own script does without a handler. */
function postForm(action: string, payment: PaymentResponse): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  for (const [name, value] of Object.entries(payment)) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = String(value);
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
