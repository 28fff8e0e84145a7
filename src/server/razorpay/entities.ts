import * as z from 'zod/mini';
import {ORDER_ID, PAYMENT_ID, TOKEN_ID} from '../../wire/ids.js';
import type {OrderAddress, OrderDetails, OrderInstrument, OrderPromotion} from '../model/order.js';
import {givenEmail} from './given-email.js';
import {lenient, Text, Texts} from './lenient.js';

/** An order as Razorpay has it now: Magic Checkout adds fees to the amount. */
export interface RemoteOrder {
  readonly id: string;
  readonly receipt: string | undefined;
  readonly amount: number;
  readonly currency: string;
  /** Razorpay's word: `created`, `attempted`, `paid`, `placed`, `cancelled` and what may come. */
  readonly status: string;
  readonly attempts: number;
  /** Absent in an order that is not Magic Checkout's. */
  readonly lineItemsTotal: number | undefined;
  readonly shippingFee: number;
  readonly codFee: number;
  readonly promotions: readonly OrderPromotion[];
  /** Of banks and wallets: they lower the payment. */
  readonly offers: readonly unknown[];
  readonly tax: OrderDetails['tax'];
  readonly customer: RemoteCustomer;
  readonly notes: Readonly<Record<string, string>>;
  /** How often the mandate may be charged that is approved by paying it; undefined where none is. */
  readonly frequency: string | undefined;
  /** What that may take at most. */
  readonly maxAmount: number | undefined;
  /** All attempts to pay it; undefined where they were not asked for with it. */
  readonly payments: readonly RemotePayment[] | undefined;
}

export interface RemoteCustomer {
  readonly contact: string | undefined;
  readonly email: string | undefined;
  readonly shippingAddress: OrderAddress | undefined;
  readonly billingAddress: OrderAddress | undefined;
}

/** A payment as Razorpay has it now. */
export interface RemotePayment {
  readonly id: string;
  readonly orderId: string | undefined;
  readonly amount: number;
  readonly currency: string;
  /** Razorpay's word: `created`, `authorized`, `captured`, `failed`, `pending` and what may come. */
  readonly status: string;
  readonly method: string | undefined;
  readonly amountRefunded: number;
  /** The bank's or wallet's offer that lowered it. */
  readonly offerId: string | undefined;
  readonly instrument: OrderInstrument;
  /** Whose it is, and the mandate that it has approved or that it charges. */
  readonly customerId: string | undefined;
  readonly tokenId: string | undefined;
  readonly email: string | undefined;
  readonly contact: string | undefined;
  /** Why it failed, in Razorpay's words. */
  readonly error: {readonly reason: string | undefined; readonly description: string | undefined};
}

const Promotion = z.pipe(
  z.looseObject({
    value: z.int(),
    code: lenient(Text),
    type: lenient(Text),
    description: lenient(Text),
    reference_id: lenient(Text),
  }),
  z.transform(({value, code, type, description, reference_id}): OrderPromotion => ({
    value,
    code: code ?? undefined,
    type: type ?? undefined,
    description: description ?? undefined,
    referenceId: reference_id ?? undefined,
  })),
);

const ADDRESS = [
  'id',
  'tag',
  'type',
  'name',
  'line1',
  'line2',
  'landmark',
  'city',
  'state',
  'country',
  'zipcode',
  'contact',
] as const satisfies readonly (keyof OrderAddress)[];
const Address = z.pipe(
  Texts,
  z.transform((texts): OrderAddress =>
    Object.fromEntries(ADDRESS.flatMap((name) => (name in texts ? [[name, texts[name]]] : []))),
  ),
);

const Tax = z.pipe(
  z.looseObject({total_tax: z.int(), taxes_included: lenient(z.boolean())}),
  z.transform(({total_tax, taxes_included}) => ({
    total: total_tax,
    included: taxes_included ?? undefined,
  })),
);

const Email = z.pipe(lenient(Text), z.transform(givenEmail));

const Customer = z.looseObject({
  contact: lenient(Text),
  email: z.optional(Email),
  shipping_address: lenient(Address),
  billing_address: lenient(Address),
});

