import {expect} from '@playwright/test';
import {IDEMPOTENCY_KEY} from '../../fixtures/samples.js';
import {onEachDatabase, saleOf, test} from '../../fixtures/server/shop.js';

onEachDatabase(() => {
  test.describe('onStatus', () => {
    test('rolls everything back when it throws, and is called again', async ({
      openShop,
      razorpay,
    }) => {
      let calls = 0;
      const shop = await openShop({
        onStatus: async (change, tx) => {
          await tx.insertInto('sales').values(saleOf(change)).execute();
          if (++calls === 1) throw new Error('The printer is out of paper.');
        },
      });
      const orderId = await shop.order();
      const response = await razorpay.pay(orderId);

      const failed = await shop.post('/verify', response);

      expect(failed.status).toBe(500);
      expect(JSON.stringify(failed.body)).not.toContain('printer');
      expect(shop.errors).toMatchObject([{message: 'The printer is out of paper.'}]);
      expect(await shop.checkout.order(orderId)).toMatchObject({status: 'created'});
      expect(await shop.sales()).toEqual([]);

      const repeated = await shop.post('/verify', response);

      expect(repeated.body.status).toBe('paid');
      expect(await shop.sales()).toHaveLength(1);
    });

    test('is rolled back after 5 s, and its tx is refused from then on', async ({
      openShop,
      razorpay,
    }) => {
      let late: Promise<unknown> = Promise.resolve();
      let resume: () => void = () => undefined;
      const shop = await openShop({
        onStatus: async (change, tx) => {
          await tx.insertInto('sales').values(saleOf(change)).execute();
          await new Promise<void>((resolve) => (resume = resolve));
          late = tx.insertInto('sales').values(saleOf(change)).execute();
          await late;
        },
      });
      const orderId = await shop.order();
      const response = await razorpay.pay(orderId);

      const failed = await shop.post('/verify', response);
      resume();
      await Promise.resolve();

      expect(failed.status).toBe(500);
      expect(String(shop.errors[0])).toContain('onStatus took more than 5000 ms');
      await expect(late).rejects.toThrow(/transaction is (over|already rolled back)/i);
      expect(await shop.checkout.order(orderId)).toMatchObject({status: 'created'});
      expect(await shop.sales()).toEqual([]);
    });

    for (const what of ['the database', 'the kit', 'a transaction'] as const)
      test(`is refused ${what} at once instead of waiting for itself`, async ({
        openShop,
        razorpay,
      }) => {
        const shop = await openShop({
          onStatus: async ({order}) => {
            if (what === 'the kit') await shop.checkout.order(order.id);
            else if (what === 'the database') await shop.sales();
            else await shop.ledger.db.transaction().execute(() => Promise.resolve());
          },
        });
        const response = await razorpay.pay(await shop.order());

        const reply = await shop.post('/verify', response);

        expect(reply.status).toBe(500);
        expect(String(shop.errors[0])).toContain('use its "tx"');
      });

    test('may leave work behind that uses the database afterwards', async ({
      openShop,
      razorpay,
    }) => {
      let after: Promise<unknown> = Promise.resolve();
      let go: () => void = () => undefined;
      const answered = new Promise<void>((resolve) => (go = resolve));
      const shop = await openShop({
        onStatus: () => {
          after = answered.then(() => shop.sales());
        },
      });
      const response = await razorpay.pay(await shop.order(IDEMPOTENCY_KEY));

      await shop.post('/verify', response);
      go();

      expect(await after).toEqual([]);
    });
  });
});
