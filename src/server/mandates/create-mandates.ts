import type {Context} from '../kit/context.js';
import {CUSTOMER_ID, INVOICE_ID, PAYMENT_ID, TOKEN_ID} from '../../wire/ids.js';
import type {ChargeRequest} from '../model/mandates/charge-request.js';
import type {Charge} from '../model/mandates/charge.js';
import {checkId} from '../model/mandates/check-id.js';
import {checkRequest} from '../model/mandates/check-request.js';
import {show} from '../model/check-returned.js';
import {CustomerChange, NewCustomer, type Customer} from '../model/mandates/customer.js';
import {MandateError} from '../model/mandates/mandate-error.js';
import type {Mandate} from '../model/mandates/mandate.js';
import type {RefundRequest} from '../model/mandates/refund-request.js';
import type {NewRegistrationLink, RegistrationLink} from '../model/mandates/registration-link.js';
import type {Token} from '../model/mandates/token.js';
import {chargeMandate} from './charge-mandate.js';
import {mandateOfPayment} from './enter-mandate.js';
import {createLink} from './create-link.js';
import {cancelLink, cancelMandate, deleteToken} from './end-mandate.js';
import {refundCharge} from './refund-charge.js';
import {settleMandate} from './settle-mandate.js';

/**
 * Shoppers who can be charged again and again: UPI Autopay. None of it is an endpoint of its own; call
 * it from your server. What is wrong with what you give is thrown as a `MandateError` before Razorpay
 * is asked, what Razorpay does not do as a `RazorpayError`.
 *
 * @example
 * ```ts
 * import type {Checkout, Mandates} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * const mandates: Mandates = checkout.mandates;
 * // 1. Before the shopper subscribes; then `price` returns {amount, mandate: {customer, maxAmount}}.
 * const {id: customer} = await mandates.customers.create({name: 'Asha Rao'});
 * // 2. Each month, once onMandate has told that the mandate is confirmed.
 * const charge = await mandates.charge({
 *   mandate: 'token_FHfAzGzREc1ug6',
 *   period: '2026-12',
 *   amount: 49_900,
 * });
 * console.log(customer, charge.status);
 * ```
 * @see https://razorpay.com/docs/api/payments/recurring-payments/upi
 */
export interface Mandates {
  readonly customers: MandateCustomers;
  readonly links: RegistrationLinks;
  /** What the ledger knows of a mandate, by Razorpay's id. Asks nobody. */
  find(id: string): Promise<Mandate | undefined>;
  /** Asks Razorpay where a mandate of the ledger stands, and moves it, with `onMandate` as ever. */
  fetch(id: string): Promise<Mandate>;
  /** The mandate that a payment has approved, which comes into the ledger if it was not there. */
  ofPayment(paymentId: string): Promise<Mandate>;
  /** A customer's mandates as Razorpay has them, those that the ledger does not know too. */
  list(customerId: string): Promise<readonly Token[]>;
  /**
   * Has Razorpay forget a mandate, which can't be charged any more. This is not a cancellation: the
   * shopper's bank keeps it and their UPI app goes on showing it. Cancel it first.
   */
  delete(id: string): Promise<Mandate>;
  /**
   * Has the shopper's bank end a mandate. It becomes `cancelled` once the bank says so, which
   * `onMandate` is told.
   */
  cancel(id: string): Promise<Mandate>;
  /**
   * Charges a mandate for a period, at most once with success, however often and by however many
   * processes it is asked: it gives the last attempt of the period as it stands. What the bank says
   * comes up to 36 hours later, and `onCharge` is told. `retry: true` opens another attempt where the
   * last has failed with a reason that allows it.
   *
   * Throws a `MandateError` for a mandate that is not confirmed, an amount beyond what was approved,
   * when the mandate's cycle ends before a debit could come, and while another of its charges has yet to end.
   */
  charge(request: ChargeRequest): Promise<Charge>;
  /**
   * Gives what was charged for a period back, all of it unless `total` says how much; `onCharge` is told
   * what went back, and the period stays charged. Asked twice, it is given back once.
   */
  refund(request: RefundRequest): Promise<Charge>;
  /** What was charged of a mandate, the newest first. Asks nobody. */
  charges(id: string): Promise<readonly Charge[]>;
}

