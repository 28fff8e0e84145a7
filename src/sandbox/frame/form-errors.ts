import type {AttemptError} from '../../checkout/razorpay.js';
import {digitsOf, isCardNumber, isExpiry} from '../card-numbers.js';
import type {Method} from './settings.js';
import type {Field, Form, State} from './state.js';

type Errors = State['errors'];

const FIELDS: Readonly<Record<string, Field>> = {
  contact: 'contact',
  email: 'email',
  vpa: 'vpa',
  bank: 'bank',
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
export const contactErrors = (form: Form): Errors =>
  withoutEmpty({
    contact: contactError(form.contact),
    email: form.email && !/^\S+@\S+\.\S+$/.test(form.email) ? 'Enter a valid email.' : '',
  });

function contactError(contact: string): string {
  const digits = digitsOf(contact);
  if (/[^\d\s+-]/.test(contact) || digits.length < 8 || digits.length > 15) {
    return 'Enter a valid mobile number.';
  }
  return digits.startsWith('0') ? 'Country code provided in contact is invalid' : '';
}

/** What is wrong with the fields of a payment method. */
export function methodErrors(method: Method, form: Form): Errors {
  if (method === 'upi') {
    return withoutEmpty({
      vpa: /^[^\s@]+@[^\s@]+$/.test(form.vpa.trim()) ? '' : 'Enter a valid UPI ID.',
    });
  }
  if (method === 'netbanking') return withoutEmpty({bank: form.bank ? '' : 'Choose a bank.'});
  return withoutEmpty({
    number: isCardNumber(digitsOf(form.number)) ? '' : 'Enter a valid card number.',
    expiry: isExpiry(form.expiry) ? '' : 'Enter a valid date.',
    cvv: /^\d{3,4}$/.test(form.cvv) ? '' : 'Enter the CVV.',
  });
}
