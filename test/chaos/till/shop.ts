// The merchant's server, one of its processes: tills and their devices.
import {serve} from '@hono/node-server';
import type {Server} from 'node:http';
import {createCheckout, RazorpayError} from '../../../src/server.js';
import {createSales, openLedger, saleOf, TEA, type Tables} from '../../fixtures/server/tea-shop.js';
import {serveCalls} from '../serve-calls.js';

/** What it finds in its first argument. */
export interface ShopSettings {
  readonly place: string;
  readonly port: number;
  /** Razorpay's address, and that of the gateway. */
  readonly url: string;
  readonly keyId: string;
  readonly keySecret: string;
  readonly webhookSecret: string;
  readonly devices: readonly string[];
  /** When its clock was right, in ms since 1970, and how much faster it goes since. */
  readonly since: number;
  readonly speed: number;
}

/** How long Razorpay and the gateway may take to answer it. */
const TIMEOUT_MS = 500;

const settings = JSON.parse(process.argv[2] ?? '') as ShopSettings;
const {since, speed} = settings;
let aheadMs = 0;
const complaints: string[] = [];
const ledger = await openLedger(settings.place);
await createSales(ledger);

const checkout = createCheckout<Tables>({
  razorpay: {
    keyId: settings.keyId,
    keySecret: settings.keySecret,
    webhookSecret: settings.webhookSecret,
    baseUrl: settings.url,
  },
  ledger,
  price: ({data}) => {
    const {quantity} = data as {quantity: number};
    return {lineItems: [{...TEA, quantity}]};
  },
  devices: {
    authorize: (request) => request.headers.get('X-Cashier'),
    allow: settings.devices,
    gateways: {wireless: settings.url},
  },
  onStatus: async (change, tx) => {
    await tx.insertInto('sales').values(saleOf(change)).execute();
  },
  onError: (error) => {
    // Razorpay is made to fail; all else is a fault of ours.
    if (!(error instanceof RazorpayError)) complaints.push(String(error));
  },
  basePath: '/checkout',
  timeout: TIMEOUT_MS,
  now: () => since + (Date.now() - since) * speed + aheadMs,
});
const server = serve({fetch: checkout.fetch, port: settings.port, hostname: '127.0.0.1'}) as Server;
await new Promise((resolve) => server.once('listening', resolve));

const calls = {
  setAhead: (ms: number) => void (aheadMs = ms),
  reconcile: async () => {
    const report = await checkout.reconcile({olderThan: 0, paidWithin: '7d'});
    await checkout.deliver();
    return report.devices.map(({orderId, is, remark}) => ({orderId, is, remark}));
  },
  order: async (id: string) => (await checkout.order(id))?.status,
  sales: async () => {
    const rows = await ledger.db.selectFrom('sales').select('order_id').execute();
    return rows.map(({order_id}) => order_id);
  },
  complaints: () => complaints,
};
export type ShopCalls = typeof calls;
serveCalls(calls);
