// With src/server/orders/settle-order.ts, and src/server/ledger/orders-table.ts, which keeps how
// often Razorpay is asked.
import {expect} from '@playwright/test';
import {IDEMPOTENCY_KEY} from '../../fixtures/samples.js';
import type {FakeRazorpay} from '../../fixtures/server/fake-razorpay.js';
import {onEachDatabase, onSqlite, TEA, test, type Shop} from '../../fixtures/server/shop.js';

const ask = (orderId: string) => `/status?order_id=${orderId}`;

onEachDatabase(() => {
  test('a payment whose handler response was lost makes the order paid', async ({
    razorpay,
    shop,
  }) => {
    const orderId = await shop.order();
    await razorpay.pay(orderId, {status: 'failed'});
    const {razorpay_payment_id} = await razorpay.pay(orderId);

    const reply = await shop.get(ask(orderId));

    expect(reply.body).toEqual({
      status: 'paid',
      order_id: orderId,
      payment_id: razorpay_payment_id,
      amount: 50_000,
      currency: 'INR',
    });
    expect(shop.changes).toHaveLength(1);
  });

  test('a payment that does not fit is unconfirmed to the shopper, and a review to the shop', async ({
    razorpay,
    shop,
  }) => {
    const orderId = await shop.order();
    const {razorpay_payment_id} = await razorpay.pay(orderId, {amount: 1});

    const reply = await shop.get(ask(orderId));

    expect(reply.body).toEqual({
      status: 'unconfirmed',
      order_id: orderId,
      payment_id: razorpay_payment_id,
    });
    expect(await shop.checkout.order(orderId)).toMatchObject({status: 'review'});
    shop.clock.now += 2_000;
    expect((await shop.get(ask(orderId))).body.status).toBe('unconfirmed');
    expect(shop.changes).toMatchObject([{status: 'review'}]);
    expect(shop.errors).toHaveLength(1);
  });

  test('money that came twice before anybody heard of it is told with the first', async ({
    razorpay,
    shop,
  }) => {
    const orderId = await shop.order();
    await razorpay.pay(orderId, {status: 'authorized'});
    const first = await razorpay.pay(orderId);
    const second = await razorpay.pay(orderId);

    const reply = await shop.get(ask(orderId));

    expect(reply.body).toMatchObject({status: 'paid', payment_id: first.razorpay_payment_id});
    // What was only authorised goes back by itself.
    expect(shop.errors).toMatchObject([{orderId, paymentId: second.razorpay_payment_id}]);
    expect(razorpay.count(/capture/)).toBe(0);
    expect(shop.changes).toHaveLength(1);
  });

  test('a refund that failed without a word is found, and told once', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    const {razorpay_payment_id} = await razorpay.pay(orderId, {amount_refunded: 20_000});
    await shop.get(ask(orderId));
    for (const changes of [
      {status: 'refunded', amount_refunded: 50_000},
      {status: 'captured', amount_refunded: 0},
    ]) {
      razorpay.change(razorpay_payment_id, changes);
      for (let i = 0; i < 2; i++) {
        shop.clock.now += 3_000;
        await shop.get(ask(orderId));
      }
    }

    expect(shop.changes).toMatchObject([
      {status: 'paid', refund: 0},
      {status: 'partly_refunded', refund: 20_000},
      {status: 'refunded', refund: 30_000},
      {status: 'refund_failed', refund: -50_000, ship: false},
    ]);
    expect((await shop.get(ask(orderId))).body.status).toBe('paid');
  });

  test('Razorpay is asked once in two seconds, however many ask us', async ({
    openShop,
    razorpay,
  }) => {
    const shops = [await openShop(), await openShop()];
    shops[1]!.clock.now = shops[0]!.clock.now;
    const orderId = await shops[0]!.order();
    const asked = () => razorpay.count(new RegExp(`^GET /v1/orders/${orderId}$`));

    await Promise.all(Array.from({length: 20}, (_, i) => shops[i % 2]!.get(ask(orderId))));
    expect(asked()).toBe(1);

    shops[0]!.clock.now += 1_999;
    await shops[0]!.get(ask(orderId));
    expect(asked()).toBe(1);

    shops[0]!.clock.now += 1;
    await shops[0]!.get(ask(orderId));
    expect(asked()).toBe(2);
  });

  test('verify and status at once tell the merchant once', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    const response = await razorpay.pay(orderId);

    const replies = await Promise.all([
      shop.post('/verify', response),
      shop.get(ask(orderId)),
      shop.post('/verify', response),
    ]);

    expect(replies.map(({status}) => status)).toEqual([200, 200, 200]);
    expect(shop.changes).toHaveLength(1);
  });

  for (const [what, send] of Object.entries({
    'forged payments': async (shop: Shop, razorpay: FakeRazorpay, orderId: string) => {
      await shop.post('/verify', await razorpay.forge(orderId));
    },
    'forged payments to the callback': async (
      shop: Shop,
      razorpay: FakeRazorpay,
      orderId: string,
    ) => {
      const body = new URLSearchParams(await razorpay.forge(orderId));
      await fetch(`${shop.url}/callback`, {method: 'POST', redirect: 'manual', body});
    },
    'failures that somebody has made up': async (shop: Shop, _: FakeRazorpay, order_id: string) => {
      const body = new URLSearchParams({'error[metadata]': JSON.stringify({order_id})});
      await fetch(`${shop.url}/callback`, {method: 'POST', redirect: 'manual', body});
    },
  }))
    test(`${what} take no turn of it to ask Razorpay`, async ({razorpay, shop}) => {
      const orderId = await shop.order();
      await send(shop, razorpay, orderId);
      await razorpay.pay(orderId);

      expect((await shop.get(ask(orderId))).body.status).toBe('paid');
    });
});

