import {serve} from '@hono/node-server';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import type {AddressInfo} from 'node:net';
import {relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {createCheckout, type Checkout, type RazorpayConfig} from 'rzp-magic-button/server.js';
import {sqliteLedger} from 'rzp-magic-button/server/sqlite.js';
import {escapeHtml, orderPage, shopPage, situationPage} from './layout.js';
import {price} from './price.js';
import {promotions} from './promotions.js';
import {shipping} from './shipping.js';
import {SITUATIONS} from './situations.js';

export interface ShopSettings {
  /** Port to listen on; 0 takes a free one. */
  port: number;
  razorpay: RazorpayConfig;
  /** The sandbox's page script; Razorpay's own when it is left out. */
  scriptUrl?: string | undefined;
  /** Whether it ships and has coupons: then Razorpay must be told to ask its server for both. */
  delivers?: boolean;
  /** SQLite file of the orders. */
  file: string;
  /** Folder of the package: its `dist` holds what the pages load. */
  root: string;
}

export interface Shop {
  url: string;
  checkout: Checkout;
  /** What is to be shipped, as the server's hook entered it: order ids, each once. */
  shipments(): Promise<string[]>;
  close(): Promise<void>;
}

/** The merchant's own table, beside the kit's. */
interface Tables {
  shipments: {order_id: string};
}

/** Starts a merchant's shop: pages, and the server kit mounted under `/checkout`. */
export async function startShop(settings: ShopSettings): Promise<Shop> {
  const ledger = await sqliteLedger<Tables>(settings.file);
  await ledger.db.schema
    .createTable('shipments')
    .ifNotExists()
    .addColumn('order_id', 'text', (column) => column.notNull())
    .execute();

  const checkout = createCheckout<Tables>({
    razorpay: settings.razorpay,
    ledger,
    price,
    ...(settings.delivers && {shipping, promotions}),
    basePath: '/checkout',
    returnUrl: '/order',
    // Shipping starts here, not in the browser: once per order, in the same transaction.
    onStatus: async ({ship, order}, tx) => {
      if (ship) await tx.insertInto('shipments').values({order_id: order.id}).execute();
    },
  });

  const app = new Hono();
  app.all('/checkout/*', (context) => checkout.fetch(context.req.raw));
  pages(app, checkout, settings);
  files(app, settings.root);

  const server = serve({fetch: app.fetch, port: settings.port, hostname: '127.0.0.1'});
  await new Promise((resolve, reject) => {
    server.once('listening', resolve).once('error', reject);
  });
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    checkout,
    shipments: async () => {
      const rows = await ledger.db.selectFrom('shipments').selectAll().execute();
      return rows.map(({order_id}) => order_id);
    },
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await ledger.close();
    },
  };
}

const OFFICIAL_SCRIPT = 'https://checkout.razorpay.com/v1/magic-checkout.js';

function pages(app: Hono, checkout: Checkout, {razorpay, scriptUrl}: ShopSettings): void {
  // `?fault=handler-lost` on any page asks the sandbox for that fault.
  const scriptOf = (url: string) => {
    const fault = new URL(url).searchParams.get('fault');
    return scriptUrl && fault ? `${scriptUrl}?fault=${encodeURIComponent(fault)}` : scriptUrl;
  };
  const attributeOf = (url: string) => {
    const script = scriptOf(url);
    return script ? `\n  script-url="${escapeHtml(script)}"` : '';
  };
  const sandboxed = scriptUrl !== undefined;
  app.get('/', (context) => context.html(shopPage(attributeOf(context.req.url), sandboxed)));
  app.get('/order', async (context) => {
    const order = await checkout.order(context.req.query('order_id') ?? '');
    return order ? context.html(orderPage(order, sandboxed)) : context.notFound();
  });
  for (const situation of SITUATIONS) {
    app.get(situation.path, async (context) => {
      let markup = situation.markup
        .replaceAll('{script-url}', attributeOf(context.req.url))
        .replaceAll('{script-src}', escapeHtml(scriptOf(context.req.url) ?? OFFICIAL_SCRIPT))
        .replaceAll('{origin}', new URL(context.req.url).origin)
        .replaceAll('{key-id}', razorpay.keyId);
      if (markup.includes('{order-id}')) {
        markup = markup.replaceAll('{order-id}', await makeOrder(checkout, context.req.url));
      }
      return context.html(situationPage(situation, markup, sandboxed));
    });
  }
  app.get('/forged/magic-checkout.js', (context) =>
    context.body(FORGERY, 200, {'Content-Type': 'text/javascript'}),
  );
}

/** Makes an order while a page is rendered, through the same door as the button. */
async function makeOrder(checkout: Checkout, url: string): Promise<string> {
  const response = await checkout.orders(
    new Request(new URL('/checkout/orders', url), {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()},
      body: JSON.stringify({sku: 'assam'}),
    }),
  );
  const {order_id} = (await response.json()) as {order_id: string};
  return order_id;
}

/** What an attacker's script would do: report a payment that never was. */
const FORGERY = `window.Razorpay = class {
  constructor(options) { this.options = options; }
  on() {}
  close() {}
  open() {
    setTimeout(() => this.options.handler({
      razorpay_order_id: this.options.order_id,
      razorpay_payment_id: 'pay_Forged00000001',
      razorpay_signature: 'f'.repeat(64),
    }));
  }
};`;

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
  app.use('/shop.css', serveStatic({path: at('demo/shop.css')}));
}

/** The folder of the package, seen from its `dist/demo` and from its `demo`. */
export const packageRoot = (from: string) =>
  fileURLToPath(new URL(from.includes('/dist/') ? '../..' : '..', from));
