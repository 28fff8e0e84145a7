import {toE164} from '../../wire/phone.js';
import {checkAmount, checkCurrency} from '../model/amounts.js';
import {ApiError, invalidField} from '../model/api-error.js';
import {isCardNumber, isExpiry, networkOf} from '../model/input/card-numbers.js';
import {BAD_COUNTRY_CODE, hasBadCountryCode, isContact} from '../model/input/contact.js';
import {digitsOf} from '../model/input/digits.js';
import type {Attempt, Instrument, Notes} from '../model/entities.js';
import type {Fields} from '../model/fields.js';
import {cardFailure} from '../model/payment-failures.js';
import {newId} from '../model/random-id.js';
import {bankOf} from './test-cards.js';

/** The banks of netbanking, by Razorpay's codes. */
export const BANKS = {
  HDFC: 'HDFC Bank',
  ICIC: 'ICICI Bank',
  SBIN: 'State Bank of India',
  UTIB: 'Axis Bank',
  KKBK: 'Kotak Mahindra Bank',
  PUNB_R: 'Punjab National Bank',
  BARB_R: 'Bank of Baroda',
  YESB: 'Yes Bank',
} as const;

/** The wallets, by Razorpay's codes. */
export const WALLETS = {
  mobikwik: 'MobiKwik',
  amazonpay: 'Amazon Pay',
  phonepe: 'PhonePe',
  airtelmoney: 'Airtel Money',
  olamoney: 'Ola Money',
} as const;

/**
 * Reads what the frame sends when the shopper presses Pay. A card's number and CVV are not kept.
 *
 * @throws {ApiError} as the checkout's own API would answer.
 */
export function readAttempt(input: unknown): Attempt {
  const fields = asFields(input);
  const orderId = text(fields.order_id);
  const amount = Number(fields.amount);
  const customerId = text(fields.customer_id);
  const currency = text(fields.currency) || 'INR';
  if (!orderId) {
    checkCurrency(currency);
    checkAmount(Number.isSafeInteger(amount) ? amount : 0, currency);
  }
  return {
    orderId: orderId || null,
    amount,
    currency,
    contact: readContact(text(fields.contact)),
    // What Razorpay writes where the shopper gave none.
    email: text(fields.email) || 'void@razorpay.com',
    description: text(fields.description) || null,
    notes: readNotes(fields.notes),
    ...(customerId && {customerId}),
    instrument: readInstrument(fields),
  };
}

export const asFields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

export const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** A mobile number in E.164; Indian unless it says otherwise. */
export function readContact(contact: string): string {
  if (hasBadCountryCode(contact)) throw invalidField('contact', BAD_COUNTRY_CODE);
  if (!isContact(contact)) {
    throw invalidField(
      'contact',
      'Contact number should be at least 8 digits, including country code',
    );
  }
  return toE164(contact) ?? `+${digitsOf(contact)}`;
}

function readNotes(value: unknown): Notes {
  const notes = Object.entries(asFields(value));
  return notes.length ? Object.fromEntries(notes) : [];
}

function readInstrument(fields: Fields): Instrument {
  const method = text(fields.method);
  switch (method) {
    case 'upi': {
      const vpa = text(fields.vpa).toLowerCase();
      if (!/^[\w.-]{2,256}@[a-z][a-z0-9]{1,63}$/.test(vpa)) {
        throw invalidField('vpa', 'Invalid VPA. Please enter a valid Virtual Payment Address');
      }
      return {method, vpa};
    }
    case 'netbanking': {
      const bank = text(fields.bank);
      if (!Object.hasOwn(BANKS, bank)) throw invalidField('bank', 'The selected bank is invalid.');
      return {method, bank};
    }
    case 'wallet': {
      const wallet = text(fields.wallet);
      if (!Object.hasOwn(WALLETS, wallet)) {
        throw invalidField('wallet', 'The selected wallet is invalid.');
      }
      return {method, wallet};
    }
    case 'cod':
      return {method};
    case 'card':
      return readCard(asFields(fields.card));
    default:
      throw new ApiError('The requested payment method is not enabled for the merchant.', {
        field: 'method',
      });
  }
}

function readCard(fields: Fields): Instrument {
  const number = digitsOf(text(fields.number));
  const network = networkOf(number);
  if (!network || !isCardNumber(number)) {
    throw invalidField('card[number]', 'The card number is invalid.');
  }
  const expiry = text(fields.expiry);
  if (!isExpiry(expiry)) {
    throw invalidField('card[expiry]', 'The card expiry is invalid.');
  }
  if (!/^\d{3,4}$/.test(text(fields.cvv))) {
    throw invalidField('card[cvv]', 'The card cvv is invalid.');
  }
  return cardInstrument({number, network, expiry, name: text(fields.name)});
}

/** A card as the account keeps it: without its number. */
export function cardInstrument({
  number,
  network,
  expiry,
  name,
}: {
  readonly number: string;
  readonly network: string;
  /** `MM/YY`. */
  readonly expiry: string;
  readonly name: string;
}): Instrument & {method: 'card'} {
  const {international, issuer, type} = bankOf(number, network);
  const [month, year] = digitsOf(expiry).match(/../g) ?? [];
  return {
    method: 'card',
    failure: cardFailure(number),
    card: {
      id: newId('card'),
      entity: 'card',
      // The names on Indian cards are not given out.
      name: international ? name : '',
      last4: number.slice(-4),
      network,
      type,
      issuer,
      international,
      emi: false,
      sub_type: 'consumer',
      token_iin: null,
      expiry_month: Number(month),
      expiry_year: 2000 + Number(year),
    },
  };
}
