import {expect} from '@playwright/test';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'vite';
import {sqliteLedger} from '../../src/server/sqlite.js';
import {KEY, test} from './shop.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The ledger as a module that a process of its own can run. */
const buildLedger = (outDir: string) =>
  build({
    configFile: false,
    logLevel: 'error',
    build: {outDir, ssr: join(root, 'src/server/sqlite.ts')},
  });

test('four processes that open an empty file at once all find it ready', async ({folder}) => {
  // Inside the package, so that it finds what it imports.
  const outDir = mkdtempSync(join(root, 'node_modules/.ledger-'));
  try {
    await buildLedger(outDir);
    const module = pathToFileURL(join(outDir, 'sqlite.js')).href;
    const script = `
      const {sqliteLedger} = await import(${JSON.stringify(module)});
      console.log('ready');
      process.stdin.once('data', async () => {
        const ledger = await sqliteLedger(${JSON.stringify(join(folder, 'new.sqlite'))});
        const rows = await ledger.db.selectFrom('rzp_migrations').selectAll().execute();
        await ledger.close();
        process.exit(rows.length > 0 ? 0 : 1);
      });`;
    const children = Array.from({length: 4}, () =>
      spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    );
    await Promise.all(children.map(({stdout}) => once(stdout, 'data')));
    const exits = children.map(async (child) => (await once(child, 'exit')) as [number]);
    for (const {stdin} of children) stdin.write('go\n');

    expect((await Promise.all(exits)).map(([code]) => code)).toEqual([0, 0, 0, 0]);
  } finally {
    rmSync(outDir, {recursive: true});
  }
});

test('a file that is opened again has kept its orders', async ({openShop}) => {
  const orderId = await (await openShop()).order(KEY);

  expect(await (await openShop()).checkout.order(orderId)).toMatchObject({id: orderId});
});

test('a folder that is not there is an error, not a ledger', async ({folder}) => {
  await expect(sqliteLedger(join(folder, 'missing', 'shop.sqlite'))).rejects.toThrow();
});

test('a statement that fails leaves the ledger as good as before', async ({openShop}) => {
  const shop = await openShop();

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

test("rows can be streamed by Kysely's own means", async ({openShop}) => {
  const shop = await openShop();
  await shop.ledger.db
    .insertInto('sales')
    .values({order_id: 'a', payment_id: 'b', amount: 1})
    .execute();
  const rows = [];
  for await (const row of shop.ledger.db.selectFrom('sales').selectAll().stream()) rows.push(row);

  expect(rows).toHaveLength(1);
});

test('a missing package is named, with what to do', async ({folder}) => {
  await buildLedger(folder);
  const script = `
    const {sqliteLedger} = await import(${JSON.stringify(pathToFileURL(join(folder, 'sqlite.js')).href)});
    await sqliteLedger('shop.sqlite').catch(({message}) => console.log(message));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {cwd: folder});
  const [said] = (await once(child.stdout, 'data')) as [Buffer];

  expect(said.toString().trim()).toBe(
    'The SQLite ledger needs "kysely". Run: npm install kysely libsql',
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
