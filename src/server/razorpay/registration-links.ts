import * as z from 'zod/mini';
import {CUSTOMER_ID, INVOICE_ID, ORDER_ID} from '../../wire/ids.js';
import type {RegistrationLink, WantedLink} from '../model/mandates/registration-link.js';
import {segment, type Call} from './call.js';
import {lenient, Seconds, Text} from './lenient.js';
import {toToken} from './terms.js';

/** https://razorpay.com/docs/api/payments/recurring-payments/upi/create-authorization-transaction */
export interface LinkCalls {
  create(link: WantedLink): Promise<RegistrationLink>;
  get(id: string): Promise<RegistrationLink>;
  send(id: string, medium: 'sms' | 'email'): Promise<void>;
  cancel(id: string): Promise<RegistrationLink>;
}

export const createLinkCalls = (call: Call): LinkCalls => ({
  create: ({customer, amount, description, mandate, receipt, notes, ...link}) =>
    call(InvoiceEntity, 'POST', '/v1/subscription_registration/auth_links', {
      customer,
      type: 'link',
      amount,
      currency: 'INR',
      description,
      subscription_registration: {method: 'upi', ...toToken(mandate)},
      ...(receipt !== undefined && {receipt}),
      ...(link.emailNotify !== undefined && {email_notify: link.emailNotify ? 1 : 0}),
      ...(link.smsNotify !== undefined && {sms_notify: link.smsNotify ? 1 : 0}),
      ...(link.expireBy !== undefined && {expire_by: link.expireBy}),
      ...(notes && {notes}),
    }),
  get: (id) => call(InvoiceEntity, 'GET', `/v1/invoices/${segment(id)}`),
  send: async (id, medium) => {
    await call(Sent, 'POST', `/v1/invoices/${segment(id)}/notify_by/${medium}`);
  },
  cancel: (id) => call(InvoiceEntity, 'POST', `/v1/invoices/${segment(id)}/cancel`),
});

/** `{"success": true}`. */
export const Sent = z.looseObject({success: z.literal(true)});

/** A registration link: an invoice of the type `link`. */
export const InvoiceEntity = z.pipe(
  z.looseObject({
    id: z.string().check(z.regex(INVOICE_ID)),
    order_id: z.string().check(z.regex(ORDER_ID)),
    customer_id: z.string().check(z.regex(CUSTOMER_ID)),
    status: z.string(),
    short_url: z.string(),
    amount: z.int(),
    currency: z.string(),
    receipt: lenient(Text),
    payment_id: lenient(z.string()),
    expire_by: lenient(Seconds),
  }),
  z.transform((invoice): RegistrationLink => ({
    id: invoice.id,
    orderId: invoice.order_id,
    customerId: invoice.customer_id,
    status: invoice.status,
    url: invoice.short_url,
    amount: invoice.amount,
    currency: invoice.currency,
    receipt: invoice.receipt ?? undefined,
    paymentId: invoice.payment_id ?? undefined,
    expiresAt: invoice.expire_by ?? undefined,
  })),
);
