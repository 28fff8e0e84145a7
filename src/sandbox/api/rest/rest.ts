import {Hono} from 'hono/tiny';
import {DEVICE_MODE_HEADER, type DeviceMode} from '../../../wire/device.js';
import type {Devices} from '../../account/devices/devices.js';
import type {Mandates} from '../../account/mandates/mandates.js';
import type {PaymentMoves} from '../../account/payment-moves.js';
import type {Refunds} from '../../account/refunds.js';
import {signResponse} from '../../account/sign-response.js';
import type {Store} from '../../account/store.js';
import type {Faults} from '../../faults/faults.js';
import {ROUTES, type RestRoute} from '../../imitation/routes.js';
import {
  idNotFound,
  notByCard,
  SERVER_ERROR,
  tooManyRequests,
  unauthorized,
} from '../../model/api-error.js';
import type {Card, Notes, Order, Payment, Refund} from '../../model/entities.js';
import type {Fields} from '../../model/fields.js';
import type {Clock} from '../../runtime/clock.js';
import {dropConnection, staySilent} from '../broken-reply.js';
import {readBody} from '../read-body.js';
import {collect, pageOf} from './collection.js';
import {readDeviceRequest} from './device-request.js';
import {expandNothing, expandOrder, expandPayment} from './expand.js';
import {
  faultsOf,
  gatewayPart,
  inProxyMode,
  readDeviceMode,
  throughGateway,
} from './gateway-mode.js';
import {methods, preferences} from './methods.js';
import {
  readChargeRequest,
  readCustomerChange,
  readCustomerRequest,
  readLinkRequest,
} from './autopay-request.js';
import {
  readCaptureRequest,
  readNotesPatch,
  readOrderRequest,
  readRefundOf,
  readRefundRequest,
} from './order-request.js';
import type {MandateBounds} from './read-mandate.js';
import {readRefundKey} from './refund-key.js';

/** What the routes read and change. */
interface Accounts {
  readonly store: Store;
  readonly moves: PaymentMoves;
  readonly refunds: Refunds;
  readonly mandates: Mandates;
  readonly devices: Devices;
}

interface Call extends Accounts {
  readonly id: string;
  /** The refund's, where the address has both. */
  readonly refund: string;
  /** The mandate's, where the address has both. */
  readonly token: string;
  /** How a link is sent: `sms` or `email`. */
  readonly medium: string;
  /** Where the sandbox was asked: `http://127.0.0.1:41234`. */
  readonly origin: string;
  readonly bounds: MandateBounds;
  readonly keySecret: string;
  readonly query: URLSearchParams;
  readonly body: Fields;
  /** The header `X-Refund-Idempotency`: a key makes one refund, however often it is sent. */
  readonly refundKey: string | undefined;
  /** How the POS device is reached, where the header says so. */
  readonly deviceMode: DeviceMode | undefined;
}

type AnswerOf = (call: Call) => object | Promise<object>;

