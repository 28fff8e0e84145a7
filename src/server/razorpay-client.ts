import * as z from 'zod/mini';
import type {LineItem} from './line-items.js';
import type {OrderAddress, OrderDetails, OrderInstrument, OrderPromotion} from './order.js';
import {RazorpayError, type RazorpayErrorCode} from './razorpay-error.js';

/**
 * The part of Razorpay's REST API that the kit needs, on any `fetch`. Its own spelling ends here.
 *
 * https://razorpay.com/docs/api/orders and https://razorpay.com/docs/api/payments
 */
export interface RazorpayClient {
  createOrder(order: NewOrder): Promise<RemoteOrder>;
  /** The order of this receipt, if Razorpay has one. */
  findOrder(receipt: string): Promise<RemoteOrder | undefined>;
  order(orderId: string): Promise<RemoteOrder>;
  /** All attempts to pay the order, failed ones included. */
  payments(orderId: string): Promise<RemotePayment[]>;
  payment(paymentId: string): Promise<RemotePayment>;
  capture(payment: RemotePayment): Promise<RemotePayment>;
}

/** An order to be made. Amounts in the currency's smallest unit. */
export interface NewOrder {
  readonly amount: number;
  readonly currency: string;
  readonly receipt: string;
  readonly lineItems: readonly LineItem[];
  readonly notes: Readonly<Record<string, string>>;
}

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
}

export interface ClientConfig {
  readonly keyId: string;
  readonly keySecret: string;
  /** Without `/v1`. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** For the whole of an answer, in milliseconds. */
  readonly timeout: number;
}

export function createRazorpayClient(config: ClientConfig): RazorpayClient {
  const call = caller(config);
  return {
    createOrder: ({amount, currency, receipt, lineItems, notes}) =>
      call(OrderEntity, 'POST', '/v1/orders', {
        amount,
        currency,
        receipt,
        notes,
        // Overrides the dashboard: a payment that is only authorised goes back to the shopper.
        payment_capture: true,
        // Without it Razorpay shows the standard checkout.
        line_items_total: amount,
        line_items: lineItems.map(toRazorpay),
      }),
    async findOrder(receipt) {
      const query = new URLSearchParams({receipt});
      const orders = await call(collection(OrderEntity), 'GET', `/v1/orders?${query}`);
      return orders.find((order) => order.receipt === receipt);
    },
    order: (orderId) => call(OrderEntity, 'GET', `/v1/orders/${segment(orderId)}`),
    payments: (orderId) =>
      call(collection(PaymentEntity), 'GET', `/v1/orders/${segment(orderId)}/payments`),
    payment: (paymentId) => call(PaymentEntity, 'GET', `/v1/payments/${segment(paymentId)}`),
    capture: ({id, amount, currency}) =>
      call(PaymentEntity, 'POST', `/v1/payments/${segment(id)}/capture`, {amount, currency}),
  };
}

type Call = <T>(
  schema: z.ZodMiniType<T>,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
) => Promise<T>;

function caller({keyId, keySecret, baseUrl, fetch, timeout}: ClientConfig): Call {
  const credentials = new TextEncoder().encode(`${keyId}:${keySecret}`);
  const authorization = `Basic ${btoa(String.fromCharCode(...credentials))}`;

  const ask = async (method: string, path: string, body: unknown) => {
    try {
      const response = await fetch(baseUrl + path, {
        method,
        headers: {
          Authorization: authorization,
          ...(body !== undefined && {'Content-Type': 'application/json'}),
        },
        ...(body !== undefined && {body: JSON.stringify(body)}),
        // The secret goes nowhere else. ("error" is unknown to some runtimes.)
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
      });
      return {status: response.status, text: await response.text()};
    } catch (cause) {
      throw cause instanceof Error && (cause.name === 'TimeoutError' || cause.name === 'AbortError')
        ? new RazorpayError('timeout', `${method} ${path} took more than ${timeout} ms.`, {cause})
        : new RazorpayError('unreachable', `${method} ${path} did not reach Razorpay.`, {cause});
    }
  };

  return async (schema, method, path, body) => {
    const {status, text} = await ask(method, path, body).catch((error: unknown) => {
      // A connection that Razorpay closed while idle. Asking twice changes nothing; making does.
      if (method === 'GET' && error instanceof RazorpayError && error.code === 'unreachable')
        return ask(method, path, body);
      throw error;
    });
    const reply = parseJson(text);
    if (status < 200 || status > 299) throw refusal(`${method} ${path}`, status, reply);
    const entity = schema.safeParse(reply);
    if (!entity.success)
      throw new RazorpayError('invalid_reply', `${method} ${path} was not answered by Razorpay.`, {
        status,
        cause: entity.error,
      });
    return entity.data;
  };
}

/** Mostly `{"error": {…}}`, sometimes the bare object. */
const Refusal = z.looseObject({code: z.string(), description: z.string()});
const WrappedRefusal = z.looseObject({error: Refusal});

function refusal(what: string, status: number, reply: unknown): RazorpayError {
  const body =
    WrappedRefusal.safeParse(reply).data?.error ?? Refusal.safeParse(reply).data ?? undefined;
  const description = body?.description ?? 'no reason given';
  return new RazorpayError(
    refusalCode(status, description),
    `Razorpay answered ${status} to ${what}: ${description}`,
    {status, body},
  );
}

function refusalCode(status: number, description: string): RazorpayErrorCode {
  if (status >= 500) return 'server';
  if (status < 400) return 'invalid_reply';
  if (status === 429) return 'rate_limited';
  // The live API and its documentation disagree on the status of these two.
  if (status === 401 || /authentication failed|api key provided is invalid/i.test(description))
    return 'unauthorized';
  if (status === 404 || /does not exist|is not a valid id/i.test(description)) return 'not_found';
  return 'refused';
}

/** What no rule needs to be there: of another shape it is left out, never an exception. */
const lenient = <T>(schema: z.ZodMiniType<T>) => z.catch(z.nullish(schema), undefined);

const Text = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value) => String(value)),
);

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

/** An object's texts; whatever else there may be is left out. */
const Texts = z.pipe(
  z.looseObject({}),
  z.transform((object) => {
    const texts: Record<string, string> = {};
    for (const [name, value] of Object.entries(object)) {
      const text = Text.safeParse(value).data;
      if (text !== undefined) texts[name] = text;
    }
    return texts;
  }),
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

const Customer = z.looseObject({
  contact: lenient(Text),
  email: lenient(Text),
  shipping_address: lenient(Address),
  billing_address: lenient(Address),
});

const OrderEntity = z.pipe(
  z.looseObject({
    id: z.string().check(z.regex(/^order_\w+$/)),
    receipt: z.nullish(z.string()),
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
      email: order.customer_details?.email ?? undefined,
      shippingAddress: order.customer_details?.shipping_address ?? undefined,
      billingAddress: order.customer_details?.billing_address ?? undefined,
    },
    notes: order.notes ?? {},
  })),
);

const PaymentEntity = z.pipe(
  z.looseObject({
    id: z.string().check(z.regex(/^pay_\w+$/)),
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
  })),
);

const collection = <T>(entity: z.ZodMiniType<T>) =>
  z.pipe(
    z.looseObject({items: z.array(entity)}),
    z.transform(({items}) => items),
  );

const toRazorpay = (item: LineItem): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );

/** An id of the browser's stays one segment of the path. */
const segment = (id: string): string => encodeURIComponent(id);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
