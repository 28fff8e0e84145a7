import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {hmacHex, signPayment} from '../../src/wire/signature.js';

export const KEY_ID = 'rzp_test_Sandbox0000001';
export const KEY_SECRET = 'sandbox_secret';
export const WEBHOOK_SECRET = 'sandbox_webhook_secret';

type Entity = Record<string, unknown> & {id: string};

/** How a request goes wrong: before Razorpay does what was asked, or after. */
type Fault =
  | {status: number; body?: unknown}
  | 'drop' // breaks the connection
  | 'hang' // never answers
  | 'lose' // does it and breaks the connection
  | 'late'; // does it and never answers

/** As much of Razorpay's API as the server kit needs, over real HTTP, with faults to switch on. */
export class FakeRazorpay {
  readonly orders = new Map<string, Entity>();
  readonly payments = new Map<string, Entity>();
  /** `GET /v1/orders/order_…`, in the order of their arrival. */
  readonly requests: string[] = [];
  /** The bodies of the orders that were asked for. */
  readonly created: Record<string, unknown>[] = [];
  /** Whose requests are answered. */
  keyId = KEY_ID;
  /** Decides for each request whether it goes wrong. */
  fault: (request: string) => Fault | undefined = () => undefined;
  /** Ids count up, so that tests are the same each time. */
  #count = 0;
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  static async start(): Promise<FakeRazorpay> {
    const razorpay = new FakeRazorpay();
    await new Promise<void>((resolve) => razorpay.#server.listen(0, '127.0.0.1', resolve));
    return razorpay;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): Promise<unknown> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }

  /** A shopper's payment; the order is paid unless the changes say otherwise. */
  async pay(orderId: string, changes: Record<string, unknown> = {}) {
    const order = this.orders.get(orderId)!;
    const payment = {
      id: this.#id('pay'),
      entity: 'payment',
      order_id: orderId,
      amount: order.amount,
      currency: order.currency,
      status: 'captured',
      method: 'upi',
      ...changes,
    };
    this.payments.set(payment.id, payment);
    const status = payment.status === 'captured' ? 'paid' : 'attempted';
    Object.assign(order, {status, attempts: Number(order.attempts) + 1});
    return this.response(orderId, payment.id);
  }

  /** The handler response of a payment. */
  async response(orderId: string, paymentId: string, secret = KEY_SECRET) {
    return {
      razorpay_payment_id: paymentId,
      razorpay_order_id: orderId,
      razorpay_signature: await signPayment(secret, {orderId, paymentId}),
    };
  }

  /** The request by which Razorpay tells an event about a payment. */
  async event(
    event: string,
    {razorpay_payment_id, razorpay_order_id}: Awaited<ReturnType<FakeRazorpay['response']>>,
    {id = this.#id('evt'), secret = WEBHOOK_SECRET}: {id?: string; secret?: string} = {},
  ): Promise<RequestInit & {headers: Record<string, string>; body: string}> {
    const body = JSON.stringify({
      entity: 'event',
      event,
      contains: ['payment', 'order'],
      payload: {
        payment: {entity: this.payments.get(razorpay_payment_id)},
        order: {entity: this.orders.get(razorpay_order_id)},
      },
      // Not as JSON.stringify would write it again: only the bytes that were sent are signed.
      note: 'मसाला चाय',
      zero: 0,
    }).replace('"zero":0', '"zero":0.0');
    return {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Razorpay-Signature': await hmacHex(secret, body),
        'X-Razorpay-Event-Id': id,
      },
      body,
    };
  }

  /** How many requests so far match. */
  count(pattern: RegExp): number {
    return this.requests.filter((request) => pattern.test(request)).length;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const what = `${request.method ?? ''} ${request.url ?? ''}`;
    this.requests.push(what);
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const text = Buffer.concat(chunks).toString();

    const fault = this.fault(what);
    if (fault === 'hang') return;
    if (fault === 'drop') return void request.socket.destroy();
    const {status, body} =
      typeof fault === 'object'
        ? fault
        : request.headers.authorization !== `Basic ${btoa(`${this.keyId}:${KEY_SECRET}`)}`
          ? refusal('Authentication failed', 401)
          : this.#answer(what, text === '' ? {} : (JSON.parse(text) as Record<string, unknown>));
    if (fault === 'late') return;
    if (fault === 'lose') return void request.socket.destroy();
    response.writeHead(status, {'Content-Type': 'application/json'});
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  #answer(what: string, body: Record<string, unknown>): {status: number; body: unknown} {
    const [, method, path = '', query] = /^(\w+) ([^?]*)\??(.*)$/.exec(what) ?? [];
    const [, kind = '', id = '', rest] =
      /^\/v1\/(orders|payments)(?:\/([^/]+))?(?:\/(\w+))?$/.exec(path) ?? [];
    if (method === 'POST' && kind === 'orders' && !id)
      return {status: 200, body: this.#create(body)};
    if (kind === 'orders' && !id) {
      const receipt = new URLSearchParams(query).get('receipt');
      return list([...this.orders.values()].filter((order) => order.receipt === receipt));
    }
    const entity = (kind === 'orders' ? this.orders : this.payments).get(id);
    if (!entity) return refusal('The id provided does not exist');
    if (rest === 'payments')
      return list([...this.payments.values()].filter((payment) => payment.order_id === id));
    if (rest === 'capture') {
      if (entity.status === 'captured') return refusal('This payment has already been captured.');
      if (entity.amount !== body.amount)
        return refusal('Capture amount must be equal to the amount authorized');
      entity.status = 'captured';
    }
    return {status: 200, body: entity};
  }

  #create(body: Record<string, unknown>): Entity {
    this.created.push(body);
    const order = {
      id: this.#id('order'),
      entity: 'order',
      amount: body.amount,
      amount_paid: 0,
      currency: body.currency,
      receipt: body.receipt,
      status: 'created',
      attempts: 0,
      notes: [],
      line_items_total: body.line_items_total,
      a_field_of_tomorrow: {},
    };
    this.orders.set(order.id, order);
    return order;
  }

  #id(prefix: string): string {
    return `${prefix}_${String(++this.#count).padStart(14, '0')}`;
  }
}

const list = (items: Entity[]) => ({
  status: 200,
  body: {entity: 'collection', count: items.length, items},
});

const refusal = (description: string, status = 400) => ({
  status,
  body: {
    error: {
      code: 'BAD_REQUEST_ERROR',
      description,
      source: 'business',
      step: 'payment_initiation',
      reason: 'input_validation_failed',
      metadata: {},
    },
  },
});
