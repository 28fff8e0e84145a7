// The ledgers of src/server/sqlite.ts and src/server/postgres.ts, on
// src/server/ledger/open-ledger.ts, src/server/ledger/migrations.ts,
// src/server/ledger/transactions.ts, src/server/ledger/sqlite/sqlite-driver.ts,
// src/server/ledger/sqlite/sqlite-file.ts and src/server/ledger/sqlite/sqlite-statements.ts.
import {expect} from '@playwright/test';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {Pool} from 'pg';
import {build} from 'vite';
import {postgresLedger, type PostgresConfig} from '../../../src/server/postgres.js';
import {sqliteLedger} from '../../../src/server/sqlite.js';
import {IDEMPOTENCY_KEY} from '../../fixtures/samples.js';
import type {Ledger} from '../../../src/server.js';
import type {LedgerTables} from '../../../src/server/ledger/ledger.js';
import {onEachDatabase, TEA, test} from '../../fixtures/server/shop.js';

/** The columns that later versions have added. */
const ADDED = {
  rzp_orders: [
    'remote_receipt',
    'session_hash',
    'unsigned_asked_at',
    'sweep_at',
    'finding',
    'mandate',
    'device_mode',
  ],
  rzp_webhooks: ['body_hash'],
};

/** Leaves a database as the first version that was given out would have. */
async function undoMigrations({db}: Ledger<LedgerTables>): Promise<void> {
  await db
    .updateTable('rzp_orders')
    .set(({ref}) => ({receipt: ref('remote_receipt').$castTo<string>()}))
    .where('remote_receipt', 'is not', null)
    .execute();
  for (const index of [
    'rzp_orders_by_remote_receipt',
    'rzp_webhooks_by_body',
    'rzp_webhooks_by_time',
  ])
    await db.schema.dropIndex(index).execute();
  for (const [table, columns] of Object.entries(ADDED))
    for (const column of columns) await db.schema.alterTable(table).dropColumn(column).execute();
  for (const table of [
    'rzp_coupons',
    'rzp_mandates',
    'rzp_charges',
    'rzp_gateways',
    'rzp_activities',
    'rzp_mandate_outbox',
    'rzp_charge_outbox',
  ])
    await db.schema.dropTable(table).execute();
  await db.deleteFrom('rzp_migrations').where('name', '>', '004').execute();
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

onEachDatabase(() => {
  test('four processes that open an empty database at once all find it ready', async ({
    processes,
    razorpay,
  }) => {
    test.slow();
    const shops = await Promise.all(Array.from({length: 4}, () => processes.start()));
    const orders = await Promise.all(
      shops.map(async ({url}) => {
        const response = await fetch(`${url}/orders`, {
          method: 'POST',
          headers: {'Content-Type': 'application/json', 'Idempotency-Key': IDEMPOTENCY_KEY},
          body: '{}',
        });
        return ((await response.json()) as {order_id: string}).order_id;
      }),
    );

    expect(new Set(orders).size).toBe(1);
    expect(razorpay.created).toHaveLength(1);
  });

  test('a database that is opened again has kept its orders', async ({openShop}) => {
    const orderId = await (await openShop()).order(IDEMPOTENCY_KEY);

    expect(await (await openShop()).checkout.order(orderId)).toMatchObject({id: orderId});
  });

  test('a database of an earlier version goes on working', async ({openShop, razorpay}) => {
    const old = await openShop();
    const own = (await old.checkout.order(await old.order(IDEMPOTENCY_KEY)))!;
    const foreign = {id: 'order_ElsewhereMade1', amount: 50_000, currency: 'INR', receipt: '1042'};
    razorpay.orders.set(foreign.id, {...foreign, status: 'created', attempts: 0});
    await old.checkout.adopt({id: foreign.id, lineItems: [TEA]});
    await undoMigrations(old.ledger as unknown as Ledger<LedgerTables>);

    const {checkout} = await openShop();

    expect(await checkout.order(own.id)).toEqual(own);
    expect(await checkout.order(foreign.id)).toMatchObject({id: foreign.id, receipt: '1042'});
    const another = {...foreign, id: 'order_ElsewhereMade2', status: 'created', attempts: 0};
    razorpay.orders.set(another.id, another);
    expect(await checkout.adopt({id: another.id, lineItems: [TEA]})).toMatchObject({
      receipt: '1042',
    });
  });

  test('a statement that fails leaves the ledger as good as before', async ({shop}) => {
    await expect(
      shop.ledger.db
        .insertInto('nothing' as 'sales')
        .values({} as never)
        .execute(),
    ).rejects.toThrow();
    await expect(
      shop.ledger.transaction(async (tx) => {
        await tx.insertInto('sales').values({order_id: 'a', payment_id: 'b', amount: 1}).execute();
        throw new Error('No.');
      }),
    ).rejects.toThrow('No.');

    expect(await shop.sales()).toEqual([]);
    expect(await shop.order()).toMatch(/^order_/);
  });

  test("rows can be streamed by Kysely's own means", async ({shop}) => {
    await shop.ledger.db
      .insertInto('sales')
      .values({order_id: 'a', payment_id: 'b', amount: 1})
      .execute();
    const rows = [];
    for await (const row of shop.ledger.db.selectFrom('sales').selectAll().stream()) rows.push(row);

    expect(rows).toHaveLength(1);
  });
  test('a row that was read alone is read anew, and written on', async ({openShop}) => {
    const [{ledger}, other] = [await openShop(), await openShop()];
    const amount = async () =>
      (await ledger.db.selectFrom('sales').select('amount').limit(1).executeTakeFirst())?.amount;
    expect(await amount()).toBeUndefined();
    await other.ledger.db
      .insertInto('sales')
      .values({order_id: 'a', payment_id: 'b', amount: 1})
      .execute();
    const first = Number(await amount());
    await other.ledger.db.updateTable('sales').set({amount: 2}).execute();
    const second = Number(await amount());
    await ledger.db.updateTable('sales').set({amount: 3}).execute();

    expect([first, second]).toEqual([1, 2]);
    expect(await other.sales()).toMatchObject([{order_id: 'a'}]);
    expect(Number(await amount())).toBe(3);
  });

  test('a table that somebody else changes is read as it is from then on', async ({openShop}) => {
    const [shop, other] = [await openShop(), await openShop()];
    const sales = () => shop.ledger.db.selectFrom('sales').selectAll().execute();
    await shop.ledger.db
      .insertInto('sales')
      .values({order_id: 'a', payment_id: 'b', amount: 1})
      .execute();
    const [before] = await sales();
    await other.ledger.db.schema.alterTable('sales').dropColumn('payment_id').execute();
    await other.ledger.db.schema
      .alterTable('sales')
      .addColumn('city', 'text', (column) => column.defaultTo('Pune'))
      .execute();
    const [after] = await sales();

    expect(before).toEqual({order_id: 'a', payment_id: 'b', amount: 1});
    expect(after).toEqual({order_id: 'a', amount: 1, city: 'Pune'});
  });
});

test('transactions of two ledgers on one file lose nothing of each other', async ({openShop}) => {
  const shops = [await openShop(), await openShop()];

  await Promise.all(
    Array.from({length: 30}, (_, i) =>
      shops[i % 2]!.ledger.transaction(async (tx) => {
        // Reads before it writes, which SQLite refuses to transactions that begin as readers.
        const sales = await tx.selectFrom('sales').selectAll().execute();
        await tx
          .insertInto('sales')
          .values({order_id: `order_${sales.length}`, payment_id: 'pay_1', amount: sales.length})
          .execute();
      }),
    ),
  );

  const amounts = (await shops[0]!.sales()).map(({amount}) => amount);
  expect(amounts).toEqual(Array.from({length: 30}, (_, i) => i));
});

test('a folder that is not there is an error, not a ledger', async ({folder}) => {
  await expect(sqliteLedger(join(folder, 'missing', 'shop.sqlite'))).rejects.toThrow();
});

test("a pool of the merchant's own is left open", async ({postgres}) => {
  test.skip(!(await postgres.start()), 'No PostgreSQL can be started here.');
  const {url, drop} = await postgres.schema();
  const pool = new Pool({connectionString: url});
  const ledger = await postgresLedger({pool});
  await ledger.close();

  expect((await pool.query('select name from rzp_migrations')).rowCount).toBeGreaterThan(0);
  await pool.end();
  await drop();
});

test('a database that is not there is an error, not a ledger', async () => {
  await expect(
    postgresLedger({connectionString: 'postgres://nobody@127.0.0.1:1/shop'}),
  ).rejects.toThrow(/ECONNREFUSED/);
});

test('a database without an address is named, and not looked for on this machine', async () => {
  const config = {connectionstring: 'postgres://shop@db/shop'} as unknown as PostgresConfig;
  await expect(postgresLedger(config)).rejects.toThrow('connectionString is missing.');
});

for (const [name, module, call, packages] of [
  ['SQLite', 'sqlite', "sqliteLedger('shop.sqlite')", 'kysely libsql'],
  ['PostgreSQL', 'postgres', 'postgresLedger({connectionString: ""})', 'kysely pg'],
] as const)
  test(`a package that ${name} lacks is named, with what to do`, async ({folder}) => {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {outDir: folder, ssr: join(root, `src/server/${module}.ts`)},
    });
    const script = `
      const ledgers = await import(${JSON.stringify(pathToFileURL(join(folder, `${module}.js`)).href)});
      await ledgers.${call}.catch(({message}) => console.log(message));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {cwd: folder});
    const [said] = (await once(child.stdout, 'data')) as [Buffer];

    expect(said.toString().trim()).toBe(
      `The ${name} ledger needs "kysely". Run: npm install ${packages}`,
    );
  });

test('the kit without a ledger imports nothing but zod', async () => {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {write: false, ssr: join(root, 'src/server.ts'), rolldownOptions: {external: /^zod/}},
  });

  const [{imports, dynamicImports}] = (output as unknown as {output: [Chunk]}).output;
  expect([...imports, ...dynamicImports]).toEqual(['zod/mini']);
});

interface Chunk {
  imports: string[];
  dynamicImports: string[];
}
