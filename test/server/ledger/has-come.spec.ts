import {expect} from '@playwright/test';
import type {Kysely} from 'kysely';
import {isAhead} from '../../../src/server/ledger/has-come.js';
import type {LedgerTables} from '../../../src/server/ledger/ledger.js';
import {onEachDatabase, test, type Shop} from '../../fixtures/server/shop.js';

const DAY_MS = 24 * 3_600_000;
const YEAR_MS = 365 * DAY_MS;

/** Does something while the clock is a year ahead. */
async function ahead(shop: Shop, work: () => Promise<unknown>): Promise<void> {
  shop.clock.now += YEAR_MS;
  await work();
  shop.clock.now -= YEAR_MS;
}

const tablesOf = ({ledger}: Shop) => ledger.db as unknown as Kysely<LedgerTables>;

onEachDatabase(() => {
  test.describe('what was noted by a clock a year ahead holds nothing up once it is right', () => {
    test('the page is told of a payment', async ({razorpay, shop}) => {
      const id = await shop.order();
      await ahead(shop, () => shop.get(`/status?order_id=${id}`));
      await razorpay.pay(id);

      expect((await shop.get(`/status?order_id=${id}`)).body.status).toBe('paid');
    });

    test('the sweep finds a payment that came late', async ({razorpay, shop}) => {
      const id = await shop.order();
      await razorpay.pay(id, {status: 'failed'});
      shop.clock.now += DAY_MS;
      await shop.checkout.reconcile();
      await ahead(shop, () => shop.checkout.reconcile());
      await razorpay.pay(id);
      shop.clock.now += DAY_MS;
      await shop.checkout.reconcile();

      expect(await shop.checkout.order(id)).toMatchObject({status: 'paid'});
    });

    test('the sweep finds the payment of an order that was made then', async ({razorpay, shop}) => {
      let id = '';
      await ahead(shop, async () => (id = await shop.order()));
      await razorpay.pay(id);
      await shop.checkout.reconcile();

      expect(await shop.checkout.order(id)).toMatchObject({status: 'paid'});
    });

    test('an event that could not be finished is', async ({razorpay, shop}) => {
      const response = await razorpay.pay(await shop.order());
      const event = await razorpay.event('order.paid', response);
      razorpay.fault = () => ({status: 500});
      await ahead(shop, () => fetch(`${shop.url}/webhook`, event));
      razorpay.fault = () => undefined;
      await shop.checkout.deliver();

      expect(shop.changes).toMatchObject([{status: 'paid'}]);
    });

    test('afterStatus is told', async ({openShop, razorpay}) => {
      const told: string[] = [];
      let fails = true;
      const shop = await openShop({
        afterStatus: ({order}) => {
          if (fails) throw new Error('The mail server is down.');
          told.push(order.id);
        },
      });
      const response = await razorpay.pay(await shop.order());
      await ahead(shop, () => shop.post('/verify', response));
      fails = false;
      await shop.checkout.deliver();

      expect(told).toEqual([response.razorpay_order_id]);
    });

    test('an order is made whose making was left', async ({razorpay, shop}) => {
      const id = await shop.order();
      // As a process leaves it that has not lived to hear the answer.
      await tablesOf(shop)
        .updateTable('rzp_orders')
        .set({order_id: null, leased_until: shop.clock.now + YEAR_MS})
        .execute();

      expect(await shop.order()).toBe(id);
      expect(razorpay.count(/^POST \/v1\/orders/)).toBe(1);
    });
  });
});

test('a machine whose clock is half a minute behind takes nothing that another has just leased', () => {
  const leaseMs = 10_000;

  expect(isAhead(30_000 + leaseMs, 0, leaseMs)).toBe(true);
  expect(isAhead(YEAR_MS, 0, leaseMs)).toBe(false);
});
