import {expect} from '@playwright/test';
import type {StatusChange} from '../../../src/server.js';
import {onEachDatabase, saleOf, type Shop, test} from '../../fixtures/server/shop.js';

const outbox = (shop: Shop) =>
  shop.ledger.db
    .selectFrom('rzp_outbox' as never)
    .selectAll()
    .execute() as Promise<{due_at: number | string}[]>;
const left = async (shop: Shop) => (await outbox(shop)).length;

onEachDatabase(() => {
  test('it is told once the order is paid, with the same as onStatus', async ({
    openShop,
    razorpay,
  }) => {
    const after: StatusChange[] = [];
    const shop = await openShop({
      afterStatus: async (change) => {
        expect(await shop.checkout.order(change.order.id)).toMatchObject({status: 'paid'});
        after.push(change);
      },
    });

    await shop.post('/verify', await razorpay.pay(await shop.order()));
    await shop.checkout.deliver();

    expect(after).toEqual(shop.changes);
    expect(await left(shop)).toBe(0);
  });

  test('the answer does not wait for it', async ({openShop, razorpay}) => {
    let go: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (go = resolve));
    const shop = await openShop({afterStatus: () => slow});

    const reply = await shop.post('/verify', await razorpay.pay(await shop.order()));

    expect(reply.body.status).toBe('paid');
    expect(await left(shop)).toBe(1);
    go();
    await shop.checkout.deliver();
    expect(await left(shop)).toBe(0);
  });

  test('it is not told what was rolled back', async ({openShop, razorpay}) => {
    const after: unknown[] = [];
    let full = true;
    const shop = await openShop({
      onStatus: async (change, tx) => {
        await tx.insertInto('sales').values(saleOf(change)).execute();
        if (full) throw new Error('The disk is full.');
      },
      afterStatus: (change) => after.push(change),
    });
    const payment = await razorpay.pay(await shop.order());

    await shop.post('/verify', payment);
    await shop.checkout.deliver();
    expect(after).toEqual([]);

    full = false;
    await shop.post('/verify', payment);
    await shop.checkout.deliver();
    expect(after).toHaveLength(1);
  });

  test('it is told again after 10 s, 20 s, 40 s … until it succeeds', async ({
    openShop,
    razorpay,
  }) => {
    const times: number[] = [];
    const shop = await openShop({
      afterStatus: ({order}) => {
        expect(order.createdAt).toBeInstanceOf(Date);
        times.push(shop.clock.now - start);
        if (times.length < 4) throw new Error('The mail server is down.');
      },
    });
    const start = shop.clock.now;
    await shop.post('/verify', await razorpay.pay(await shop.order()));
    await shop.checkout.deliver();

    for (let second = 1; second <= 100; second++) {
      shop.clock.now += 1_000;
      await shop.checkout.deliver();
    }

    expect(times).toEqual([0, 10_000, 30_000, 70_000]);
    expect(shop.errors).toHaveLength(3);
    expect(await left(shop)).toBe(0);
  });

  test('what a process that died left is told by another, once', async ({openShop, razorpay}) => {
    // It never returns: as good as dead.
    const dead = await openShop({afterStatus: () => new Promise(() => undefined)});
    const after: unknown[] = [];
    const alive = [
      await openShop({afterStatus: (change) => after.push(change)}),
      await openShop({afterStatus: (change) => after.push(change)}),
    ];
    await dead.post('/verify', await razorpay.pay(await dead.order()));

    await Promise.all(alive.map(({checkout}) => checkout.deliver()));
    expect(after).toEqual([]);

    for (const {clock} of alive) clock.now = dead.clock.now + 60_000;
    await Promise.all(alive.map(({checkout}) => checkout.deliver()));
    expect(after).toHaveLength(1);
  });

  test('a request takes up what is overdue', async ({openShop, razorpay}) => {
    let calls = 0;
    const shop = await openShop({
      afterStatus: () => {
        if (++calls === 1) throw new Error('The mail server is down.');
      },
    });
    const orderId = await shop.order();
    await shop.post('/verify', await razorpay.pay(orderId));
    // Only once it is due again can a request take it up.
    const dueAt = async () => Number((await outbox(shop))[0]?.due_at);
    await expect.poll(dueAt).toBe(shop.clock.now + 10_000);

    shop.clock.now += 10_000;
    await shop.get(`/status?order_id=${orderId}`);

    await expect.poll(() => left(shop)).toBe(0);
    expect(calls).toBe(2);
  });
});
