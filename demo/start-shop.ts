import {serve} from '@hono/node-server';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import type {Kysely} from 'kysely';
import type {AddressInfo} from 'node:net';
import {networkInterfaces} from 'node:os';
import {relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {
  createCheckout,
  type Checkout,
  type CheckoutConfig,
  type DevicesConfig,
  type RazorpayConfig,
} from 'rzp-magic-button/server.js';
import {sqliteLedger} from 'rzp-magic-button/server/sqlite.js';
import {addDocs} from './pages/docs-routes.js';
import {addPages, type Dashboard} from './pages/pages.js';
import {historyRow, type HistoryRow} from './shop/history.js';
import {price} from './shop/price.js';
import {promotions} from './shop/promotions.js';
import {shipping} from './shop/shipping.js';
import {subscriptionRoutes} from './subscription/routes.js';
import type {SandboxControls} from './subscription/sandbox-controls.js';
import {Subscribers} from './subscription/subscribers.js';
import {enterMandate, priceOfPlan, Subscriptions} from './subscription/subscriptions.js';
import {
  clearSubscriptionTables,
  createSubscriptionTables,
  type SubscriptionTables,
} from './subscription/tables.js';
import {Cashiers} from './till/cashiers.js';
import {DEVICES} from './till/devices.js';
import {priceSale} from './till/price-sale.js';
import {tillRoutes} from './till/routes.js';
import {enterSale, Sales} from './till/sales.js';
import {clearTillTables, createTillTables, type TillTables} from './till/tables.js';

export interface ShopSettings {
  /** Port to listen on; 0 takes a free one. */
  port: number;
  /** Address to listen at; `0.0.0.0` is every one of this machine's. */
  host?: string | undefined;
  razorpay: RazorpayConfig;
  /** The sandbox's page script; Razorpay's own when it is left out. */
  scriptUrl?: string | undefined;
  /** Whether it ships and has coupons: then Razorpay must be told to ask its server for both. */
  delivers?: boolean;
  /** The sandbox's dashboard, for the shop's order page. */
  dashboard?: Dashboard;
  /** What a person can do in the sandbox, for the page of the subscription. */
  controls?: SandboxControls;
  /** The POS devices of the counter, where a sandbox plays them; without it there is no till. */
  till?: TillSettings;
  /** SQLite file of the orders. */
  file: string;
  /** Folder of the package: its `dist` holds what the pages load. */
  root: string;
}

export interface TillSettings {
  gateways: DevicesConfig['gateways'];
  /** Where the devices are played; the id of one follows after a slash. */
  devicePageUrl: string;
}

export interface Shop {
  url: string;
  checkout: Checkout;
  /** The orders to be shipped, by their ids, as the hook entered them. */
  shipments(): Promise<string[]>;
  close(): Promise<void>;
}

/** The merchant's own tables, beside the kit's. */
interface Tables extends SubscriptionTables, TillTables {
  shipments: {order_id: string};
  history: HistoryRow;
}

/** Starts a merchant's shop: pages, and the server kit mounted under `/checkout`. */
export async function startShop(settings: ShopSettings): Promise<Shop> {
  const {host = '127.0.0.1', controls, till} = settings;
  const ledger = await sqliteLedger<Tables>(settings.file);
  const {db} = ledger;
  await createTables(db);
  await createSubscriptionTables(db);
  await createTillTables(db);
  if (controls) await clearSubscriptionTables(db);
  if (till) await clearTillTables(db);
  const now = controls?.now ?? Date.now;
  const subscribers = new Subscribers(db);
  const cashiers = new Cashiers(db);

  const config: CheckoutConfig<Tables> = {
    razorpay: settings.razorpay,
    ledger,
    price: async (cart) =>
      (await priceSale(cart, cashiers)) ??
      (await priceOfPlan(cart, {db, subscriber: await subscribers.of(cart.request)})) ??
      price(cart),
    // Two who sign in one after the other in a browser get an order each.
    session: (request) => subscribers.sessionOf(request),
    now,
    basePath: '/checkout',
    returnUrl: '/order',
    // Shipping starts here, not in the browser: once per order, in the same transaction.
    onStatus: async (change, tx) => {
      const {ship, order} = change;
      await tx.insertInto('history').values(historyRow(change)).execute();
      // What is sold at the counter is handed over there.
      if (order.deviceMode) await enterSale(change, tx);
      else if (ship) await tx.insertInto('shipments').values({order_id: order.id}).execute();
    },
    onMandate: enterMandate,
    afterMandate: (change) => subscriptions.endUnwanted(change),
    ...(till && {
      devices: {
        authorize: async (request: Request) => (await cashiers.of(request))?.name ?? false,
        allow: DEVICES.map(({id}) => id),
        gateways: till.gateways,
      },
    }),
  };
  const checkout = createCheckout({...config, ...(settings.delivers && {shipping, promotions})});
  // Where nobody asks for an address the order is fetched at the shop.
  const pickupCheckout = createCheckout(config);

  const app = new Hono();
  app.all('/checkout/*', (context) => checkout.fetch(context.req.raw));
  addPages(app, {
    ...settings,
    checkout,
    pickupCheckout,
    history: (orderId) =>
      ledger.db
        .selectFrom('history')
        .selectAll()
        .where('order_id', '=', orderId)
        .orderBy('at')
        .execute(),
  });
  const subscriptions = new Subscriptions({db, checkout, now});
  app.route('/', subscriptionRoutes({checkout, subscribers, subscriptions, now, controls}));
  if (till) {
    const sales = new Sales({db, checkout, razorpay: settings.razorpay});
    app.route('/', tillRoutes({cashiers, sales, devicePageUrl: till.devicePageUrl}));
  }
  addDocs(app, settings);
  files(app, settings.root);

  const server = serve({fetch: app.fetch, port: settings.port, hostname: host});
  await new Promise((resolve, reject) => {
    server.once('listening', resolve).once('error', reject);
  });
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://${reachable(host)}:${port}`,
    checkout,
    shipments: async () => {
      const rows = await ledger.db.selectFrom('shipments').selectAll().execute();
      return rows.map(({order_id}) => order_id);
    },
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await checkout.close();
    },
  };
}

/** An address of this machine by which another device finds it, where it listens at all of them. */
export const reachable = (host: string): string =>
  host === '0.0.0.0'
    ? (Object.values(networkInterfaces())
        .flatMap((addresses) => addresses ?? [])
        .find(({family, internal}) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1')
    : host;

async function createTables({schema}: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('shipments')
    .ifNotExists()
    .addColumn('order_id', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('history')
    .ifNotExists()
    .addColumn('order_id', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('refund', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}

function files(app: Hono, root: string): void {
  const at = (path: string) => relative(process.cwd(), `${root}/${path}`) || '.';
  app.use(
    '/cdn/*',
    serveStatic({root: at('dist/cdn'), rewriteRequestPath: (path) => path.slice('/cdn'.length)}),
  );
  app.use(
    '/assets/*',
    serveStatic({
      root: at('dist/demo'),
      rewriteRequestPath: (path) => path.slice('/assets'.length),
    }),
  );
  for (const name of ['shop', 'subscription', 'till', 'gallery'])
    app.use(`/${name}.css`, serveStatic({path: at(`demo/pages/${name}.css`)}));
}

/** The folder of the package, seen from a module in its `dist/demo` or its `demo`. */
export const packageRoot = (from: string) =>
  fileURLToPath(from.replace(/\/(dist\/)?demo\/(?!.*\/demo\/).*$/, ''));
