import {Hono} from 'hono';
import {invalidField, SERVER_ERROR, tooManyRequests, unauthorized} from './api-error.js';
import {dropConnection, staySilent} from './broken-reply.js';
import type {Collection, Order, Payment} from './entities.js';
import type {Faults} from './faults.js';
import {
  readCaptureRequest,
  readOrderPatch,
  readOrderRequest,
  readRefundRequest,
} from './order-request.js';
import type {PaymentMoves} from './payment-moves.js';
import type {Refunds} from './refunds.js';
import type {RestRoute} from './rest-route.js';
import type {Store} from './store.js';

/** Where a route reads, and through whom it changes something. */
interface Accounts {
  readonly store: Store;
  readonly moves: PaymentMoves;
  readonly refunds: Refunds;
}

interface Call extends Accounts {
  readonly id: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** The merchant's half of Razorpay's REST API, a route a line. */
const ROUTES: Readonly<Record<RestRoute, (call: Call) => object>> = {
  'POST /orders': ({store, body}) => store.createOrder(readOrderRequest(body)),
  'GET /orders': ({store, query}) => listOrders(store, query),
  'GET /orders/:id': ({store, id, query}) => expandOrder(store, store.order(id), query),
  'PATCH /orders/:id': ({store, id, body}) => store.editNotes(id, readOrderPatch(body)),
  'GET /orders/:id/payments': ({store, id}) => collect(store.payments(store.order(id).id)),
  'GET /payments/:id': ({store, id, query}) => expandPayment(store, id, query),
  'POST /payments/:id/capture': ({moves, id, body}) => moves.capture(id, readCaptureRequest(body)),
  'POST /payments/:id/refund': ({refunds, id, body}) => refunds.refund(id, readRefundRequest(body)),
  'GET /payments/:id/refunds': ({store, id}) => collect(store.refunds(id)),
  'GET /refunds/:id': ({store, id}) => store.refund(id),
};

interface RestSettings extends Accounts {
  readonly faults: Faults;
  readonly keyId: string;
  readonly keySecret: string;
}

/** The REST API for whoever has the key's secret. */
export function restApi({faults, keyId, keySecret, ...accounts}: RestSettings): Hono {
  const {store} = accounts;
  const api = new Hono();
  for (const [route, answer] of Object.entries(ROUTES) as [RestRoute, (call: Call) => object][]) {
    const [method = '', path = ''] = route.split(' ');
    api.on(method, path, async (context) => {
      const id = context.req.param('id') ?? '';
      const fault = faults.take('rest', {route, orderId: orderOf(store, id)})?.word;
      if (fault === '500') return context.json({error: SERVER_ERROR}, 500);
      if (fault === '502') return context.html(BAD_GATEWAY, 502);
      if (fault === '429') throw tooManyRequests();
      if (fault === 'silent') return staySilent(context);
      authenticate(context.req.header('authorization'), keyId, keySecret);
      const {searchParams} = new URL(context.req.url);
      const reply = answer({
        ...accounts,
        id,
        query: searchParams,
        // What is not JSON has no fields: the API then misses the first required one.
        body: method === 'GET' ? undefined : await context.req.json().catch(() => undefined),
      });
      return fault === 'dropped' ? dropConnection(context) : context.json(reply);
    });
  }
  return api;
}

const BAD_GATEWAY = '<html><head><title>502 Bad Gateway</title></head></html>';

/** The order that a call is about, as far as its address says so. */
const orderOf = (store: Store, id: string): string | null | undefined =>
  id.startsWith('order_') ? id : store.payments().find((payment) => payment.id === id)?.order_id;

/** The scheme is written `Basic`, and in no other way. */
function authenticate(header: string | undefined, keyId: string, keySecret: string): void {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]+)$/.exec(header ?? '') ?? [];
  const credentials = Buffer.from(encoded ?? '', 'base64').toString();
  const colon = credentials.indexOf(':');
  if (colon < 0) throw unauthorized('Authentication failed');
  if (credentials.slice(0, colon) !== keyId) throw unauthorized('The api key provided is invalid');
  if (credentials.slice(colon + 1) !== keySecret) throw unauthorized('Authentication failed');
}

const collect = <Item>(items: readonly Item[]): Collection<Item> => ({
  entity: 'collection',
  count: items.length,
  items,
});

function listOrders(store: Store, query: URLSearchParams): object {
  const number = (name: string, fallback: number): number => {
    const text = query.get(name);
    if (text === null || text === '') return fallback;
    if (!/^\d+$/.test(text)) throw invalidField(name, `The ${name} must be an integer.`);
    return Number(text);
  };
  const count = number('count', 10);
  if (count > 100) throw invalidField('count', 'The count may not be greater than 100');
  if (count < 1) throw invalidField('count', 'The count must be at least 1.');
  const [skip, from, to] = [number('skip', 0), number('from', 0), number('to', Infinity)];
  const receipt = query.get('receipt');
  const authorized = query.get('authorized');
  const found = store
    .orders()
    .filter((order) => order.created_at >= from && order.created_at <= to)
    .filter((order) => !receipt || order.receipt === receipt)
    .filter((order) => !authorized || isAuthorized(store, order) === (authorized === '1'));
  return collect(found.slice(skip, skip + count).map((order) => expandOrder(store, order, query)));
}

const isAuthorized = (store: Store, {id}: Order): boolean =>
  store.payments(id).some(({status}) => status === 'authorized' || status === 'captured');

/** What `expand[]` asks for. The official SDKs nest the parameter each in a way of their own. */
const expansions = (query: URLSearchParams): string[] =>
  [...query].filter(([name]) => name.startsWith('expand')).map(([, value]) => value);

function expandOrder(store: Store, order: Order, query: URLSearchParams): object {
  const asked = expansions(query);
  if (!asked.some((name) => name.startsWith('payments'))) return order;
  const payments = store
    .payments(order.id)
    .map((payment) => withCard(store, payment, asked.includes('payments.card')));
  return {...order, payments: collect(payments)};
}

const expandPayment = (store: Store, id: string, query: URLSearchParams): object =>
  withCard(store, store.payment(id), expansions(query).includes('card'));

function withCard(store: Store, payment: Payment, asked: boolean): object {
  const card = asked ? store.card(payment.id) : undefined;
  return card ? {...payment, card} : payment;
}
