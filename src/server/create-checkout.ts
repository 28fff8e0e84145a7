import type {Transaction} from 'kysely';
import {checkConfig, type CheckoutConfig} from './config.js';
import {createOrder} from './create-order.js';
import {endpoint, refusal, type Edge, type Handler} from './http.js';
import {HttpError} from './http-error.js';
import type {Kit} from './kit.js';
import type {Ledger, LedgerTables} from './ledger.js';
import type {Order} from './order.js';
import {OrderBook} from './order-book.js';
import {orderStatus} from './order-status.js';
import {createRazorpayClient} from './razorpay-client.js';
import {verifyPayment} from './verify-payment.js';

/** The merchant's side of the checkout: mount `fetch`, or each endpoint on its own. */
export interface Checkout {
  /** All endpoints below `basePath`: `POST /orders`, `POST /verify`, `GET /status`. */
  readonly fetch: Handler;
  /** `POST`: makes the order of a cart. */
  readonly orders: Handler;
  /** `POST`: confirms a payment from the handler response. */
  readonly verify: Handler;
  /** `GET`: what has become of an order. */
  readonly status: Handler;
  /** What the ledger knows of an order, by Razorpay's id. Asks nobody. */
  order(id: string): Promise<Order | undefined>;
}

/**
 * Makes the endpoints that Magic Checkout needs of a merchant. Throws a `ConfigError` when the
 * configuration cannot work.
 */
export function createCheckout<Tables = object>(config: CheckoutConfig<Tables>): Checkout {
  const {keyId, keySecrets, baseUrl} = checkConfig(config);
  const {now = Date.now, timeout = 10_000, cors, limit, onError, basePath = ''} = config;
  // Bound, because some runtimes refuse to call it as a method of anything else.
  const {fetch = globalThis.fetch.bind(globalThis)} = config;

  const report = (error: unknown, request?: Request) => {
    try {
      if (onError) onError(error, request);
      else console.error(error);
    } catch (failure) {
      console.error(failure);
    }
  };
  const book = new OrderBook(
    // The kit's tables lie beside the merchant's.
    config.ledger as unknown as Ledger<LedgerTables>,
    now,
  );
  const kit: Kit = {
    keyId,
    keySecrets,
    book,
    report,
    razorpay: createRazorpayClient({keyId, keySecret: keySecrets[0], baseUrl, fetch, timeout}),
    // Asked once, searched for twice.
    lease: 3 * timeout + 5_000,
    price: (cart) => config.price(cart),
    options: (made) => config.options?.(made),
    session: (request) => config.session?.(request),
    onStatus: (change, tx) => config.onStatus?.(change, tx as unknown as Transaction<Tables>),
  };
  const edge: Edge = {cors, report, limit: (request) => limit?.(request)};

  const orders = endpoint(edge, 'POST', (request) => createOrder(kit, request));
  const verify = endpoint(edge, 'POST', (request) => verifyPayment(kit, request));
  const status = endpoint(edge, 'GET', (request) => orderStatus(kit, request));
  const base = basePath.replace(/\/$/, '');
  const routes = new Map([
    [`${base}/orders`, orders],
    [`${base}/verify`, verify],
    [`${base}/status`, status],
  ]);

  return {
    fetch: (request) => {
      const route = routes.get(new URL(request.url).pathname);
      return route?.(request) ?? Promise.resolve(refusal(edge, request, noEndpoint()));
    },
    orders,
    verify,
    status,
    order: (id) => book.find(id),
  };
}

const noEndpoint = () => new HttpError('NOT_FOUND', 'No such endpoint.');