/** How each route of the table is answered. */
const ANSWERS: Readonly<Record<RestRoute, AnswerOf>> = {
  'POST /orders': ({mandates, body, bounds}) => mandates.addOrder(readOrderRequest(body, bounds)),
  'GET /orders': ({store, query}) => listOrders(store, query),
  'GET /orders/:id': ({store, id, query}) => expandOrder(store, store.order(id), query),
  'PATCH /orders/:id': ({store, id, body}) => editNotes(store.order(id), body),
  'GET /orders/:id/payments': ({store, id, query}) =>
    collect(expandPayments(store, store.payments(store.order(id).id), query)),
  'GET /payments': ({store, query}) =>
    collect(expandPayments(store, pageOf(store.payments(), query), query)),
  'GET /payments/downtimes': () => collect([]),
  'GET /payments/downtimes/:id': () => {
    throw idNotFound();
  },
  'GET /payments/:id': ({store, id, query}) => expandPayment(store, store.payment(id), query),
  'PATCH /payments/:id': ({store, id, body}) => editNotes(store.payment(id), body),
  'GET /payments/:id/card': ({store, id}) => cardOf(store, id),
  'POST /payments/:id/capture': ({moves, id, body}) => moves.capture(id, readCaptureRequest(body)),
  'POST /payments/:id/refund': ({refunds, id, body, refundKey}) =>
    refunds.refund(id, readRefundRequest(body), readRefundKey(refundKey)),
  'GET /payments/:id/refunds': ({store, id, query}) => collect(pageOf(store.refunds(id), query)),
  'GET /payments/:id/refunds/:refund': ({store, id, refund}) => refundOf(store, id, refund),
  'GET /refunds': ({store, query}) => collect(pageOf(store.refunds(), query)),
  'POST /refunds': ({refunds, body, refundKey}) => {
    const {paymentId, request} = readRefundOf(body);
    return refunds.refund(paymentId, request, readRefundKey(refundKey));
  },
  'GET /refunds/:id': ({store, id}) => store.refund(id),
  'PATCH /refunds/:id': ({store, id, body}) => editNotes(store.refund(id), body),
  'GET /cards/:id': ({store, id}) => store.cardById(id),
  'GET /methods': () => methods(),
  'GET /preferences': ({store, query}) => preferences(store, query),
  'POST /customers': ({mandates, body}) => mandates.customers.create(readCustomerRequest(body)),
  'GET /customers': ({mandates, query}) => collect(pageOf(mandates.customers.all(), query)),
  'GET /customers/:id': ({mandates, id}) => mandates.customers.get(id),
  'PUT /customers/:id': ({mandates, id, body}) =>
    mandates.customers.edit(id, readCustomerChange(body)),
  'GET /customers/:id/tokens': ({mandates, id}) =>
    collect(mandates.tokens.list(mandates.customers.get(id).id)),
  'GET /customers/:id/tokens/:token': ({mandates, id, token}) =>
    mandates.tokens.recordOf(mandates.customers.get(id).id, token).token,
  'DELETE /customers/:id/tokens/:token': ({mandates, id, token}) => {
    mandates.tokens.delete(mandates.customers.get(id).id, token);
    return {deleted: true};
  },
  'PUT /customers/:id/tokens/:token/cancel': ({mandates, id, token}) => {
    mandates.tokens.cancel(mandates.customers.get(id).id, token);
    return {status: 'cancellation_initiated'};
  },
  'POST /payments/create/recurring': ({mandates, body, keySecret}) =>
    signResponse(mandates.charges.create(readChargeRequest(body)), keySecret),
  'POST /subscription_registration/auth_links': ({mandates, body, origin, bounds}) =>
    mandates.links.create(readLinkRequest(body, bounds), origin),
  'GET /invoices': ({mandates, query}) => collect(pageOf(mandates.links.all(), query)),
  'GET /invoices/:id': ({mandates, id}) => mandates.links.get(id),
  'POST /invoices/:id/notify_by/:medium': ({mandates, id, medium}) =>
    mandates.links.notifyBy(id, medium),
  'POST /invoices/:id/cancel': ({mandates, id}) => mandates.links.cancel(id),
  'POST /devices/activity': ({devices, body, deviceMode}) =>
    devices.activities.create(readDeviceRequest(body, deviceMode)),
  'GET /devices/activity/:id': ({devices, id, deviceMode}) =>
    devices.activities.get(id, deviceMode),
};

/** The routes that read `expand[]`; of the others nothing can be expanded. */
const EXPANDED: readonly RestRoute[] = [
  'GET /orders',
  'GET /orders/:id',
  'GET /orders/:id/payments',
  'GET /payments',
  'GET /payments/:id',
];

/** The routes that need no secret. */
const PUBLIC: ReadonlySet<string> = new Set(
  Object.entries(ROUTES).flatMap(([route, row]) => ('isPublic' in row ? [route] : [])),
);

interface RestSettings extends Accounts {
  readonly faults: Faults;
  readonly clock: Clock;
  /** What a mandate may allow at most. */
  readonly mostMandatePaise: number;
  readonly keyId: string;
  readonly keySecret: string;
}

