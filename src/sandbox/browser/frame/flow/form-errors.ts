import type {AttemptError} from '../../../../wire/page-script.js';
import {isCardNumber, isExpiry} from '../../../model/input/card-numbers.js';
import {hasBadCountryCode, isContact} from '../../../model/input/contact.js';
import {digitsOf} from '../../../model/input/digits.js';
import type {Method} from '../state/settings.js';
import type {Field, Form, State} from '../state/state.js';
import type {Words} from '../words/en.js';

type Errors = State['errors'];

const FIELDS: Readonly<Record<string, Field>> = {
  contact: 'contact',
  email: 'email',
  vpa: 'vpa',
  bank: 'bank',
  wallet: 'wallet',
  'card[number]': 'number',
  'card[expiry]': 'expiry',
  'card[cvv]': 'cvv',
};

/** The input that a refusal of the server is about, if it is about one. */
export const fieldOf = ({field}: AttemptError): Field | undefined => FIELDS[field ?? ''];

/** Only the fields that something is wrong with. */
export const withoutEmpty = (errors: Partial<Record<Field, string>>): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([, message]) => message));

/** What is wrong with the contact details. The email is optional. */
export const contactErrors = (form: Form, words: Words): Errors =>
  withoutEmpty({
    contact: contactError(form.contact, words),
    email: form.email && !/^\S+@\S+\.\S+$/.test(form.email) ? words.badEmail : '',
  });

function contactError(contact: string, words: Words): string {
  if (!isContact(contact)) return words.badMobile;
  return hasBadCountryCode(contact) ? words.badCountryCode : '';
}

/** Whether the pincode is complete: six digits in India, anything elsewhere. */
export const isZipcode = ({country, zipcode}: Form): boolean =>
  country === 'IN' ? /^[1-9]\d{5}$/.test(zipcode) : /^[\dA-Za-z -]{3,10}$/.test(zipcode);

/** What is wrong with a new address. */
export function addressErrors(form: Form, words: Words): Errors {
  const missing = (field: Field): string => (form[field].trim() ? '' : words.missing);
  return withoutEmpty({
    zipcode: isZipcode(form) ? '' : words.badPincode,
    fullName: missing('fullName'),
    line1: missing('line1'),
    line2: missing('line2'),
    city: missing('city'),
    state: missing('state'),
  });
}

/** What is wrong with the fields of a payment method. */
export function methodErrors(method: Method, form: Form, words: Words): Errors {
  switch (method) {
    case 'upi':
      return withoutEmpty({vpa: /^[^\s@]+@[^\s@]+$/.test(form.vpa.trim()) ? '' : words.badVpa});
    case 'card':
      return withoutEmpty({
        number: isCardNumber(digitsOf(form.number)) ? '' : words.badCard,
        expiry: isExpiry(form.expiry) ? '' : words.badDate,
        cvv: /^\d{3,4}$/.test(form.cvv) ? '' : words.badCvv,
      });
    default:
      return {};
  }
}
