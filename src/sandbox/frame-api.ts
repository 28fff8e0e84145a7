import {Hono} from 'hono';
import {ApiError, noMethods, orderAlreadyPaid, unauthorized} from './api-error.js';
import {attemptError} from './attempt-error.js';
import {BANKS, readAttempt} from './attempt-request.js';
import type {Bank} from './bank.js';
import type {Payment} from './entities.js';
import type {Faults} from './faults.js';
import {CANCELLED, UNSUCCESSFUL, WRONG_OTP} from './failures.js';
import type {AttemptReply, AttemptStatus, BankAnswer, Preferences} from './frame-wire.js';
import {signResponse} from './sign-response.js';
import type {Store} from './store.js';

interface FrameApiSettings {
  readonly store: Store;
  readonly bank: Bank;
  readonly faults: Faults;
  readonly keyId: string;
  readonly keySecret: string;
}

/**
 * What the checkout's frame asks for, under `/v1/checkout`: private to Razorpay and to the
 * sandbox. Whoever knows the public key may call it; the secret signs here and stays here.
 */
export function frameApi(settings: FrameApiSettings): Hono {
  const {store, bank, faults, keyId} = settings;
  const api = new Hono();
  const statusOf = statusReader(settings);
  const checkKey = (given: unknown): void => {
    if (given !== keyId) throw unauthorized('The api key provided is invalid');
  };

  api.get('/preferences', (context) => {
    checkKey(context.req.query('key_id'));
    const orderId = context.req.query('order_id') ?? '';
    faults.follow(orderId, context.req.query('fault'));
    if (faults.take('frame', {orderId}, 'fault')) throw noMethods();
    return context.json(preferences(store, bank, orderId));
  });

  api.post('/payments', async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    checkKey((body as {key_id?: unknown} | undefined)?.key_id);
    return context.json(begin(store, bank, body));
  });

  api.get('/payments/:id', async (context) =>
    context.json(await statusOf(store.payment(context.req.param('id')))),
  );

  api.post('/payments/:id/authenticate', async (context) => {
    const answer: unknown = await context.req.json().catch(() => undefined);
    const payment = settle(store, bank, context.req.param('id'), answer as BankAnswer);
    return context.json(await statusOf(payment));
  });

  return api;
}

function preferences(store: Store, bank: Bank, orderId: string): Preferences {
  if (!orderId) return {banks: BANKS};
  const order = store.order(orderId);
  if (!bank.takesPayments(orderId)) throw orderAlreadyPaid();
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
function begin(store: Store, bank: Bank, body: unknown): AttemptReply {
  const attempt = readAttempt(body);
  const {instrument} = attempt;
  const currency = attempt.orderId ? store.order(attempt.orderId).currency : attempt.currency;
  if (instrument.method === 'upi' && currency !== 'INR') {
    throw new ApiError('The currency should be INR when method is upi');
  }
  const {id} = bank.begin(attempt);
  if (instrument.method === 'card') return {payment_id: id, next: 'otp'};
  if (instrument.method === 'netbanking') return {payment_id: id, next: 'bank'};
  if (instrument.vpa === 'success@razorpay') bank.approve(id);
  else if (instrument.vpa === 'failure@razorpay') bank.decline(id, UNSUCCESSFUL);
  else return {payment_id: id, next: 'bank'};
  return {payment_id: id, next: 'wait'};
}

/** Enters what the shopper did on the bank's page; a payment that is decided stays as it is. */
function settle(store: Store, bank: Bank, id: string, answer: BankAnswer | undefined): Payment {
  const instrument = store.instrument(id);
  switch (answer?.choice) {
    case 'success':
      return bank.approve(id);
    case 'failure':
      return bank.decline(id, instrument.method === 'card' ? instrument.failure : UNSUCCESSFUL);
    case 'otp':
      return /^\d{4,10}$/.test(answer.otp) ? bank.approve(id) : bank.decline(id, WRONG_OTP);
    case 'cancel':
      // Razorpay's test mode takes a cancelled UPI payment for a successful one.
      return instrument.method === 'upi' ? bank.approve(id) : bank.decline(id, CANCELLED);
    default:
      throw new ApiError('The choice field is required.', {field: 'choice'});
  }
}

/** What the frame is told of a payment, which is the truth unless a fault hides it. */
function statusReader({faults, keySecret}: FrameApiSettings) {
  const fates = new Map<string, ReturnType<typeof fateOf>>();
  const fateOf = ({order_id: orderId}: Payment) => faults.take('handler', {orderId})?.word;

  return async (payment: Payment): Promise<AttemptStatus> => {
    if (payment.status === 'created') return {status: 'pending'};
    if (payment.status === 'failed') return {status: 'failed', error: attemptError(payment)};
    // The frame asks again and again; the payment has one fate.
    if (!fates.has(payment.id)) fates.set(payment.id, fateOf(payment));
    const fate = fates.get(payment.id);
    if (fate === 'lost') return {status: 'pending'};
    if (fate === 'dismissed') return {status: 'closed'};
    const secret = fate === 'wrong-signature' ? `not ${keySecret}` : keySecret;
    return {status: 'success', response: await signResponse(payment, secret)};
  };
}
