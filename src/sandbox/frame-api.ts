import {Hono} from 'hono';
import type {AttemptError} from '../checkout/razorpay.js';
import {hmacHex, paymentMessage} from '../server/signature.js';
import {ApiError, orderAlreadyPaid, unauthorized} from './api-error.js';
import {BANKS, readAttempt} from './attempt-request.js';
import type {Payment} from './entities.js';
import {CANCELLED, UNSUCCESSFUL, WRONG_OTP} from './failures.js';
import type {AttemptReply, AttemptStatus, BankAnswer, Preferences} from './frame-wire.js';
import type {Store} from './store.js';

/**
 * What the checkout's frame asks for, under `/v1/checkout`: private to Razorpay and to the
 * sandbox. Whoever knows the public key may call it; the secret signs here and stays here.
 */
export function frameApi(store: Store, keyId: string, keySecret: string): Hono {
  const api = new Hono();
  const checkKey = (given: unknown): void => {
    if (given !== keyId) throw unauthorized('The api key provided is invalid');
  };

  api.get('/preferences', (context) => {
    checkKey(context.req.query('key_id'));
    return context.json(preferences(store, context.req.query('order_id') ?? ''));
  });

  api.post('/payments', async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    checkKey((body as {key_id?: unknown} | undefined)?.key_id);
    return context.json(begin(store, body));
  });

  api.get('/payments/:id', async (context) =>
    context.json(await statusOf(store.payment(context.req.param('id')), keySecret)),
  );

  api.post('/payments/:id/authenticate', async (context) => {
    const answer: unknown = await context.req.json().catch(() => undefined);
    const payment = settle(store, context.req.param('id'), answer as BankAnswer);
    return context.json(await statusOf(payment, keySecret));
  });

  return api;
}

function preferences(store: Store, orderId: string): Preferences {
  if (!orderId) return {banks: BANKS};
  const order = store.order(orderId);
  if (order.status === 'paid') throw orderAlreadyPaid();
  return {
    order: {
      id: order.id,
      amount: order.amount,
      currency: order.currency,
      lineItems: store.lineItems(orderId),
      isMagic: order.line_items_total !== undefined,
    },
    banks: BANKS,
  };
}

/** Starts an attempt. The two test VPAs are decided at once, whatever becomes of the frame. */
function begin(store: Store, body: unknown): AttemptReply {
  const attempt = readAttempt(body);
  const {instrument} = attempt;
  const currency = attempt.orderId ? store.order(attempt.orderId).currency : attempt.currency;
  if (instrument.method === 'upi' && currency !== 'INR') {
    throw new ApiError('The currency should be INR when method is upi');
  }
  const {id} = store.startPayment(attempt);
  if (instrument.method === 'card') return {payment_id: id, next: 'otp'};
  if (instrument.method === 'netbanking') return {payment_id: id, next: 'bank'};
  if (instrument.vpa === 'success@razorpay') store.authorize(id);
  else if (instrument.vpa === 'failure@razorpay') store.fail(id, UNSUCCESSFUL);
  else return {payment_id: id, next: 'bank'};
  return {payment_id: id, next: 'wait'};
}

/** Enters what the shopper did on the bank's page; a payment that is decided stays as it is. */
function settle(store: Store, id: string, answer: BankAnswer | undefined): Payment {
  const instrument = store.instrument(id);
  switch (answer?.choice) {
    case 'success':
      return store.authorize(id);
    case 'failure':
      return store.fail(id, instrument.method === 'card' ? instrument.failure : UNSUCCESSFUL);
    case 'otp':
      return /^\d{4,10}$/.test(answer.otp) ? store.authorize(id) : store.fail(id, WRONG_OTP);
    case 'cancel':
      // Razorpay's test mode takes a cancelled UPI payment for a successful one.
      return instrument.method === 'upi' ? store.authorize(id) : store.fail(id, CANCELLED);
    default:
      throw new ApiError('The choice field is required.', {field: 'choice'});
  }
}

async function statusOf(payment: Payment, keySecret: string): Promise<AttemptStatus> {
  if (payment.status === 'created') return {status: 'pending'};
  if (payment.status === 'failed') return {status: 'failed', error: attemptError(payment)};
  if (payment.order_id === null) {
    return {status: 'success', response: {razorpay_payment_id: payment.id}};
  }
  return {
    status: 'success',
    response: {
      razorpay_payment_id: payment.id,
      razorpay_order_id: payment.order_id,
      razorpay_signature: await hmacHex(keySecret, paymentMessage(payment.order_id, payment.id)),
    },
  };
}

const attemptError = (payment: Payment): AttemptError => ({
  code: payment.error_code ?? 'BAD_REQUEST_ERROR',
  description: payment.error_description ?? '',
  source: payment.error_source ?? 'NA',
  step: payment.error_step ?? 'NA',
  reason: payment.error_reason ?? 'NA',
  metadata: {
    payment_id: payment.id,
    ...(payment.order_id !== null && {order_id: payment.order_id}),
  },
});
