import type {Promotion, ShippingMethod} from '../../wire/endpoints/replies.js';
import type {CaptureSettings} from './capture-settings.js';
import type {Fields} from './fields.js';
import type {MandateTerms} from './mandate-terms.js';

export type {OfferedPromotion, Promotion, ShippingMethod} from '../../wire/endpoints/replies.js';

/** Orders, payments and refunds in the spelling of Razorpay's REST API. This file holds types only. */

/**
 * An empty object is written as an empty array, as in Razorpay's answers.
 * @inline
 */
export type Notes = Record<string, unknown> | [];

/** What was bought; the checkout shows it. Fields that the sandbox does not read are kept. */
export interface LineItem {
  readonly [field: string]: unknown;
  readonly name?: unknown;
  readonly price?: unknown;
  readonly offer_price?: unknown;
  readonly quantity?: unknown;
  readonly image_url?: unknown;
}

/**
 * Amounts are in the smallest unit of the currency, times in seconds since 1970.
 *
 * @example
 * ```ts
 * import type {Order, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const order: Order = sandbox.order('order_IEIaMR65cu6nz3');
 * console.log(order.status, order.amount_due / 100);
 * ```
 */
export interface Order {
  readonly id: string;
  readonly entity: 'order';
  /** Magic Checkout adds fees to it and takes discounts off: compare `line_items_total` instead. */
  amount: number;
  amount_paid: number;
  amount_due: number;
  readonly currency: string;
  readonly receipt: string | null;
  readonly offer_id: string | null;
  status: 'created' | 'attempted' | 'paid' | 'placed' | 'cancelled';
  attempts: number;
  notes: Notes;
  readonly created_at: number;
  /** Its presence makes the order a Magic one. */
  readonly line_items_total?: number;
  /** The only way in which it may be paid. */
  readonly method?: string;
  /** Whether it may be paid in parts. */
  readonly partial_payment?: boolean;
  /** The least that the first part may be. */
  readonly first_payment_min_amount?: number;
  readonly customer_id?: string;
  /** The mandate that the shopper approves by paying it. */
  readonly token?: Fields;
  /** That the shopper is to be told of a debit. */
  readonly notification?: OrderNotification;
  /** From here on: what Magic Checkout writes once the shopper has begun to pay. */
  offers?: readonly unknown[];
  description?: string | null;
  checkout?: null;
  promotions?: readonly OrderPromotion[];
  cod_fee?: number;
  shipping_fee?: number;
  customer_details?: CustomerDetails;
  tax_details?: {readonly total_tax: number; readonly taxes_included: boolean};
}

/**
 * Which mandate a debit is for, and when it may come, in seconds since 1970.
 * @inline
 */
export interface OrderNotification {
  readonly token_id: string;
  readonly payment_after: number;
}

/** Who a checkout is for, as the merchant's endpoints hear it. */
export interface Customer {
  /** E.164, like `+919876543210`; empty until it is known. */
  readonly contact: string;
  readonly email: string;
}

/**
 * Where the goods go; the country in two lower-case letters.
 *
 * @example
 * ```ts
 * import type {Address, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const address: Partial<Address> = {name: 'Asha Rao', city: 'Bengaluru', zipcode: '560001'};
 * await sandbox.pay('order_IEIaMR65cu6nz3', {method: 'cod', magic: {address}});
 * ```
 */
export interface Address {
  readonly id?: string;
  readonly name: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly zipcode: string;
  readonly contact: string;
  readonly tag: string;
}

/**
 * Who an order of Magic Checkout is for, and where it goes.
 *
 * @example
 * ```ts
 * import type {CustomerDetails, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const customer: CustomerDetails | undefined = sandbox.order('order_IEIaMR65cu6nz3').customer_details;
 * console.log(customer?.contact, customer?.shipping_address?.zipcode);
 * ```
 */
export interface CustomerDetails extends Customer {
  readonly shipping_address?: Address & {readonly type: 'shipping_address'};
  readonly billing_address?: Address & {readonly type: 'shipping_address'};
}

/**
 * A coupon as the order keeps it; `value` is in paise.
 *
 * @example
 * ```ts
 * import type {OrderPromotion, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const used: readonly OrderPromotion[] = sandbox.order('order_IEIaMR65cu6nz3').promotions ?? [];
 * console.log(used.map(({code, value}) => `${code}: ${value / 100}`));
 * ```
 */
export interface OrderPromotion {
  readonly reference_id: string;
  readonly code: string;
  readonly type: string;
  /** The discount in paise. */
  readonly value: number;
  readonly description: string;
}

/** What Magic Checkout adds to an order: the shopper chose it, at prices of the merchant. */
export interface MagicChoices {
  readonly address?: Address | undefined;
  readonly shipping?: ShippingMethod | undefined;
  readonly promotion?: Promotion | undefined;
}

/** What a merchant sends to create an order, checked. */
export interface OrderRequest {
  readonly amount: number;
  readonly currency: string;
  readonly receipt: string | null;
  readonly notes: Notes;
  readonly capture: CaptureSettings;
  readonly lineItems: readonly LineItem[];
  readonly lineItemsTotal: number | undefined;
  readonly method: string | undefined;
  readonly partialPayment: boolean | undefined;
  readonly firstPaymentMinAmount: number | undefined;
  /** What is answered as it came. */
  readonly kept: Fields;
  readonly customerId?: string | undefined;
  /** The mandate as it was sent. */
  readonly token?: Fields | undefined;
  /** The mandate that the shopper approves by paying, and how the order answers it. */
  readonly mandate?: {readonly token: Fields; readonly terms: MandateTerms} | undefined;
  readonly notification?: OrderNotification | undefined;
  /** The registration link that the order belongs to. */
  readonly invoiceId?: string;
}

