import {Hono} from 'hono';
import type {AddressBook} from '../../account/address-book.js';
import {ApiError, noMethods, orderAlreadyPaid, unauthorized} from '../../model/api-error.js';
import {attemptError} from '../../model/attempt-error.js';
import {asFields, BANKS, readAttempt, text, WALLETS} from '../../account/attempt-request.js';
import type {Bank} from '../../account/payment-processor.js';
import type {Attempt, Payment} from '../../model/entities.js';
import type {Faults} from '../../faults/faults.js';
import {CANCELLED, UNSUCCESSFUL, WRONG_OTP} from '../../model/payment-failures.js';
import type {AttemptReply, AttemptStatus, BankAnswer, Preferences} from '../../model/frame-wire.js';
import {magicApi, readBasket} from './magic-api.js';
import type {Merchant} from '../../merchant/merchant.js';
import type {Quotes} from '../../account/quotes.js';
import {signResponse} from '../../account/sign-response.js';
import type {Store} from '../../account/store.js';

interface FrameApiSettings {
  readonly store: Store;
  readonly bank: Bank;
  readonly faults: Faults;
  readonly merchant: Merchant;
  readonly quotes: Quotes;
  readonly addresses: AddressBook;
  readonly keyId: string;
  readonly keySecret: string;
}

/**
 * What the checkout's frame asks for, under `/v1/checkout`: private to Razorpay and to the
 * sandbox. Whoever knows the public key may call it; the secret signs here and stays here.
 */
export function frameApi(settings: FrameApiSettings): Hono {
  const {store, bank, faults, keyId, merchant, quotes, addresses} = settings;
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
    return context.json({
      ...preferences(store, bank, orderId),
      banks: BANKS,
      wallets: WALLETS,
      merchant: {
        shipping: merchant.shippingInfoUrl !== null,
        promotions: merchant.promotionsUrl !== null,
        coupons: merchant.applyPromotionUrl !== null,
      },
    } satisfies Preferences);
  });

  api.route('/', magicApi({store, merchant, quotes, addresses, checkKey}));

  api.post('/payments', async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    checkKey((body as {key_id?: unknown} | undefined)?.key_id);
    return context.json(begin(settings, body));
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

function preferences(store: Store, bank: Bank, orderId: string): Pick<Preferences, 'order'> {
  if (!orderId) return {};
  const {askedAmount, lineItems, order} = store.orderRecord(orderId);
  if (!bank.takesPayments(orderId)) throw orderAlreadyPaid();
  return {
    order: {
      id: order.id,
      amount: askedAmount,
      currency: order.currency,
      lineItems,
      isMagic: order.line_items_total !== undefined,
    },
  };
}

/** Starts an attempt. The two test VPAs are decided at once, whatever becomes of the frame. */
function begin(settings: FrameApiSettings, body: unknown): AttemptReply {
  const {store, bank} = settings;
  const attempt = {...readAttempt(body), ...withBasket(settings, body)};
  const {instrument} = attempt;
  const currency = attempt.orderId ? store.order(attempt.orderId).currency : attempt.currency;
  if (instrument.method === 'upi' && currency !== 'INR') {
    throw new ApiError('The currency should be INR when method is upi');
  }
  const {id} = bank.begin(attempt);
  switch (instrument.method) {
    case 'card':
      return {payment_id: id, next: 'otp'};
    case 'netbanking':
    case 'wallet':
      return {payment_id: id, next: 'bank'};
    case 'cod':
      bank.place(id);
      return {payment_id: id, next: 'wait'};
  }
  if (instrument.vpa === 'success@razorpay') bank.approve(id);
  else if (instrument.vpa === 'failure@razorpay') bank.decline(id, UNSUCCESSFUL);
  else return {payment_id: id, next: 'bank'};
  return {payment_id: id, next: 'wait'};
}

/** What Magic Checkout adds to an attempt. The address is kept for the next order, if asked for. */
function withBasket({quotes, addresses}: FrameApiSettings, body: unknown): Pick<Attempt, 'basket'> {
  const {basket: given, order_id} = asFields(body);
  if (given === undefined) return {};
  const basket = readBasket(given, text(order_id), quotes);
  if (basket.address && asFields(given).save_address === true) {
    addresses.add(basket.address);
  }
  return {basket};
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
