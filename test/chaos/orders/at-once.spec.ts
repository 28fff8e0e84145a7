import {expect} from '@playwright/test';
import type {CheckoutConfig} from '../../../src/server.js';
import {onEachDatabase, test, type Tables} from '../../fixtures/server/shop.js';

onEachDatabase(() => {
  test(
    'an order that everybody asks about at once is paid, told and captured as one',
    {tag: '@chaos'},
    async ({openShop, razorpay}) => {
      const told: string[] = [];
      const changes: Partial<CheckoutConfig<Tables>> = {
        afterStatus: ({order, status}) => void told.push(`${order.id} ${status}`),
      };
      const shops = [await openShop(changes), await openShop(changes)];
      const id = await shops[0]!.order();
      const response = await razorpay.pay(id, {status: 'authorized'});
      const names = ['payment.authorized', 'payment.captured', 'order.paid', 'payment.failed'];
      const events = await Promise.all(names.map((name) => razorpay.event(name, response)));
      const form = {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams(response),
      } as const;

      const answers = await Promise.all(
        Array.from({length: 50}, async (_, i) => {
          const {url, checkout, post, get} = shops[i % 2]!;
          const [verified, , status] = await Promise.all([
            post('/verify', response),
            fetch(`${url}/webhook`, events[i % events.length]),
            get(`/status?order_id=${id}`),
            fetch(`${url}/callback`, form),
            i % 10 ? undefined : checkout.reconcile({olderThan: 0}),
          ]);
          return `${verified.status} ${verified.body.status} ${status.body.status}`;
        }),
      );
      for (const {checkout} of shops) await checkout.deliver();

      expect(new Set(answers)).toEqual(new Set(['200 paid paid']));
      expect(await shops[0]!.sales()).toHaveLength(1);
      expect(shops.flatMap((shop) => shop.changes)).toMatchObject([{status: 'paid'}]);
      expect(told).toEqual([`${id} paid`]);
      expect(shops.flatMap(({errors}) => errors)).toEqual([]);
    },
  );
});
