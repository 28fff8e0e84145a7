import {byPath, createEndpoints} from './endpoints/create-endpoints.js';
import {dashboardUrls, type DashboardUrls} from './endpoints/dashboard-urls.js';
import {mapEndpoints} from './endpoints/routes.js';
import {finishEvents} from './endpoints/webhook.js';
import type {EndpointConfig} from './http/endpoint.js';
import {toHandler, type Handler} from './http/fetch-handler.js';
import type {CheckoutConfig} from './kit/config.js';
import {createContext} from './kit/create-context.js';
import {reconcileDevices} from './devices/reconcile-devices.js';
import {mandateOfOrder} from './mandates/enter-mandate.js';
import {createMandates, type Mandates} from './mandates/create-mandates.js';
import type {Order} from './model/order.js';
import {acceptOrder} from './orders/accept-order.js';
import {adoptOrder, type ForeignOrder} from './orders/adopt-order.js';
import type {ReconcileReport} from './orders/reconcile-report.js';
import {reconcile, type ReconcileOptions} from './orders/reconcile.js';
import {unwrapHookError} from './runtime/hook-error.js';

/**
 * The merchant's side of the checkout: mount `fetch`, or each endpoint on its own.
 *
 * @example
 * ```ts
 * import type {Checkout} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout; // of createCheckout()
 *
 * console.log(String(checkout.urls('https://shop.example'))); // for Razorpay's dashboard
 * setInterval(() => void checkout.reconcile({olderThan: '15m'}), 5 * 60_000);
 * const order = await checkout.order('order_IEIaMR65cu6nz3');
 * if (order?.status === 'paid') console.log(`${order.id} is paid.`);
 * ```
 */
export interface Checkout {
  /**
   * All endpoints below `basePath`: `POST /orders`, `POST /verify`, `GET /status` for the page,
   * `POST /devices` and `GET /devices` for a till, `POST /callback` for Razorpay's checkout, `POST /webhook`, `POST /shipping-info`,
   * `POST /promotions`, `POST /promotions/apply` for Razorpay's servers.
   */
  readonly fetch: Handler;
  /** `POST`: makes the order of a cart. */
  readonly orders: Handler;
  /** `POST`: confirms a payment from the handler response. */
  readonly verify: Handler;
  /** `POST` or `GET`: takes the shopper whom Razorpay sends back with a form, and sends them on. */
  readonly callback: Handler;
  /** `POST`: what Razorpay tells by itself. The body must come as it was sent. */
  readonly webhook: Handler;
  /** `GET`: what has become of an order. */
  readonly status: Handler;
  /** `POST` or `GET`: puts a till's sale on a device, takes it away, says where it stands. */
  readonly devices: Handler;
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
  /** Shoppers who can be charged again and again: UPI Autopay. */
  readonly mandates: Mandates;
  /** Enters an order that was made without the kit, such as by hand in Razorpay's dashboard. */
  adopt(order: ForeignOrder): Promise<Order>;
  /**
   * Takes the payment of an order in `review` for good, once somebody has looked at it: the order is
   * `paid`, or `placed`, and `onStatus` is told so with `previous` as `review` and `ship` as true.
   * Throws where the order is not in review, or its payment is not there or is another order's.
   *
   * @example
   * ```ts
   * import type {Checkout} from 'rzp-magic-button/server.js';
   *
   * declare const checkout: Checkout; // of createCheckout()
   *
   * // A button in your shop's back office, for who may press it.
   * export const accept = async (orderId: string) => (await checkout.accept(orderId)).status;
   * ```
   */
  accept(id: string): Promise<Order>;
  /**
   * Asks Razorpay about every unfinished order and moves it, with `onStatus` as ever; finishes what
   * is overdue too, and takes sales from devices of which nobody knows where they are. Call it every few minutes: it finds what no page and no webhook has told.
   */
  reconcile(options?: ReconcileOptions): Promise<ReconcileReport>;
  /**
   * Finishes what is overdue: calls of `afterStatus` that a crash or an error left, and webhooks
   * that could not be worked on. Every request does so now and then; call it from a timer where
   * requests are rare.
   */
  deliver(): Promise<void>;
  /**
   * Ends well, as at a SIGTERM: requests are answered with 503 from the call on, those that were
   * taken before and `afterStatus` have 3 s to finish, and the ledger is closed, which waits 6 s for
   * a transaction and then undoes it. What is not finished is taken up by the next process.
   *
   * @example
   * ```ts
   * import {createServer} from 'node:http';
   * import {toNodeHandler, type Checkout} from 'rzp-magic-button/server.js';
   *
   * declare const checkout: Checkout; // of createCheckout()
   *
   * const server = createServer(toNodeHandler(checkout.fetch)).listen(3000);
   * process.once('SIGTERM', () => {
   *   server.close();
   *   void checkout.close().then(() => process.exit(0));
   * });
   * ```
   */
  close(): Promise<void>;
}

/** How often requests look for what is overdue. */
const OVERDUE_INTERVAL_MS = 10_000;
/** How often requests have what is kept too long forgotten, and how many rows of a table at a time. */
const FORGET_INTERVAL_MS = 10 * 60_000;
const MOST_FORGOTTEN = 1_000;

