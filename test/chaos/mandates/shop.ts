// The merchant's server, one of its processes: subscriptions by UPI Autopay.
import type {Ledger, MandateFrequency} from '../../../src/server.js';
import {postgresLedger} from '../../../src/server/postgres.js';
import {sqliteLedger} from '../../../src/server/sqlite.js';
import {serveCalls} from '../serve-calls.js';
import {serveShop, type ShopSettings} from '../serve-shop.js';
import {createNews, type News} from './news.js';

export interface MandateShopSettings extends ShopSettings {
  /** How far its clock goes ahead. */
  readonly aheadMs: number;
}

/** How long Razorpay may take to answer it. */
const TIMEOUT_MS = 2_000;

const settings = JSON.parse(process.argv[2] ?? '') as MandateShopSettings;
const {place} = settings;
let {aheadMs} = settings;
const ledger: Ledger<News> = place.startsWith('postgres')
  ? await postgresLedger<News>({connectionString: place})
  : await sqliteLedger<News>(place);
await createNews(ledger);

const {checkout, complaints} = await serveShop<News>(settings, {
  ledger,
  price: ({data}) => {
    const {customer, frequency} = data as {customer: string; frequency: MandateFrequency};
    return {amount: 100, mandate: {customer, maxAmount: 200_000, frequency}};
  },
  onMandate: async ({status, previous, mandate}, tx) => {
    const row = {mandate: mandate.id, status, previous: previous ?? null};
    await tx
      .insertInto('mandate_news')
      .values({...row, at: mandate.updatedAt.getTime()})
      .execute();
  },
  onCharge: async ({status, charge, refund, isExtra}, tx) => {
    const {mandateId: mandate, period, attempt} = charge;
    const row = {mandate, period, attempt, status, is_extra: isExtra ? 1 : 0, refund};
    await tx
      .insertInto('charge_news')
      .values({...row, at: charge.updatedAt.getTime()})
      .execute();
  },
  timeout: TIMEOUT_MS,
  now: () => Date.now() + aheadMs,
});

const calls = {
  setAhead: (ms: number) => void (aheadMs = ms),
  addCustomer: async (index: number) => {
    const email = `shopper${index}@example.com`;
    const details = {name: `Shopper ${index}`, email, contact: `+9190000${10_000 + index}`};
    return (await checkout.mandates.customers.create(details)).id;
  },
  charge: async (mandate: string, period: string, retry: boolean) =>
    (
      await checkout.mandates.charge({
        mandate,
        period,
        amount: 49_900,
        notes: {period},
        ...(retry && {retry}),
      })
    ).status,
  refund: async (mandate: string, period: string, total: number) =>
    (await checkout.mandates.refund({mandate, period, total})).amountRefunded,
  reconcile: async () => {
    await checkout.reconcile({olderThan: 0, paidWithin: '7d'});
    await checkout.deliver();
  },
  find: (mandate: string) => checkout.mandates.find(mandate),
  charges: (mandate: string) => checkout.mandates.charges(mandate),
  news: async () => ({
    mandates: await ledger.db.selectFrom('mandate_news').selectAll().orderBy('at').execute(),
    charges: await ledger.db.selectFrom('charge_news').selectAll().orderBy('at').execute(),
  }),
  complaints: () => complaints,
};
export type ShopCalls = typeof calls;
serveCalls(calls);
