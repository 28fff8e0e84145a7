/** Orders, payments and refunds in the spelling of Razorpay's REST API. This file holds types only. */

/** An empty object is written as an array, as PHP does. */
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

/** Amounts are in the smallest unit of the currency, times in seconds since 1970. */
export interface Order {
  readonly id: string;
  readonly entity: 'order';
  readonly amount: number;
  amount_paid: number;
  amount_due: number;
  readonly currency: string;
  readonly receipt: string | null;
  readonly offer_id: null;
  status: 'created' | 'attempted' | 'paid';
  attempts: number;
  notes: Notes;
  readonly created_at: number;
  /** Its presence makes the order a Magic one. */
  readonly line_items_total?: number;
}

/** What a merchant sends to create an order, checked. */
export interface OrderRequest {
  readonly amount: number;
  readonly currency: string;
  readonly receipt: string | null;
  readonly notes: Notes;
  readonly capture: 'automatic' | 'manual';
  readonly lineItems: readonly LineItem[];
  readonly lineItemsTotal: number | undefined;
}

export interface Card {
  readonly id: string;
  readonly entity: 'card';
  readonly name: string;
  readonly last4: string;
  readonly network: string;
  readonly type: 'credit';
  readonly issuer: string | null;
  readonly international: boolean;
  readonly emi: false;
}

/** With what the shopper pays. */
export type Instrument =
  | {readonly method: 'upi'; readonly vpa: string}
  | {readonly method: 'card'; readonly card: Card; readonly failure: PaymentFailure}
  | {readonly method: 'netbanking'; readonly bank: string};

/** Why an attempt failed: the five `error_` fields of a payment. */
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
  /** Counts only without an order. */
  readonly amount: number;
  readonly currency: string;
  readonly contact: string;
  readonly email: string;
  readonly description: string | null;
  readonly notes: Notes;
  readonly instrument: Instrument;
}

export interface Payment {
  readonly id: string;
  readonly entity: 'payment';
  readonly amount: number;
  readonly currency: string;
  status: 'created' | 'authorized' | 'captured' | 'refunded' | 'failed';
  readonly order_id: string | null;
  readonly invoice_id: null;
  readonly international: boolean;
  readonly method: Instrument['method'];
  amount_refunded: number;
  refund_status: 'partial' | 'full' | null;
  captured: boolean;
  readonly description: string | null;
  readonly card_id: string | null;
  readonly bank: string | null;
  readonly wallet: null;
  readonly vpa: string | null;
  readonly email: string;
  readonly contact: string;
  readonly notes: Notes;
  fee: number | null;
  tax: number | null;
  error_code: string | null;
  error_description: string | null;
  error_source: string | null;
  error_step: string | null;
  error_reason: string | null;
  acquirer_data: Record<string, string>;
  readonly created_at: number;
  readonly upi?: {readonly vpa: string};
}

export interface Refund {
  readonly id: string;
  readonly entity: 'refund';
  readonly amount: number;
  readonly currency: string;
  readonly payment_id: string;
  readonly notes: Notes;
  readonly receipt: string | null;
  readonly acquirer_data: {readonly arn: string | null};
  readonly created_at: number;
  readonly batch_id: null;
  status: 'pending' | 'processed';
  readonly speed_processed: 'normal';
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
