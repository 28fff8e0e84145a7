import {Hono} from 'hono/tiny';
import type {AddressBook} from '../../account/address-book.js';
import {asFields, BANKS, readAttempt, text, WALLETS} from '../../account/attempt-request.js';
import {amountAsked} from '../../account/fit-payment.js';
import type {Mandates} from '../../account/mandates/mandates.js';
import type {PaymentProcessor} from '../../account/payment-processor.js';
import type {MerchantQuotes} from '../../account/merchant-quotes.js';
import {signResponse} from '../../account/sign-response.js';
import type {Store} from '../../account/store.js';
import type {Faults} from '../../faults/faults.js';
import type {MerchantServer} from '../../merchant/merchant-server.js';
import {ApiError, noMethods, orderAlreadyPaid, unauthorized} from '../../model/api-error.js';
import {attemptError} from '../../model/attempt-error.js';
import type {Attempt, Payment} from '../../model/entities.js';
import type {Fields} from '../../model/fields.js';
import type {AttemptReply, AttemptStatus, BankAnswer, Preferences} from '../../model/frame-wire.js';
import {CANCELLED, UNSUCCESSFUL, WRONG_OTP} from '../../model/payment-failures.js';
import {readBody} from '../read-body.js';
import {magicApi, readMagicChoices} from './magic-api.js';

interface CheckoutApiSettings {
  readonly store: Store;
  readonly processor: PaymentProcessor;
  readonly mandates: Mandates;
  readonly faults: Faults;
  readonly merchant: MerchantServer;
  readonly quotes: MerchantQuotes;
  readonly addresses: AddressBook;
  readonly keyId: string;
  readonly keySecret: string;
}

/**
 * What the checkout asks from its frame, under `/v1/checkout`: Razorpay publishes nothing of it.
 * Callers need the public key id only; the secret signs the response and is never sent.
 */
export function checkoutApi(settings: CheckoutApiSettings): Hono {
  const {store, processor, faults, keyId, merchant, quotes, addresses} = settings;
  const api = new Hono();
  const statusOf = statusReader(settings);
  const checkKey = (given: unknown): void => {
    if (given !== keyId) throw unauthorized('The api key provided is invalid');
  };

  api.get('/preferences', (context) => {
    checkKey(context.req.query('key_id'));
    const orderId = context.req.query('order_id') ?? '';
    faults.assignToOrder(orderId, context.req.query('fault'));
    if (faults.take('frame', {orderId}, 'fault')) throw noMethods();
    return context.json({
      ...preferences(settings, orderId),
      banks: BANKS,
      wallets: WALLETS,
      merchant: {
        shipping: merchant.shippingInfoUrl !== null,
        promotions: merchant.promotionsUrl !== null,
        coupons: merchant.applyPromotionUrl !== null,
      },
    } satisfies Preferences);
  });

  api.route('/', magicApi({store, faults, merchant, quotes, addresses, checkKey}));

  api.post('/payments', async (context) => {
    const body = await readBody(context.req.raw);
    checkKey(body.key_id);
    return context.json(begin(settings, body));
  });

  api.get('/payments/:id', async (context) =>
    context.json(await statusOf(store.payment(context.req.param('id')))),
  );

  api.post('/payments/:id/authenticate', async (context) => {
    const answer = (await readBody(context.req.raw)) as Partial<BankAnswer>;
    const payment = enterBankAnswer(store, processor, context.req.param('id'), answer);
    return context.json(await statusOf(payment));
  });

  return api;
}

function preferences(
  {faults, processor, store}: CheckoutApiSettings,
  orderId: string,
): Pick<Preferences, 'order'> {
  if (!orderId) return {};
  const record = store.orderRecord(orderId);
  const {lineItems, order, terms} = record;
  if (!processor.takesPayments(orderId)) throw orderAlreadyPaid();
  return {
    order: {
      id: order.id,
      amount: amountAsked(record),
      currency: order.currency,
      lineItems,
      isMagic: order.line_items_total !== undefined && !faults.take('magic', {orderId}, 'off'),
      ...(terms && {mandate: terms}),
    },
  };
}