/**
 * Makes the endpoints that Magic Checkout needs of a merchant. Throws a `ConfigError` when the
 * configuration cannot work.
 *
 * @example
 * ```ts
 * import {createCheckout} from 'rzp-magic-button/server.js';
 * import {sqliteLedger} from 'rzp-magic-button/server/sqlite.js';
 *
 * const checkout = createCheckout({
 *   razorpay: {keyId: 'rzp_test_Sandbox0000001', keySecret: 'sandbox_secret'},
 *   ledger: await sqliteLedger(':memory:'), // 'shop.sqlite' keeps them
 *   price: () => ({
 *     lineItems: [
 *       {
 *         sku: 'assam',
 *         variantId: 'assam',
 *         name: 'Assam Gold',
 *         description: 'Whole leaf, 100 g',
 *         price: 34_900, // paise
 *         offerPrice: 34_900,
 *         taxAmount: 0,
 *         quantity: 1,
 *       },
 *     ],
 *   }),
 *   onStatus: ({ship, order}) => {
 *     if (ship) console.log(`Ship ${order.id}.`);
 *   },
 *   basePath: '/checkout',
 * });
 *
 * const {fetch} = checkout; // mount it: export default {fetch}
 * const reply = await fetch(new Request('https://shop.example/checkout/status?order_id=order_1'));
 * console.log(reply.status, await reply.text()); // 404 {"error":{"code":"ORDER_NOT_FOUND",…}}
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (Integrate Magic Checkout on Website)
 */
export function createCheckout<Tables = object>(config: CheckoutConfig<Tables>): Checkout {
  const context = contextOf(config);
  const {background, now, orders, service} = context;
  const base = (config.basePath ?? '').replace(/\/$/, '');
  const finishOverdue = async () => {
    await context.outbox?.tellDue();
    await context.mandateOutbox?.tellDue();
    await context.chargeOutbox?.tellDue();
    if (context.webhookSecrets.length) await finishEvents(context);
  };
  const kept = [context.webhooks, context.coupons];
  /** A shop that never sweeps shall not keep for ever what is of no use. */
  const forgetSome = async () => {
    // The answer goes first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    for (const table of kept) await table.prune(MOST_FORGOTTEN);
  };
  const forgetAll = async () => {
    for (const table of kept)
      for (let isMore = true; isMore;)
        isMore = (await table.prune(MOST_FORGOTTEN)) === MOST_FORGOTTEN;
  };
  const takeUp = nowAndThen(now, OVERDUE_INTERVAL_MS, () => void background.run(finishOverdue));
  const forget = nowAndThen(now, FORGET_INTERVAL_MS, () => void background.run(forgetSome));
  const endpointConfig: EndpointConfig = {
    cors: config.cors,
    limit: config.limit && ((request) => config.limit?.(request)),
    report: context.report,
    takeUpOverdue: () => {
      if (!service.isOpen) return;
      takeUp();
      forget();
    },
    background,
    take: (work) => service.run(work),
  };
  const endpoints = createEndpoints(context, endpointConfig);

  return {
    fetch: toHandler(byPath(endpoints, base, endpointConfig)),
    ...mapEndpoints(endpoints, toHandler),
    urls: (origin) =>
      dashboardUrls({
        origin,
        base,
        endpointSecret: context.endpointSecrets[0],
        hasShipping: config.shipping !== undefined,
        hasPromotions: config.promotions !== undefined,
      }),
    order: (id) => orders.find(id),
    mandates: createMandates(context, (work) =>
      service.run(async () => {
        try {
          return await work();
        } catch (error) {
          throw unwrapHookError(error);
        }
      }),
    ),
    adopt: (order) =>
      service.run(() =>
        adoptOrder(context, order).catch((error: unknown) => {
          throw unwrapHookError(error);
        }),
      ),
    accept: (id) =>
      service.run(async () => {
        try {
          const order = await acceptOrder(context, id);
          await mandateOfOrder(context, order).catch(context.report);
          return order;
        } catch (error) {
          throw unwrapHookError(error);
        }
      }),
    reconcile: (options = {}) =>
      service.run(async () => {
        if (!options.dryRun) {
          await finishOverdue();
          await forgetAll();
        }
        return reconcile(context, options, (sweep) => reconcileDevices(context, sweep));
      }),
    deliver: async () => {
      await service.run(finishOverdue);
      await background.whenIdle;
    },
    close: () => service.close(),
  };
}

/**
 * The context, or what is wrong with the configuration: by a trace that begins where it was called. By
 * one that begins here Node would print the whole file, which is one line, above the message.
 */
function contextOf<Tables>(config: CheckoutConfig<Tables>) {
  try {
    return createContext(config);
  } catch (error) {
    if (error instanceof Error) Error.captureStackTrace(error, createCheckout);
    throw error;
  }
}

/** Runs something when it is called, unless it has run a moment ago. */
function nowAndThen(now: () => number, intervalMs: number, run: () => void): () => void {
  let lastRun = -Infinity;
  return () => {
    if (now() - lastRun < intervalMs) return;
    lastRun = now();
    run();
  };
}
