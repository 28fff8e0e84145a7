// src/server/ledger/guarded-driver.ts, src/server/ledger/postgres-pool.ts, src/server/kit/service.ts
// and src/server/runtime/in-flight.ts: how a shop ends.
import {expect} from '@playwright/test';
import {sql} from 'kysely';
import {AsyncLocalStorage} from 'node:async_hooks';
import {LedgerError} from '../../../src/server.js';
import {IDEMPOTENCY_KEY} from '../../fixtures/samples.js';
import {onEachDatabase, type Shop, test} from '../../fixtures/server/shop.js';

const SALE = {order_id: 'order_1', payment_id: 'pay_1', amount: 1};

/** A transaction that has written, and goes on when it is told to. */
async function begin({ledger}: Shop) {
  let goOn!: () => void;
  let written!: () => void;
  const waiting = new Promise<void>((resolve) => (goOn = resolve));
  const isWritten = new Promise<void>((resolve) => (written = resolve));
  const ended = ledger.transaction(async (tx) => {
    await tx.insertInto('sales').values(SALE).execute();
    await tx.updateTable('sales').set({amount: 2}).execute();
    written();
    await waiting;
    await tx.updateTable('sales').set({payment_id: 'pay_2'}).execute();
  });
  // It is looked at once the ledger was closed.
  ended.catch(() => undefined);
  await isWritten;
  return {goOn, ended};
}

/** What each ledger remembers by which transaction a call runs in. */
const storage = AsyncLocalStorage.prototype as AsyncLocalStorage<unknown>;

const closed = expect.objectContaining({name: 'LedgerError', code: 'closed'}) as unknown;

