import * as z from 'zod/mini';
import {flag, object, optional, storable, text} from '../check-returned.js';
import {Notes} from '../notes.js';

const NAME = 'must be a text of 3 to 50 characters';
const EMAIL = 'must be an email address of at most 64 characters';
const CONTACT =
  'must be a phone number of 8 to 15 digits, with or without "+" and country code, of at most 16 characters';

/** Limits: https://razorpay.com/docs/api/customers/create */
const name = z.string(NAME).check(z.minLength(3, NAME), z.maxLength(50, NAME), storable);
export const email = z
  .string(EMAIL)
  .check(z.maxLength(64, EMAIL), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, EMAIL));
/** Razorpay's own samples write it as a number. */
export const contact = z.pipe(
  z.union([z.string(), z.int()], CONTACT),
  z.pipe(
    z.transform((value: string | number) => String(value)),
    z.string().check(z.maxLength(16, CONTACT), z.regex(/^\+?\d(?:[ -]?\d){7,14}$/, CONTACT)),
  ),
);

export const CustomerDetails = object({
  name,
  email: optional(email),
  contact: optional(contact),
  /** The shopper's number for India's goods and services tax. */
  gstin: optional(text),
  notes: optional(Notes),
});

export const NewCustomer = z.extend(CustomerDetails, {
  /** True has Razorpay refuse a shopper whom it knows already; otherwise that one is the answer. */
  failExisting: optional(flag),
});
/**
 * A shopper who shall approve a mandate.
 *
 * @example
 * ```ts
 * import type {NewCustomer} from 'rzp-magic-button/server.js';
 *
 * const asha: NewCustomer = {name: 'Asha Rao', email: 'asha@example.com', contact: '+919000090000'};
 * console.log(asha.name); // Asha Rao
 * ```
 * @see https://razorpay.com/docs/api/customers/create
 * @interface
 */
export type NewCustomer = z.input<typeof NewCustomer>;
export type WantedCustomer = z.output<typeof NewCustomer>;

export const CustomerChange = object({
  name: optional(name),
  email: optional(email),
  contact: optional(contact),
  gstin: optional(text),
}).check(
  z.refine(
    (change) => Object.values(change).some((value) => value !== undefined),
    'must say what to change: name, email, contact or gstin',
  ),
);
/**
 * What is to be changed of a customer; what is left out stays.
 *
 * @example
 * ```ts
 * import type {Checkout, CustomerChange} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * const moved: CustomerChange = {contact: '+919000090001'};
 * await checkout.mandates.customers.edit('cust_1Aa00000000001', moved);
 * ```
 * @see https://razorpay.com/docs/api/customers/edit
 * @interface
 */
export type CustomerChange = z.input<typeof CustomerChange>;

/**
 * A shopper as Razorpay knows them.
 *
 * @example
 * ```ts
 * import type {Checkout, Customer} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * const asha: Customer = await checkout.mandates.customers.fetch('cust_1Aa00000000001');
 * console.log(asha.name, asha.contact);
 * ```
 * @see https://razorpay.com/docs/api/customers/entity
 */
export interface Customer {
  /** Razorpay's id, `cust_…`. */
  readonly id: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly contact: string | undefined;
  readonly gstin: string | undefined;
  readonly notes: Readonly<Record<string, string>>;
  readonly createdAt: Date | undefined;
}