/** `GET /v1/payments/:id`. */
export const PaymentEntity = z.pipe(
  z.looseObject({
    id: z.string().check(z.regex(PAYMENT_ID)),
    order_id: z.nullish(z.string()),
    amount: z.int(),
    currency: z.string(),
    status: z.string(),
    method: z.nullish(z.string()),
    amount_refunded: lenient(z.int()),
    offer_id: lenient(z.string()),
    vpa: lenient(Text),
    upi: lenient(z.looseObject({vpa: lenient(Text)})),
    bank: lenient(Text),
    wallet: lenient(Text),
    receiver_type: lenient(Text),
    acquirer_data: lenient(Texts),
    customer_id: lenient(z.string()),
    token_id: lenient(z.string().check(z.regex(TOKEN_ID))),
    email: lenient(Text),
    contact: lenient(Text),
    error_reason: lenient(Text),
    error_description: lenient(Text),
  }),
  z.transform((payment): RemotePayment => ({
    id: payment.id,
    orderId: payment.order_id ?? undefined,
    amount: payment.amount,
    currency: payment.currency,
    status: payment.status,
    method: payment.method ?? undefined,
    amountRefunded: payment.amount_refunded ?? 0,
    offerId: payment.offer_id ?? undefined,
    instrument: {
      vpa: payment.upi?.vpa ?? payment.vpa ?? undefined,
      bank: payment.bank ?? undefined,
      wallet: payment.wallet ?? undefined,
      receiverType: payment.receiver_type ?? undefined,
      acquirerData: payment.acquirer_data ?? {},
    },
    customerId: payment.customer_id ?? undefined,
    tokenId: payment.token_id ?? undefined,
    email: givenEmail(payment.email),
    contact: payment.contact ?? undefined,
    error: {
      reason: payment.error_reason ?? undefined,
      description: payment.error_description ?? undefined,
    },
  })),
);

/** What of a payment has gone back, in the currency's smallest unit. */
export const amountRefunded = ({status, amount, amountRefunded}: RemotePayment): number =>
  // Some tell the status only.
  status === 'refunded' && amountRefunded === 0 ? amount : amountRefunded;

/** A list of entities, as Razorpay gives it. */
export const collection = <T>(entity: z.ZodMiniType<T>) =>
  z.pipe(
    z.looseObject({items: z.array(entity)}),
    z.transform(({items}) => items),
  );

/** `GET /v1/orders/:id`. */
export const OrderEntity = z.pipe(
  z.looseObject({
    id: z.string().check(z.regex(ORDER_ID)),
    // Some send a number, and get it back.
    receipt: z.nullish(Text),
    amount: z.int(),
    currency: z.string(),
    status: z.string(),
    attempts: z.nullish(z.int()),
    line_items_total: z.nullish(z.int()),
    shipping_fee: lenient(z.int()),
    cod_fee: lenient(z.int()),
    promotions: lenient(z.array(Promotion)),
    offers: lenient(z.array(z.unknown())),
    offer_id: lenient(z.string()),
    tax_details: lenient(Tax),
    customer_details: lenient(Customer),
    // An empty one is a list.
    notes: lenient(Texts),
    token: lenient(z.looseObject({frequency: lenient(z.string()), max_amount: lenient(z.int())})),
    // Where it was asked for with `expand[]=payments`.
    payments: lenient(collection(PaymentEntity)),
  }),
  z.transform((order): RemoteOrder => ({
    id: order.id,
    receipt: order.receipt ?? undefined,
    amount: order.amount,
    currency: order.currency,
    status: order.status,
    attempts: order.attempts ?? 0,
    lineItemsTotal: order.line_items_total ?? undefined,
    shippingFee: order.shipping_fee ?? 0,
    codFee: order.cod_fee ?? 0,
    promotions: order.promotions ?? [],
    offers: order.offers?.length ? order.offers : order.offer_id ? [order.offer_id] : [],
    tax: order.tax_details ?? undefined,
    customer: {
      contact: order.customer_details?.contact ?? undefined,
      email: order.customer_details?.email,
      shippingAddress: order.customer_details?.shipping_address ?? undefined,
      billingAddress: order.customer_details?.billing_address ?? undefined,
    },
    notes: order.notes ?? {},
    frequency: order.token?.frequency ?? undefined,
    maxAmount: order.token?.max_amount ?? undefined,
    payments: order.payments ?? undefined,
  })),
);
