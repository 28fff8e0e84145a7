import * as z from 'zod/mini';
import {CUSTOMER_ID} from '../../wire/ids.js';
import type {Customer, CustomerChange, WantedCustomer} from '../model/mandates/customer.js';
import {segment, type Call} from './call.js';
import {givenEmail} from './given-email.js';
import {lenient, Seconds, Text, Texts} from './lenient.js';

/** https://razorpay.com/docs/api/customers */
export interface CustomerCalls {
  create(customer: WantedCustomer): Promise<Customer>;
  get(id: string): Promise<Customer>;
  edit(id: string, change: CustomerChange): Promise<Customer>;
}

export const createCustomerCalls = (call: Call): CustomerCalls => ({
  create: ({failExisting = false, ...details}) =>
    call(CustomerEntity, 'POST', '/v1/customers', {
      ...details,
      fail_existing: failExisting ? '1' : '0',
    }),
  get: (id) => call(CustomerEntity, 'GET', `/v1/customers/${segment(id)}`),
  edit: (id, change) => call(CustomerEntity, 'PUT', `/v1/customers/${segment(id)}`, change),
});

/** `GET /v1/customers/:id`. */
export const CustomerEntity = z.pipe(
  z.looseObject({
    id: z.string().check(z.regex(CUSTOMER_ID)),
    name: lenient(Text),
    email: lenient(Text),
    // Some send the number as one.
    contact: lenient(Text),
    gstin: lenient(Text),
    notes: lenient(Texts),
    created_at: lenient(Seconds),
  }),
  z.transform((customer): Customer => ({
    id: customer.id,
    name: customer.name ?? undefined,
    email: givenEmail(customer.email),
    contact: customer.contact ?? undefined,
    gstin: customer.gstin ?? undefined,
    notes: customer.notes ?? {},
    createdAt: customer.created_at ?? undefined,
  })),
);
