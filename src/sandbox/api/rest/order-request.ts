import {BODIES} from '../../imitation/bodies.js';
import {ApiError, invalidField, notImitated} from '../../model/api-error.js';
import {checkAmount, checkCurrency} from '../../model/amounts.js';
import type {LineItem, Notes, OrderRequest, RefundRequest} from '../../model/entities.js';
import type {Fields} from '../../model/fields.js';
import {readCaptureSettings} from './capture-settings.js';
import {readMandate, readNotification, type MandateBounds} from './read-mandate.js';
import {isAbsent, keptFields, lengthOf, readFields, required, type Read} from './read-fields.js';

type OrderBody = Read<'order'>;

/**
 * Reads the body of `POST /v1/orders`.
 *
 * @throws {ApiError} with the text that Razorpay has for the first mistake.
 */
export function readOrderRequest(body: Fields, bounds: MandateBounds): OrderRequest {
  const fields = readFields(body, 'order');
  const {amount, line_items: lineItems = [], line_items_total: lineItemsTotal, method} = fields;
  const currency = readCurrency(fields.currency);
  checkMethod(method, currency);
  checkAmount(amount, currency);
  checkFirstPart(fields);
  checkQuantities(lineItems);
  if (lineItemsTotal !== undefined) checkLineItems(lineItems, lineItemsTotal, fields);
  return {
    amount,
    currency,
    receipt: readReceipt(fields.receipt),
    notes: fields.notes ?? [],
    capture: readCapture(fields),
    lineItems,
    lineItemsTotal,
    method,
    partialPayment: fields.partial_payment,
    firstPaymentMinAmount: fields.first_payment_min_amount,
    ...readAutopay(fields, bounds),
    kept: keptFields(fields, 'order'),
  };
}

/**
 * The mandate that is approved by paying the order. Without `method` the documentation asks for none:
 * then customer and token are kept and have no effect.
 */
function readAutopay(
  {amount, customer_id: customerId, method, notification, token}: OrderBody,
  bounds: MandateBounds,
): Pick<OrderRequest, 'customerId' | 'mandate' | 'notification' | 'token'> {
  if (token && method === 'upi' && customerId === undefined) throw required('customer_id');
  return {
    customerId,
    token,
    ...(token && method === 'upi' && {mandate: readMandate(token, 'token', {amount, ...bounds})}),
    ...(notification && {notification: readNotification(notification)}),
  };
}

/** Reads the body of a `PATCH`, which may change the notes and nothing else. */
export const readNotesPatch = (body: Fields): Notes => readFields(body, 'notes').notes;

/** Reads the body of `POST /v1/payments/:id/capture`. */
export function readCaptureRequest(body: Fields): {amount: number; currency: string} {
  const {amount, currency = 'INR'} = readFields(body, 'capture');
  return {amount, currency: readCurrency(currency)};
}

/**
 * Reads the body of `POST /v1/payments/:id/refund`; an empty one gives everything back. An amount that
 * is sent and empty does not: who sends one means a part.
 */
export function readRefundRequest(body: Fields): RefundRequest {
  if (Object.hasOwn(body, 'amount') && isAbsent(body.amount)) {
    throw invalidField('amount', 'The amount must be an integer.');
  }
  const {amount, notes = [], receipt = null, speed = 'normal'} = readFields(body, 'refund');
  if (speed !== 'normal' && speed !== 'optimum') {
    throw invalidField('speed', 'The selected speed is invalid.');
  }
  return {amount, notes, receipt, speed};
}

/** Reads the body of `POST /v1/refunds`, which names the payment itself. */
export function readRefundOf(body: Fields): {paymentId: string; request: RefundRequest} {
  const {payment_id: paymentId, ...request} = body;
  if (typeof paymentId !== 'string' || !paymentId) throw required('payment_id');
  return {paymentId, request: readRefundRequest(request)};
}

export function readCurrency(currency: string): string {
  checkCurrency(currency);
  return currency;
}

const MAX_RECEIPT_CHARACTERS = 40;

