import type {Transaction} from 'kysely';
import {adoptOrder, type ForeignOrder} from './orders/adopt-order.js';
import {applyPromotion} from './endpoints/magic/apply-promotion.js';
import {Background} from './runtime/background.js';
import {callback} from './endpoints/callback.js';
import {checkConfig} from './kit/check-config.js';
import type {CheckoutConfig} from './kit/config.js';
import {createOrder} from './endpoints/orders.js';
import {dashboardUrls, type DashboardUrls} from './kit/dashboard-urls.js';
import {failureReply} from './endpoints/magic/magic-refusal.js';
import {endpoint, refusal, type Edge} from './http/endpoint.js';
import type {Exchange, Incoming, Reply} from './http/exchange.js';
import {toHandler, type Handler} from './http/fetch-handler.js';
import {HttpError} from './http/http-error.js';
import type {Kit} from './kit/context.js';
import type {Ledger, LedgerTables} from './ledger/ledger.js';
import {listPromotions} from './endpoints/magic/list-promotions.js';
import type {Order} from './model/order.js';
import {OrderBook} from './ledger/orders-table.js';
import {orderStatus} from './endpoints/status.js';
import {Outbox} from './ledger/outbox.js';
import {createRazorpayClient} from './razorpay/client.js';
import {reconcile, type ReconcileOptions} from './orders/reconcile.js';
import type {ReconcileReport} from './orders/reconcile-report.js';
import {Reservations} from './ledger/reservations-table.js';
import {shippingInfo} from './endpoints/magic/shipping-info.js';
import {verifyPayment} from './endpoints/verify.js';
import {finishEvents, webhook} from './endpoints/webhook.js';
import {WebhookBook} from './ledger/webhooks-table.js';

/** The merchant's side of the checkout: mount `fetch`, or each endpoint on its own. */
export interface Checkout {
  /**
   * All endpoints below `basePath`: `POST /orders`, `POST /verify`, `GET /status` for the page,
   * `POST /callback` for Razorpay's checkout, `POST /webhook`, `POST /shipping-info`,
   * `POST /promotions`, `POST /promotions/apply` for Razorpay's servers.
   */
  readonly fetch: Handler;
  /** `POST`: makes the order of a cart. */
  readonly orders: Handler;
  /** `POST`: confirms a payment from the handler response. */
  readonly verify: Handler;
  /** `POST`: takes the shopper whom Razorpay sends back with a form, and sends them on. */
  readonly callback: Handler;
  /** `POST`: what Razorpay tells by itself. The body must come as it was sent. */
  readonly webhook: Handler;
  /** `GET`: what has become of an order. */
  readonly status: Handler;
  /** `POST`: says how the order can be shipped to the shopper's addresses. */
  readonly shippingInfo: Handler;
  /** `POST`: lists the codes that the checkout shows. */
  readonly listPromotions: Handler;
  /** `POST`: says what a code takes off the order. */
  readonly applyPromotion: Handler;
  /**
   * The addresses to paste into Razorpay's dashboard, for a shop of that origin such as
   * `https://shop.example`. Print them once: `console.log(String(checkout.urls(origin)))`.
   */
  urls(origin: string): DashboardUrls;
  /** What the ledger knows of an order, by Razorpay's id. Asks nobody. */
  order(id: string): Promise<Order | undefined>;
  /** Enters an order that was made without the kit, such as by hand in Razorpay's dashboard. */
  adopt(order: ForeignOrder): Promise<Order>;
  /**
   * Asks Razorpay about every unfinished order and moves it, with `onStatus` as ever; finishes what
   * is overdue too. Call it every few minutes: it finds what no page and no webhook has told.
   */
  reconcile(options?: ReconcileOptions): Promise<ReconcileReport>;
  /**
   * Finishes what is overdue: calls of `afterStatus` that a crash or an error left, and webhooks
   * that could not be worked on. Every request does so now and then; call it from a timer where
   * requests are rare.
   */
  deliver(): Promise<void>;
}

/** Where each endpoint is below `basePath`. */
const PATHS = {
  orders: '/orders',
  verify: '/verify',
  callback: '/callback',
  webhook: '/webhook',
  status: '/status',
  shippingInfo: '/shipping-info',
  listPromotions: '/promotions',
  applyPromotion: '/promotions/apply',
} as const;

/** How often requests look for what is overdue, in ms. */
const TEND = 10_000;

/**
 * Makes the endpoints that Magic Checkout needs of a merchant. Throws a `ConfigError` when the
 * configuration cannot work.
 */