/** The REST API: every call but the public ones is signed in with the key's id and secret. */
export function restApi({
  faults,
  clock,
  keyId,
  keySecret,
  mostMandatePaise,
  ...accounts
}: RestSettings): Hono {
  const {store} = accounts;
  const api = new Hono();
  for (const route of Object.keys(ROUTES) as RestRoute[]) {
    const [method = '', path = ''] = route.split(' ');
    api.on(method, path, async (context) => {
      const id = context.req.param('id') ?? '';
      const fault = faults.take('rest', {route, orderId: orderOf(store, id)})?.word;
      if (fault === '500') return context.json({error: SERVER_ERROR}, 500);
      if (fault === '502') return context.html(BAD_GATEWAY, 502);
      if (fault === '429') throw tooManyRequests();
      if (fault === 'silent') return staySilent(context);
      const modeHeader = context.req.header(DEVICE_MODE_HEADER);
      const part = gatewayPart(route, modeHeader);
      const atGateway = part && faults.take('gateway', {route}, ...faultsOf(part));
      if (atGateway?.word === 'down') return dropConnection(context);
      if (atGateway?.word === 'silent') return staySilent(context);
      const {origin, searchParams} = new URL(context.req.url);
      const header = context.req.header('authorization');
      if (PUBLIC.has(route)) checkKey(header, searchParams, keyId);
      else authenticate(header, keyId, keySecret);
      if (atGateway?.word === 'proxy') throw inProxyMode(route);
      if (!EXPANDED.includes(route)) expandNothing(searchParams);
      const answer = async () =>
        ANSWERS[route]({
          ...accounts,
          id,
          refund: context.req.param('refund') ?? '',
          token: context.req.param('token') ?? '',
          medium: context.req.param('medium') ?? '',
          origin,
          bounds: {now: clock.seconds(), most: mostMandatePaise},
          keySecret,
          refundKey: context.req.header('x-refund-idempotency'),
          deviceMode: part && readDeviceMode(modeHeader, part),
          query: searchParams,
          body: method === 'GET' ? {} : await readBody(context.req.raw),
        });
      const reply = await (part ? throughGateway(part, answer) : answer());
      if (fault === 'dropped' || atGateway?.word === 'lost') return dropConnection(context);
      if (atGateway?.word === 'slow') await clock.wait(atGateway.seconds);
      return context.json(reply);
    });
  }
  return api;
}

const BAD_GATEWAY = '<html><head><title>502 Bad Gateway</title></head></html>';

/** The order that a call is about, where its address names an order or a payment. */
const orderOf = (store: Store, id: string): string | null | undefined =>
  id.startsWith('order_') ? id : store.payments().find((payment) => payment.id === id)?.order_id;

/** Razorpay takes the scheme only as `Basic`, with a capital. */
function readCredentials(header: string | undefined): {id: string; secret: string} | undefined {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]+)$/.exec(header ?? '') ?? [];
  const credentials = Buffer.from(encoded ?? '', 'base64').toString();
  const colon = credentials.indexOf(':');
  if (colon < 0) return undefined;
  return {id: credentials.slice(0, colon), secret: credentials.slice(colon + 1)};
}

function authenticate(header: string | undefined, keyId: string, keySecret: string): void {
  const given = readCredentials(header);
  if (!given) throw unauthorized('Authentication failed');
  if (given.id !== keyId) throw unauthorized('The api key provided is invalid');
  if (given.secret !== keySecret) throw unauthorized('Authentication failed');
}

/** Public calls name the key in the query, or as a user without a password. */
function checkKey(header: string | undefined, query: URLSearchParams, keyId: string): void {
  const given = query.get('key_id') ?? readCredentials(header)?.id;
  if (given !== keyId) throw unauthorized('The api key provided is invalid');
}

function listOrders(store: Store, query: URLSearchParams): object {
  const receipt = query.get('receipt');
  const authorized = query.get('authorized');
  const found = store
    .orders()
    .filter((order) => !receipt || order.receipt === receipt)
    .filter((order) => !authorized || isAuthorized(store, order) === (authorized === '1'));
  return collect(pageOf(found, query).map((order) => expandOrder(store, order, query)));
}

const isAuthorized = (store: Store, {id}: Order): boolean =>
  store.payments(id).some(({status}) => status === 'authorized' || status === 'captured');

const expandPayments = (
  store: Store,
  payments: readonly Payment[],
  query: URLSearchParams,
): object[] => payments.map((payment) => expandPayment(store, payment, query));

/** Nothing but the notes of an entity can be changed. */
function editNotes<Entity extends {notes: Notes}>(entity: Entity, body: Fields): Entity {
  entity.notes = readNotesPatch(body);
  return entity;
}

function cardOf(store: Store, paymentId: string): Card {
  const card = store.card(paymentId);
  if (!card) throw notByCard();
  return card;
}

function refundOf(store: Store, paymentId: string, refundId: string): Refund {
  const refund = store.refund(refundId);
  if (refund.payment_id !== store.payment(paymentId).id) throw idNotFound();
  return refund;
}
