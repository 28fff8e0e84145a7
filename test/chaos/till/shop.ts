// The merchant's server, one of its processes: tills and their devices.
import {createSales, openLedger, saleOf, TEA, type Tables} from '../../fixtures/server/tea-shop.js';
import {serveCalls} from '../serve-calls.js';
import {serveShop, type ShopSettings} from '../serve-shop.js';

/** Razorpay's address is that of the gateway too. */
export interface TillShopSettings extends ShopSettings {
  readonly devices: readonly string[];
  /** When its clock was right, in ms since 1970, and how much faster it goes since. */
  readonly since: number;
  readonly speed: number;
}

/** How long Razorpay and the gateway may take to answer it. */
const TIMEOUT_MS = 500;

const settings = JSON.parse(process.argv[2] ?? '') as TillShopSettings;
const {since, speed} = settings;
let aheadMs = 0;
const ledger = await openLedger(settings.place);
await createSales(ledger);

const {checkout, complaints} = await serveShop<Tables>(settings, {
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
  timeout: TIMEOUT_MS,
  now: () => since + (Date.now() - since) * speed + aheadMs,
});

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
