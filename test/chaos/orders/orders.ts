// All of src/server at once: none of it loses a payment or tells of it twice, whichever way it is
// told and whoever dies.
import {buildProgram} from '../../fixtures/build-program.js';
import {inParallel} from '../../fixtures/in-parallel.js';
import {FakeRazorpay} from '../../fixtures/server/fake-razorpay.js';
import {Processes} from '../../fixtures/server/processes.js';
import {openLedger} from '../../fixtures/server/tea-shop.js';
import type {Chaos, Outcome, Scenario} from '../scenario.js';

const ORDERS = 200;
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

export const orders: Scenario = {
  about: `two processes are told of ${ORDERS} orders in every way and any order, one is killed, and one sweeps`,
  run: async (chaos): Promise<Outcome> => {
    const program = await buildProgram('test/fixtures/server/shop-process.ts');
    const razorpay = await FakeRazorpay.start();
    const processes = new Processes(() => Promise.resolve(program.path), {
      place: chaos.place,
      razorpayUrl: razorpay.url,
    });
    try {
      return await haveItGoWrong(chaos, razorpay, processes);
    } finally {
      processes.stop();
      await razorpay.close();
      program.remove();
    }
  },
};

async function haveItGoWrong(
  {random, share, place, progress}: Chaos,
  razorpay: FakeRazorpay,
  processes: Processes,
): Promise<Outcome> {
  const shops = [await processes.start(), await processes.start()];
  const payments: Payment[] = [];
  await inParallel(
    Array.from({length: Math.round(ORDERS * share)}, (_, i) => async () => {
      const key = {'Idempotency-Key': String(i).padStart(22, 'x')};
      const reply = await post(`${shops[i % 2]!.url}/orders`, {}, key);
      const {order_id} = (await reply.json()) as {order_id: string};
      payments.push(await razorpay.pay(order_id));
    }),
  );
  progress(`${payments.length} orders are paid`);

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
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const work = inParallel(
    tasks.map((task) => async () => {
      await task();
      if (++done === third) reach();
    }),
  );
  await reached;
  await shops[0]!.kill();
  shops[0] = await processes.start();
  const sweeper = await processes.start({sweep: true});
  await work;
  await sweeper.swept;
  progress(`each was told ${Object.keys(WAYS).length * shops.length} times`);

  // What the dead one had taken on is overdue an hour later.
  const heir = await processes.start({deliver: true, aheadMs: HOUR_MS});
  await heir.swept;

  const ids = payments.map(({razorpay_order_id}) => razorpay_order_id);
  const sold = await readSales(place);
  return {
    figures: {
      orders: ids.length,
      'times told': tasks.length,
      sales: sold.length,
      'times passed on': processes.told.length,
    },
    broken: [
      ...findBroken(ids, sold, processes.told),
      ...(await findUnpaid(ids, `${shops[1]!.url}/status`)),
    ],
  };
}

/** The orders that `onStatus` has entered, as often as it did. */
async function readSales(place: string): Promise<string[]> {
  const ledger = await openLedger(place);
  const sales = await ledger.db.selectFrom('sales').select('order_id').execute();
  await ledger.close();
  return sales.map(({order_id}) => order_id);
}

/** Each order is entered exactly once, and passed on at least once; none is that was never made. */
export function findBroken(
  ids: readonly string[],
  sold: readonly string[],
  passedOn: readonly string[],
): string[] {
  const known = new Set(ids);
  return [
    ...ids.flatMap((id) => {
      const times = sold.filter((other) => other === id).length;
      return [
        ...(times === 1 ? [] : [`${id} was sold ${times} times.`]),
        ...(passedOn.includes(id) ? [] : [`${id} was never passed on.`]),
      ];
    }),
    ...[...sold, ...passedOn].filter((id) => !known.has(id)).map((id) => `${id} is nobody's.`),
  ];
}

async function findUnpaid(ids: readonly string[], url: string): Promise<string[]> {
  const broken: string[] = [];
  for (const id of ids) {
    const reply = await fetch(`${url}?order_id=${id}`);
    const {status} = (await reply.json()) as {status?: string};
    if (status !== 'paid') broken.push(`${id} is ${status ?? `answered with ${reply.status}`}.`);
  }
  return broken;
}