export function readReceipt(receipt: string | undefined): string | null {
  if (receipt !== undefined && lengthOf(receipt) > MAX_RECEIPT_CHARACTERS) {
    throw invalidField(
      'receipt',
      `The receipt may not be greater than ${MAX_RECEIPT_CHARACTERS} characters.`,
    );
  }
  return receipt ?? null;
}

const CAPTURE_WORDS: readonly unknown[] = [undefined, 'automatic', 'manual'];

/** How payments are captured. With an order a payment may be made, too: partners do. */
function readCapture(order: OrderBody): OrderRequest['capture'] {
  const {payment, payment_config: config, payment_capture: flag} = order;
  if (payment && config) throw notImitated('payment_config beside payment', 'payment_config');
  const sent = payment ?? config ?? {};
  const other = Object.keys(sent).find(
    (field) => !Object.hasOwn(BODIES['payment of an order'], field),
  );
  if (other !== undefined) throw notImitated(`payment.${other}`, `payment.${other}`);
  const read = readFields(sent, 'payment of an order', 'payment.');
  if (!CAPTURE_WORDS.includes(read.capture)) {
    throw invalidField('payment.capture', 'The selected payment.capture is invalid.');
  }
  return readCaptureSettings(read, flag);
}

const METHODS: readonly string[] = ['upi', 'card', 'netbanking', 'wallet', 'cod'];
/** Mandates over the bank, instalments and loans, of which the sandbox knows nothing. */
const OTHER_METHODS: readonly string[] = ['emandate', 'nach', 'emi', 'cardless_emi', 'paylater'];

function checkMethod(method: string | undefined, currency: string): void {
  if (method === undefined) return;
  if (OTHER_METHODS.includes(method)) throw notImitated(`method ${method}`, 'method');
  if (!METHODS.includes(method)) throw invalidField('method', 'The selected method is invalid.');
  if (method === 'upi' && currency !== 'INR') {
    throw new ApiError('The currency should be INR when method is upi');
  }
}

/** Where it is 0 nothing is asked for. */
function checkFirstPart({
  amount,
  first_payment_min_amount: least = 0,
  partial_payment: inParts,
}: OrderBody): void {
  const refuse = (problem: string): never => {
    throw invalidField('first_payment_min_amount', `The first_payment_min_amount ${problem}.`);
  };
  if (least < 0) refuse('must be at least 0');
  if (least && !inParts) refuse('needs partial_payment');
  if (least > amount) refuse('may not be greater than the amount');
}

/** What Magic Checkout's documentation calls mandatory, in its older text and in its newer one. */
const MANDATORY = [
  'sku',
  'variant_id',
  'price',
  'offer_price',
  'quantity',
  'name',
  'description',
] as const;

function checkQuantities(items: readonly LineItem[]): void {
  const index = items.findIndex(({quantity}) => quantity !== undefined && Number(quantity) < 1);
  const field = `line_items.${index}.quantity`;
  if (index >= 0) throw invalidField(field, `The ${field} must be at least 1.`);
}

/**
 * Checks the items of a Magic order. Orders of other services have line items too, and are not held
 * to it: in Razorpay's own samples an order for RTO review adds up to something else, and a hotel has
 * no variant. Nor are those of shop systems held to the sum, which name the type of each: their
 * prices are without tax, and their total is what is left after coupons.
 */
function checkLineItems(items: readonly LineItem[], total: number, order: OrderBody): void {
  if (total < 0) {
    throw invalidField('line_items_total', 'The line_items_total must be at least 0.');
  }
  if (order.rto_review || !items.length || !items.every(isGoods)) return;
  for (const [index, item] of items.entries()) {
    const missing = MANDATORY.find((field) => item[field] === undefined || item[field] === null);
    if (missing) throw required(`line_items.${index}.${missing}`);
  }
  if (items.some(({type}) => type !== undefined)) return;
  const sum = items.reduce(
    (all, item) => all + Number(item.offer_price) * Number(item.quantity),
    0,
  );
  if (sum !== total) {
    throw invalidField(
      'line_items_total',
      `The line_items_total must be equal to the sum of offer_price times quantity, which is ${sum}.`,
    );
  }
}

const GOODS: readonly unknown[] = [undefined, 'e-commerce', 'gift_card'];
const isGoods = ({type}: LineItem): boolean => GOODS.includes(type);
