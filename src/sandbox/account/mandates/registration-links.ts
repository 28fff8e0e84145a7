import type {WebhookEventName} from '../../../wire/events.js';
import {ApiError} from '../../model/api-error.js';
import {DEFAULT_CAPTURE} from '../../model/capture-settings.js';
import type {Customer, Invoice, LinkRequest} from '../../model/mandate.js';
import {newId, randomText} from '../../model/random-id.js';
import type {Announce, EventEntities} from '../../model/webhook-event.js';
import type {Clock} from '../../runtime/clock.js';
import type {PaymentMoves} from '../payment-moves.js';
import {Records} from '../records.js';
import type {Customers} from './customers.js';

interface RegistrationLinksParts {
  readonly customers: Customers;
  readonly moves: PaymentMoves;
  readonly clock: Clock;
  readonly announce: Announce;
}

/** Links that a merchant sends to a shopper, who approves a mandate on the page behind it. */
export class RegistrationLinks {
  readonly #customers: Customers;
  readonly #moves: PaymentMoves;
  readonly #clock: Clock;
  readonly #announce: Announce;
  readonly #invoices = new Records<Invoice>('inv');

  constructor({customers, moves, clock, announce}: RegistrationLinksParts) {
    this.#customers = customers;
    this.#moves = moves;
    this.#clock = clock;
    this.#announce = announce;
  }

  /** Makes a link with an address below `origin`, and sends it as far as that is asked for. */
  create(request: LinkRequest, origin: string): Invoice {
    const {amount, currency, description, receipt, notes, expireBy} = request;
    const customer = this.#customers.create(request.customer);
    const id = newId('inv');
    const order = this.#moves.addOrder({
      amount,
      currency,
      receipt,
      notes,
      capture: DEFAULT_CAPTURE,
      lineItems: [],
      lineItemsTotal: undefined,
      partialPayment: undefined,
      firstPaymentMinAmount: undefined,
      kept: {},
      customerId: customer.id,
      method: 'upi',
      token: request.mandate.token,
      mandate: request.mandate,
      invoiceId: id,
    });
    const now = this.#clock.seconds();
    const invoice: Invoice = {
      id,
      entity: 'invoice',
      receipt,
      invoice_number: receipt,
      customer_id: customer.id,
      customer_details: customerDetails(customer),
      order_id: order.id,
      line_items: [],
      payment_id: null,
      status: 'issued',
      expire_by: expireBy,
      issued_at: now,
      paid_at: null,
      cancelled_at: null,
      expired_at: null,
      sms_status: request.smsNotify ? 'pending' : null,
      email_status: request.emailNotify ? 'pending' : null,
      date: now,
      terms: null,
      partial_payment: false,
      gross_amount: amount,
      tax_amount: 0,
      taxable_amount: 0,
      amount,
      amount_paid: 0,
      amount_due: amount,
      currency,
      currency_symbol: '₹',
      description,
      notes,
      comment: null,
      short_url: `${origin}/i/${randomText(7)}`,
      view_less: true,
      billing_start: null,
      billing_end: null,
      type: 'link',
      group_taxes_discounts: false,
      created_at: now,
      idempotency_key: null,
    };
    this.#invoices.add(id, invoice);
    if (expireBy !== null) this.#clock.after(expireBy - now, () => this.#expire(invoice));
    this.#clock.after(SENT_AFTER_SECONDS, () => markSent(invoice));
    return invoice;
  }

  /** @throws {ApiError} for an id that is malformed or unknown. */
  get(id: string): Invoice {
    return this.#invoices.get(id);
  }

  /** The newest first. */
  all(): Invoice[] {
    return this.#invoices.all();
  }

  /** The link with this address, as far as it comes after the `/i/`. */
  byCode(code: string): Invoice | undefined {
    return this.all().find(({short_url: url}) => url.endsWith(`/i/${code}`));
  }

  /** Sends it once more. */
  notifyBy(id: string, medium: string): {readonly success: true} {
    if (medium !== 'sms' && medium !== 'email') {
      throw new ApiError('The medium must be sms or email.', {field: 'medium'});
    }
    const invoice = this.get(id);
    checkIssued(invoice);
    if (medium === 'sms') invoice.sms_status = 'sent';
    else invoice.email_status = 'sent';
    return {success: true};
  }

  cancel(id: string): Invoice {
    const invoice = this.get(id);
    checkIssued(invoice);
    invoice.status = 'cancelled';
    invoice.cancelled_at = this.#clock.seconds();
    return invoice;
  }

  /** @throws {ApiError} for an order whose link is paid, cancelled or expired. */
  checkOpen(orderId: string | null): void {
    const invoice = this.all().find(({order_id}) => order_id === orderId);
    if (invoice) checkIssued(invoice);
  }

  /** The link is paid when its order is. */
  hear(event: WebhookEventName, {payment, order}: EventEntities): void {
    if (event !== 'order.paid' || !payment || !order) return;
    const invoice = this.all().find(({order_id}) => order_id === order.id);
    if (!invoice) return;
    Object.assign(invoice, {
      status: 'paid',
      payment_id: payment.id,
      paid_at: this.#clock.seconds(),
      amount_paid: invoice.amount,
      amount_due: 0,
    } satisfies Partial<Invoice>);
    this.#announce('invoice.paid', {payment, order, invoice});
  }

  #expire(invoice: Invoice): void {
    if (invoice.status !== 'issued') return;
    invoice.status = 'expired';
    invoice.expired_at = this.#clock.seconds();
    this.#announce('invoice.expired', {invoice});
  }
}

/** How long it takes until SMS and e-mail have gone out. */
const SENT_AFTER_SECONDS = 2;

function markSent(invoice: Invoice): void {
  if (invoice.sms_status === 'pending') invoice.sms_status = 'sent';
  if (invoice.email_status === 'pending') invoice.email_status = 'sent';
}

function checkIssued({status}: Invoice): void {
  if (status === 'issued') return;
  throw new ApiError(`Operation not allowed for Invoice in ${status} status.`);
}

const customerDetails = ({id, name, email, contact, gstin}: Customer) => ({
  id,
  name,
  email,
  contact,
  gstin,
  billing_address: null,
  shipping_address: null,
  customer_name: name,
  customer_email: email,
  customer_contact: contact,
});