onSqlite(() => {
  test('an order that nobody tried to pay is created', async ({razorpay, shop}) => {
    const orderId = await shop.order();

    const reply = await shop.get(ask(orderId));

    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({status: 'created', order_id: orderId});
    expect(reply.headers.get('Cache-Control')).toBe('no-store');
    expect(razorpay.count(/payments/)).toBe(0);
  });

  test('a payment right after a question is found by the next', async ({openShop, razorpay}) => {
    const shop = await openShop({now: Date.now});
    const orderId = await shop.order();
    await shop.get(ask(orderId));
    await razorpay.pay(orderId);

    expect((await shop.get(ask(orderId))).body.status).toBe('paid');
  });

  for (const [what, changes, status] of [
    ['an authorised payment is captured', {status: 'authorized'}, 'paid'],
    ['a failed payment leaves the order attempted', {status: 'failed'}, 'attempted'],
  ] as const)
    test(what, async ({razorpay, shop}) => {
      const orderId = await shop.order();
      await razorpay.pay(orderId, changes);

      const reply = await shop.get(ask(orderId));

      expect(reply.body.status).toBe(status);
      expect(await shop.checkout.order(orderId)).toMatchObject({status});
      expect(shop.errors).toEqual([]);
    });

  test('a payment that fits goes before one that does not', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    await razorpay.pay(orderId, {amount: 1});
    const {razorpay_payment_id} = await razorpay.pay(orderId);

    expect((await shop.get(ask(orderId))).body).toMatchObject({
      status: 'paid',
      payment_id: razorpay_payment_id,
    });
    expect(shop.changes).toMatchObject([{status: 'paid'}]);
  });

  test('cash on delivery is placed', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    await razorpay.place(orderId);

    expect((await shop.get(ask(orderId))).body.status).toBe('placed');
  });

  test('a paid order is not asked about any more', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    await razorpay.pay(orderId);
    await shop.get(ask(orderId));
    shop.clock.now += 60_000;
    const asked = razorpay.requests.length;

    const reply = await shop.get(ask(orderId));

    expect(reply.body.status).toBe('paid');
    expect(razorpay.requests).toHaveLength(asked);
  });

  test('a refunded order is known while Razorpay cannot be reached', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    await razorpay.pay(orderId, {status: 'refunded', amount_refunded: 50_000});
    razorpay.change(orderId, {status: 'paid'});
    await shop.get(ask(orderId));
    shop.clock.now += 3_000;
    razorpay.fault = () => 'drop';

    expect((await shop.get(ask(orderId))).body.status).toBe('refunded');
    expect(shop.errors).toMatchObject([
      {
        code: 'unreachable',
        // By the address one sees that no sandbox runs there, or that none was named.
        message: `GET /v1/orders/${orderId} did not reach Razorpay at ${razorpay.url}.`,
      },
    ]);
  });

  test('an order of another shop answers 404', async ({razorpay, shop}) => {
    const reply = await shop.get(ask('order_OfAnotherShop1'));

    expect(reply.status).toBe(404);
    expect(reply.body.error?.code).toBe('ORDER_NOT_FOUND');
    expect(razorpay.requests).toEqual([]);
  });

  test('no order id answers 400', async ({shop}) => {
    const reply = await shop.get('/status');

    expect(reply.status).toBe(400);
    expect(reply.body.error).toMatchObject({code: 'INVALID_REQUEST', field: 'order_id'});
  });

  test('while Razorpay cannot be reached, status says so', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    razorpay.fault = () => 'drop';

    const reply = await shop.get(ask(orderId));

    expect(reply.status).toBe(503);
    expect(reply.body.error?.code).toBe('RAZORPAY_UNAVAILABLE');
  });

  test('a connection that breaks once is tried again', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    await razorpay.pay(orderId);
    let broken = 0;
    razorpay.fault = () => (broken++ === 0 ? 'drop' : undefined);

    expect((await shop.get(ask(orderId))).body.status).toBe('paid');
  });

  test.describe('with sessions', () => {
    const session = (request: Request) => {
      const cookie = request.headers.get('Cookie');
      if (cookie === 'stranger') return null;
      return cookie ?? undefined;
    };
    const as = async (shop: Shop, path: string, cookie?: string) => {
      const response = await fetch(shop.url + path, cookie ? {headers: {Cookie: cookie}} : {});
      return (await response.json()) as object;
    };
    const order = async (shop: Shop, cookie?: string) => {
      const headers = {'Idempotency-Key': IDEMPOTENCY_KEY, ...(cookie && {Cookie: cookie})};
      return (await shop.post('/orders', {}, headers)).body.order_id!;
    };

    test("another one's status leaves out the payment's id", async ({openShop, razorpay}) => {
      const shop = await openShop({session});
      const [orderId, anonymous] = [await order(shop, 'asha'), await order(shop)];
      const {razorpay_payment_id: payment_id} = await razorpay.pay(orderId);
      const {razorpay_payment_id} = await razorpay.pay(anonymous);

      const told = {status: 'paid', order_id: orderId};
      for (const cookie of ['ravi', 'stranger', undefined])
        expect(await as(shop, ask(orderId), cookie)).toEqual(told);
      expect(await as(shop, ask(orderId), 'asha')).toEqual({
        ...told,
        payment_id,
        amount: 50_000,
        currency: 'INR',
      });
      expect(await as(shop, ask(anonymous), 'asha')).not.toHaveProperty('payment_id');
      expect(await as(shop, ask(anonymous))).toMatchObject({payment_id: razorpay_payment_id});
    });

    test('the status of an order that was made without the kit leaves it out too', async ({
      openShop,
      razorpay,
    }) => {
      const shop = await openShop({session});
      const id = 'order_ElsewhereMade1';
      const remote = {amount: 50_000, currency: 'INR', receipt: '1042', attempts: 0};
      razorpay.orders.set(id, {id, status: 'created', ...remote});
      await shop.checkout.adopt({id, lineItems: [TEA]});
      await razorpay.pay(id);

      expect(await as(shop, ask(id))).toEqual({status: 'paid', order_id: id});
    });

    test('verify and callback are bound to none', async ({openShop, razorpay}) => {
      const shop = await openShop({session});
      const [orderId, other] = [await order(shop, 'asha'), await order(shop, 'ravi')];
      const payment = await razorpay.pay(orderId);

      const reply = await shop.post('/verify', payment, {Cookie: 'stranger'});
      await fetch(`${shop.url}/callback`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams(await razorpay.pay(other)),
      });

      expect(reply.body).toMatchObject({status: 'paid', payment_id: payment.razorpay_payment_id});
      expect(await shop.checkout.order(other)).toMatchObject({status: 'paid'});
    });
  });
});