export function createCheckout<Tables = object>(config: CheckoutConfig<Tables>): Checkout {
  const {baseUrl, ...keys} = checkConfig(config);
  const {keyId, keySecrets, webhookSecrets} = keys;
  const {now = Date.now, timeout = 10_000, cors, onError, basePath = ''} = config;
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
  // The kit's tables lie beside the merchant's.
  const ledger = config.ledger as unknown as Ledger<LedgerTables>;
  const book = new OrderBook(ledger, now);
  const background = new Background(report);
  const {afterStatus} = config;
  const kit: Kit = {
    ...keys,
    returnUrl: config.returnUrl ?? '/',
    book,
    reservations: new Reservations(ledger, now),
    webhooks: new WebhookBook(ledger, now),
    outbox: afterStatus && new Outbox({ledger, now, afterStatus, background, report}),
    background,
    now,
    report,
    razorpay: createRazorpayClient({keyId, keySecret: keySecrets[0], baseUrl, fetch, timeout}),
    // Asked once, searched for twice.
    lease: 3 * timeout + 5_000,
    price: (cart) => config.price(cart),
    shipping: config.shipping,
    promotions: config.promotions,
    options: (made) => config.options?.(made),
    session: (request) => config.session?.(request),
    onStatus: (change, tx) => config.onStatus?.(change, tx as unknown as Transaction<Tables>),
  };

  const deliver = async () => {
    await kit.outbox?.tellDue();
    if (webhookSecrets.length) await finishEvents(kit);
  };
  let tended = -Infinity;
  const tend = () => {
    if (now() - tended < TEND) return;
    tended = now();
    void background.run(deliver);
  };
  const edge: Edge = {
    cors,
    report,
    tend,
    background,
    limit: config.limit && ((request) => config.limit?.(request)),
  };

  const asked = (handle: (kit: Kit, incoming: Incoming) => Promise<Reply>) =>
    endpoint(edge, 'POST', (incoming) => handle(kit, incoming), failureReply);
  const endpoints = {
    orders: endpoint(edge, 'POST', (incoming) => createOrder(kit, incoming)),
    verify: endpoint(edge, 'POST', (incoming) => verifyPayment(kit, incoming)),
    callback: endpoint(edge, 'POST', (incoming) => callback(kit, incoming)),
    webhook: endpoint(edge, 'POST', (incoming, canWait) => webhook(kit, incoming, canWait)),
    status: endpoint(edge, 'GET', (incoming) => orderStatus(kit, incoming)),
    shippingInfo: asked(shippingInfo),
    listPromotions: asked(listPromotions),
    applyPromotion: asked(applyPromotion),
  } satisfies Record<keyof typeof PATHS, Exchange>;
  const base = basePath.replace(/\/$/, '');
  const routes = new Map(
    Object.entries(endpoints).map(([name, answer]): [string, Exchange] => [
      base + PATHS[name as keyof typeof PATHS],
      answer,
    ]),
  );
  const exchange: Exchange = (incoming, context) => {
    const {pathname} = incoming.url;
    return (
      routes.get(pathname)?.(incoming, context) ??
      Promise.resolve(refusal(edge, incoming, noEndpoint(pathname, [...routes.keys()], base)))
    );
  };

  return {
    fetch: toHandler(exchange),
    orders: toHandler(endpoints.orders),
    verify: toHandler(endpoints.verify),
    callback: toHandler(endpoints.callback),
    webhook: toHandler(endpoints.webhook),
    status: toHandler(endpoints.status),
    shippingInfo: toHandler(endpoints.shippingInfo),
    listPromotions: toHandler(endpoints.listPromotions),
    applyPromotion: toHandler(endpoints.applyPromotion),
    urls: (origin) =>
      dashboardUrls({
        origin,
        base,
        endpointSecret: keys.endpointSecrets[0],
        hasShipping: config.shipping !== undefined,
        hasPromotions: config.promotions !== undefined,
      }),
    order: (id) => book.find(id),
    adopt: (order) => adoptOrder(kit, order),
    reconcile: async (options = {}) => {
      if (!options.dryRun) {
        await deliver();
        await kit.webhooks.prune();
      }
      return reconcile(kit, options);
    },
    deliver: async () => {
      await deliver();
      await background.over;
    },
  };
}

/** The page's console shows it, most likely to a merchant who has not set `basePath`. */
const noEndpoint = (path: string, paths: readonly string[], base: string) =>
  new HttpError(
    'NOT_FOUND',
    `There is no endpoint at ${path}, but at ${paths.join(', ')}: basePath is ${base ? `"${base}"` : 'not set'}.`,
  );