onEachDatabase(() => {
  test('close() waits for a transaction, and what it wrote is kept', async ({openShop}) => {
    const [shop, other] = [await openShop(), await openShop()];
    const {goOn, ended} = await begin(shop);

    const closing = shop.ledger.close();
    goOn();
    await closing;

    await expect(ended).resolves.toBeUndefined();
    expect(await other.sales()).toMatchObject([{amount: 2, payment_id: 'pay_2'}]);
  });

  test('a transaction that takes longer is undone', async ({openShop}) => {
    const [shop, other] = [await openShop(), await openShop()];
    const {goOn, ended} = await begin(shop);

    await shop.ledger.close({withinMs: 20});
    goOn();

    await expect(ended).rejects.toEqual(closed);
    // On another connection, which the lock of the first would hold up.
    await other.ledger.db.insertInto('sales').values(SALE).execute();
    expect(await other.sales()).toMatchObject([{amount: 1}]);
  });

  test('a transaction that waits for another one is refused with it', async ({openShop}) => {
    const [shop, other] = [await openShop(), await openShop()];
    await other.ledger.db.insertInto('sales').values(SALE).execute();
    const first = await begin(shop);
    const second = shop.ledger.transaction((tx) =>
      tx.updateTable('sales').set({amount: 3}).execute(),
    );
    second.catch(() => undefined);

    await shop.ledger.close({withinMs: 20});
    first.goOn();

    await expect(first.ended).rejects.toEqual(closed);
    await expect(second).rejects.toEqual(closed);
    expect(await other.sales()).toMatchObject([SALE]);
  });

  test('what is asked of a closed ledger is refused with a code', async ({openShop}) => {
    const {ledger, checkout} = await openShop();
    await ledger.close();
    await ledger.close();

    await expect(ledger.db.selectFrom('sales').selectAll().execute()).rejects.toEqual(closed);
    await expect(
      ledger.transaction((tx) => tx.insertInto('sales').values(SALE).execute()),
    ).rejects.toEqual(closed);
    await expect(checkout.order('order_1')).rejects.toEqual(closed);
  });

  test('a ledger that was closed slows down nothing that comes after it', async ({openShop}) => {
    const {ledger} = await openShop();
    const {run, disable} = storage;
    const entered = new Set<unknown>();
    let inTransaction = 0;
    storage.run = function (this: unknown, ...args: Parameters<typeof run>) {
      entered.add(this);
      return run.apply(this as typeof storage, args);
    };
    storage.disable = function (this: unknown) {
      entered.delete(this);
      disable.apply(this as typeof storage);
    };

    await ledger.transaction(async (tx) => {
      await tx.insertInto('sales').values(SALE).execute();
      inTransaction = entered.size;
    });
    await ledger.close();
    // Before anything is expected: the runner enters storages of its own.
    Object.assign(storage, {run, disable});

    expect(inTransaction).toBe(1);
    expect([...entered]).toEqual([]);
  });

  test('requests to a kit that was closed come back later, and nobody is told', async ({
    openShop,
    razorpay,
  }) => {
    const shop = await openShop();
    const response = await razorpay.pay(await shop.order());
    await shop.checkout.close();

    const replies = [
      await shop.post('/verify', response),
      await shop.post('/orders', {}, {'Idempotency-Key': IDEMPOTENCY_KEY}),
      await shop.get('/status?order_id=order_1'),
    ];
    const sent = await fetch(`${shop.url}/callback`, {redirect: 'manual'});

    for (const {status, headers, body} of replies) {
      expect(status).toBe(503);
      expect(headers.get('Retry-After')).toBe('2');
      expect(body.error?.code).toBe('LEDGER_UNAVAILABLE');
    }
    expect(sent.status).toBe(303);
    await expect(shop.checkout.reconcile()).rejects.toBeInstanceOf(LedgerError);
    expect(shop.errors).toEqual([]);
  });

  test('a process that gets a SIGTERM finishes the payment that it is at', async ({
    openShop,
    processes,
    razorpay,
  }) => {
    test.slow();
    const shop = await openShop();
    const orderId = await shop.order();
    const process = await processes.start({onStatusMs: 500});
    const verified = fetch(`${process.url}/verify`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(await razorpay.pay(orderId)),
    });
    await process.entered;
    const {code, complaints} = await process.terminate();

    expect([code, complaints]).toEqual([0, '']);
    expect(await (await verified).json()).toMatchObject({status: 'paid'});
    expect(await shop.checkout.order(orderId)).toMatchObject({status: 'paid'});
    expect(await shop.sales()).toHaveLength(1);
    expect(processes.told).toEqual([orderId]);
  });

  test('a process whose ledger is closed in a transaction is not aborted', async ({
    openShop,
    processes,
    razorpay,
  }) => {
    test.slow();
    const shop = await openShop();
    const orderId = await shop.order();
    const process = await processes.start({onStatusMs: 300, closeLedgerWithinMs: 1});
    const verified = fetch(`${process.url}/verify`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(await razorpay.pay(orderId)),
    }).catch(() => undefined);
    await process.entered;
    const {code, complaints} = await process.terminate();
    await verified;

    expect([code, complaints]).toEqual([0, '']);
    expect(await shop.sales()).toEqual([]);
    expect(await shop.checkout.order(orderId)).toMatchObject({status: 'created'});
    expect((await shop.get(`/status?order_id=${orderId}`)).body.status).toBe('paid');
  });
});

test.describe('PostgreSQL', () => {
  test.use({database: 'PostgreSQL'});

  test('ends a connection in a transaction: the answer is 503, and the next is as ever', async ({
    openShop,
    razorpay,
  }) => {
    const other = await openShop();
    let isFirst = true;
    const shop = await openShop({
      onStatus: async (_, tx) => {
        if (!isFirst) return;
        isFirst = false;
        const {rows} = await sql<{pid: number}>`select pg_backend_pid() as pid`.execute(tx);
        const pid = rows[0]?.pid;
        // As a failover does, or the time limit of idle transactions.
        await sql`select pg_terminate_backend(${pid})`.execute(other.ledger.db);
        const isThere = sql`select pid from pg_stat_activity where pid = ${pid}`;
        await expect.poll(async () => (await isThere.execute(other.ledger.db)).rows).toEqual([]);
      },
    });
    const response = await razorpay.pay(await shop.order());

    const failed = await shop.post('/verify', response);
    const again = await shop.post('/verify', response);

    expect(failed.status).toBe(503);
    expect(failed.body.error?.code).toBe('LEDGER_UNAVAILABLE');
    expect(again.body.status).toBe('paid');
  });
});
