import {readContact} from '../../account/attempt-request.js';
import type {CustomerChange} from '../../account/mandates/customers.js';
import {checkAmount} from '../../model/amounts.js';
import {ApiError, invalidField} from '../../model/api-error.js';
import {BAD_COUNTRY_CODE, hasBadCountryCode, isContact} from '../../model/input/contact.js';
import type {Fields} from '../../model/fields.js';
import type {ChargeRequest, CustomerRequest, LinkRequest} from '../../model/mandate.js';
import {readMandate, type MandateBounds} from './read-mandate.js';
import {readCurrency, readReceipt} from './order-request.js';
import {lengthOf, readFields, required} from './read-fields.js';

/** Reads the body of `POST /v1/customers`, or the customer of a registration link. */
export function readCustomerRequest(body: Fields, prefix = ''): CustomerRequest {
  const fields = readFields(body, 'customer', prefix);
  checkDetails(fields, prefix);
  const {name, email = null, contact = null, gstin = null, notes = []} = fields;
  return {name, email, contact, gstin, notes, failsExisting: fields.fail_existing ?? true};
}

/** Reads the body of `PUT /v1/customers/:id`; what is not sent stays. */
export function readCustomerChange(body: Fields): CustomerChange {
  const fields = readFields(body, 'change of a customer');
  checkDetails(fields, '');
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Reads the body of `POST /v1/payments/create/recurring`. */
export function readChargeRequest(body: Fields): ChargeRequest {
  const withFlag = {...body, recurring: flagText(body.recurring)};
  const {recurring, ...fields} = readFields(withFlag, 'charge');
  checkDetails(fields, '');
  if (!RECURRING.has(recurring)) {
    throw invalidField('recurring', 'The recurring field must be 1 or preferred.');
  }
  const {amount, contact, description = null, email, notes = [], token: tokenId} = fields;
  return {
    amount,
    contact: readContact(contact),
    currency: readCurrency(fields.currency),
    customerId: fields.customer_id,
    description,
    email,
    notes,
    orderId: fields.order_id,
    tokenId,
  };
}

/** Reads the body of `POST /v1/subscription_registration/auth_links`. */
export function readLinkRequest(body: Fields, bounds: MandateBounds): LinkRequest {
  const fields = readFields(body, 'registration link');
  const {amount, currency, description, expire_by: expireBy = null, notes = [], type} = fields;
  const customer = readCustomerRequest(fields.customer, 'customer.');
  if (type !== 'link') throw invalidField('type', 'The type must be link.');
  if (readCurrency(currency) !== 'INR') {
    throw invalidField('currency', 'The currency should be INR when method is upi');
  }
  checkAmount(amount, currency);
  if (expireBy !== null && expireBy <= bounds.now) {
    throw invalidField('expire_by', 'The expire_by must be in the future.');
  }
  return {
    customer: {...customer, failsExisting: false},
    amount,
    currency,
    description,
    mandate: readRegistration(fields.subscription_registration, amount, bounds),
    receipt: readReceipt(fields.receipt),
    notes,
    smsNotify: fields.sms_notify ?? true,
    emailNotify: fields.email_notify ?? true,
    expireBy,
  };
}

const REGISTRATION = 'subscription_registration';

function readRegistration(
  body: Fields,
  amount: number,
  bounds: MandateBounds,
): LinkRequest['mandate'] {
  if (body.method === undefined) throw required(`${REGISTRATION}.method`);
  if (body.method !== 'upi') {
    throw invalidField(
      `${REGISTRATION}.method`,
      `The sandbox imitates no other ${REGISTRATION}.method than upi.`,
    );
  }
  return readMandate(body, REGISTRATION, {amount, ...bounds});
}

/** What counts as yes: the documents of the SDKs write `1`, `"1"` and `true`. */
const RECURRING: ReadonlySet<string> = new Set(['1', 'true', 'preferred']);

const flagText = (value: unknown): unknown => (typeof value === 'boolean' ? String(value) : value);

const MAX_NAME_CHARACTERS = 50;

function checkDetails(
  {
    name,
    email,
    contact,
  }: {
    readonly name?: string | undefined;
    readonly email?: string | undefined;
    readonly contact?: string | undefined;
  },
  prefix: string,
): void {
  if (name !== undefined && lengthOf(name) > MAX_NAME_CHARACTERS) {
    throw invalidField(
      `${prefix}name`,
      `The name may not be greater than ${MAX_NAME_CHARACTERS} characters.`,
    );
  }
  if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    throw invalidField(`${prefix}email`, 'The email must be a valid email address.');
  }
  if (contact !== undefined) checkContact(contact, `${prefix}contact`);
}

function checkContact(contact: string, field: string): void {
  if (hasBadCountryCode(contact)) throw invalidField(field, BAD_COUNTRY_CODE);
  if (isContact(contact)) return;
  throw new ApiError('Contact number should be at least 8 digits, including country code', {field});
}
