// All of src/server at once: none of it loses a payment or tells of it twice, whichever way it is
// told and whoever dies.
import {expect} from '@playwright/test';
import {inParallel} from '../fixtures/in-parallel.js';
import {Random} from '../fixtures/random.js';
import {IDEMPOTENCY_KEY} from '../fixtures/samples.js';
import type {FakeRazorpay} from '../fixtures/server/fake-razorpay.js';
import {onEachDatabase, test} from '../fixtures/server/shop.js';

const ORDERS = 200;
const SEED = 20_261_122;
const HOUR_MS = 3_600_000;

type Payment = Awaited<ReturnType<FakeRazorpay['pay']>>;

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', ...headers},
    body: JSON.stringify(body),
  });

/** The ways by which a shop hears of a payment. */
const WAYS: Record<string, (url: string, razorpay: FakeRazorpay, payment: Payment) => unknown> = {
  verify: (url, _, payment) => post(`${url}/verify`, payment),
  callback: (url, _, payment) =>
    fetch(`${url}/callback`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(payment),
    }),
  webhook: async (url, razorpay, payment) =>
    fetch(
      `${url}/webhook`,
      await razorpay.event('order.paid', payment, {id: payment.razorpay_payment_id}),
    ),
  status: (url, _, {razorpay_order_id}) => fetch(`${url}/status?order_id=${razorpay_order_id}`),
};

onEachDatabase(() => {
  test('two processes, told of 200 orders every way in any order, one killed, and a sweep', async ({
    ledger,
    processes,
    razorpay,
  }) => {
    test.slow();
    const random = new Random(SEED);
    const shops = [await processes.start(), await processes.start()];
    const payments: Payment[] = [];
    await inParallel(
      Array.from({length: ORDERS}, (_, i) => async () => {
        const key = {'Idempotency-Key': String(i).padStart(22, 'x')};
        const reply = await post(`${shops[i % 2]!.url}/orders`, {}, key);
        const {order_id} = (await reply.json()) as {order_id: string};
        payments.push(await razorpay.pay(order_id));
      }),
    );

    // Each way on each process, for each order; who is dead does not hear it.
    const tasks = random.shuffle(
      payments.flatMap((payment) =>
        Object.values(WAYS).flatMap((way) =>
          [0, 1].map((i) => async () => {
            await Promise.resolve(way(shops[i]!.url, razorpay, payment)).catch(() => undefined);
          }),
        ),
      ),
    );
    const third = Math.floor(tasks.length / 3);
    let done = 0;
    let kill: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => (kill = resolve));
    const work = inParallel(
      tasks.map((task) => async () => {
        await task();
        if (++done === third) kill();
      }),
    );
    await reached;
    await shops[0]!.kill();
    shops[0] = await processes.start();
    const sweeper = await processes.start({sweep: true});
    await work;
    await sweeper.swept;

    // What the dead one had taken on is overdue an hour later.
    const heir = await processes.start({deliver: true, aheadMs: HOUR_MS});
    await heir.swept;

    const orders = payments.map(({razorpay_order_id}) => razorpay_order_id).sort();
    const sales = await ledger.db.selectFrom('sales').selectAll().execute();
    expect(sales.map(({order_id}) => order_id).sort()).toEqual(orders);
    expect([...new Set(processes.told)].sort()).toEqual(orders);
    for (const orderId of orders) {
      const status = await fetch(`${shops[1]!.url}/status?order_id=${orderId}`);
      expect(await status.json()).toMatchObject({status: 'paid'});
    }
  });

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
