// All of src/server at once, and a process that dies; what else goes wrong is in test/chaos/orders.
import {expect} from '@playwright/test';
import {IDEMPOTENCY_KEY} from '../fixtures/samples.js';
import {onEachDatabase, test} from '../fixtures/server/shop.js';

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', ...headers},
    body: JSON.stringify(body),
  });

onEachDatabase(() => {
  test('a process killed between the answer of Razorpay and the commit loses nothing', async ({
    ledger,
    processes,
    razorpay,
  }) => {
    const dying = await processes.start({dieInOnStatus: true});
    const alive = await processes.start();
    const reply = await post(`${alive.url}/orders`, {}, {'Idempotency-Key': IDEMPOTENCY_KEY});
    const {order_id} = (await reply.json()) as {order_id: string};
    const payment = await razorpay.pay(order_id);

    await expect(post(`${dying.url}/verify`, payment)).rejects.toThrow();
    await dying.exited;
    const sold = await ledger.db.selectFrom('sales').selectAll().execute();
    const verified = await post(`${alive.url}/verify`, payment);

    expect(sold).toEqual([]);
    expect(await verified.json()).toMatchObject({status: 'paid'});
    expect(await ledger.db.selectFrom('sales').selectAll().execute()).toHaveLength(1);
    await expect.poll(() => processes.told).toEqual([order_id]);
  });
});
