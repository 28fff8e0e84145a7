// With src/server/ledger/reservations-table.ts, by which one process alone makes the order of a
// key, and src/server/ledger/order-row.ts.
import {expect} from '@playwright/test';
import {RazorpayError} from '../../../src/server.js';
import {IDEMPOTENCY_KEY} from '../../fixtures/samples.js';
import {onEachDatabase, orderOf, type Shop, TEA, test} from '../../fixtures/server/shop.js';

const CREATE = /^POST \/v1\/orders$/;
const SEARCH = /^GET \/v1\/orders\?receipt=/;

onEachDatabase(() => {
  test.describe('the same key', () => {
    test('gives the same order', async ({razorpay, shop}) => {
      const first = await orderOf(shop, {product: 'tea', size: 1});
      const second = await orderOf(shop, {size: 1, product: 'tea'});

      expect(second.status).toBe(200);
      expect(second.body).toEqual(first.body);
      expect(razorpay.created).toHaveLength(1);
    });

    test('gives the same order to many requests at once, on two ledgers', async ({
      openShop,
      razorpay,
    }) => {
      const shops = [await openShop(), await openShop()];

      const replies = await Promise.all(Array.from({length: 20}, (_, i) => orderOf(shops[i % 2]!)));

      expect(new Set(replies.map(({body}) => body.order_id)).size).toBe(1);
      expect(replies.filter(({status}) => status === 201)).toHaveLength(1);
      expect(razorpay.created).toHaveLength(1);
    });

    test('gives another order to another session', async ({openShop, razorpay}) => {
      let shopper = 'Asha';
      const shop = await openShop({session: () => shopper});

      const hers = await orderOf(shop);
      shopper = 'Ravi';
      const his = await orderOf(shop);

      expect(his.body.order_id).not.toBe(hers.body.order_id);
      expect(razorpay.created).toHaveLength(2);
    });

    for (const [what, change] of Object.entries({
      'other data': (shop: Shop) => orderOf(shop, {product: 'coffee'}),
      'another query': (shop: Shop) =>
        shop.post('/orders?cart=2', {product: 'tea'}, {'Idempotency-Key': IDEMPOTENCY_KEY}),
    }))
      test(`with ${what} answers 422`, async ({razorpay, shop}) => {
        await orderOf(shop);

        const reply = await change(shop);

        expect(reply.status).toBe(422);
        expect(reply.body.error?.code).toBe('IDEMPOTENCY_CONFLICT');
        expect(razorpay.created).toHaveLength(1);
      });

    test('answers 422 once the cart of the session, or its price, is another', async ({
      openShop,
    }) => {
      let offerPrice = 25_000;
      const shop = await openShop({price: () => ({lineItems: [{...TEA, offerPrice}]})});
      await orderOf(shop);
      offerPrice = 26_000;

      const reply = await orderOf(shop);

      expect(reply.status).toBe(422);
      expect(reply.body.error?.code).toBe('IDEMPOTENCY_CONFLICT');
    });

    test('answers 422 once its order is paid', async ({razorpay, shop}) => {
      const {body} = await orderOf(shop);
      await shop.post('/verify', await razorpay.pay(body.order_id!));

      const reply = await orderOf(shop);

      expect(reply.status).toBe(422);
      expect(reply.body.error?.code).toBe('IDEMPOTENCY_CONFLICT');
      expect(reply.body.error?.reason).toBe('order_complete');
    });

    test('gives the same order after a failed attempt', async ({razorpay, shop}) => {
      const {body} = await orderOf(shop);
      await shop.post('/verify', await razorpay.pay(body.order_id!, {status: 'failed'}));

      expect((await orderOf(shop)).body.order_id).toBe(body.order_id);
    });
  });

  test.describe('a create without an answer', () => {
    for (const [what, fault] of [
      ['breaks off', 'lose'],
      ['takes too long', 'late'],
    ] as const)
      test(`that ${what} after the order was made is found by its receipt`, async ({
        openShop,
        razorpay,
      }) => {
        const shop = await openShop({timeout: fault === 'late' ? 2_000 : undefined});
        razorpay.fault = (request) => (CREATE.test(request) ? fault : undefined);

        const reply = await orderOf(shop);

        expect(reply.status).toBe(201);
        expect(reply.body.order_id).toBe([...razorpay.orders.keys()][0]);
        expect(razorpay.count(CREATE)).toBe(1);
      });

    test('is searched for by the next request when Razorpay was down', async ({razorpay, shop}) => {
      razorpay.fault = (request) => (CREATE.test(request) ? 'lose' : 'drop');
      const first = await orderOf(shop);
      razorpay.fault = () => undefined;

      const second = await orderOf(shop);

      expect(first.status).toBe(503);
      expect(first.body.error?.code).toBe('RAZORPAY_UNAVAILABLE');
      expect(first.headers.get('Retry-After')).toBe('2');
      expect(second.body.order_id).toBe([...razorpay.orders.keys()][0]);
      expect(razorpay.created).toHaveLength(1);
    });

    test('that reached nobody is asked for again, under the same receipt', async ({
      razorpay,
      shop,
    }) => {
      razorpay.fault = () => 'drop';
      const first = await orderOf(shop);
      expect(razorpay.count(CREATE)).toBe(1);
      razorpay.fault = () => undefined;

      const second = await orderOf(shop);

      expect(first.status).toBe(503);
      expect(second.status).toBe(201);
      expect(razorpay.created).toHaveLength(1);
      expect(razorpay.count(SEARCH)).toBeGreaterThan(0);
    });

    test('of a process that died is taken over once its time is up', async ({
      openShop,
      razorpay,
    }) => {
      const [dead, alive] = [
        await openShop({fetch: () => new Promise(() => undefined)}),
        await openShop(),
      ];
      void orderOf(dead).catch(() => undefined);
      const rows = () =>
        // The kit's own table, to see that the process got as far as that.
        dead.ledger.db
          .selectFrom('rzp_orders' as 'sales')
          .selectAll()
          .execute();
      await expect.poll(async () => (await rows()).length).toBe(1);
      alive.clock.now += 60_000;

      const reply = await orderOf(alive);

      expect(reply.status).toBe(201);
      expect(razorpay.requests[0]).toMatch(SEARCH);
      expect(razorpay.created).toHaveLength(1);
    });
  });

  test('an order that Razorpay refuses answers 502 and can be asked for again', async ({
    razorpay,
    shop,
  }) => {
    razorpay.fault = () => ({
      status: 400,
      body: {
        error: {code: 'BAD_REQUEST_ERROR', description: 'The amount must be at least INR 1.00'},
      },
    });
    const first = await orderOf(shop);
    razorpay.fault = () => undefined;

    const second = await orderOf(shop);

    expect(first.status).toBe(502);
    expect(first.body.error?.code).toBe('RAZORPAY_ERROR');
    expect(shop.errors[0]).toBeInstanceOf(RazorpayError);
    expect(shop.errors[0]).toMatchObject({code: 'refused', status: 400});
    expect(String(shop.errors[0])).toContain('The amount must be at least INR 1.00');
    expect(second.status).toBe(201);
  });
});