export interface Card {
  readonly id: string;
  readonly entity: 'card';
  readonly name: string;
  readonly last4: string;
  readonly network: string;
  readonly type: 'credit' | 'debit' | 'prepaid' | 'unknown';
  readonly issuer: string | null;
  readonly international: boolean;
  readonly emi: false;
  readonly sub_type: 'consumer' | 'business';
  readonly token_iin: null;
  readonly expiry_month: number;
  readonly expiry_year: number;
}

/** What the shopper pays with. */
export type Instrument =
  | {readonly method: 'upi'; readonly vpa: string}
  | {readonly method: 'card'; readonly card: Card; readonly failure: PaymentFailure}
  | {readonly method: 'netbanking'; readonly bank: string}
  | {readonly method: 'wallet'; readonly wallet: string}
  | {readonly method: 'cod'};

/** Why an attempt failed, in the words of a payment's five `error_` fields. */
export interface PaymentFailure {
  readonly code: 'BAD_REQUEST_ERROR' | 'GATEWAY_ERROR';
  readonly description: string;
  readonly source: string;
  readonly step: string;
  readonly reason: string;
}

/** What the checkout sends when the shopper presses Pay. */
export interface Attempt {
  /** `null` pays without an order: such a payment is never captured by itself. */
  readonly orderId: string | null;
  /** Counts only without an order, and for one that is paid in parts. */
  readonly amount: number;
  readonly currency: string;
  readonly contact: string;
  readonly email: string;
  readonly description: string | null;
  readonly notes: Notes;
  readonly customerId?: string;
  /** Whether the page asks for a mandate. */
  readonly isRecurring?: boolean;
  /** The mandate that is approved with it, or charged. */
  readonly tokenId?: string;
  readonly instrument: Instrument;
  /** Made at a POS device. */
  readonly isInPerson?: true;
  /** Given by Magic Checkout only. */
  readonly magic?: MagicChoices;
}

/**
 * A payment in the spelling of Razorpay's REST API. Amounts are in the smallest unit, times in
 * seconds since 1970.
 *
 * @example
 * ```ts
 * import type {Payment, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const [payment]: Payment[] = sandbox.payments('order_IEIaMR65cu6nz3'); // the newest first
 * console.log(payment?.status, payment?.method, payment?.error_reason);
 * ```
 * @see https://razorpay.com/docs/api/payments
 */
export interface Payment {
  readonly id: string;
  readonly entity: 'payment';
  readonly amount: number;
  readonly currency: string;
  /** `pending` is cash on delivery: the order is placed and nothing is paid. */
  status: 'created' | 'pending' | 'authorized' | 'captured' | 'refunded' | 'failed';
  readonly order_id: string | null;
  /** The registration link that it was made for. */
  readonly invoice_id: string | null;
  readonly international: boolean;
  readonly method: Instrument['method'];
  amount_refunded: number;
  refund_status: 'partial' | 'full' | null;
  captured: boolean;
  readonly description: string | null;
  readonly card_id: string | null;
  readonly bank: string | null;
  readonly wallet: string | null;
  readonly vpa: string | null;
  readonly email: string;
  readonly contact: string;
  notes: Notes;
  /** Only where the page named a customer. */
  readonly customer_id?: string;
  /** The mandate that was approved with it, or charged. */
  readonly token_id?: string;
  fee: number | null;
  tax: number | null;
  error_code: string | null;
  error_description: string | null;
  error_source: string | null;
  error_step: string | null;
  error_reason: string | null;
  acquirer_data: Record<string, string | null>;
  readonly created_at: number;
  /** At a POS device with the kind of account that was paid from. */
  readonly upi?: {readonly payer_account_type?: string; readonly vpa: string};
}

/**
 * Money that went back, in the spelling of Razorpay's REST API; `amount` is in the smallest unit.
 *
 * @example
 * ```ts
 * import type {Refund, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const refund: Refund = sandbox.refund('pay_IH4NVgf4Dreq1l', 10_000); // paise
 * console.log(refund.id, refund.status);
 * ```
 */
export interface Refund {
  readonly id: string;
  readonly entity: 'refund';
  readonly amount: number;
  readonly currency: string;
  readonly payment_id: string;
  notes: Notes;
  readonly receipt: string | null;
  readonly acquirer_data: {readonly arn: string | null};
  readonly created_at: number;
  readonly batch_id: null;
  status: 'pending' | 'processed' | 'failed';
  readonly speed_processed: 'normal' | 'instant';
  readonly speed_requested: 'normal' | 'optimum';
}

/** What a merchant sends to give money back, checked. */
export interface RefundRequest {
  /** All that is left when it is missing. */
  readonly amount?: number | undefined;
  readonly notes?: Notes;
  readonly receipt?: string | null;
  readonly speed?: Refund['speed_requested'];
}

export interface Collection<Item> {
  readonly entity: 'collection';
  readonly count: number;
  readonly items: readonly Item[];
}