/** Starts an attempt. The two test VPAs are decided at once, also if the frame is closed then. */
function begin(settings: CheckoutApiSettings, body: unknown): AttemptReply {
  const {mandates, processor} = settings;
  const attempt = {...readAttempt(withApp(settings, body)), ...withMagicChoices(settings, body)};
  const {instrument} = attempt;
  const isRecurring = RECURRING.has(asFields(body).recurring);
  const {id, token_id: token} = mandates.authorisations.begin({...attempt, isRecurring});
  if (token !== undefined) return {payment_id: id, next: 'wait', approval: `/upi/${id}`};
  switch (instrument.method) {
    case 'card':
      return {payment_id: id, next: 'otp'};
    case 'netbanking':
    case 'wallet':
      return {payment_id: id, next: 'bank'};
    case 'cod':
      processor.place(id);
      return {payment_id: id, next: 'wait'};
  }
  if (instrument.vpa === 'success@razorpay') processor.approve(id);
  else if (instrument.vpa === 'failure@razorpay') processor.decline(id, UNSUCCESSFUL);
  else return {payment_id: id, next: 'bank'};
  return {payment_id: id, next: 'wait'};
}

const RECURRING: ReadonlySet<unknown> = new Set([true, 'preferred']);

/** The UPI address of the shopper whose app the sandbox plays. */
const APP_VPA = 'asha@okaxis';

/** A mandate is approved in the app, which knows its address: nobody types it. */
function withApp({store}: CheckoutApiSettings, body: unknown): Fields {
  const fields = asFields(body);
  const orderId = text(fields.order_id);
  const isMandate = RECURRING.has(fields.recurring) && orderId && store.orderRecord(orderId).terms;
  return isMandate ? {...fields, vpa: text(fields.vpa) || APP_VPA} : fields;
}

/** What Magic Checkout adds to an attempt. The address is saved for the next order, if asked for. */
function withMagicChoices(
  {quotes, addresses}: CheckoutApiSettings,
  body: unknown,
): Pick<Attempt, 'magic'> {
  const {magic: given, order_id} = asFields(body);
  if (given === undefined) return {};
  const magic = readMagicChoices(given, text(order_id), quotes);
  if (magic.address && asFields(given).save_address === true) {
    addresses.add(magic.address);
  }
  return {magic};
}

/** Enters what the shopper did on the bank's page; a payment that is decided stays as it is. */
function enterBankAnswer(
  store: Store,
  processor: PaymentProcessor,
  id: string,
  answer: Partial<BankAnswer>,
): Payment {
  const instrument = store.instrument(id);
  switch (answer.choice) {
    case 'success':
      return processor.approve(id);
    case 'failure':
      return processor.decline(
        id,
        instrument.method === 'card' ? instrument.failure : UNSUCCESSFUL,
      );
    case 'otp':
      return /^\d{4,10}$/.test(answer.otp ?? '')
        ? processor.approve(id)
        : processor.decline(id, WRONG_OTP);
    case 'cancel':
      // Razorpay's test mode takes a cancelled UPI payment for a successful one. A mandate that
      // nobody approved is none.
      return instrument.method === 'upi' && store.payment(id).token_id === undefined
        ? processor.approve(id)
        : processor.decline(id, CANCELLED);
    default:
      throw new ApiError('The choice field is required.', {field: 'choice'});
  }
}

/** How the frame learns what became of a payment: truly, unless a fault says otherwise. */
function statusReader({faults, keySecret}: CheckoutApiSettings) {
  const faultOf = ({order_id: orderId}: Payment) => faults.take('handler', {orderId})?.word;
  const faultsByPayment = new Map<string, ReturnType<typeof faultOf>>();

  return async (payment: Payment): Promise<AttemptStatus> => {
    if (payment.status === 'created') return {status: 'pending'};
    if (payment.status === 'failed') return {status: 'failed', error: attemptError(payment)};
    // The frame asks several times: the first answer decides the fault, so that it counts once.
    if (!faultsByPayment.has(payment.id)) faultsByPayment.set(payment.id, faultOf(payment));
    const fault = faultsByPayment.get(payment.id);
    if (fault === 'lost') return {status: 'pending'};
    if (fault === 'dismissed') return {status: 'closed'};
    const secret = fault === 'wrong-signature' ? `not ${keySecret}` : keySecret;
    return {status: 'success', response: await signResponse(payment, secret)};
  };
}