/**
 * Those who approve mandates.
 *
 * @example
 * ```ts
 * import type {Checkout, MandateCustomers} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * const customers: MandateCustomers = checkout.mandates.customers;
 * const {id} = await customers.create({name: 'Asha Rao', contact: '+919000090000'});
 * await customers.edit(id, {email: 'asha@example.com'});
 * ```
 * @see https://razorpay.com/docs/api/customers
 */
export interface MandateCustomers {
  /** Makes a customer, or gives the one that Razorpay has with the same email and contact. */
  create(customer: NewCustomer): Promise<Customer>;
  fetch(id: string): Promise<Customer>;
  /** Changes a customer; what is left out stays. */
  edit(id: string, change: CustomerChange): Promise<Customer>;
}

/**
 * Links by which shoppers approve mandates without a page of yours.
 *
 * @example
 * ```ts
 * import type {Checkout, NewRegistrationLink, RegistrationLinks} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 * declare const wanted: NewRegistrationLink;
 *
 * const links: RegistrationLinks = checkout.mandates.links;
 * const {id, url} = await links.create(wanted);
 * await links.send(id, 'sms');
 * console.log(url);
 * ```
 * @see https://razorpay.com/docs/api/payments/recurring-payments/upi/create-authorization-transaction
 */
export interface RegistrationLinks {
  /** Makes a link. Its order comes into the ledger, and its mandate once the shopper has approved. */
  create(link: NewRegistrationLink): Promise<RegistrationLink>;
  /** Sends it once more. */
  send(id: string, medium: 'sms' | 'email'): Promise<void>;
  /** Has nobody approve it any more. */
  cancel(id: string): Promise<RegistrationLink>;
}

/** Makes the functions about mandates. `run` takes their work on, or refuses it once the kit is closed. */
export function createMandates(
  context: Context,
  run: <T>(work: () => Promise<T>) => Promise<T>,
): Mandates {
  const {mandates, charges, razorpay} = context;
  const known = async (id: string): Promise<Mandate> => {
    checkId('mandate', TOKEN_ID, id);
    const mandate = await mandates.find(id);
    if (mandate) return mandate;
    throw new MandateError('not_found', `The ledger has no mandate ${id}.`, 'mandate');
  };
  return {
    customers: {
      create: (customer) =>
        run(async () => {
          const checked = checkRequest(NewCustomer, customer, {
            from: 'create()',
            shape: '{name: "Asha Rao"}',
          });
          return razorpay.customers.create(checked);
        }),
      fetch: (id) =>
        run(async () => {
          checkId('customer', CUSTOMER_ID, id);
          return razorpay.customers.get(id);
        }),
      edit: (id, change) =>
        run(async () => {
          checkId('customer', CUSTOMER_ID, id);
          const checked = checkRequest(CustomerChange, change, {
            from: 'edit()',
            shape: '{name: "Asha Rao"}',
          });
          return razorpay.customers.edit(id, checked);
        }),
    },
    links: {
      create: (link) => run(() => createLink(context, link)),
      send: (id, medium) =>
        run(async () => {
          checkId('link', INVOICE_ID, id);
          if (!['sms', 'email'].includes(medium))
            throw new MandateError(
              'invalid',
              `send() was given ${show(medium)}. It takes "sms" or "email".`,
              'medium',
            );
          await razorpay.links.send(id, medium);
        }),
      cancel: (id) =>
        run(async () => {
          checkId('link', INVOICE_ID, id);
          return cancelLink(context, id);
        }),
    },
    find: async (id) => {
      checkId('mandate', TOKEN_ID, id);
      return mandates.find(id);
    },
    fetch: (id) => run(async () => settleMandate(context, await known(id))),
    ofPayment: (paymentId) =>
      run(async () => {
        checkId('payment', PAYMENT_ID, paymentId);
        return mandateOfPayment(context, paymentId);
      }),
    list: (customerId) =>
      run(async () => {
        checkId('customer', CUSTOMER_ID, customerId);
        return razorpay.tokens.list(customerId);
      }),
    delete: (id) =>
      run(async () => {
        const mandate = await known(id);
        if (!mandate.isDeleted) await deleteToken(context, mandate);
        return mandates.markDeleted(id);
      }),
    cancel: (id) => run(async () => cancelMandate(context, await known(id))),
    charge: (request) => run(() => chargeMandate(context, request)),
    refund: (request) => run(() => refundCharge(context, request)),
    charges: async (id) => {
      checkId('mandate', TOKEN_ID, id);
      return charges.ofMandate(id);
    },
  };
}
