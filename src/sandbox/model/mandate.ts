import type {Notes} from './entities.js';
import type {Fields} from './fields.js';
import type {MandateTerms} from './mandate-terms.js';

/** What UPI Autopay adds to the REST API. This file holds types only. */

/**
 * Who can be charged again, in the spelling of Razorpay's REST API.
 *
 * https://razorpay.com/docs/api/customers/entity
 */
export interface Customer {
  readonly id: string;
  readonly entity: 'customer';
  name: string;
  email: string | null;
  contact: string | null;
  gstin: string | null;
  readonly notes: Notes;
  readonly created_at: number;
}

/** What a merchant sends to create a customer, checked. */
export interface CustomerRequest {
  readonly name: string;
  readonly email: string | null;
  readonly contact: string | null;
  readonly gstin: string | null;
  readonly notes: Notes;
  /** Whether one that exists already is an error, or the answer. */
  readonly failsExisting: boolean;
}

/**
 * A mandate in the spelling of Razorpay's REST API, where it is called a token. Amounts are in
 * paise, times in seconds since 1970.
 *
 * @example
 * ```ts
 * import type {Sandbox, Token} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const [token]: Token[] = sandbox.tokens(); // the newest first
 * console.log(token?.recurring_details.status, token?.max_amount);
 * ```
 * @see https://razorpay.com/docs/api/payments/recurring-payments/upi/tokens
 */
export interface Token {
  readonly id: string;
  readonly entity: 'token';
  readonly token: string;
  readonly bank: null;
  readonly wallet: null;
  readonly method: 'upi';
  readonly vpa: {readonly username: string; readonly handle: string; readonly name: null};
  readonly recurring: true;
  recurring_details: {
    readonly status:
      'initiated' | 'confirmed' | 'paused' | 'rejected' | 'cancellation_initiated' | 'cancelled';
    readonly failure_reason: string | null;
  };
  readonly auth_type: null;
  readonly mrn: null;
  /** When it was approved, and later when it was charged last. */
  used_at: number;
  readonly created_at: number;
  /** From when on it may be charged. */
  readonly start_time: number;
  readonly expired_at: number;
  readonly max_amount: number;
  readonly dcc_enabled: false;
}

/** Where a mandate stands. */
export type TokenStatus = Token['recurring_details']['status'];

/** What a merchant sends to charge a mandate, checked. */
export interface ChargeRequest {
  readonly orderId: string;
  readonly customerId: string;
  readonly tokenId: string;
  readonly amount: number;
  readonly currency: string;
  readonly email: string;
  readonly contact: string;
  readonly description: string | null;
  readonly notes: Notes;
}

/** That a shopper is told of a debit before it comes, in the spelling of the REST API. */
export interface Notification {
  readonly id: string;
  readonly entity: 'notification';
  readonly order_id: string;
  readonly token_id: string;
  readonly delivered_at: number | null;
  readonly status: 'delivered' | 'failed';
  readonly payment_after: number;
}

/** What a merchant sends for a registration link, checked. */
export interface LinkRequest {
  /** Made from these details, or found by them. */
  readonly customer: CustomerRequest;
  readonly amount: number;
  readonly currency: string;
  readonly description: string;
  readonly mandate: {readonly token: Fields; readonly terms: MandateTerms};
  readonly receipt: string | null;
  readonly notes: Notes;
  readonly smsNotify: boolean;
  readonly emailNotify: boolean;
  readonly expireBy: number | null;
}

/** A registration link, in the spelling of the REST API: an invoice of the type `link`. */
export interface Invoice {
  readonly id: string;
  readonly entity: 'invoice';
  readonly receipt: string | null;
  readonly invoice_number: string | null;
  readonly customer_id: string;
  readonly customer_details: Readonly<Record<string, string | null>>;
  readonly order_id: string;
  readonly line_items: readonly never[];
  payment_id: string | null;
  status: 'issued' | 'paid' | 'cancelled' | 'expired';
  readonly expire_by: number | null;
  readonly issued_at: number;
  paid_at: number | null;
  cancelled_at: number | null;
  expired_at: number | null;
  sms_status: 'pending' | 'sent' | null;
  email_status: 'pending' | 'sent' | null;
  readonly date: number;
  readonly terms: null;
  readonly partial_payment: false;
  readonly gross_amount: number;
  readonly tax_amount: 0;
  readonly taxable_amount: 0;
  readonly amount: number;
  amount_paid: number;
  amount_due: number;
  readonly currency: string;
  readonly currency_symbol: '₹';
  readonly description: string;
  readonly notes: Notes;
  readonly comment: null;
  readonly short_url: string;
  readonly view_less: true;
  readonly billing_start: null;
  readonly billing_end: null;
  readonly type: 'link';
  readonly group_taxes_discounts: false;
  readonly created_at: number;
  readonly idempotency_key: null;
}
