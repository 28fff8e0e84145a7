import {ApiError, invalidField} from '../../model/api-error.js';
import type {LineItem, Notes, OrderRequest, RefundRequest} from '../../model/entities.js';
import {MINIMUM_PAISE} from '../../model/totals.js';
import {readCaptureSettings} from './capture-settings.js';

type Body = Readonly<Record<string, unknown>>;

/** All documented fields of `POST /v1/orders`, also those that the sandbox does not read. */
const ORDER_FIELDS = new Set(
  `amount currency receipt notes partial_payment first_payment_min_amount payment_capture payment
  line_items_total line_items customer_id method token checkout_config_id offer_id offers app_offer
  discount transfers bank_account rto_review customer_details shipping_fee cod_fee promotions
  device_details products tax_details id`.split(/\s+/),
);
const LINE_ITEM_INTEGERS = ['price', 'offer_price', 'tax_amount', 'quantity'];

/**
 * Reads the body of `POST /v1/orders`.
 *
 * @throws {ApiError} with the text that Razorpay has for the first mistake.
 */
export function readOrderRequest(input: unknown): OrderRequest {
  const body = asObject(input);
  refuseUnknown(body, ORDER_FIELDS);
  const amount = integer(body, 'amount');
  const currency = readCurrency(body);
  if (amount < minimum(currency)) {
    throw invalidField('amount', `The amount must be at least ${currency} 1.00`);
  }
  return {
    amount,
    currency,
    receipt: readReceipt(body.receipt),
    notes: readNotes(body.notes),
    capture: readCaptureSettings(body),
    lineItems: readLineItems(body.line_items),
    lineItemsTotal: isAbsent(body.line_items_total) ? undefined : integer(body, 'line_items_total'),
  };
}

/** Reads the body of a `PATCH`, which may change the notes and nothing else. */
export function readNotesPatch(input: unknown): Notes {
  const body = asObject(input);
  refuseUnknown(body, new Set(['notes']));
  if (isAbsent(body.notes)) throw required('notes');
  return readNotes(body.notes);
}

/** Reads the body of `POST /v1/payments/:id/capture`. */
export function readCaptureRequest(input: unknown): {amount: number; currency: string} {
  const body = asObject(input);
  const amount = integer(body, 'amount');
  return {amount, currency: isAbsent(body.currency) ? 'INR' : readCurrency(body)};
}

/** Reads the body of `POST /v1/payments/:id/refund`; an empty one gives everything back. */
export function readRefundRequest(input: unknown): RefundRequest {
  const body = asObject(input);
  refuseUnknown(body, new Set(['amount', 'speed', 'notes', 'receipt', 'reverse_all']));
  const amount = isAbsent(body.amount) ? undefined : integer(body, 'amount');
  if (amount !== undefined && amount < MINIMUM_PAISE) {
    throw invalidField('amount', 'The amount must be at least INR 1.00');
  }
  return {
    amount,
    notes: readNotes(body.notes),
    receipt: readReceipt(body.receipt),
    speed: body.speed === 'optimum' ? 'optimum' : 'normal',
  };
}

/** Reads the body of `POST /v1/refunds`, which names the payment itself. */
export function readRefundOf(input: unknown): {paymentId: string; request: RefundRequest} {
  const {payment_id: paymentId, ...request} = asObject(input);
  if (typeof paymentId !== 'string' || !paymentId) throw required('payment_id');
  return {paymentId, request: readRefundRequest(request)};
}

const isAbsent = (value: unknown): value is undefined | null | '' =>
  value === undefined || value === null || value === '';

const asObject = (value: unknown): Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : {};

const required = (field: string): ApiError =>
  invalidField(field, `The ${field} field is required.`);

/** Only for rupees is the least amount published; of other currencies any amount is taken. */
const minimum = (currency: string): number => (currency === 'INR' ? MINIMUM_PAISE : 1);

function integer(body: Body, field: string): number {
  const value = body[field];
  if (isAbsent(value)) throw required(field);
  return asInteger(value, field);
}

/** A text of digits is an integer too, as in the API's own validator. */
function asInteger(value: unknown, field: string): number {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (!Number.isSafeInteger(number)) {
    throw invalidField(field, `The ${field} must be an integer.`);
  }
  return number as number;
}

function readCurrency({currency}: Body): string {
  if (isAbsent(currency)) throw required('currency');
  if (typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)) return currency;
  throw invalidField('currency', 'Currency is not supported');
}

function refuseUnknown(body: Body, known: ReadonlySet<string>): void {
  const unknown = Object.keys(body).filter((field) => !known.has(field));
  if (unknown.length) {
    throw new ApiError(`${unknown.join(', ')} is/are not required and should not be sent`);
  }
}

/** A number is taken for its digits: Razorpay's own samples send `123`. */
function readReceipt(value: unknown): string | null {
  if (isAbsent(value)) return null;
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw invalidField('receipt', 'The receipt must be a string.');
  }
  const receipt = String(value);
  if (lengthOf(receipt) > 40) {
    throw invalidField('receipt', 'The receipt may not be greater than 40 characters.');
  }
  return receipt;
}

/** Razorpay's limits are in characters: an emoji is one. */
const lengthOf = (text: string): number => Array.from(text).length;

function readNotes(value: unknown): Notes {
  if (isAbsent(value) || (Array.isArray(value) && !value.length)) return [];
  if (typeof value !== 'object') throw invalidField('notes', 'The notes must be an array.');
  const notes = Object.entries(value);
  if (notes.length > 15) {
    throw invalidField('notes', 'Number of fields in notes should be less than or equal to 15');
  }
  if (notes.some(([, text]) => lengthOf(String(text)) > 256)) {
    throw invalidField('notes', 'The notes may not be greater than 256 characters.');
  }
  return notes.length ? Object.fromEntries(notes) : [];
}

function readLineItems(value: unknown): readonly LineItem[] {
  if (isAbsent(value)) return [];
  if (!Array.isArray(value)) {
    throw invalidField('line_items', 'The line items must be an array.');
  }
  return value.map((entry: unknown, index) => {
    const item = asObject(entry);
    for (const field of LINE_ITEM_INTEGERS) {
      if (!isAbsent(item[field])) asInteger(item[field], `line_items.${index}.${field}`);
    }
    return item;
  });
}
